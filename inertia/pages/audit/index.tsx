import { useShared } from '@unia/ui'
import { Trail, type TrailProps } from './trail.tsx'

export default function UnitTrail(props: TrailProps) {
  const { unit } = useShared()
  return <Trail {...props} exportHref={`/${unit!.slug}/audit/export`} />
}
