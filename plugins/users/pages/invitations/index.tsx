import { useState } from 'react'
import { Button, Checkbox, DataTable, EmptyState, PageHeader, StateBadge } from '@unia/ui'
import { router, useShared, useT, type Column } from '@unia/ui'

interface Section {
  id: string
  name: string
  pupils: number
  guardians: number
  without: number
}

export default function Invitations({ sections, mayMail }: { sections: Section[]; mayMail: boolean }) {
  const t = useT()
  const [byMail, setByMail] = useState(mayMail)
  const columns = useColumns(byMail)
  const without = sections.reduce((sum, section) => sum + section.without, 0)
  return (
    <>
      <PageHeader
        title={t('users.invitations.title')}
        facts={t('users.invitations.facts', { count: without })}
        aside={
          <Checkbox
            label={t(mayMail ? 'users.invitations.by_mail' : 'users.invitations.no_mail')}
            checked={byMail}
            disabled={!mayMail}
            onChange={(event) => setByMail(event.currentTarget.checked)}
          />
        }
      />
      <DataTable
        id="users.invitations"
        caption={t('users.invitations.title')}
        rows={sections}
        columns={columns}
        total={sections.length}
        page={1}
        pageSize={Math.max(50, sections.length)}
        sort=""
        searchable={false}
        rowLabel={(row) => row.name}
        empty={<EmptyState icon="school" title={t('users.invitations.empty')} />}
      />
    </>
  )
}

function useColumns(byMail: boolean): Column<Section>[] {
  const t = useT()
  return [
    { id: 'name', header: t('users.invitations.section'), cell: (row) => row.name },
    { id: 'guardians', header: t('users.invitations.guardians'), align: 'end', cell: (row) => row.guardians },
    {
      id: 'without',
      header: t('users.invitations.without'),
      align: 'end',
      cell: (row) =>
        row.without > 0 ? (
          <StateBadge state="warning">{row.without}</StateBadge>
        ) : (
          <StateBadge state="ok">0</StateBadge>
        ),
    },
    {
      id: 'actions',
      header: t('users.people.actions'),
      align: 'end',
      cell: (row) => (
        <>
          <Letters section={row} whom="guardians" byMail={byMail} disabled={row.without === 0} />
          <Letters section={row} whom="pupils" byMail={false} disabled={row.pupils === 0} />
        </>
      ),
    },
  ]
}

interface LettersProps {
  section: Section
  whom: 'guardians' | 'pupils'
  byMail: boolean
  disabled: boolean
}

function Letters({ section, whom, byMail, disabled }: LettersProps) {
  const t = useT()
  const { unit } = useShared()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      disabled={disabled}
      aria-label={t(`users.invitations.${whom}.label`, { section: section.name })}
      onClick={() => router.post(`/${unit!.slug}/users/invitations`, { sectionId: section.id, whom, byMail })}
    >
      {t(`users.invitations.to_${whom}`)}
    </Button>
  )
}
