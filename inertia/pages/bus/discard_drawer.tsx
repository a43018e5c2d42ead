import { Drawer, Form, Stack, Text, TextareaField, useT, useUniaForm } from '@unia/ui'
import type { Letter } from './index.tsx'

/** Giving up on a message needs a reason; it stays in the history. */
export function DiscardDrawer({ letter, onClose }: { letter: Letter | null; onClose: () => void }) {
  const t = useT()
  const form = useUniaForm({ reason: '' })
  return (
    <Drawer opened={letter !== null} onClose={onClose} position="right" title={t('core.bus.discard.title')}>
      {letter && (
        <Stack>
          <Text>{t('core.bus.discard.text', { event: letter.event, consumer: letter.consumer })}</Text>
          <Form
            form={form}
            action={`/city/bus/dead-letters/${letter.id}/discard`}
            submitLabel={t('core.bus.discard')}
            onSuccess={onClose}
          >
            <TextareaField name="reason" label={t('core.bus.discard.reason')} required maxLength={500} />
          </Form>
        </Stack>
      )}
    </Drawer>
  )
}
