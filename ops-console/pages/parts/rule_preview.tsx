import { useState } from 'react'
import { Button, Card, requestJson, useT } from '@unia/ui'
import type { RulePreview as Preview } from '#ops/queries/rule_preview'

/** Asks, before anything is saved, who would be beyond the limits of the form. */
export function RulePreview({ code, data }: { code: string; data: Record<string, unknown> }) {
  const t = useT()
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null)
  const asked = new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value ?? '')]))
  const ask = () =>
    requestJson<Preview>(`/city/ops-console/rules/${code}/preview?${asked}`).then(setPreview, () =>
      setPreview('failed')
    )
  const text = () => {
    if (!preview) return null
    if (preview === 'failed') return t('ops-console.rule.preview_failed')
    const { judged, known, beyondNow: now, beyondThen: then } = preview
    return t('ops-console.rule.preview_result', { judged, known, now, then })
  }
  return (
    <Card title={t('ops-console.rule.preview_title')}>
      <Button variant="default" onClick={() => void ask()}>
        {t('ops-console.rule.preview')}
      </Button>
      <p role="status">{text()}</p>
    </Card>
  )
}
