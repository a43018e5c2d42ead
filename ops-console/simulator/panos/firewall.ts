import { createHash } from 'node:crypto'
import { LogJobs } from './log_jobs.ts'
import { panosFault, type PanosSubject } from './subject.ts'
import { disks, ha, licences, resources, system } from './system_replies.ts'
import { counters, environment, interfaces, load, sessions } from './traffic_replies.ts'
import { failure, failureInLines, success } from './xml_text.ts'

export const USER = 'monitor'
export const PASSWORD = 'symulator-panos'

type Op = (subject: PanosSubject) => string

const OPS: Record<string, Op> = {
  '<show><system><info/></system></show>': system,
  '<show><session><info/></session></show>': sessions,
  '<show><running><resource-monitor><minute><last>5</last></minute></resource-monitor></running></show>':
    load,
  '<show><system><resources/></system></show>': resources,
  '<show><system><disk-space/></system></show>': disks,
  '<show><high-availability><state/></high-availability></show>': ha,
  '<request><license><info/></license></request>': licences,
  '<show><interface>all</interface></show>': interfaces,
  '<show><counter><interface>all</interface></counter></show>': counters,
  '<show><system><environmentals/></system></show>': environment,
}

export interface Reply {
  status: number
  text: string
}

/** The XML API of one simulated firewall, apart from its transport. */
export class PanosFirewall {
  readonly subject: PanosSubject
  /** What its API key is. */
  readonly key: string
  /** Questions that are being answered. */
  busy = 0
  #jobs = new LogJobs()
  #expired = false

  constructor(subject: PanosSubject) {
    this.subject = subject
    this.key = `LUFRPT1${createHash('sha256').update(`panos ${subject.key}`).digest('base64url')}==`
  }

  answer(form: URLSearchParams, key: string | undefined): Reply {
    const type = form.get('type')
    if (type === 'keygen') return this.#keygen(form)
    const refusal = this.#refusal(key)
    if (refusal) return refusal
    if (type === 'op') return { status: 200, text: this.#op(form.get('cmd') ?? '') }
    if (type === 'log' && form.get('action') === 'get') {
      return { status: 200, text: this.#jobs.show(this.subject, form.get('job-id') ?? '') }
    }
    if (type === 'log') return { status: 200, text: this.#jobs.start(form) }
    return { status: 400, text: failure(400, 'Bad request') }
  }

  #keygen(form: URLSearchParams): Reply {
    const known = form.get('user') === USER && form.get('password') === PASSWORD
    if (!known) return { status: 403, text: failure(403, 'Invalid Credential') }
    return { status: 200, text: success(`<key>${this.key}</key>`) }
  }

  #refusal(key: string | undefined): Reply | null {
    const holds = (name: string) => panosFault(this.subject, name)
    if (holds('http403')) return { status: 403, text: failure(403, 'Invalid Credential') }
    if (holds('forbidden')) return { status: 200, text: failure(403, 'Invalid Credential') }
    if (holds('keyRevoked') || key !== this.key) {
      return { status: 403, text: failure(403, `Invalid Credential: ${key}`) }
    }
    if (holds('unauth')) return { status: 200, text: failureInLines(16, 'Unauthorized request', 'unauth') }
    if (holds('sessionTimeout') && (this.#expired = !this.#expired)) {
      return { status: 200, text: failureInLines(22, 'Session timed out') }
    }
    return null
  }

  #op(command: string): string {
    const op = OPS[command]
    if (!op) return failureInLines(17, `${command} is unexpected`)
    const fails = panosFault(this.subject, 'loadFails') && op === load
    return fails ? failureInLines(13, 'Dataplane is not up or invalid target-dp (*.dp*)') : op(this.subject)
  }
}
