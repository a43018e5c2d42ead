export type VpnState = 'requested' | 'granted' | 'refused' | 'revoked'

const NEXT: Record<VpnState, readonly VpnState[]> = {
  requested: ['granted', 'refused'],
  granted: ['revoked'],
  refused: [],
  revoked: [],
}

/** What the IT department can do with a request; a refused or revoked one is followed by a new request. */
export const nextVpnStates = (state: VpnState): readonly VpnState[] => NEXT[state]

/** Only a standing permission lets a person fetch packages. */
export const mayFetch = (state: VpnState | null) => state === 'granted'
