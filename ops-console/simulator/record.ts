import type { Faults, Incident } from './faults.ts'

/** One fault of one device. `ended` null: it lasts; equal to `began`: it happened once. Milliseconds since 1970. */
export interface RecordedFault {
  key: string
  fault: string
  value: boolean | number
  began: number
  ended: number | null
}

const MOST = 20_000

/** What was done to the field and when, so that alarms can be held against it. */
export class FaultRecord {
  readonly all: RecordedFault[] = []

  happened(key: string, fault: Incident, at = Date.now()) {
    this.#add({ key, fault, value: true, began: at, ended: at })
  }

  changed(key: string, before: Faults, after: Faults, at = Date.now()) {
    for (const fault of Object.keys(before) as (keyof Faults)[]) {
      if (before[fault] !== after[fault]) this.#end(key, String(fault), at)
    }
    for (const [fault, value] of Object.entries(after)) {
      if (value !== undefined && before[fault as keyof Faults] !== value) {
        this.#add({ key, fault, value, began: at, ended: null })
      }
    }
  }

  #end(key: string, fault: string, at: number) {
    const open = this.all.findLast((one) => one.key === key && one.fault === fault && one.ended === null)
    if (open) open.ended = at
  }

  #add(entry: RecordedFault) {
    this.all.push(entry)
    if (this.all.length > MOST) this.all.shift()
  }
}
