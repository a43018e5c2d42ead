import { systemClient } from './tenancy.ts'

export interface Tenant {
  id: number
  slug: string
  name: string
  shortName: string
  kind: string
  kinds: string[]
  /** Plugin ids the tenant file grants. */
  entitled: string[]
  status: 'open' | 'closed'
}

/** The city's office is a tenant too; memberships in it with city roles open `/city`. */
export const CITY_SLUG = 'um-lublin'

class Tenants {
  #bySlug = new Map<string, Tenant>()
  #byId = new Map<number, Tenant>()

  /** Reads all tenants into memory; called at start and when they change. */
  async refresh() {
    const rows = (await systemClient()
      .from('tenancy_tenants')
      .select('id', 'slug', 'name', 'short_name as shortName', 'kind', 'kinds', 'entitled', 'status')
      .orderBy('slug')) as Tenant[]
    this.#bySlug = new Map(rows.map((tenant) => [tenant.slug, tenant]))
    this.#byId = new Map(rows.map((tenant) => [tenant.id, tenant]))
  }

  bySlug(slug: string): Tenant | null {
    return this.#bySlug.get(slug) ?? null
  }

  byId(id: number): Tenant | null {
    return this.#byId.get(id) ?? null
  }

  all(): Tenant[] {
    return [...this.#bySlug.values()]
  }

  get cityId(): number | null {
    return this.bySlug(CITY_SLUG)?.id ?? null
  }
}

export const tenants = new Tenants()
