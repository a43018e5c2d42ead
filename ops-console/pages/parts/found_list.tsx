import { useState } from 'react'
import { Anchor, Button, Card, Checkbox, EmptyState, Link, NativeSelect, router, useT } from '@unia/ui'
import type { Suggested } from '#ops/inventory/discovery/suggest'
import classes from './alarms.module.css'

interface Props {
  taskId: string
  found: Suggested[]
  units: { value: string; label: string }[]
  /** The credential is still there. */
  usable: boolean
}

interface Choice {
  take: boolean
  unit: string
  kind: string
}

const BASE = '/city/ops-console/inventory'
const KINDS = ['edge', 'cpe', 'switch', 'other']

/** What answered; the new ones can be taken into the inventory, each for a unit. */
export function FoundList({ taskId, found, units, usable }: Props) {
  const t = useT()
  const text = (key: string, values?: Record<string, string | number>) =>
    t(`ops-console.inventory.discovery.${key}`, values)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const choiceOf = (one: Suggested): Choice =>
    choices[one.address] ?? { take: false, unit: one.unit ?? '', kind: one.kind }
  const choose = (one: Suggested, change: Partial<Choice>) =>
    setChoices((known) => ({ ...known, [one.address]: { ...choiceOf(one), ...change } }))
  const chosen = found
    .filter((one) => !one.known)
    .map((one) => ({ address: one.address, ...choiceOf(one) }))
    .filter(({ take, unit }) => take && unit)
  const take = () =>
    router.post(`${BASE}/discoveries/${taskId}/devices`, {
      chosen: chosen.map(({ address, unit, kind }) => ({ address, unit, kind })),
    })
  if (!found.length) return <EmptyState icon="search" title={text('none_yet')} />
  return (
    <Card title={text('found', { count: found.length })}>
      <table className={classes.rows}>
        <thead>
          <tr>
            {['address', 'name', 'model', 'serial', 'neighbours', 'unit', 'kind'].map((one) => (
              <th key={one} scope="col">
                {text(`column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.address}>
              <td>
                {one.known || !usable ? (
                  one.address
                ) : (
                  <Checkbox
                    label={one.address}
                    checked={choiceOf(one).take}
                    onChange={(event) => choose(one, { take: event.currentTarget.checked })}
                  />
                )}
              </td>
              <td>{one.name ?? '–'}</td>
              <td>{one.model ?? '–'}</td>
              <td>{one.serial ?? '–'}</td>
              <td>{one.neighbours.join(', ') || '–'}</td>
              {one.known ? (
                <td colSpan={2}>
                  <Anchor component={Link} href={`${BASE}/${one.known.id}`}>
                    {text('known', { unit: one.known.unit })}
                  </Anchor>
                </td>
              ) : (
                <>
                  <td>
                    <NativeSelect
                      aria-label={`${text('column.unit')}: ${one.address}`}
                      data={[{ value: '', label: text('choose_unit') }, ...units]}
                      value={choiceOf(one).unit}
                      onChange={(event) => choose(one, { unit: event.currentTarget.value })}
                    />
                  </td>
                  <td>
                    <NativeSelect
                      aria-label={`${text('column.kind')}: ${one.address}`}
                      data={KINDS.map((value) => ({ value, label: t(`ops-console.kind.${value}`) }))}
                      value={choiceOf(one).kind}
                      onChange={(event) => choose(one, { kind: event.currentTarget.value })}
                    />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {usable && found.some((one) => !one.known) && (
        <Button disabled={!chosen.length} onClick={take}>
          {text('take', { count: chosen.length })}
        </Button>
      )}
      {!usable && <p>{text('forgotten')}</p>}
    </Card>
  )
}
