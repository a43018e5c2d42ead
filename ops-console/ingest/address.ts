/** An IPv4 address as a socket of both families tells it, without its prefix. */
export const plainAddress = (address: string | undefined) => (address ?? '').replace(/^::ffff:/, '')
