import { PublicHeader, Text, useT } from '@unia/ui'

export default function StartAsked() {
  const t = useT()
  return (
    <>
      <PublicHeader title={t('core.start.asked')} lead={t('core.start.asked.lead')} />
      <Text>{t('core.start.asked.text')}</Text>
    </>
  )
}
