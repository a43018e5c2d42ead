import { EmptyState, PageHeader, useFormats, useShared, useT } from '@unia/ui'
import { NeedsList, type Need } from './needs_list.tsx'
import { PluginCards, type CardView } from './plugin_cards.tsx'
import { SecondFactorReminder } from './second_factor_reminder.tsx'

export default function UnitHome(props: { needs: Need[]; needsMore: number; cards: CardView[] }) {
  const { needs, needsMore, cards } = props
  const t = useT()
  const { formatDate } = useFormats()
  const { unit, role, now } = useShared()
  return (
    <>
      <PageHeader title={unit!.name} facts={`${formatDate(now)} · ${role!.label}`} />
      <SecondFactorReminder />
      {cards.length > 0 || needs.length > 0 ? (
        <>
          <NeedsList needs={needs} more={needsMore} />
          <PluginCards cards={cards} />
        </>
      ) : (
        <EmptyState icon="layout-dashboard" title={t('core.home.empty')}>
          {t('core.home.empty.text')}
        </EmptyState>
      )}
    </>
  )
}
