import type { Clock } from '../clock'
import { domainsOf } from '../events/broadcast'
import { json, type Answer, type Incoming, type Outcome } from '../http/exchange'
import type { TokenOwner } from '../identity/owners'
import type { DocumentChange, StatusMove } from '../oms'
import { HookSwitches, LATE_MS, type HookCall, type HookFault } from './behaviour'
import { readConfig, type HookConfig } from './config'
import { documentNotification, meets, statusNotification } from './notifications'
import { destinationOf, post } from './post'

const PATH = '/api/orders/hook/config'
const CALLS: Readonly<Record<string, HookCall>> = { POST: 'create', GET: 'read', DELETE: 'remove' }
const RIGHT = '19:FeedHookV3Admin'
const DAY_MS = 24 * 60 * 60_000
/** "removed after 3 days without a notification", and a notification is given up (masterdata §3.2). */
const IDLE_MS = 3 * DAY_MS
const MOST_TRIES = 100
const TRIED_FOR_MS = 4 * DAY_MS
const KEPT = 2_000

export interface HooksOptions {
  readonly account: string
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  /** The stand's own address, without slash at the end. */
  readonly address: () => string
}

/** One try of a notification, and how it ended. */
export interface HookTry {
  readonly key: string
  readonly body: string
  readonly at: string
  /** Null: no answer in time. */
  readonly status: number | null
}

interface StandingHook {
  readonly config: HookConfig
  /** When it was saved, or last told of something. @unit epoch milliseconds */
  toldAt: number
  /** Orders that it was told of, where it wants each once. */
  readonly fired: Set<string>
}

/** Hooks of an account's orders, one for each app key (masterdata §3.2). */
export class OrderHooks {
  readonly switches = new HookSwitches()
  private hooks = new Map<string, StandingHook>()
  private tries: HookTry[] = []
  private generation = 0

  constructor(private readonly options: HooksOptions) {}

  static isFor({ path }: Pick<Incoming, 'path'>): boolean {
    return path.replace(/\/$/, '') === PATH
  }

  async answer(request: Incoming, caller: TokenOwner | null): Promise<Outcome> {
    const call = CALLS[request.method]
    if (!call) return failure(405, 'The requested resource does not support this method')
    const { keys, appTokens } = this.switches.get()
    if (!caller || keys === 'unknown') return failure(401, 'Unauthorized')
    const isKey = caller.kind === 'key' || appTokens === 'own'
    if (!isKey || !caller.grants.has(RIGHT)) return failure(403, 'Forbidden')
    const fault = this.switches.take(call)
    if (fault && !fault.afterCommit) return spoilt(fault)
    const answer = await this.performed(call, caller.id, request.body.toString('utf8'))
    return fault ? spoilt(fault) : answer
  }

  /** Whether anybody is to be told of anything. */
  isAny(): boolean {
    this.dropIdle()
    return this.hooks.size > 0
  }

  /** A document is as it was given from now on. */
  changed({ order, what, at }: DocumentChange): void {
    if (!this.isAny()) return
    const { courierChanges } = this.switches.get()
    if (what === 'COURIER' && courierChanges === 'untold') return
    const document = structuredClone(order)
    for (const [key, hook] of this.hooks) {
      const { filter } = hook.config
      if (filter.type !== 'FromOrders') continue
      const body = documentNotification(document, at, this.originOf(key))
      const isStray = this.switches.isStray()
      const fault = this.switches.take('notification')
      void meets(filter, document).then((isMet) => {
        const isSpent = !filter.disableSingleFire && hook.fired.has(document.orderId)
        if (isMet) hook.fired.add(document.orderId)
        if ((isMet && !isSpent) || isStray) this.tell(key, hook, body, fault)
      })
    }
  }

  moved(move: StatusMove): void {
    if (!this.isAny()) return
    for (const [key, hook] of this.hooks) {
      const { filter } = hook.config
      if (filter.type !== 'FromWorkflow') continue
      if (!filter.status.includes(move.to ?? '') && !this.switches.isStray()) continue
      for (const domain of domainsOf(move)) {
        const body = statusNotification(move, domain, this.originOf(key))
        this.tell(key, hook, body, this.switches.take('notification'))
      }
    }
  }

  list() {
    this.dropIdle()
    return {
      hooks: [...this.hooks].map(([key, { config, toldAt }]) => ({
        key,
        ...config,
        toldAt: new Date(toldAt).toISOString(),
      })),
      tries: this.tries,
    }
  }

  /** Nobody has a hook, and what is on its way does not arrive. */
  reset(): void {
    this.generation += 1
    this.hooks = new Map()
    this.tries = []
    this.switches.reset()
  }

