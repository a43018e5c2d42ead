import { Card, Grid, KeyValue, PageHeader, Stack, Text, Timeline, useShared, useT } from '@unia/ui'
import type { HistoryEntry } from '#secretariat/transformers/history_entry'
import type { PupilCard } from '#secretariat/transformers/pupil_card'
import { Guardians } from './guardians.tsx'
import { Enrolments, Placements } from './course.tsx'
import { Pesel } from './pesel.tsx'

interface Props {
  pupil: PupilCard
  history: HistoryEntry[]
  may: { edit: boolean; unmask?: boolean; contact: boolean; court: boolean }
}

export default function PupilsShow({ pupil, history, may }: Props) {
  const t = useT()
  const href = `/${useShared().unit!.slug}/secretariat/pupils/${pupil.id}`
  const whole = pupil.version !== undefined
  return (
    <>
      <PageHeader
        title={`${pupil.surname} ${pupil.givenNames}`}
        facts={useFacts(pupil)}
        primary={
          may.edit ? { label: t('secretariat.card.edit'), icon: 'pencil', href: `${href}/edit` } : undefined
        }
        more={
          may.edit
            ? [
                {
                  label: t('secretariat.card.move'),
                  icon: 'arrows-exchange',
                  href: `${href}/section-memberships/create`,
                },
                {
                  label: t('secretariat.card.leave'),
                  icon: 'logout',
                  href: `${href}/departure/create`,
                },
                {
                  label: t('secretariat.card.certificate'),
                  icon: 'certificate',
                  onClick: () => window.open(`${href}/certificate`),
                },
              ]
            : []
        }
      />
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            {whole && <Identity pupil={pupil} href={href} mayUnmask={may.unmask ?? false} />}
            <Guardians
              guardians={pupil.guardians}
              href={href}
              mayEdit={may.edit}
              mayContact={may.contact}
              mayCourt={may.court}
            />
            {pupil.placements && <Placements placements={pupil.placements} />}
            {pupil.enrolments && <Enrolments enrolments={pupil.enrolments} />}
          </Stack>
        </Grid.Col>
        {whole && (
          <Grid.Col span={{ base: 12, md: 5 }}>
            <History entries={history} />
          </Grid.Col>
        )}
      </Grid>
    </>
  )
}

function useFacts(pupil: PupilCard): string {
  const t = useT()
  const sections = pupil.sections.map(({ name, rollNumber }) =>
    rollNumber ? t('secretariat.card.section_fact', { section: name, number: rollNumber }) : name
  )
  return [sections.join(', ') || t('secretariat.card.no_section'), pupil.birthDate]
    .filter(Boolean)
    .join(' · ')
}

function Identity({ pupil, href, mayUnmask }: { pupil: PupilCard; href: string; mayUnmask: boolean }) {
  const t = useT()
  const label = (field: string) => t(`secretariat.field.${field}`)
  const address = [pupil.street, [pupil.postalCode, pupil.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <Card title={t('secretariat.card.identity')}>
      <KeyValue
        items={[
          {
            label: label('pesel'),
            value: <Pesel masked={pupil.pesel ?? null} href={href} mayUnmask={mayUnmask} />,
          },
          ...(pupil.peselReason ? [{ label: label('pesel_warning_reason'), value: pupil.peselReason }] : []),
          { label: label('second_name'), value: pupil.secondName },
          { label: label('birth_date'), value: pupil.birthDate },
          { label: label('birth_place'), value: pupil.birthPlace },
          { label: label('sex'), value: t(`secretariat.sex.${pupil.sex}`) },
          { label: label('address'), value: address },
          { label: label('phone'), value: pupil.phone },
          { label: label('email'), value: pupil.email },
        ]}
      />
    </Card>
  )
}

function History({ entries }: { entries: HistoryEntry[] }) {
  const t = useT()
  return (
    <Card title={t('secretariat.card.history')}>
      {entries.length === 0 ? (
        <Text c="dimmed">{t('secretariat.card.no_history')}</Text>
      ) : (
        <Timeline
          entries={entries.map(({ id, at, title, by, changes }) => ({
            ...{ id, at, title },
            by: by ?? undefined,
            text: changes.map((change) => <div key={change.field}>{t('secretariat.change', change)}</div>),
          }))}
        />
      )}
    </Card>
  )
}
