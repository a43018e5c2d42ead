import { DateInput as MantineDateInput, DatesProvider } from '@mantine/dates'
import type { DateInputProps } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/pl'
import { useFormats, useT } from '../i18n/provider.tsx'
import { parseDay } from './parse_day.ts'

/** Mantine's field with a calendar, Monday first, in the person's language. Its own chunk. */
export default function DateInput(props: DateInputProps) {
  const t = useT()
  const { locale } = useFormats()
  const labels = {
    nextMonth: t('ui.date.next_month'),
    previousMonth: t('ui.date.previous_month'),
    nextYear: t('ui.date.next_year'),
    previousYear: t('ui.date.previous_year'),
    nextDecade: t('ui.date.next_decade'),
    previousDecade: t('ui.date.previous_decade'),
  }
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <MantineDateInput
        {...props}
        hideOutsideDates
        clearable={!props['aria-required']}
        valueFormat={locale === 'pl' ? 'DD.MM.YYYY' : 'DD/MM/YYYY'}
        placeholder={t('ui.date.placeholder')}
        dateParser={parseDay}
        ariaLabels={labels}
      />
    </DatesProvider>
  )
}