  private async performed(call: HookCall, key: string, body: string): Promise<Answer> {
    this.dropIdle()
    const { absent } = this.switches.get()
    if (call === 'create') return this.create(key, body)
    const hook = this.hooks.get(key)
    if (call === 'remove') {
      this.hooks.delete(key)
      return { status: hook || absent === 'empty' ? 200 : 404 }
    }
    if (hook) return json(200, hook.config)
    return absent === 'empty' ? { status: 200 } : failure(404, 'Hook not found')
  }

  private async create(key: string, body: string): Promise<Answer> {
    const { clock } = this.options
    const { httpsOnly, created } = this.switches.get()
    const read = readConfig(body)
    if (!read.ok) return failure(read.status, read.message)
    const { config } = read
    const known = this.hooks.get(key)
    if (known && known.config.filter.type !== config.filter.type)
      return failure(409, 'The filter type cannot be changed')
    if (!URL.canParse(config.hook.url)) return failure(400, 'Unable to check address')
    const url = new URL(config.hook.url)
    if (httpsOnly && url.protocol !== 'https:') return failure(400, 'Only https scheme is accepted')
    const { generation } = this
    const status = await this.posted(config, JSON.stringify({ hookConfig: 'ping' }))
    if (status !== 200) return failure(400, 'Unable to check address')
    if (generation === this.generation)
      this.hooks.set(key, { config, toldAt: clock.now(), fired: new Set() })
    if (created === 'empty') return { status: 200 }
    const example = { orderId: 'v52277740atmc-01', from: 'window-to-cancel', origin: null }
    const move = { ...example, to: 'ready-for-handling', at: clock.now(), sellers: [] }
    const lastChange = '2019-08-14T17:11:39.2550122Z'
    const shown = statusNotification({ ...move, lastChange }, 'Fulfillment', this.originOf(key))
    return { status: 200, headers: { 'content-type': 'application/json' }, body: shown }
  }

  /** Its idle time ends with what it is told, whether it answers or not. */
  private tell(key: string, hook: StandingHook, body: string, fault: HookFault | null): void {
    hook.toldAt = this.options.clock.now()
    if (fault?.kind === 'lose') return
    const more = fault?.kind === 'late' ? (fault.lateMs ?? LATE_MS) : 0
    const copies = fault?.kind === 'twice' ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1) void this.bring(key, hook, body, more)
  }

  private async bring(
    key: string,
    { config }: StandingHook,
    body: string,
    moreMs: number
  ): Promise<void> {
    const { clock } = this.options
    const { generation } = this
    const began = clock.now()
    await clock.sleep(this.switches.get().delayMs + moreMs)
    for (let tries = 1; this.generation === generation; tries += 1) {
      const status = await this.posted(config, body)
      if (this.generation !== generation) return
      const at = new Date(clock.now()).toISOString()
      this.tries = [...this.tries.slice(1 - KEPT), { key, body, at, status }]
      if (status === 200 || tries > MOST_TRIES || clock.now() - began > TRIED_FOR_MS) return
      const pauseMs = this.switches.get().retryPauseMs * 2 ** (tries - 1)
      await clock.sleep(Math.min(pauseMs, TRIED_FOR_MS))
    }
  }

  /** Status of the answer; null: none in time, or nobody is there. */
  private async posted({ hook }: HookConfig, body: string): Promise<number | null> {
    const { account, address } = this.options
    const { addresses, answerWithinMs } = this.switches.get()
    const to = destinationOf(new URL(hook.url), account, address())
    if (to === null || addresses === 'unreachable') return null
    return to === 'SILENT' ? 200 : post(to, hook.headers, body, answerWithinMs)
  }

  private dropIdle(): void {
    const now = this.options.clock.now()
    for (const [key, { toldAt }] of this.hooks) if (now - toldAt > IDLE_MS) this.hooks.delete(key)
  }

  private originOf(key: string) {
    return { Account: this.options.account, Key: key }
  }
}

function spoilt({ kind }: HookFault): Outcome {
  switch (kind) {
    case 'status429':
      return { ...failure(429, 'Too many requests'), headers: { 'retry-after': '5' } }
    case 'status500':
      return failure(500, 'A fault set at /local/hook/behaviour.')
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!DOCTYPE html><html><body>Sign in</body></html>',
      }
    case 'timeout':
      return 'hang'
    default:
      return 'reset'
  }
}

/** As OMS tells what is wrong. */
function failure(status: number, message: string): Answer {
  return json(status, { error: { code: '1', message, exception: null } })
}
