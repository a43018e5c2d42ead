import { fork, type ChildProcess } from 'node:child_process'
import { PrintoutFailed, PrintoutQueueFull, PrintoutTimeout } from './errors.ts'
import type { CompileReply, CompileRequest } from './typst_messages.ts'

interface Waiting {
  request: CompileRequest
  resolve: (pdf: Buffer) => void
  reject: (error: Error) => void
}

/** One compiling process and the queue before it. Idle, it keeps nothing alive. */
export class TypstProcess {
  #child: ChildProcess | null = null
  #queue: Waiting[] = []
  #current: Waiting | null = null
  #timer: NodeJS.Timeout | undefined
  #lastId = 0

  constructor(private readonly options: { timeoutMs: number; queueLimit: number }) {}

  compile(request: Omit<CompileRequest, 'id'>): Promise<Buffer> {
    if (this.#queue.length >= this.options.queueLimit) return Promise.reject(new PrintoutQueueFull())
    return new Promise((resolve, reject) => {
      this.#queue.push({ request: { ...request, id: ++this.#lastId }, resolve, reject })
      this.#next()
    })
  }

  /** Ends the process; what waits fails. */
  close() {
    const waiting = this.#queue.splice(0)
    this.#end(new PrintoutFailed('printing was shut down'))
    for (const { reject } of waiting) reject(new PrintoutFailed('printing was shut down'))
  }

  #next() {
    if (this.#current || this.#queue.length === 0) return
    this.#current = this.#queue.shift()!
    this.#child ??= this.#start()
    this.#hold(this.#child)
    this.#timer = setTimeout(() => this.#end(new PrintoutTimeout()), this.options.timeoutMs)
    this.#child.send(this.#current.request)
  }

  #start(): ChildProcess {
    const child = fork(new URL('./typst_child.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
    })
    child.on('message', (reply: CompileReply) => this.#settle(reply))
    const lost = (reason: string) => child === this.#child && this.#end(new PrintoutFailed(reason))
    child.on('error', (error) => lost(error.message))
    child.on('exit', (code, signal) => lost(`the compiler ended (${signal ?? code})`))
    return child
  }

  #settle(reply: CompileReply) {
    const current = this.#current
    if (current?.request.id !== reply.id) return
    this.#release()
    if ('pdf' in reply) current.resolve(Buffer.from(reply.pdf))
    else current.reject(new PrintoutFailed(reply.error))
    this.#next()
  }

  #end(error: Error) {
    const [child, current] = [this.#child, this.#current]
    this.#release()
    this.#child = null
    child?.kill('SIGKILL')
    current?.reject(error)
    this.#next()
  }

  #release() {
    clearTimeout(this.#timer)
    this.#current = null
    this.#child?.unref()
    this.#child?.channel?.unref()
  }

  #hold(child: ChildProcess) {
    child.ref()
    child.channel?.ref()
  }
}
