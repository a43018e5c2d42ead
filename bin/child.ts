/**
 * Ends this process when the one that started it is gone, even by `kill -9`: the closed IPC channel tells. First asks
 * for an orderly end (SIGTERM to itself), then insists.
 */
export function exitWithParent(patience = 8_000) {
  if (!process.channel) return
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patience).unref()
    if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM')
    else process.exit(0)
  })
  // The channel alone must not keep a process alive whose work is done.
  process.channel.unref()
}
