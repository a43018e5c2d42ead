import { isCityRole, roleRank } from '../access/roles.ts'
import { tenants } from '../tenancy/tenants.ts'

export interface SessionFacts {
  id: string
  needsSecondFactor: boolean
  steppedUpAt: Date | null
  actingRoles: Record<string, string>
}

export interface MembershipFacts {
  tenantId: number
  role: string
}

/** Who makes this request: one account, its person, and the memberships valid today. */
export class Identity {
  constructor(
    readonly accountId: string,
    readonly person: { id: string; givenNames: string; surname: string },
    readonly loginName: string,
    readonly locale: 'pl' | 'en',
    readonly hasSecondFactor: boolean,
    readonly isDemo: boolean,
    readonly unread: number,
    readonly session: SessionFacts,
    readonly memberships: MembershipFacts[]
  ) {}

  get name() {
    return `${this.person.givenNames} ${this.person.surname}`
  }

  get initials() {
    return [this.person.givenNames, this.person.surname].map((part) => [...part][0] ?? '').join('')
  }

  /** Roles held in a unit, the highest first; city roles do not count there. */
  rolesIn(tenantId: number): string[] {
    return ranked(this.memberships.filter((m) => m.tenantId === tenantId && !isCityRole(m.role)))
  }

  cityRoles(): string[] {
    return ranked(this.memberships.filter((m) => m.tenantId === tenants.cityId && isCityRole(m.role)))
  }

  /** The role chosen for a place in this session, else the highest held there. */
  actingRole(slug: string, roles: string[]): string {
    const chosen = this.session.actingRoles[slug]
    return chosen && roles.includes(chosen) ? chosen : roles[0]!
  }

  /** Every place the person may enter, the city first, then units by name as given by the database. */
  places(): { slug: string; name: string; shortName: string; kind: string; roles: string[] }[] {
    const units = tenants
      .all()
      .filter((tenant) => tenant.status === 'open')
      .map((tenant) => ({ ...tenant, roles: this.rolesIn(tenant.id) }))
      .filter((tenant) => tenant.roles.length > 0)
      .map(({ slug, name, shortName, kind, roles }) => ({ slug, name, shortName, kind, roles }))
    const city = this.cityRoles()
    return city.length
      ? [{ slug: 'city', name: '', shortName: '', kind: 'city', roles: city }, ...units]
      : units
  }
}

const ranked = (memberships: MembershipFacts[]) =>
  [...new Set(memberships.map((m) => m.role))].sort((a, b) => roleRank(a) - roleRank(b))

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Null when nobody is logged in. */
    identity: Identity | null
  }
}
