import { Anchor, Form, Link, PageHeader, SelectField, Stack, useT, useUniaForm } from '@unia/ui'
import { emptyEntity } from './parts/entity_form.ts'
import { EntityFields } from './parts/entity_fields.tsx'

const BASE = '/city/ops-console/inventory'

/** A device taken under watch by hand. */
export default function InventoryNew({ units }: { units: { value: string; label: string }[] }) {
  const t = useT()
  const form = useUniaForm({ ...emptyEntity, unit: null as string | null, kind: 'switch' as string | null })
  const text = (key: string) => t(`ops-console.inventory.${key}`)
  return (
    <>
      <PageHeader title={text('add')} />
      <Form
        form={form}
        action={BASE}
        submitLabel={text('save')}
        aside={
          <Anchor component={Link} href={BASE}>
            {text('back')}
          </Anchor>
        }
      >
        <Stack>
          <SelectField name="unit" label={text('column.unit')} options={units} required />
          <SelectField
            name="kind"
            label={text('column.kind')}
            options={['edge', 'cpe', 'switch', 'other'].map((value) => ({
              value,
              label: t(`ops-console.kind.${value}`),
            }))}
            required
          />
          <EntityFields data={form.data} />
        </Stack>
      </Form>
    </>
  )
}
