import {
  Card,
  EmptyState,
  KeyValue,
  Link,
  PageHeader,
  StateBadge,
  Timeline,
  useFormats,
  useT,
} from '@unia/ui'
import type { LinkRollout } from '#ops/queries/link_rollout'
import { DefectsCard } from './parts/defects_card.tsx'
import { DeviceStageCard } from './parts/device_stage_card.tsx'
import { DocumentsCard } from './parts/documents_card.tsx'
import { NextStepCard } from './parts/next_step_card.tsx'
import { PlanForm } from './parts/plan_form.tsx'
import { ProtocolsCard } from './parts/protocols_card.tsx'
import { STAGES } from '../domain/link_states.ts'
import { linkTone } from './parts/rollout_tone.ts'
import { TestsCard } from './parts/tests_card.tsx'
import classes from './parts/rollout.module.css'

export interface LinkRolloutProps extends LinkRollout {
  checklist: string[]
  /** Address below which the link's forms are sent. */
  base: string
  mayManage: boolean
  mayConsent: boolean
}

type Props = LinkRolloutProps | { link: null }

/** A link from plan to service: what is done, what comes next and what is missing for it. */
export default function LinkRolloutPage(props: Props) {
  const t = useT()
  if (props.link === null) {
    return (
      <>
        <PageHeader title={t('ops-console.rollout.own_title')} />
        <EmptyState icon="network" title={t('ops-console.rollout.none')}>
          {t('ops-console.rollout.none_hint')}
        </EmptyState>
      </>
    )
  }
  return <Known {...(props as LinkRolloutProps)} />
}

function Known(props: LinkRolloutProps) {
  const { school, link, steps, mayManage } = props
  const t = useT()
  return (
    <>
      <PageHeader
        title={mayManage ? school.shortName : t('ops-console.rollout.own_title')}
        facts={`${school.name} · ${link.supplier}`}
        aside={<StateBadge state={linkTone(link.state)}>{t(`ops-console.link.${link.state}`)}</StateBadge>}
      />
      <Stages {...props} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <NextStepCard {...props} />
          <TestsCard {...props} />
          <ProtocolsCard {...props} />
          <DefectsCard {...props} />
          <DocumentsCard {...props} />
        </div>
        <div className={classes.column}>
          <Facts {...props} />
          {props.device && mayManage && <DeviceStageCard device={props.device} />}
          <Card title={t('ops-console.rollout.history')}>
            {steps.length ? (
              <Timeline entries={steps.map((step) => entry(step, t))} />
            ) : (
              <p className={classes.meta}>{t('ops-console.rollout.no_history')}</p>
            )}
          </Card>
        </div>
      </div>
    </>
  )
}

function entry(step: LinkRollout['steps'][number], t: ReturnType<typeof useT>) {
  const place = step.details?.location as string | undefined
  return {
    ...{
      id: step.id,
      at: step.at as unknown as string,
      by: step.actor_name ?? undefined,
      state: linkTone(step.became),
    },
    title: t(`ops-console.link.${step.became}`),
    text:
      [place && t('ops-console.rollout.cabinet_at', { place }), step.remarks].filter(Boolean).join(' · ') ||
      undefined,
  }
}

function Stages({ link }: LinkRolloutProps) {
  const t = useT()
  const at = STAGES.indexOf((link.resumes ?? link.state) as never)
  return (
    <ol className={classes.stages} aria-label={t('ops-console.rollout.stages')}>
      {STAGES.map((stage, i) => (
        <li
          key={stage}
          className={classes.stage}
          data-done={i < at || link.state === 'active'}
          aria-current={i === at ? 'step' : undefined}
        >
          {t(`ops-console.link.${stage}`)}
        </li>
      ))}
    </ol>
  )
}

function Facts({ link, device, school, mayManage, base }: LinkRolloutProps) {
  const t = useT()
  const { formatDate, formatDateTime, formatNumber } = useFormats()
  const field = (name: string) => t(`ops-console.rollout.field.${name}`)
  const items = [
    { label: field('since'), value: formatDateTime(link.stageSince) },
    { label: field('capacity'), value: link.capacityMbps ? `${formatNumber(link.capacityMbps)} Mb/s` : '–' },
    { label: field('planned'), value: link.plannedOn ? formatDate(link.plannedOn) : '–' },
    { label: field('activated'), value: link.activatedAt ? formatDateTime(link.activatedAt) : '–' },
    {
      label: field('baseline'),
      value:
        link.baselineRxDbm === null
          ? '–'
          : `${formatNumber(link.baselineRxDbm, { maximumFractionDigits: 1 })} dBm`,
    },
    {
      label: field('device'),
      value: device ? (
        <Link href={`${mayManage ? '/city' : `/${school.slug}`}/ops-console/devices/${device.id}`}>
          {[device.model, t(`ops-console.rollout.${device.rollout}`)].filter(Boolean).join(' · ')}
        </Link>
      ) : (
        '–'
      ),
    },
  ]
  return (
    <Card title={t('ops-console.rollout.link')}>
      <KeyValue items={items} />
      {mayManage && <PlanForm plannedOn={link.plannedOn} action={base} />}
    </Card>
  )
}
