// The compiling process. A native compiler cannot be interrupted inside a thread, and its panic would end the web
// process: a child can be killed, and a new one is there in half a second.
import { compile } from './compile.ts'
import type { CompileReply, CompileRequest } from './typst_messages.ts'

process.on('message', ({ id, ...request }: CompileRequest) => {
  let reply: CompileReply
  try {
    reply = { id, pdf: compile(request) }
  } catch (error) {
    reply = { id, error: (error as Error).message }
  }
  process.send!(reply)
})
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})
