import { listening } from '#ops/listening'

export interface Heard {
  /** Somebody wants this entity asked at once: another collector, or a message of the device itself. */
  hurry: (id: string) => void
  /** Devices, credentials or limits were changed. */
  inventory: () => void
}

/** Tells what a collector has to know of the channel `ops_console`; what is missed comes with the next regular look. */
export const hear = (url: string, heard: Heard) =>
  listening(url, {
    ...{ channels: ['ops_console'], as: 'ops-console collector' },
    heard(_channel, payload) {
      if (payload === 'inventory') heard.inventory()
      else if (payload.startsWith('hurry:')) heard.hurry(payload.slice('hurry:'.length))
    },
  })
