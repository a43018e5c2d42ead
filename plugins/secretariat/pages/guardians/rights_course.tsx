import { List, Text, useFormats, useT } from '@unia/ui'

export interface RightsChange {
  id: string
  valid_from: string
  valid_to: string | null
  may_read_register: boolean
  may_excuse: boolean
  may_collect: boolean
  legal_representative: boolean
  may_see_address: boolean
}

const RIGHTS = [
  'legal_representative',
  'may_read_register',
  'may_excuse',
  'may_collect',
  'may_see_address',
] as const

/** How the rights changed from day to day, those to come included. */
export function RightsCourse({ course }: { course: RightsChange[] }) {
  const t = useT()
  const { formatDate } = useFormats()
  if (course.length === 0) return null
  return (
    <div>
      <Text fw={600}>{t('secretariat.guardian.course')}</Text>
      <List>
        {course.map((change) => (
          <List.Item key={change.id}>
            {change.valid_to
              ? t('secretariat.card.period', {
                  from: formatDate(change.valid_from),
                  to: formatDate(change.valid_to),
                })
              : t('secretariat.card.period_open', { from: formatDate(change.valid_from) })}
            {': '}
            {RIGHTS.filter((right) => change[right])
              .map((right) => t(`secretariat.field.${right}`))
              .join(', ') || t('secretariat.guardian.no_rights')}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
