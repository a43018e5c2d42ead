import { nodeAt, textAt, type XmlNode } from '../xml.ts'

export interface HaState {
  enabled: boolean
  mode: string | null
  state: string | null
  peerState: string | null
  peerConnection: string | null
  lastError: string | null
  /** Whether the running configurations agree; null when not told. */
  synchronised: boolean | null
  priority: number | null
  preemptive: boolean | null
}

export function haOf(result: XmlNode): HaState {
  const group = nodeAt(result, 'group')
  const [local, peer] = [nodeAt(group, 'local-info'), nodeAt(group, 'peer-info')]
  const [sync, priority] = [textAt(group, 'running-sync'), textAt(local, 'priority')]
  return {
    enabled: textAt(result, 'enabled') === 'yes',
    mode: textAt(group, 'mode') ?? textAt(local, 'mode'),
    state: textAt(local, 'state'),
    peerState: textAt(peer, 'state'),
    peerConnection: textAt(peer, 'conn-status'),
    lastError: textAt(peer, 'last-error-reason'),
    synchronised: sync === null ? null : sync === 'synchronized',
    priority: priority === null ? null : Number(priority),
    preemptive: yesNo(textAt(local, 'preemptive')),
  }
}

const yesNo = (text: string | null) => (text === null ? null : text === 'yes')
