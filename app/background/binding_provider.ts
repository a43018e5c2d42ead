import { bindBus } from '../bus/publish.ts'
import { bindJobs } from '../jobs/dispatch.ts'
import { scopeQueries } from '../tenancy/scope_queries.ts'
import { wake } from './wake.ts'

/** Lets plugins publish events and dispatch jobs in the transaction at hand, in every process that has one. */
export default class BindingProvider {
  register() {
    bindBus(scopeQueries, () => wake.relay())
    bindJobs(scopeQueries, () => wake.jobs())
  }
}
