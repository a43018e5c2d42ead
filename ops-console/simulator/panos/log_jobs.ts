import { clockOf } from './device_clock.ts'
import { panosFault, type PanosSubject } from './subject.ts'
import { elements, failureInLines, success } from './xml_text.ts'

const STEPS = 3
const LARGEST = 5000
const KEPT = 1200
const SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical']

interface Job {
  polls: number
  nlogs: number
  skip: number
  least: number
  from: string
}

/** Searches of one firewall: each needs a few polls until it is finished. */
export class LogJobs {
  #jobs = new Map<string, Job>()
  #last = 100

  start(form: URLSearchParams): string {
    const nlogs = Number(form.get('nlogs') ?? 20)
    if (!(nlogs >= 1 && nlogs <= LARGEST)) return failureInLines(12, 'nlogs must be 1-5000')
    const query = form.get('query') ?? ''
    const severity = query.match(/severity geq (\w+)/)?.[1] ?? ''
    const from = query.match(/receive_time geq '([^']+)'/)?.[1] ?? ''
    const id = String(++this.#last)
    const least = Math.max(0, SEVERITIES.indexOf(severity))
    this.#jobs.set(id, { polls: 0, nlogs, skip: Number(form.get('skip') ?? 0), least, from })
    return `<response status="success" code="19"><result><msg><line>query job enqueued with jobid ${id}</line></msg><job>${id}</job></result></response>`
  }

  show(subject: PanosSubject, id: string): string {
    const job = this.#jobs.get(id)
    if (!job) return failureInLines(7, `job ${id} not found`)
    job.polls++
    const ends = !panosFault(subject, 'jobNeverEnds') && job.polls >= STEPS
    const progress = ends ? 100 : Math.min(99, job.polls * 30)
    const state = elements({ tenq: '10:00:00', id, status: ends ? 'FIN' : 'ACT' })
    const entries = ends ? entriesOf(subject, job) : []
    const logs = `<logs count="${entries.length}" progress="${progress}">${entries.join('')}</logs>`
    if (ends) this.#jobs.delete(id)
    return success(`<job>${state}</job><log>${logs}</log><meta/>`)
  }
}

/** One threat a minute, the newest first, with a number that grows with time. */
function entriesOf(subject: PanosSubject, { nlogs, skip, least, from }: Job): string[] {
  const clock = clockOf(subject)
  const newest = Math.floor(clock.toMillis() / 60_000)
  const found: string[] = []
  let passed = 0
  for (let minute = newest; minute > newest - KEPT && found.length < nlogs; minute--) {
    const level = (minute * 7) % SEVERITIES.length
    const time = clock.minus({ minutes: newest - minute }).toFormat('yyyy/LL/dd HH:mm:ss')
    if (level < least || time < from || passed++ < skip) continue
    found.push(`<entry logid="${minute}">${elements(entry(subject, minute, level, time))}</entry>`)
  }
  return found
}

const entry = (subject: PanosSubject, minute: number, level: number, time: string) => ({
  domain: 1,
  receive_time: time,
  serial: subject.serial,
  seqno: String(minute),
  type: 'THREAT',
  subtype: 'vulnerability',
  src: `10.1.0.${(minute % 200) + 10}`,
  dst: '192.0.2.44',
  rule: 'internet-uczniowie',
  app: 'web-browsing',
  vsys: 'vsys1',
  action: 'reset-both',
  threatid: 'HTTP Directory Traversal & more',
  tid: 30844,
  severity: SEVERITIES[level],
})
