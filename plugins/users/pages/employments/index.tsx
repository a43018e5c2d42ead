import { useState } from 'react'
import {
  Button,
  DataTable,
  DateField,
  Drawer,
  EmptyState,
  Form,
  PageHeader,
  SelectField,
  Stack,
} from '@unia/ui'
import { StateBadge, TextField, useFormats, useShared, useT, useUniaForm, type Column } from '@unia/ui'

interface Row {
  id: string
  name: string
  position: string
  positionLabel: string
  from: string
  to: string | null
  source: 'list' | 'hr'
  over: boolean
}

interface Option {
  value: string
  label: string
}

interface Props {
  employments: Row[]
  positions: Option[]
  mayEdit: boolean
}

export default function Employments({ employments, positions, mayEdit }: Props) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Row | null>(null)
  const columns = useColumns(mayEdit, setChanging)
  const close = () => {
    setAdding(false)
    setChanging(null)
  }
  return (
    <>
      <PageHeader
        title={t('users.employments.title')}
        facts={t('users.employments.facts', { count: employments.filter(({ over }) => !over).length })}
        primary={
          mayEdit
            ? { label: t('users.employments.add'), icon: 'plus', onClick: () => setAdding(true) }
            : undefined
        }
      />
      <DataTable
        id="users.employments"
        caption={t('users.employments.title')}
        rows={employments}
        columns={columns}
        total={employments.length}
        page={1}
        pageSize={Math.max(50, employments.length)}
        sort=""
        searchable={false}
        rowLabel={(row) => row.name}
        empty={<EmptyState icon="users" title={t('users.employments.empty')} />}
      />
      <Drawer opened={adding} onClose={close} position="right" title={t('users.employments.add')}>
        <AddForm positions={positions} done={close} />
      </Drawer>
      <Drawer opened={changing !== null} onClose={close} position="right" title={changing?.name}>
        {changing && <ChangeForm row={changing} positions={positions} done={close} />}
      </Drawer>
    </>
  )
}

function useColumns(mayEdit: boolean, change: (row: Row) => void): Column<Row>[] {
  const t = useT()
  const { formatDate } = useFormats()
  return [
    { id: 'name', header: t('users.people.name'), cell: (row) => row.name, priority: 1 },
    { id: 'position', header: t('users.employments.position'), cell: (row) => row.positionLabel },
    { id: 'from', header: t('users.employments.from'), cell: (row) => formatDate(row.from), priority: 3 },
    { id: 'to', header: t('users.employments.to'), cell: (row) => (row.to ? formatDate(row.to) : '–') },
    {
      id: 'source',
      header: t('users.employments.source'),
      cell: (row) =>
        row.over ? (
          <StateBadge state="unknown">{t('users.employments.over')}</StateBadge>
        ) : (
          t(`users.employments.source.${row.source}`)
        ),
      priority: 3,
    },
    {
      id: 'actions',
      header: t('users.people.actions'),
      align: 'end',
      cell: (row) =>
        mayEdit &&
        row.source === 'list' && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('users.employments.change.label', { name: row.name })}
            onClick={() => change(row)}
          >
            {t('users.employments.change')}
          </Button>
        ),
    },
  ]
}

function AddForm({ positions, done }: { positions: Option[]; done: () => void }) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/users/employments`
  const form = useUniaForm(
    { givenNames: '', surname: '', birthDate: '', pesel: '', position: 'teacher', from: '', to: '' },
    'employment'
  )
  return (
    <Form form={form} action={base} submitLabel={t('users.employments.save')} onSuccess={done} guard={false}>
      <Stack>
        <TextField name="givenNames" label={t('users.employments.given_names')} autoComplete="off" required />
        <TextField name="surname" label={t('users.employments.surname')} autoComplete="off" required />
        <TextField name="pesel" label="PESEL" hint={t('users.employments.pesel.hint')} autoComplete="off" />
        <DateField name="birthDate" label={t('users.employments.birth_date')} />
        <SelectField name="position" label={t('users.employments.position')} options={positions} required />
        <DateField name="from" label={t('users.employments.from')} required />
        <DateField name="to" label={t('users.employments.to')} hint={t('users.employments.to.hint')} />
      </Stack>
    </Form>
  )
}

function ChangeForm({ row, positions, done }: { row: Row; positions: Option[]; done: () => void }) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/users/employments/${row.id}`
  const form = useUniaForm({ position: row.position, to: row.to ?? '' }, row.id)
  return (
    <Form
      form={form}
      method="put"
      action={base}
      submitLabel={t('users.employments.save')}
      onSuccess={done}
      guard={false}
    >
      <Stack>
        <SelectField name="position" label={t('users.employments.position')} options={positions} required />
        <DateField name="to" label={t('users.employments.to')} hint={t('users.employments.to.hint')} />
      </Stack>
    </Form>
  )
}
