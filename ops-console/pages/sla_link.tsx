import {
  Alert,
  Card,
  EmptyState,
  KeyValue,
  Link,
  List,
  PageHeader,
  router,
  Stack,
  StateBadge,
  useT,
} from '@unia/ui'
import type { LinkMonth } from '#ops/sla/link_month'
import type { Limits } from '#ops/sla/settle'
import { moment, monthName, percent } from '#ops/sla/words'
import { SlaEvidence } from './parts/sla_evidence.tsx'
import { SlaExclusionForm } from './parts/sla_exclusion_form.tsx'
import { SlaFigures } from './parts/sla_figures.tsx'
import { SlaMonthSwitch, useLocaleTag } from './parts/sla_month_switch.tsx'

interface Props {
  report: LinkMonth | null
  month: string
  base: string
  city: boolean
  ended: boolean
  maySettle: boolean
  limits: Limits
}

/** One link's month: what was agreed, what was measured, and every minute that it rests on. */
export default function SlaLink({ report, month, base, city, ended, maySettle }: Props) {
  const t = useT()
  const locale = useLocaleTag()
  const query = `?month=${month}${report?.settled ? `&version=${report.settled.version}` : ''}`
  const settle = () => router.post(`${base}/settlements`, { month })
  return (
    <>
      <PageHeader
        title={t('ops-console.sla.link_title')}
        facts={
          report
            ? `${report.link.unitName} · ${report.link.supplier} · ${monthName(month, locale)}`
            : monthName(month, locale)
        }
        breadcrumbs={
          city && report
            ? [
                { label: t('ops-console.sla.title'), href: `/city/ops-console/sla?month=${month}` },
                { label: report.link.unit },
              ]
            : undefined
        }
        aside={<SlaMonthSwitch month={month} base={base} />}
        primary={
          maySettle && ended && report?.inputs
            ? {
                label: t(report.settled ? 'ops-console.sla.settle_again' : 'ops-console.sla.settle'),
                icon: 'signature',
                onClick: settle,
              }
            : undefined
        }
        more={
          report?.result
            ? [
                {
                  label: t('ops-console.sla.pdf'),
                  icon: 'printer',
                  onClick: () => window.open(`${base}/print${query}`),
                },
                { label: 'CSV', icon: 'download', onClick: () => window.open(`${base}/export${query}`) },
                {
                  label: 'XLSX',
                  icon: 'download',
                  onClick: () => window.open(`${base}/export${query}&format=xlsx`),
                },
              ]
            : []
        }
      />
      {report?.inputs && report.result ? (
        <Known
          {...{ report, base, month, maySettle, locale }}
          inputs={report.inputs}
          result={report.result}
        />
      ) : (
        <EmptyState icon="plug-connected" title={t('ops-console.sla.not_in_service')} />
      )}
    </>
  )
}

interface KnownProps extends Pick<Props, 'base' | 'month' | 'maySettle'> {
  report: LinkMonth
  inputs: NonNullable<LinkMonth['inputs']>
  result: NonNullable<LinkMonth['result']>
  locale: string
}

function Known({ report, inputs, result, base, month, maySettle, locale }: KnownProps) {
  const t = useT()
  const { settled, link } = report
  return (
    <Stack gap="md">
      {!settled && (
        <Alert color="yellow" variant="light">
          {t('ops-console.sla.preview')}
        </Alert>
      )}
      {!result.wellCovered && (
        <Alert color="red" variant="light" role="alert">
          {t('ops-console.sla.low_coverage', { coverage: percent(result.coverage, locale) })}
        </Alert>
      )}
      <SlaFigures {...{ inputs, result }} />
      <SlaEvidence {...{ inputs, result }} />
      <Card title={t('ops-console.sla.basis')}>
        <KeyValue
          items={[
            {
              label: t('ops-console.sla.field.service_from'),
              value: link.activatedAt
                ? moment(Date.parse(link.activatedAt), locale)
                : t('ops-console.sla.document.no_activation'),
            },
            {
              label: t('ops-console.sla.field.version'),
              value: settled ? <StateBadge state="ok">{settled.version}</StateBadge> : null,
            },
            {
              label: t('ops-console.sla.field.generated_at'),
              value: settled && moment(Date.parse(settled.generatedAt), locale),
            },
            { label: t('ops-console.sla.field.generated_by'), value: settled?.generatedName },
            {
              label: t('ops-console.sla.field.hash'),
              value: settled && <code>{settled.inputsHash.slice(0, 16)}…</code>,
            },
          ]}
        />
        <p>{t('ops-console.sla.document.rule')}</p>
        <p>{t('ops-console.sla.document.resolution', { seconds: inputs.resolution })}</p>
        {report.versions.length > 1 && (
          <List>
            {report.versions.map((one) => (
              <List.Item key={one.version}>
                <Link href={`${base}?month=${month}&version=${one.version}`}>
                  {t('ops-console.sla.version_link', { version: one.version, name: one.generatedName })}
                </Link>
              </List.Item>
            ))}
          </List>
        )}
      </Card>
      {maySettle && <SlaExclusionForm action={`${base}/exclusions`} />}
    </Stack>
  )
}
