import { DateField, Drawer, Form, SelectField, useFormats, useT, useUniaForm } from '@unia/ui'

export interface Choice {
  id: string
  label: string
}

export interface Person {
  id: string
  name: string
}

interface Props {
  opened: boolean
  onClose: () => void
  action: string
  staff: Person[]
  roles: { value: string; label: string }[]
  latest: string
}

export function GrantDrawer({ opened, onClose, ...form }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={t('core.memberships.grant.title')}
    >
      <GrantForm {...form} onDone={onClose} />
    </Drawer>
  )
}

function GrantForm({
  action,
  staff,
  roles,
  latest,
  onDone,
}: Omit<Props, 'opened' | 'onClose'> & { onDone: () => void }) {
  const t = useT()
  const { formatDate } = useFormats()
  const form = useUniaForm({ personId: '', role: '', validTo: latest }, 'grant')
  return (
    <Form form={form} action={action} submitLabel={t('core.memberships.grant.submit')} onSuccess={onDone}>
      <SelectField
        name="personId"
        label={t('core.memberships.grant.person')}
        hint={t('core.memberships.grant.person.hint')}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <SelectField name="role" label={t('core.memberships.grant.role')} options={roles} required />
      <DateField
        name="validTo"
        label={t('core.memberships.grant.until')}
        hint={t('core.memberships.grant.until.hint', { day: formatDate(latest) })}
        max={latest}
        required
      />
    </Form>
  )
}
