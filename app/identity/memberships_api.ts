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
