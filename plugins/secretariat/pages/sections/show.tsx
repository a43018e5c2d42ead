import { Alert, DataTable, EmptyState, PageHeader, StateBadge, StateShape, useShared, useT } from '@unia/ui'
import type { SectionListRow } from '#secretariat/transformers/section_row'

interface Member {
  id: string
  rollNumber: number | null
  name: string
}

interface Props {
  section: SectionListRow
  limit: { value: number; verify: boolean }
  members: Member[]
  mayEdit: boolean
}

export default function SectionsShow({ section, limit, members, mayEdit }: Props) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/secretariat`
  const { name, pupils, unit, schoolYear } = section
  return (
    <>
      <PageHeader
        title={t('secretariat.section.title', { name })}
        facts={t('secretariat.section.facts', { pupils, year: `${schoolYear}/${schoolYear + 1}`, unit })}
        state={
          section.overLimit && <StateBadge state="warning">{t('secretariat.sections.over_limit')}</StateBadge>
        }
        primary={{ label: t('secretariat.section.print'), icon: 'printer', onClick: () => window.print() }}
        more={
          mayEdit
            ? [
                {
                  label: t('secretariat.section.edit'),
                  icon: 'pencil',
                  href: `${base}/sections/${section.id}/edit`,
                },
              ]
            : []
        }
      />
      {section.overLimit && (
        <Alert color="gray" icon={<StateShape state="warning" />} mb="md">
          {t('secretariat.section.over_limit', { count: pupils, limit: limit.value })}{' '}
          {limit.verify && t('secretariat.section.limit_verify')}
        </Alert>
      )}
      <DataTable
        id="secretariat.members"
        caption={t('secretariat.section.list')}
        rows={members}
        total={members.length}
        page={1}
        pageSize={Math.max(50, members.length)}
        sort=""
        searchable={false}
        columns={[
          { id: 'name', header: t('secretariat.field.name'), cell: (row) => row.name },
          {
            id: 'rollNumber',
            header: t('secretariat.field.roll_number'),
            align: 'end',
            width: 140,
            cell: (row) => row.rollNumber,
          },
        ]}
        rowHref={(row) => `${base}/pupils/${row.id}`}
        rowLabel={(row) => row.name}
        empty={<EmptyState icon="users-group" title={t('secretariat.section.empty')} />}
      />
    </>
  )
}
