import { DataTable, EmptyState, PageHeader, StateBadge, useShared, useT } from '@unia/ui'
import type { Column, FilterDef } from '@unia/ui'
import type { PupilRow } from '#secretariat/transformers/pupil_row'

interface Choice {
  value: string
  label: string
}

interface Props {
  rows: PupilRow[]
  total: number
  page: number
  pageSize: number
  sections: Choice[]
  grades: number[]
  units: [string, string][]
  may: { edit: boolean; identify: boolean; export: boolean }
  ownOnly: boolean
}

export default function PupilsIndex({
  rows,
  total,
  page,
  pageSize,
  sections,
  grades,
  units,
  may,
  ownOnly,
}: Props) {
  const t = useT()
  const columns = useColumns(may.identify)
  const base = `/${useShared().unit!.slug}/secretariat/pupils`
  return (
    <>
      <PageHeader
        title={t('secretariat.pupils.title')}
        facts={t('secretariat.pupils.facts', { pupils: total, sections: sections.length })}
        primary={
          may.edit ? { label: t('secretariat.pupils.add'), icon: 'plus', href: `${base}/create` } : undefined
        }
      />
      <DataTable
        id="secretariat.pupils"
        caption={t('secretariat.pupils.title')}
        rows={rows}
        total={total}
        page={page}
        pageSize={pageSize}
        sort="name"
        columns={columns}
        rowHref={(row) => `${base}/${row.id}`}
        rowLabel={(row) => row.name}
        searchLabel={t(may.identify ? 'secretariat.pupils.search' : 'secretariat.pupils.search_names')}
        filterDefs={filters({ sections, grades, units, identify: may.identify }, t)}
        exportHref={may.export ? `${base}/export` : undefined}
        empty={
          <EmptyState icon="users-group" title={t('secretariat.pupils.empty')}>
            {may.edit && t('secretariat.pupils.empty_hint')}
            {ownOnly && t('secretariat.pupils.none_own')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(identify: boolean): Column<PupilRow>[] {
  const t = useT()
  const title = (field: string) => t(`secretariat.field.${field}`)
  const all: Column<PupilRow>[] = [
    {
      id: 'name',
      header: title('name'),
      sortable: true,
      cell: (row) => [row.name, row.secondName].filter(Boolean).join(' '),
    },
    { id: 'section', header: title('section'), sortable: true, cell: (row) => row.sections ?? '–' },
    {
      id: 'rollNumber',
      header: title('roll_number'),
      sortable: true,
      align: 'end',
      priority: 3,
      cell: (row) => row.rollNumber,
    },
    { id: 'birthDate', header: title('birth_date'), sortable: true, cell: (row) => row.birthDate },
    { id: 'guardians', header: title('guardians'), priority: 3, cell: (row) => row.guardians ?? '–' },
    {
      id: 'status',
      header: title('status'),
      priority: 3,
      cell: (row) =>
        row.status && (
          <StateBadge state={STATE[row.status] ?? 'unknown'}>
            {t(`secretariat.status.${row.status}`)}
          </StateBadge>
        ),
    },
  ]
  return identify ? all : all.filter(({ id }) => !['birthDate', 'status'].includes(id))
}

const STATE: Record<string, 'ok' | 'warning' | 'unknown' | 'maintenance'> = {
  active: 'ok',
  admitted: 'maintenance',
  suspended: 'warning',
  ended: 'unknown',
}

function filters(
  from: Pick<Props, 'sections' | 'grades' | 'units'> & { identify: boolean },
  t: ReturnType<typeof useT>
): FilterDef[] {
  const { sections, grades, units, identify } = from
  const select = (id: string, options: Choice[]): FilterDef => ({
    ...{ id, options },
    kind: 'select',
    label: t(`secretariat.filter.${id}`),
  })
  return [
    select('section', sections),
    select(
      'grade',
      grades.map((grade) => ({ value: String(grade), label: String(grade) }))
    ),
    select(
      'status',
      Object.keys(STATE).map((value) => ({ value, label: t(`secretariat.status.${value}`) }))
    ),
    ...(units.length > 1
      ? [
          select(
            'unit',
            units.map(([value, label]) => ({ value, label }))
          ),
        ]
      : []),
    ...(identify ? [select('pesel', [{ value: 'none', label: t('secretariat.filter.pesel_none') }])] : []),
  ]
}
