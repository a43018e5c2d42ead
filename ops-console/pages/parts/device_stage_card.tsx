import { Card, Form, SelectField, TextareaField, useT, useUniaForm } from '@unia/ui'
import type { LinkRollout } from '#ops/queries/link_rollout'
import { nextRollouts } from '../../rollout/device_stages.ts'

/** Takes the unit's firewall to its next stage. */
export function DeviceStageCard({ device }: { device: NonNullable<LinkRollout['device']> }) {
  const t = useT()
  const form = useUniaForm({ to: '', remarks: '' }, 'device')
  return (
    <Card
      title={t('ops-console.rollout.device_stage', {
        model: device.model ?? '',
        state: t(`ops-console.rollout.${device.rollout}`),
      })}
    >
      <Form
        form={form}
        action={`/city/ops-console/devices/${device.id}/steps`}
        submitLabel={t('ops-console.rollout.take')}
        guard={false}
      >
        <SelectField
          name="to"
          label={t('ops-console.rollout.device_to')}
          required
          options={nextRollouts(device.rollout).map((value) => ({
            value,
            label: t(`ops-console.rollout.${value}`),
          }))}
        />
        <TextareaField name="remarks" label={t('ops-console.rollout.field.remarks')} />
      </Form>
    </Card>
  )
}
