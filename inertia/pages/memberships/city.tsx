import { useState } from 'react'
import { DataTable, DateField, Drawer, EmptyState, Form, PageHeader, SelectField, TextField } from '@unia/ui'
import { router, useFormats, usePage, useT, useUniaForm } from '@unia/ui'
import { Requests, type Request } from './requests.tsx'

interface Holder {
  id: string
  name: string
  loginName: string | null
  roleLabel: string
  validTo: string | null
}

interface Option {
  value: string
  label: string
}

interface Props {
  holders: Holder[]
  requests: Request[]
  roles: Option[]
  latest: string
  mayGrant: boolean
  proved: boolean
}

export default function CityRoles({ holders, requests, roles, latest, mayGrant, proved }: Props) {
  const t = useT()
  const { formatDate } = useFormats()
  const asked = new URL(usePage().url, location.origin).searchParams.has('grant')
  const [granting, setGranting] = useState(asked && proved)
  const open = () =>
    proved
      ? setGranting(true)
      : router.visit(`/account/step-up?next=${encodeURIComponent('/city/roles?grant')}`)
  return (
    <>
      <PageHeader
        title={t('core.city_roles.title')}
        facts={t('core.city_roles.facts', { count: holders.length })}
        primary={mayGrant ? { label: t('core.city_roles.ask'), icon: 'plus', onClick: open } : undefined}
      />
      <Requests requests={requests} base="/city/role-requests" />
      <DataTable
        id="core.city_roles"
        caption={t('core.city_roles.title')}
        rows={holders}
        total={holders.length}
        page={1}
        pageSize={Math.max(50, holders.length)}
        sort=""
        searchable={false}
        rowLabel={(row) => `${row.name}, ${row.roleLabel}`}
        columns={[
          { id: 'name', header: t('core.memberships.name'), cell: (row) => row.name, priority: 1 },
          { id: 'role', header: t('core.memberships.role'), cell: (row) => row.roleLabel },
          {
            id: 'login',
            header: t('core.memberships.login'),
            cell: (row) => row.loginName ?? '–',
            priority: 3,
          },
          {
            id: 'to',
            header: t('core.memberships.to'),
            cell: (row) => (row.validTo ? formatDate(row.validTo) : '–'),
          },
        ]}
        empty={<EmptyState icon="users" title={t('core.memberships.empty')} />}
      />
      <Drawer
        opened={granting}
        onClose={() => setGranting(false)}
        position="right"
        title={t('core.city_roles.ask')}
      >
        <Ask roles={roles} latest={latest} done={() => setGranting(false)} />
      </Drawer>
    </>
  )
}

function Ask({ roles, latest, done }: { roles: Option[]; latest: string; done: () => void }) {
  const t = useT()
  const form = useUniaForm({ login: '', role: '', validTo: latest, reason: '' }, 'city-role')
  return (
    <Form form={form} action="/city/roles" submitLabel={t('core.city_roles.submit')} onSuccess={done}>
      <TextField name="login" label={t('core.city_roles.login')} autoComplete="off" required />
      <SelectField name="role" label={t('core.memberships.grant.role')} options={roles} required />
      <DateField name="validTo" label={t('core.memberships.grant.until')} max={latest} required />
      <TextField name="reason" label={t('core.city_roles.reason')} required />
    </Form>
  )
}
