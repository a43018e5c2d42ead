import { Anchor, Link, List, Text } from '@unia/ui'

export interface Child {
  personId: string
  name: string
  units: { slug: string; name: string }[]
}

/** One line for each child, with the units it goes to. */
export function ChildrenList({ items }: { items: Child[] }) {
  return (
    <List spacing="xs" listStyleType="none" p={0}>
      {items.map(({ personId, name, units }) => (
        <List.Item key={personId}>
          <Text span fw={600}>
            {name}
          </Text>{' '}
          {units.map(({ slug, name: unit }) => (
            <Anchor key={slug} component={Link} href={`/${slug}`} mr="xs">
              {unit}
            </Anchor>
          ))}
        </List.Item>
      ))}
    </List>
  )
}
