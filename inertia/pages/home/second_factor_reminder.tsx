import { Alert, Button, Link, useShared, useT } from '@unia/ui'
import classes from './home.module.css'

/** Stays until the second factor that the role demands is set up. */
export function SecondFactorReminder() {
  const t = useT()
  const person = useShared().person as { mustAddSecondFactor?: boolean } | null
  if (!person?.mustAddSecondFactor) return null
  return (
    <Alert color="yellow" mb="md" role="status">
      <div className={classes.reminder}>
        {t('core.home.second_factor')}
        <Button component={Link} href="/account/second-factor?next=/" size="xs" variant="default">
          {t('core.home.second_factor.add')}
        </Button>
      </div>
    </Alert>
  )
}
