import {
  Anchor,
  Button,
  Card,
  Form,
  KeyValue,
  Link,
  PageHeader,
  router,
  Stack,
  useConfirm,
  useFormats,
  useT,
  useUniaForm,
} from '@unia/ui'
import type { EntityPage } from '#ops/queries/inventory_entity'
import { EntityFields } from './parts/entity_fields.tsx'
import { entityForm } from './parts/entity_form.ts'
import { ParentsField } from './parts/parents_field.tsx'
import { SecretsCard } from './parts/secrets_card.tsx'
import classes from './parts/alarms.module.css'

const BASE = '/city/ops-console/inventory'

/** One entity of the inventory: what is known, how it is asked, by which credentials. */
export default function InventoryEntity(props: EntityPage) {
  const t = useT()
  const { entity, owner } = props
  const title = `${entity.name ?? t(`ops-console.kind.${entity.kind}`)} · ${owner.shortName}`
  const passive = entity.kind === 'endpoints'
  return (
    <>
      <PageHeader
        title={title}
        facts={[
          t(`ops-console.kind.${entity.kind}`),
          t(`ops-console.rollout.${entity.rollout}`),
          t(`ops-console.inventory.played.${entity.simulated ? 'simulated' : 'real'}`),
        ].join(' · ')}
        breadcrumbs={[{ label: t('ops-console.inventory.title'), href: BASE }, { label: title }]}
        primary={{
          label: t('ops-console.inventory.live'),
          icon: 'chart-line',
          href: `/city/ops-console/devices/${entity.id}`,
        }}
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <EditCard {...props} />
        </div>
        <div className={classes.column}>
          {!passive && <SecretsCard {...props} />}
          <OriginCard {...props} />
        </div>
      </div>
    </>
  )
}

function EditCard(props: EntityPage) {
  const t = useT()
  const form = useUniaForm(entityForm(props))
  return (
    <Card title={t('ops-console.inventory.data')}>
      <Form
        form={form}
        method="put"
        action={`${BASE}/${props.entity.id}`}
        submitLabel={t('ops-console.inventory.save')}
        aside={
          <Anchor component={Link} href={BASE}>
            {t('ops-console.inventory.back')}
          </Anchor>
        }
      >
        <Stack>
          <EntityFields data={form.data} />
          <ParentsField
            choices={props.parentChoices}
            value={form.data.parents}
            error={form.errors.parents}
            onChange={(ids) => form.set('parents', ids)}
          />
        </Stack>
      </Form>
    </Card>
  )
}

function OriginCard({ entity, assignments }: EntityPage) {
  const t = useT()
  const { formatDate } = useFormats()
  const text = (key: string) => t(`ops-console.inventory.${key}`)
  const byHand = entity.byHand.map((field) => text(`hand.${field}`)).join(', ')
  const held = ({ from, to }: { from: string; to: string | null }) =>
    `${formatDate(from)} – ${to ? formatDate(to) : text('still')}`
  return (
    <Card title={text('source')}>
      <KeyValue
        items={[
          { label: text('column.origin'), value: text(`origin.${entity.origin}`) },
          { label: text('column.key'), value: entity.key },
          { label: text('by_hand'), value: byHand },
          { label: text('held'), value: assignments.map(held).join(', ') },
        ]}
      />
      <div className={classes.actions}>
        {entity.origin === 'file' && byHand && <HandBackButton id={entity.id} />}
        {entity.rollout !== 'retired' && <RetireButton id={entity.id} />}
      </div>
    </Card>
  )
}

function HandBackButton({ id }: { id: string }) {
  const t = useT()
  const confirm = useConfirm()
  const text = (key: string) => t(`ops-console.inventory.${key}`)
  const handBack = async () => {
    if (await confirm({ title: text('hand_back'), text: text('hand_back_text'), confirm: text('hand_back') }))
      router.post(`${BASE}/${id}/hand-back`)
  }
  return (
    <Button variant="default" onClick={() => void handBack()}>
      {text('hand_back')}
    </Button>
  )
}

function RetireButton({ id }: { id: string }) {
  const t = useT()
  const confirm = useConfirm()
  const text = (key: string) => t(`ops-console.inventory.${key}`)
  const retire = async () => {
    const question = {
      title: text('retire'),
      text: text('retire_text'),
      confirm: text('retire'),
      danger: true,
    }
    if (await confirm(question)) router.post(`${BASE}/${id}/retirement`)
  }
  return (
    <Button variant="default" color="red" onClick={() => void retire()}>
      {text('retire')}
    </Button>
  )
}
