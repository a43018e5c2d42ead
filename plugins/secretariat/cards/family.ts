import type { ChildPart, FamilyContext } from '@unia/platform/home'
import { warsawDay } from '@unia/platform/values'
import { childrenOf } from '#secretariat/queries/children'
import { sectionNamesOf } from '#secretariat/queries/section_names'

/** Who the children are: everything else on the family's page hangs on this. */
export default async function family({ personId }: FamilyContext): Promise<ChildPart[]> {
  const day = warsawDay()
  const children = (await childrenOf(personId, day)).filter(({ mayReadRegister }) => mayReadRegister)
  const sections = await sectionNamesOf(
    children.map(({ id }) => id),
    day
  )
  return children.map(({ id, surname, givenNames }) => ({
    ...{ pupilId: id, name: `${givenNames} ${surname}` },
    group: sections.get(id),
  }))
}
