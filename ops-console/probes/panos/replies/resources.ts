import { textAt, type XmlNode } from '../xml.ts'

/** Load of the management plane from the text of `top`, percent. Its layout and units differ by release. */
export function resourcesOf(result: XmlNode) {
  const text = textAt(result) ?? ''
  return { cpuMgmt: busy(text), memoryUse: memoryUse(text) }
}

/** `Cpu(s): 12.4%us, … 83.9%id` (to 9.x) or `%Cpu(s): 12.4 us, … 83.9 id` (10 and later). */
function busy(text: string): number | null {
  const line = text.match(/^%?Cpu\(s\):.*$/im)?.[0]
  const idle = line?.match(/([\d.]+)\s*%?\s*id\b/)
  if (!idle) return null
  return Math.round((100 - Number(idle[1])) * 10) / 10
}

/** `Mem: 3850120k total, …`, `KiB Mem : 4119624 total, …` or `MiB Mem : 4023.1 total, …`; buffers are free memory. */
function memoryUse(text: string): number | null {
  const line = text.match(/^(?:[KMG]iB )?Mem\s*:.*$/im)?.[0]
  const figure = (word: string) => {
    const match = line?.match(new RegExp(String.raw`([\d.]+)\s*k?\s+${word}`, 'i'))
    return match ? Number(match[1]) : null
  }
  const [total, free] = [figure('total'), figure('free')]
  if (!total || free === null) return null
  const cache = figure('buff/cache') ?? (figure('buffers') ?? 0) + (cached(text) ?? 0)
  return Math.round(Math.max(0, Math.min(100, ((total - free - cache) / total) * 100)) * 10) / 10
}

/** The older layout has the page cache in the line of the swap. */
function cached(text: string): number | null {
  const match = text.match(/^Swap:.*?([\d.]+)k?\s+cached/im)
  return match ? Number(match[1]) : null
}
