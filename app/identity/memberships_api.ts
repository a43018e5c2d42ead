export { closeAccountsWithoutRole } from './account_life.ts'
export { deriveMemberships, type Derivation, type Fact, type Holder } from './derived_memberships.ts'
export { derivedKeys, derivedOn, type DerivedRow } from './fact_rows.ts'
export {
  accountActivated,
  accountInvited,
  membershipEnded,
  membershipGranted,
  personMerged,
  personSplit,
} from './events.ts'
export { issueInvitation, revokeInvitation, type Issued, type NewInvitation } from './invitations/issue.ts'
export { contactsOf, proposeContacts, type Contact } from './contacts.ts'
export { childrenOf, type Child } from './children.ts'
export { deskFigures, deskPeople, type DeskPerson, type Need } from './desk.ts'
export { recordSending } from './invitations/sent.ts'
export { birthDatesFor, memberHere, type Member } from './member_here.ts'
export {
  dismissDuplicate,
  findDuplicates,
  undoableMerges,
  type DoneMerge,
  type Duplicate,
} from './duplicates.ts'
export { mergePeople, UNDO_DAYS, undoMerge } from './merging.ts'
export { reachableAt, reachOf, type Reach } from './reach.ts'
