import { systemClient } from '../tenancy/tenancy.ts'
import { mayBeSameName } from './same_name.ts'

export interface Duplicate {
  keptId: string
  mergedId: string
  keptName: string
  mergedName: string
  /** What they share: `email`, `phone`, `birth_date`. */
  reasons: string[]
  keptHasAccount: boolean
}

interface Pair {
  a: string
  b: string
  a_given: string
  a_surname: string
  b_given: string
  b_surname: string
  a_account: boolean
  b_account: boolean
  reasons: string[]
}

const MOST = 200

/**
 * Pairs of people who may be one: the same e-mail, phone or birth date and names that fit. Two different PESEL numbers
 * are two people. Kept is who has an account, else the older record. Pairs dismissed or merged before are left out.
 */
export async function findDuplicates(): Promise<Duplicate[]> {
  const { rows } = await systemClient().rawQuery<{ rows: Pair[] }>(
    `with shared as (
       select c.person_id as a, d.person_id as b, c.kind as reason
       from core.identity_contacts c join core.identity_contacts d on d.kind = c.kind and lower(d.value) = lower(c.value) and d.person_id > c.person_id
       union
       select p.id, q.id, 'birth_date' from core.identity_people p join core.identity_people q
         on q.birth_date = p.birth_date and core.fold(q.surname) = core.fold(p.surname) and core.fold(q.given_names) = core.fold(p.given_names) and q.id > p.id)
     select s.a, s.b, array_agg(distinct s.reason order by s.reason) as reasons, p.given_names as a_given, p.surname as a_surname,
            q.given_names as b_given, q.surname as b_surname,
            exists (select from core.identity_accounts x where x.person_id = s.a) as a_account,
            exists (select from core.identity_accounts x where x.person_id = s.b) as b_account
     from shared s join core.identity_people p on p.id = s.a join core.identity_people q on q.id = s.b
     where p.merged_into is null and q.merged_into is null and (p.pesel_hash is null or q.pesel_hash is null)
       and not exists (select from core.identity_merges m where m.state in ('dismissed', 'undone')
         and least(m.kept_id, m.merged_id) = s.a and greatest(m.kept_id, m.merged_id) = s.b)
     group by s.a, s.b, p.id, q.id order by p.surname, p.given_names limit ${MOST}`
  )
  return rows
    .filter((row) =>
      mayBeSameName(
        { givenNames: row.a_given, surname: row.a_surname },
        { givenNames: row.b_given, surname: row.b_surname }
      )
    )
    .map(proposal)
}

function proposal(row: Pair): Duplicate {
  const names = { a: `${row.a_given} ${row.a_surname}`, b: `${row.b_given} ${row.b_surname}` }
  const turned = row.b_account && !row.a_account
  return {
    ...(turned ? { keptId: row.b, mergedId: row.a } : { keptId: row.a, mergedId: row.b }),
    ...(turned ? { keptName: names.b, mergedName: names.a } : { keptName: names.a, mergedName: names.b }),
    ...{ reasons: row.reasons, keptHasAccount: row.a_account || row.b_account },
  }
}

export interface DoneMerge {
  id: string
  keptName: string
  mergedName: string
  confirmedAt: string
  byName: string | null
}

/** Merges that can still be undone, the latest first. */
export async function undoableMerges(days: number): Promise<DoneMerge[]> {
  const { rows } = await systemClient().rawQuery<{ rows: (DoneMerge & { at: Date })[] }>(
    `select m.id, k.given_names || ' ' || k.surname as "keptName", o.given_names || ' ' || o.surname as "mergedName",
            m.confirmed_at as at, b.given_names || ' ' || b.surname as "byName"
     from core.identity_merges m
     join core.identity_people k on k.id = m.kept_id join core.identity_people o on o.id = m.merged_id
     left join core.identity_accounts a on a.id = m.confirmed_by left join core.identity_people b on b.id = a.person_id
     where m.state = 'confirmed' and m.confirmed_at > now() - make_interval(days => ?) order by m.confirmed_at desc limit 200`,
    [days]
  )
  return rows.map(({ at, ...row }) => ({ ...row, confirmedAt: at.toISOString() }))
}

/** These two are two people; nobody is asked again. */
export const dismissDuplicate = (keptId: string, mergedId: string, accountId: string) =>
  systemClient().table('core.identity_merges').insert({
    kept_id: keptId,
    merged_id: mergedId,
    state: 'dismissed',
    reasons: [],
    confirmed_by: accountId,
  })
