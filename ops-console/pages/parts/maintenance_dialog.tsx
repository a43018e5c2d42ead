import { Form, Modal, SelectField, Stack, TextareaField, useT, useUniaForm } from '@unia/ui'
import type { UnitTile } from '../../domain/unit_tiles.ts'

interface Props {
  tile: UnitTile
  name: string
  onClose: () => void
}

const MINUTES = ['30', '60', '120', '480', '1440']

/** Begins work on a unit now: for so long nobody is alarmed by it. */
export function MaintenanceDialog({ tile, name, onClose }: Props) {
  const t = useT()
  const form = useUniaForm({ unit: tile.unit, minutes: '60' as string | null, reason: '' }, 'maintenance')
  return (
    <Modal opened onClose={onClose} title={t('ops-console.wall.maintenance', { unit: name })}>
      <Form
        form={form}
        action="/city/ops-console/windows"
        submitLabel={t('ops-console.wall.maintenance_begin')}
        onSuccess={onClose}
        guard={false}
      >
        <Stack>
          <SelectField
            name="minutes"
            label={t('ops-console.wall.maintenance_long')}
            required
            options={MINUTES.map((value) => ({
              value,
              label: t('ops-console.wall.minutes', { minutes: Number(value) }),
            }))}
          />
          <TextareaField name="reason" label={t('ops-console.wall.maintenance_reason')} required />
        </Stack>
      </Form>
    </Modal>
  )
}
