import {
  Card,
  DateField,
  EmptyState,
  Form,
  PageHeader,
  Stack,
  Text,
  TextareaField,
  TextField,
  useFormats,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'

interface Note {
  id: string
  note: string
  reference: string | null
  valid_from: string
  valid_to: string | null
}

interface Props {
  pupilId: string
  guardian: { id: string; name: string }
  notes: Note[]
  day: string
  mayEdit: boolean
}

export default function CourtNotes({ pupilId, guardian, notes, day, mayEdit }: Props) {
  const t = useT()
  const { formatDate } = useFormats()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupilId}`
  const form = useUniaForm({ note: '', reference: '', validFrom: day, validTo: null as string | null })
  const href = `${card}/guardians/${guardian.id}/court-notes`
  return (
    <>
      <PageHeader
        title={t('secretariat.court.title', { name: guardian.name })}
        facts={t('secretariat.court.facts')}
        more={[{ label: t('secretariat.court.back'), href: card }]}
      />
      <Stack>
        {notes.length === 0 && <EmptyState icon="gavel" title={t('secretariat.court.none')} />}
        {notes.map((note) => (
          <Card
            key={note.id}
            title={
              note.valid_to
                ? t('secretariat.card.period', {
                    from: formatDate(note.valid_from),
                    to: formatDate(note.valid_to),
                  })
                : t('secretariat.card.period_open', { from: formatDate(note.valid_from) })
            }
          >
            <Text>{note.note}</Text>
            {note.reference && <Text c="dimmed">{note.reference}</Text>}
          </Card>
        ))}
        {mayEdit && (
          <Card title={t('secretariat.court.add')}>
            <Form
              form={form}
              action={href}
              submitLabel={t('secretariat.form.save')}
              onSuccess={() => form.reset()}
            >
              <Stack>
                <TextareaField
                  name="note"
                  label={t('secretariat.court.note')}
                  rows={3}
                  maxLength={2000}
                  required
                />
                <TextField name="reference" label={t('secretariat.court.reference')} autoComplete="off" />
                <DateField name="validFrom" label={t('secretariat.field.valid_from')} required />
                <DateField name="validTo" label={t('secretariat.court.valid_to')} />
              </Stack>
            </Form>
          </Card>
        )}
      </Stack>
    </>
  )
}
