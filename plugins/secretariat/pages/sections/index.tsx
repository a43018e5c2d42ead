import {
  Button,
  DataTable,
  EmptyState,
  Icon,
  NativeSelect,
  PageHeader,
  router,
  StateBadge,
  useShared,
  useT,
} from '@unia/ui'
import type { Column } from '@unia/ui'
import type { SectionListRow } from '#secretariat/transformers/section_row'

interface Props {
  year: number
  years: number[]
  sections: SectionListRow[]
  mayEdit: boolean
  mayListAll: boolean
}

export default function SectionsIndex({ year, years, sections, mayEdit, mayListAll }: Props) {
  const t = useT()
  const plugin = `/${useShared().unit!.slug}/secretariat`
  const base = `${plugin}/sections`
  const columns = useColumns(new Set(sections.map(({ unitId }) => unitId)).size > 1)
  const pupils = sections.reduce((sum, section) => sum + section.pupils, 0)
  return (
    <>
      <PageHeader
        title={t('secretariat.sections.title')}
        facts={t('secretariat.sections.facts', { year: yearLabel(year), sections: sections.length, pupils })}
        aside={
          <>
            {years.length > 1 && (
              <NativeSelect
                aria-label={t('secretariat.sections.year')}
                value={year}
                data={years.map((value) => ({ value: String(value), label: yearLabel(value) }))}
                onChange={(event) => router.get(base, { year: event.currentTarget.value })}
              />
            )}
            {mayListAll && sections.length > 0 && (
              <Button
                variant="default"
                leftSection={<Icon name="printer" size={18} />}
                onClick={() => router.post(`${plugin}/class-lists`, { year })}
              >
                {t('secretariat.class_lists.all')}
              </Button>
            )}
          </>
        }
        primary={
          mayEdit ? { label: t('secretariat.sections.add'), icon: 'plus', href: `${base}/create` } : undefined
        }
      />
      <DataTable
        id="secretariat.sections"
        caption={t('secretariat.sections.title')}
        rows={sections}
        total={sections.length}
        page={1}
        pageSize={Math.max(50, sections.length)}
        sort=""
        columns={columns}
        searchable={false}
        rowHref={(row) => `${base}/${row.id}`}
        rowLabel={(row) => row.name}
        empty={<EmptyState icon="school" title={t('secretariat.sections.empty')} />}
      />
    </>
  )
}

function useColumns(several: boolean): Column<SectionListRow>[] {
  const t = useT()
  const title = (field: string) => t(`secretariat.field.${field}`)
  return [
    { id: 'name', header: title('section'), cell: (row) => row.name },
    { id: 'pupils', header: title('pupils'), align: 'end', cell: (row) => row.pupils },
    { id: 'kind', header: title('kind'), priority: 3, cell: (row) => t(`secretariat.kind.${row.kind}`) },
    ...(several ? [{ id: 'unit', header: title('unit'), cell: (row: SectionListRow) => row.unit }] : []),
    {
      id: 'state',
      header: title('status'),
      cell: (row) =>
        row.overLimit && <StateBadge state="warning">{t('secretariat.sections.over_limit')}</StateBadge>,
    },
  ]
}

const yearLabel = (year: number) => `${year}/${year + 1}`
