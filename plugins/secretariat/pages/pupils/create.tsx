import {
  Anchor,
  DateField,
  Fieldset,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextareaField,
  useShared,
  useT,
} from '@unia/ui'
import { PupilFields } from './pupil_fields.tsx'
import { EMPTY, usePupilForm } from './use_pupil_form.ts'

interface Props {
  /** The id the new pupil gets. */
  id: string
  from: string
  sections: { value: string; label: string }[]
}

export default function PupilsCreate({ id, from, sections }: Props) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/secretariat/pupils`
  const form = usePupilForm({ ...EMPTY, id, from, sectionId: null as string | null, overLimitBasis: '' })
  return (
    <>
      <PageHeader title={t('secretariat.pupils.add')} />
      <Form
        form={form}
        action={base}
        submitLabel={t('secretariat.form.add')}
        aside={
          <Anchor component={Link} href={base}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <PupilFields form={form} />
        <Fieldset legend={t('secretariat.form.place')}>
          <Stack>
            <SelectField
              name="sectionId"
              label={t('secretariat.field.section')}
              options={sections}
              required
            />
            <DateField name="from" label={t('secretariat.field.valid_from')} required />
            {form.errors.overLimitBasis !== undefined || form.data.overLimitBasis ? (
              <TextareaField
                name="overLimitBasis"
                label={t('secretariat.field.over_limit_basis')}
                rows={2}
                maxLength={300}
              />
            ) : null}
          </Stack>
        </Fieldset>
      </Form>
    </>
  )
}
