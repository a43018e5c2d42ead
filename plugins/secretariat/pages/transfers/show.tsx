import {
  Card,
  DateField,
  Form,
  Grid,
  KeyValue,
  PageHeader,
  Stack,
  StateBadge,
  Text,
  TextareaField,
  useFormats,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { ShownTransfer } from '#secretariat/transformers/transfer'
import { STATE } from './state.ts'

export default function TransfersShow({ transfer, today }: { transfer: ShownTransfer; today: string }) {
  const t = useT()
  const { formatDate } = useFormats()
  const href = `/${useShared().unit!.slug}/secretariat/transfers/${transfer.id}`
  const { direction, status, pupil, otherUnit, section, lastDay, reason, requestedOn } = transfer
  return (
    <>
      <PageHeader
        title={pupil ?? t('secretariat.transfer.unknown')}
        facts={t(`secretariat.transfer.direction.${direction}`)}
        state={<StateBadge state={STATE[status]}>{t(`secretariat.transfer.status.${status}`)}</StateBadge>}
      />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('secretariat.transfer.facts')}>
            <KeyValue
              items={[
                { label: t('secretariat.field.unit'), value: otherUnit },
                { label: t('secretariat.transfer.requested_on'), value: formatDate(requestedOn) },
                ...(section ? [{ label: t('secretariat.field.section'), value: section }] : []),
                ...(lastDay
                  ? [{ label: t('secretariat.transfer.last_day'), value: formatDate(lastDay) }]
                  : []),
                ...(reason ? [{ label: t('secretariat.transfer.reason'), value: reason }] : []),
              ]}
            />
          </Card>
        </Grid.Col>
        {direction === 'out' && status === 'requested' && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Stack>
              <Confirmation href={href} today={today} />
              <Refusal href={href} />
            </Stack>
          </Grid.Col>
        )}
      </Grid>
    </>
  )
}

function Confirmation({ href, today }: { href: string; today: string }) {
  const t = useT()
  const form = useUniaForm({ lastDay: today as string | null }, 'confirmation')
  return (
    <Card title={t('secretariat.transfer.confirm_title')}>
      <Form form={form} action={`${href}/confirmation`} submitLabel={t('secretariat.transfer.confirm')}>
        <DateField name="lastDay" label={t('secretariat.transfer.last_day')} required />
        <Text c="dimmed">{t('secretariat.transfer.confirm_hint')}</Text>
      </Form>
    </Card>
  )
}

function Refusal({ href }: { href: string }) {
  const t = useT()
  const form = useUniaForm({ reason: '' }, 'refusal')
  return (
    <Card title={t('secretariat.transfer.refuse_title')}>
      <Form form={form} action={`${href}/refusal`} submitLabel={t('secretariat.transfer.refuse')}>
        <TextareaField
          name="reason"
          label={t('secretariat.transfer.reason')}
          rows={2}
          maxLength={300}
          required
        />
      </Form>
    </Card>
  )
}
