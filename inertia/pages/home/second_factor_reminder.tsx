import { Button, Link, StateShape, useShared, useT } from '@unia/ui'
import classes from './home.module.css'

/** Stays until the second factor that the role demands is set up. */
export function SecondFactorReminder() {
  const t = useT()
  const person = useShared().person as { mustAddSecondFactor?: boolean } | null
  if (!person?.mustAddSecondFactor) return null
  return (
    <div className={classes.reminder} role="status">
      <StateShape state="warning" />
      <span>{t('core.home.second_factor')}</span>
      <Button component={Link} href="/account/second-factor?next=/" size="xs" variant="default">
        {t('core.home.second_factor.add')}
      </Button>
    </div>
  )
}
