/** Everything that is ever asked as an operational command. All of it only reads. */
export const COMMANDS = {
  system: '<show><system><info/></system></show>',
  sessions: '<show><session><info/></session></show>',
  load: '<show><running><resource-monitor><minute><last>5</last></minute></resource-monitor></running></show>',
  resources: '<show><system><resources/></system></show>',
  disks: '<show><system><disk-space/></system></show>',
  ha: '<show><high-availability><state/></high-availability></show>',
  licences: '<request><license><info/></license></request>',
  interfaces: '<show><interface>all</interface></show>',
  counters: '<show><counter><interface>all</interface></counter></show>',
  environment: '<show><system><environmentals/></system></show>',
} as const

export type PanosCommand = keyof typeof COMMANDS
