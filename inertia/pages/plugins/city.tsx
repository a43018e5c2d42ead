import {
  Alert,
  Card,
  Code,
  DataTable,
  List,
  PageHeader,
  Stack,
  StateBadge,
  Text,
  useT,
  type Column,
} from '@unia/ui'
import type { PluginFacts } from './types.ts'

interface CityPlugin extends PluginFacts {
  areaName: string
  granted: number
  on: number
  byKind: { kind: string; granted: number; on: number }[]
  roles: string[]
}

interface Props {
  units: number
  kinds: { id: string; name: string }[]
  plugins: CityPlugin[]
  refused: { id: string; problems: string[] }[]
}

export default function CityPlugins({ units, kinds, plugins, refused }: Props) {
  const t = useT()
  const columns: Column<CityPlugin>[] = [
    {
      id: 'name',
      header: t('core.plugins.column.name'),
      cell: (row) => row.name,
      priority: 1,
      width: '12rem',
    },
    { id: 'area', header: t('core.plugins.column.area'), cell: (row) => row.areaName, priority: 3 },
    { id: 'version', header: t('core.plugins.column.version'), cell: (row) => row.version, priority: 3 },
    {
      id: 'on',
      header: t('core.plugins.column.on'),
      align: 'end',
      cell: (row) => (
        <StateBadge state={row.on === row.granted ? 'ok' : 'unknown'}>
          {t('core.plugins.of', { on: row.on, granted: row.granted })}
        </StateBadge>
      ),
    },
    ...kinds.map(({ id, name }) => ({
      id: `kind_${id}`,
      header: name,
      align: 'end' as const,
      priority: 3 as const,
      defaultHidden: kinds.length > 6,
      cell: (row: CityPlugin) => <Share of={row.byKind.find(({ kind }) => kind === id)!} />,
    })),
    {
      id: 'roles',
      header: t('core.plugins.column.roles'),
      cell: (row) => row.roles.join(', ') || '–',
      priority: 3,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('core.plugins.city.title')}
        facts={t('core.plugins.city.facts', { count: plugins.length, units })}
      />
      <Stack>
        {refused.length > 0 && <Refused refused={refused} />}
        <DataTable
          id="core.city_plugins"
          caption={t('core.plugins.city.title')}
          rows={plugins}
          total={plugins.length}
          page={1}
          pageSize={200}
          sort=""
          columns={columns}
          rowLabel={(row) => row.name}
          searchable={false}
        />
        <Personal plugins={plugins} />
      </Stack>
    </>
  )
}

function Share({ of }: { of: { granted: number; on: number } }) {
  return <span className="u-tabular">{of.granted === 0 ? '–' : `${of.on}/${of.granted}`}</span>
}

function Refused({ refused }: { refused: Props['refused'] }) {
  const t = useT()
  return (
    <Alert color="danger" title={t('core.plugins.refused.title', { count: refused.length })}>
      <Text size="sm">{t('core.plugins.refused.city')}</Text>
      {refused.map(({ id, problems }) => (
        <section key={id}>
          <Text fw={600}>{id}</Text>
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>
                <Code>{problem}</Code>
              </List.Item>
            ))}
          </List>
        </section>
      ))}
    </Alert>
  )
}

function Personal({ plugins }: { plugins: CityPlugin[] }) {
  const t = useT()
  return (
    <Card title={t('core.plugins.personal')}>
      <List>
        {plugins.flatMap(({ id, name, personalData }) =>
          personalData.map((kept) => (
            <List.Item key={`${id}.${kept.data}`}>
              {name}: {t('core.plugins.personal.line', kept)}
            </List.Item>
          ))
        )}
      </List>
      {plugins.every(({ personalData }) => personalData.length === 0) && t('core.plugins.personal.none')}
    </Card>
  )
}
