import type { ChildPart, FamilyContext } from '@unia/platform/home'
import { warsawDay } from '@unia/platform/values'
import { familyChildren } from '#secretariat/queries/family_children'

/** Who the children are: everything else on the family's page hangs on this. */
export default async function family({ personId }: FamilyContext): Promise<ChildPart[]> {
  const children = await familyChildren(personId, warsawDay())
  return children.map(({ id, surname, givenNames, section }) => ({
    ...{ pupilId: id, name: `${givenNames} ${surname}` },
    ...(section && { group: section }),
  }))
}
