import {
  Anchor,
  CheckboxField,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextField,
  useT,
  useUniaForm,
} from '@unia/ui'
import classes from './parts/alarms.module.css'

interface Choice {
  value: string
  label: string
}

interface Contact {
  id: string
  role: string
  name: string
  supplier: string | null
  unit: string | null
  person: string | null
  email: string | null
  phone: string | null
  locale: string
  hoursFrom: string | null
  hoursUntil: string | null
  hourlyLimit: number
  active: boolean
}

const ROLES = ['it', 'manager', 'supplier', 'school']
const SUPPLIERS = ['NETTE', 'APIUS', 'Comtegra']

/** Somebody the console can tell, and by which ways. */
export default function ContactForm({
  contact,
  people,
  units,
}: {
  contact: Contact | null
  people: Choice[]
  units: Choice[]
}) {
  const t = useT()
  const form = useUniaForm({
    role: (contact?.role ?? 'it') as string | null,
    name: contact?.name ?? '',
    supplier: contact?.supplier ?? null,
    unit: contact?.unit ?? null,
    person: contact?.person ?? null,
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    locale: (contact?.locale ?? 'pl') as string | null,
    hoursFrom: contact?.hoursFrom ?? '',
    hoursUntil: contact?.hoursUntil ?? '',
    hourlyLimit: String(contact?.hourlyLimit ?? 20),
    active: contact?.active ?? true,
  })
  const label = (name: string) => t(`ops-console.recipient.${name}`)
  const { role } = form.data
  return (
    <>
      <PageHeader title={contact ? contact.name : label('add')} />
      <Form
        form={form}
        method={contact ? 'put' : 'post'}
        action={`/city/ops-console/notifications/contacts${contact ? `/${contact.id}` : ''}`}
        submitLabel={label('save')}
        aside={
          <Anchor component={Link} href="/city/ops-console/notifications">
            {t('ops-console.window.back')}
          </Anchor>
        }
      >
        <Stack>
          <SelectField
            name="role"
            label={label('role')}
            options={ROLES.map((value) => ({ value, label: t(`ops-console.recipient.role.${value}`) }))}
            required
          />
          <TextField name="name" label={label('name')} required maxLength={120} />
          {role === 'supplier' && (
            <SelectField
              name="supplier"
              label={t('ops-console.alarms.field.supplier')}
              options={SUPPLIERS.map((value) => ({ value, label: value }))}
              required
            />
          )}
          {role === 'school' ? (
            <SelectField
              name="unit"
              label={t('ops-console.alarms.field.unit')}
              hint={label('school_hint')}
              options={units}
              required
            />
          ) : (
            <SelectField name="person" label={label('person')} hint={label('person_hint')} options={people} />
          )}
          <TextField name="email" label={label('email')} type="email" maxLength={254} />
          <TextField name="phone" label={label('phone')} type="tel" maxLength={40} />
          <SelectField
            name="locale"
            label={label('language')}
            options={['pl', 'en'].map((value) => ({
              value,
              label: t(`ops-console.recipient.language.${value}`),
            }))}
            required
          />
          {role === 'school' && (
            <div className={classes.fields}>
              <TextField name="hoursFrom" label={label('hours_from')} placeholder="07:00" />
              <TextField name="hoursUntil" label={label('hours_until')} placeholder="17:00" />
            </div>
          )}
          <TextField
            name="hourlyLimit"
            label={label('limit')}
            hint={label('limit_hint')}
            inputMode="numeric"
            required
          />
          <CheckboxField name="active" label={label('active')} />
        </Stack>
      </Form>
    </>
  )
}
