import { Anchor, Card, KeyValue, Link, useFormats, useShared, useT } from '@unia/ui'
import type { SecretaryCard } from '#secretariat/transformers/pupil_card'

/** Sections through the years, the latest first. */
export function Placements({ placements }: { placements: SecretaryCard['placements'] }) {
  const t = useT()
  const period = usePeriod()
  const base = `/${useShared().unit!.slug}/secretariat/sections`
  return (
    <Card title={t('secretariat.card.placements')}>
      <KeyValue
        items={placements.map((placement) => ({
          label: period(placement),
          value: (
            <Anchor key={placement.id} component={Link} href={`${base}/${placement.sectionId}`}>
              {placement.rollNumber
                ? t('secretariat.card.section_fact', {
                    section: placement.section,
                    number: placement.rollNumber,
                  })
                : placement.section}
            </Anchor>
          ),
        }))}
      />
    </Card>
  )
}

/** Entries of the pupil book. */
export function Enrolments({ enrolments }: { enrolments: SecretaryCard['enrolments'] }) {
  const t = useT()
  const period = usePeriod()
  return (
    <Card title={t('secretariat.card.enrolments')}>
      <KeyValue
        items={enrolments.map((enrolment) => ({
          label: period(enrolment),
          value: [
            enrolment.unit,
            t('secretariat.card.book', { number: enrolment.bookNumber }),
            t(`secretariat.status.${enrolment.status}`),
          ].join(' · '),
        }))}
      />
    </Card>
  )
}

function usePeriod() {
  const t = useT()
  const { formatDate } = useFormats()
  return ({ from, to }: { from: string; to: string | null }) =>
    to
      ? t('secretariat.card.period', { from: formatDate(from), to: formatDate(to) })
      : t('secretariat.card.period_open', { from: formatDate(from) })
}
