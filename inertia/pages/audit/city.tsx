import { Trail, type TrailProps } from './trail.tsx'

export default function CityTrail(props: TrailProps) {
  return <Trail {...props} />
}
