import { clockOf, ctime } from './device_clock.ts'
import { elements, success } from './xml_text.ts'
import type { PanosSubject } from './subject.ts'

const UNIT_MB: Record<string, number> = { k: 1024, KiB: 1024, MiB: 1 }
const MEMORY_MB = 4023

/** Major release, e.g. 8 for `8.1.19`. */
export const releaseOf = (subject: PanosSubject) => Number(subject.model.software.split('.')[0])

export function system(subject: PanosSubject): string {
  const clock = clockOf(subject)
  const release = releaseOf(subject)
  const seconds = Math.floor(subject.uptime / 100)
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400]
  const time = [rest / 3600, (rest % 3600) / 60, rest % 60].map(Math.floor)
  const pad = (part: number) => String(part).padStart(2, '0')
  const released = clock.minus({ days: 3 })
  const date = `${released.toFormat('yyyy/LL/dd HH:mm:ss')} CET`
  const facts = elements({
    hostname: `fw-${subject.key.split('/')[0]}`,
    netmask: '255.255.255.0',
    uptime: `${days} days, ${time[0]}:${pad(time[1])}:${pad(time[2])}`,
    devicename: `fw-${subject.key.split('/')[0]}`,
    family: subject.model.name.startsWith('PA-8') ? '800' : '220',
    model: subject.model.name,
    serial: subject.serial,
    'sw-version': subject.model.software,
    'app-version': '8912-9070',
    'app-release-date': date,
    'av-version': '5102-5620',
    'av-release-date': date,
    'threat-version': '8912-9070',
    'threat-release-date': date,
    'wildfire-version': '0',
    'multi-vsys': 'off',
    'operational-mode': 'normal',
    ...(release >= 10 && { 'device-certificate-status': 'Valid' }),
  })
  const twice = release >= 10 ? '<ZTP>Disabled</ZTP><ZTP>Disabled</ZTP>' : ''
  return success(`<system>${facts}${twice}<time>${ctime(clock)}\n</time></system>`)
}

/** Text of `top`: kB with a letter to 9.x of the Linux underneath, then KiB, then MiB. */
export function resources(subject: PanosSubject): string {
  const release = releaseOf(subject)
  const idle = (100 - subject.cpuMgmt).toFixed(1)
  const used = subject.memoryUse ?? 52
  const clock = clockOf(subject).toFormat('HH:mm:ss')
  const head = `top - ${clock} up 12 days,  load average: 0.21, 0.30, 0.33\nTasks: 141 total,   1 running, 140 sleeping`
  const text =
    release < 9 ? older(subject.cpuMgmt, idle, used) : newer(subject.cpuMgmt, idle, used, release >= 11)
  return success(`<![CDATA[${head}\n${text}\n]]>`)
}

function older(busy: number, idle: string, used: number): string {
  const total = MEMORY_MB * UNIT_MB.k
  const cached = Math.round(total * 0.3)
  const free = Math.round(total * (1 - used / 100)) - cached
  return [
    `Cpu(s): ${busy.toFixed(1)}%us,  0.0%sy,  0.0%ni, ${idle}%id,  0.0%wa,  0.0%hi,  0.0%si,  0.0%st`,
    `Mem:   ${total}k total,  ${total - free}k used,   ${free}k free,        0k buffers`,
    `Swap:  2008084k total,        0k used,  2008084k free,  ${cached}k cached`,
  ].join('\n')
}

function newer(busy: number, idle: string, used: number, mega: boolean): string {
  const unit = mega ? 'MiB' : 'KiB'
  const total = MEMORY_MB * UNIT_MB[unit]
  const show = (value: number) => (mega ? value.toFixed(1) : String(Math.round(value)))
  const cache = total * 0.3
  const free = total * (1 - used / 100) - cache
  return [
    `%Cpu(s): ${busy.toFixed(1)} us,  0.0 sy,  0.0 ni, ${idle} id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st`,
    `${unit} Mem : ${show(total)} total, ${show(free)} free, ${show(total - free - cache)} used, ${show(cache)} buff/cache`,
    `${unit} Swap: ${show(total / 2)} total, ${show(total / 2)} free,      0 used. ${show(free + cache)} avail Mem`,
  ].join('\n')
}

export function disks(): string {
  return success(`<![CDATA[Filesystem      Size  Used Avail Use% Mounted on
/dev/root       7.0G  4.1G  2.6G  62% /
none            1.9G   64K  1.9G   1% /dev
/dev/mmcblk0p5   12G  4.9G  6.2G  45% /opt/pancfg
/dev/mmcblk0p6  4.0G  2.2G  1.6G  59% /opt/panrepo
tmpfs           1.3G  1.1G  226M  83% /dev/shm
/dev/mmcblk0p8   11G  7.3G  2.9G  72% /opt/panlogs
]]>`)
}

export function ha(): string {
  return success('<enabled>no</enabled>')
}

export function licences(subject: PanosSubject): string {
  const clock = clockOf(subject)
  const ends = clock.plus({ days: 210 }).toFormat('LLLL dd, yyyy')
  const entry = (feature: string, expires: string, number: number) =>
    `<entry>${elements({
      feature,
      description: `${feature} licence`,
      serial: subject.serial,
      issued: 'March 02, 2026',
      expires,
      expired: 'no',
      authcode: `I${String(number).padStart(7, '0')}`,
    })}</entry>`
  const all = [entry('Threat Prevention', ends, 4711001), entry('PAN-DB URL Filtering', ends, 4711002)]
  return success(`<licenses>${all.join('')}${entry('Standard', 'Never', 4711003)}</licenses>`)
}
