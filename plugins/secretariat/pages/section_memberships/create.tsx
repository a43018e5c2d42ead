import {
  Anchor,
  DateField,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  Text,
  TextareaField,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { PupilCard } from '#secretariat/transformers/pupil_card'

interface Props {
  pupil: PupilCard
  from: string
  sections: { value: string; label: string }[]
}

export default function SectionMembershipsCreate({ pupil, from, sections }: Props) {
  const t = useT()
  const card = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const form = useUniaForm({ sectionId: null as string | null, from, overLimitBasis: '' })
  const now = pupil.sections.map(({ name }) => name).join(', ') || t('secretariat.card.no_section')
  return (
    <>
      <PageHeader
        title={t('secretariat.move.title', { name: `${pupil.givenNames} ${pupil.surname}` })}
        facts={t('secretariat.move.now', { sections: now })}
      />
      <Form
        form={form}
        action={`${card}/section-memberships`}
        submitLabel={t('secretariat.move.submit')}
        aside={
          <Anchor component={Link} href={card}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <Stack>
          <SelectField name="sectionId" label={t('secretariat.move.to')} options={sections} required />
          <DateField name="from" label={t('secretariat.move.from')} required />
          {(form.errors.overLimitBasis || form.data.overLimitBasis) && (
            <TextareaField
              name="overLimitBasis"
              label={t('secretariat.field.over_limit_basis')}
              rows={2}
              maxLength={300}
            />
          )}
          <Text c="dimmed">{t('secretariat.move.hint')}</Text>
        </Stack>
      </Form>
    </>
  )
}
