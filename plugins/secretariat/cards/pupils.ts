import type { HomeCardContent, HomeCardContext } from '@unia/platform/home'
import { parameter } from '@unia/platform/parameters'
import { schoolYearOf, warsawDay } from '@unia/platform/values'
import { sectionLimit } from '#secretariat/parameters/section_limit'
import { pupilFigures } from '#secretariat/queries/pupil_figures'
import { sectionsOf } from '#secretariat/queries/section_list'
import { sectionRow } from '#secretariat/transformers/section_row'

/** Pupils and sections at a glance, and what the secretary still has to settle. */
export default async function pupilsCard({ tenantSlug, can }: HomeCardContext): Promise<HomeCardContent> {
  const day = warsawDay()
  const base = `/${tenantSlug}/secretariat`
  const { pupils, withoutPesel } = await pupilFigures()
  const limit = parameter(sectionLimit).on(day)
  const sections = (await sectionsOf(schoolYearOf(day), day)).map((row) => sectionRow(row, limit))
  const over = sections.filter(({ overLimit }) => overLimit)
  const missing = can('secretariat.pupil.identify') ? withoutPesel : 0
  return {
    title: 'secretariat.card.title',
    href: `${base}/pupils`,
    figures: [
      { label: 'secretariat.card.pupils', value: pupils, href: `${base}/pupils` },
      { label: 'secretariat.card.sections', value: sections.length, href: `${base}/sections` },
      ...(over.length
        ? [
            {
              label: 'secretariat.card.over_limit',
              value: over.length,
              href: `${base}/sections`,
              state: 'warning' as const,
            },
          ]
        : []),
      ...(missing
        ? [{ label: 'secretariat.card.without_pesel', value: missing, href: `${base}/pupils?f.pesel=none` }]
        : []),
    ],
  }
}
