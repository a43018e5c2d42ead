import { keepAuditPartitions } from './audit_partitions.ts'

export default class AuditProvider {
  #stop = () => {}

  async ready() {
    this.#stop = keepAuditPartitions()
  }

  async shutdown() {
    this.#stop()
  }
}
