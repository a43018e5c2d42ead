import {
  Anchor,
  Form,
  Link,
  PageHeader,
  SelectField,
  Stack,
  TextField,
  useShared,
  useT,
  useUniaForm,
} from '@unia/ui'

interface Props {
  section: { id: string; name: string; symbol: string; kind: string } | null
  units: { value: string; label: string }[]
  year: number
  kinds: string[]
}

const GRADES = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((grade) => ({ value: String(grade), label: String(grade) }))

export default function SectionForm({ section, units, year, kinds }: Props) {
  const t = useT()
  const base = `/${useShared().unit!.slug}/secretariat/sections`
  const only = units.length === 1 ? units[0]!.value : null
  const form = useUniaForm({
    unitId: only,
    schoolYear: String(year),
    gradeLevel: null as string | null,
    symbol: section?.symbol ?? '',
    kind: section?.kind ?? 'general',
  })
  return (
    <>
      <PageHeader
        title={
          section ? t('secretariat.section.edit_title', { name: section.name }) : t('secretariat.section.new')
        }
      />
      <Form
        form={form}
        method={section ? 'put' : 'post'}
        action={section ? `${base}/${section.id}` : base}
        submitLabel={t('secretariat.section.save')}
        aside={
          <Anchor component={Link} href={section ? `${base}/${section.id}` : base}>
            {t('secretariat.form.cancel')}
          </Anchor>
        }
      >
        <Stack>
          {!section && !only && (
            <SelectField name="unitId" label={t('secretariat.field.unit')} options={units} required />
          )}
          {!section && (
            <SelectField
              name="schoolYear"
              label={t('secretariat.field.school_year')}
              options={[year, year + 1].map((value) => ({
                value: String(value),
                label: `${value}/${value + 1}`,
              }))}
              required
            />
          )}
          {!section && (
            <SelectField
              name="gradeLevel"
              label={t('secretariat.field.grade_level')}
              options={GRADES}
              required
            />
          )}
          <TextField
            name="symbol"
            label={t('secretariat.field.symbol')}
            hint={t('secretariat.section.symbol_hint')}
            maxLength={4}
            required
          />
          <SelectField
            name="kind"
            label={t('secretariat.field.kind')}
            options={kinds.map((value) => ({ value, label: t(`secretariat.kind.${value}`) }))}
            required
          />
        </Stack>
      </Form>
    </>
  )
}
