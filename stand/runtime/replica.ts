import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Duplex, Readable } from 'node:stream'
import { heapFlags } from './heap'

export interface ReplicaOptions {
  readonly index: number
  /** The folder that holds `service/`. */
  readonly directory: string
  /** service.json's `memory`, MB. */
  readonly memory?: number
  /** See `heapFlags`, MB. */
  readonly newSpace?: number
  readonly env: Record<string, string>
  readonly clockOffsetMs: () => number
  readonly onLine: (index: number, text: string) => void
  readonly onBypass: (host: string, port: number) => void
  /** Does not keep this process alive; it ends when this process does. */
  readonly isBackground?: boolean
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** A worker loads in three seconds; on a machine with much else to do, and a cold disk, in a minute. */
const START_LIMIT_MS = 120_000

function neverListened(index: number, lastWords: string[]): string {
  const said = lastWords.length === 0 ? 'It said nothing.' : `It said:\n${lastWords.join('\n')}`
  return `replica ${index} was not ready after ${START_LIMIT_MS / 1000} s: is this machine very busy? ${said}`
}

/** One worker process, started again whenever it dies. */
export class Replica {
  /** Null while the worker is not listening. */
  port: number | null = null
  restarts = 0
  private child: ChildProcess | null = null
  private channel: Duplex | null = null
  private stopping = false
  private listened = false
  private failures = 0
  private waiting: (() => void)[] = []
  /** One for each offset on its way, oldest first. */
  private clockWaits: (() => void)[] = []
  private pause: NodeJS.Timeout | null = null
  /** Where the worker listens, before its clock is the stand's. */
  private listening: number | null = null
  private lastWords: string[] = []

  constructor(private readonly options: ReplicaOptions) {}

  get index(): number {
    return this.options.index
  }

  get pid(): number | null {
    return this.child?.pid ?? null
  }

  /** Resolves when the worker listens. @errors when the first start fails: what the worker said. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(neverListened(this.index, this.lastWords))),
        START_LIMIT_MS
      )
      this.waiting.push(() => {
        clearTimeout(limit)
        resolve()
      })
      this.launch((code) => {
        clearTimeout(limit)
        this.stopping = true
        reject(
          new Error(
            `the service does not start (exit ${code}):\n${this.lastWords.slice(-25).join('\n')}`
          )
        )
      })
    })
  }

  /** Resolves when the worker listens, at once if it does. */
  ready(): Promise<void> {
    return this.port === null
      ? new Promise((resolve) => this.waiting.push(resolve))
      : Promise.resolve()
  }

  /** SIGKILL, as a machine that dies: no handler runs. */
  kill(): boolean {
    // At once: the next request must not be sent to a process that is dying.
    this.port = null
    return this.child?.kill('SIGKILL') ?? false
  }

  /**
   * Resolves when the worker has taken the offset over. One that is down takes it at its start; one that is starting
   * before it gets its first call.
   */
  async setClock(offsetMs: number): Promise<void> {
    const { channel } = this
    if (!channel) return
    const taken = new Promise<void>((resolve) => this.clockWaits.push(resolve))
    channel.write(`${JSON.stringify({ clockOffsetMs: offsetMs })}\n`)
    if (this.port !== null) await taken
  }

  async stop(): Promise<void> {
    this.stopping = true
    if (this.pause) clearTimeout(this.pause)
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => child.kill('SIGKILL'), 2_000)
      child.once('exit', () => {
        clearTimeout(limit)
        resolve()
      })
      child.kill('SIGTERM')
    })
  }

  private launch(onFirstDeath?: (code: number | null) => void): void {
    const here = (name: string): string => join(__dirname, name)
    this.lastWords = []
    this.listened = false
    this.listening = null
    const child = spawn(
      process.execPath,
      [
        ...heapFlags(this.options.memory, this.options.newSpace),
        '--enable-source-maps',
        '--require',
        here('clockPreload.cjs'),
        '--require',
        here('networkGuard.cjs'),
        here('worker.cjs'),
      ],
      {
        cwd: this.options.directory,
        env: {
          ...this.options.env,
          STAND_CLOCK_OFFSET_MS: String(this.options.clockOffsetMs()),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      }
    )
    this.child = child
    this.channel = child.stdio[3] as Duplex
    if (this.options.isBackground) {
      child.unref()
      for (const stream of child.stdio) (stream as Socket | null)?.unref()
    }
    linesOf(this.channel, (line) => this.hear(line))
    for (const output of [child.stdout!, child.stderr!]) {
      linesOf(output, (line) => {
        this.lastWords = [...this.lastWords.slice(-50), line]
        this.options.onLine(this.index, line)
      })
    }
    child.once('close', (code) => {
      this.port = null
      this.channel = null
      for (const resolve of this.clockWaits.splice(0)) resolve()
      if (this.stopping) return
      if (!this.listened && onFirstDeath) return onFirstDeath(code)
      this.failures = this.listened ? 0 : this.failures + 1
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS)
      this.pause = setTimeout(() => {
        this.restarts += 1
        this.launch()
      }, pause)
    })
  }

  private hear(line: string): void {
    const message = JSON.parse(line) as {
      listening?: number
      clockOffsetMs?: number
      bypassed?: { host: string; port: number }
    }
    if (message.listening !== undefined) this.listening = message.listening
    if (message.clockOffsetMs !== undefined) this.clockWaits.shift()?.()
    if (this.listening !== null && this.clockWaits.length === 0) this.becomeReady(this.listening)
    if (message.bypassed) this.options.onBypass(message.bypassed.host, message.bypassed.port)
  }

  private becomeReady(port: number): void {
    this.listening = null
    this.port = port
    this.listened = true
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}

/** A process that dies with something unread breaks its lines; that it died is told by `close`. */
function linesOf(input: Readable, onLine: (line: string) => void): void {
  input.on('error', () => undefined)
  createInterface({ input })
    .on('line', onLine)
    // It tells the errors of its input once more (Node 16 and later).
    .on('error', () => undefined)
}
