import type { HomeCardContent, HomeCardContext } from '@unia/platform/home'
import { linkOf } from '#ops/queries/device_page'
import { scopedKnex } from '#ops/queries/scoped'
import { tone } from '#ops/domain/severity'
import { viewsSince } from '#ops/stream/view'

const moment = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'Europe/Warsaw',
  day: 'numeric',
  month: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

/** Device and link of the building; what is broken also waits among the things to see to. */
export default async function buildingCard(context: HomeCardContext): Promise<HomeCardContent | null> {
  const { tenantId, tenantSlug } = context
  if (tenantId === null) return null
  const knex = scopedKnex()
  const { views } = await viewsSince(knex, tenantId, '0')
  const device = views.find(({ kind }) => kind === 'edge') ?? views[0]
  const link = await linkOf(knex, tenantId)
  if (!device) return null
  const href = `/${tenantSlug}/ops-console`
  const out = device.state === 'DOWN' || device.state === 'UNREACHABLE'
  return {
    title: 'ops-console.card.building',
    href,
    figures: [
      {
        ...{ label: `ops-console.card.device.${device.state}`, href, state: tone(device) },
        value: moment.format(new Date(device.since)),
      },
      ...(link
        ? [
            {
              ...{ label: `ops-console.card.link.${link.state === 'active' ? 'active' : 'other'}`, href },
              value: link.capacityMbps ? `${link.capacityMbps} Mb/s` : link.supplier,
              state: link.state === 'active' ? ('ok' as const) : ('maintenance' as const),
            },
          ]
        : []),
    ],
    needs: out ? [{ text: `ops-console.card.need.${device.state}`, href, state: 'critical' as const }] : [],
  }
}
