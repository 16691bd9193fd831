import { startStand, type Stand, type StandOptions } from '../../index'
import type { OrderPlan } from '../../demo/plan'
import { buildOrder } from '../../demo/buildOrder'
import type { RecordedRequest, SeedOrder, WireOrder } from '../../oms'
import type { OmsState } from '../../oms/state'
import type { World } from '../../world'
import { keptInWorker, TEST_NEW_SPACE } from '../../testing/kept'
import { GraphqlCaller, type As } from './graphql'
import { OmsFace, writesAmong } from './oms'

export interface UseStandOptions extends StandOptions {
  /** OMS's behaviour at the start of each test, merged into `PROMPT_OMS`. */
  readonly behaviour?: Record<string, unknown>
  /**
   * True: VBase is empty, as in an account where the app has never written. Left out: what the app
   * prepares there once in an account's life is there, so that no test waits for it.
   */
  readonly firstUse?: boolean
}

/** OMS that applies at once and whose list is never behind: what a test does not speak of does not wait. */
const PROMPT_OMS = { applyDelayMs: 0, indexDelayMs: 0 }

/**
 * A stand for the tests of one file; data, clock and switches as at the start before each test. A
 * file that asks for nothing unusual gets the one that its jest worker keeps, others one of their
 * own. After each test, no call may have gone to a place that the stand has no double for.
 */
export function useStand(options: UseStandOptions = {}): TestStand {
  const stand = new TestStand(options)
  beforeAll(() => stand.start(), 120_000)
  beforeEach(() => stand.reset())
  afterEach(async () => {
    expect(await stand.control('GET', '/local/egress/unplanned')).toEqual([])
  })
  afterAll(() => stand.stop())
  return stand
}

export class TestStand {
  readonly oms: OmsFace
  private running: Stand | null = null
  private isKept = false
  private planted = 0
  private prepared: ReturnType<World['files']['everything']> = []

  constructor(private readonly options: UseStandOptions = {}) {
    this.oms = new OmsFace(() => this.url)
  }

  async start(): Promise<void> {
    const { behaviour: _behaviour, firstUse, replicas = 1, ...unusual } = this.options
    const kept = keptInWorker()
    if (kept && !firstUse && Object.keys(unusual).length === 0) {
      this.isKept = true
      this.running = await kept.stand(replicas)
      // Another file may have killed one in its last test.
      await Promise.all((await this.replicas()).map(({ index }) => this.replicaUp(index)))
      this.prepared = kept.prepared.get(this.running) ?? []
    } else {
      const place = {
        port: 0,
        state: 'memory',
        directory: process.env.STAND_DIR,
        newSpace: TEST_NEW_SPACE,
      }
      this.running = await startStand({ ...place, replicas, ...unusual })
    }
    if (firstUse || this.prepared.length > 0) return
    await this.admin.startHandling('0-00')
    this.prepared = this.world.files.everything()
    if (this.isKept) kept?.prepared.set(this.running, this.prepared)
  }

  async stop(): Promise<void> {
    if (!this.isKept) await this.running?.stop()
  }

  get url(): string {
    return this.started.url
  }

  get world(): World {
    return this.started.world
  }

  /** Somebody who calls the service; unless said otherwise, a person of the Admin by cookie. */
  as(token: string | null, how: Partial<Omit<As, 'token'>> = {}): GraphqlCaller {
    const as: As = { token, by: how.by ?? 'cookie', address: how.address ?? 'public' }
    return new GraphqlCaller(() => ({ graphql: this.started.info.graphql, origin: this.url }), as)
  }

  get admin(): GraphqlCaller {
    return this.as('local-admin')
  }

  /** A control route. @errors what it answered, where that is no success. */
  async control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  async reset(): Promise<void> {
    await this.control('POST', '/local/reset')
    for (const { bucket: address, path, body } of this.prepared) {
      const [account, workspace, app, name] = address.split('/').map(decodeURIComponent) as [
        string,
        string,
        string,
        string,
      ]
      this.world.files.put({ account, workspace, app, name }, path, body)
    }
    await this.behave({ ...PROMPT_OMS, ...this.options.behaviour })
  }

  async behave(patch: Record<string, unknown>): Promise<void> {
    await this.control('PUT', '/local/oms/behaviour', patch)
  }

  async vbase(patch: Record<string, unknown>): Promise<void> {
    await this.control('PUT', '/local/vbase/behaviour', patch)
  }

  async setClock(offsetMs: number): Promise<void> {
    await this.control('PUT', '/local/clock', { offsetMs })
  }

  /** Moves the clock on. */
  async pass(ms: number): Promise<void> {
    await this.setClock(this.world.clock.offsetMs + ms)
  }

  /** What the stand takes for now, by its moved clock. @unit epoch milliseconds */
  now(): number {
    return this.world.clock.now()
  }

  requests(): Promise<RecordedRequest[]> {
    return this.control('GET', '/local/oms/requests')
  }

  /** Calls that change something in OMS, as it received them. */
  async writes(): Promise<RecordedRequest[]> {
    return writesAmong(await this.requests())
  }

  async release(): Promise<number> {
    return (await this.control<{ released: number }>('POST', '/local/oms/release')).released
  }

  /** Resolves once OMS has received so many calls of an operation, or fails after `limitMs`. */
  async received(operation: string, count = 1, limitMs = 20_000): Promise<void> {
    await until(
      async () => (await this.requests()).filter((r) => r.operation === operation).length >= count,
      `${count} × ${operation} at OMS`,
      limitMs
    )
  }

  /** Begins a call and waits until it has looked at a claim; in a box, for a promise would be waited for. */
  async untilAtClaim<T>(begin: () => Promise<T>): Promise<{ readonly answer: Promise<T> }> {
    const isClaimRead = ({ method, path }: { method: string; path: string }) =>
      method === 'GET' && decodeURIComponent(path).includes('/claims/')
    this.world.calls.clear()
    const answer = begin()
    await until(() => this.world.calls.list().some(isClaimRead), 'a look at a claim')
    return { answer }
  }

  async replicas(): Promise<
    { index: number; up: boolean; pid: number | null; restarts: number; calls: number }[]
  > {
    return this.control('GET', '/local/replicas')
  }

  async kill(replica: number): Promise<void> {
    await this.control('POST', `/local/replicas/${replica}/kill`)
  }

  async replicaUp(replica: number): Promise<void> {
    await until(
      async () => (await this.replicas()).some((r) => r.index === replica && r.up),
      `replica ${replica} is up`,
      15_000
    )
  }

  /** An order as OMS stores it now, past faults and limits of its face. */
  stored(orderId: string): WireOrder {
    const order = this.world.oms.stored(orderId)
    if (!order) throw new Error(`OMS has no order ${orderId}`)
    return order
  }

  /** The replica that works on the only call under way: whose turn it is may be changed by an event that comes. */
  async replicaAtWork(): Promise<number> {
    let busy: { index: number }[] = []
    await until(async () => {
      busy = (await this.replicas()).filter(({ calls }) => calls > 0)
      return busy.length === 1
    }, 'one replica at work')
    return busy[0]!.index
  }

  /** Every demo order as OMS holds it. */
  async everyOrder(): Promise<WireOrder[]> {
    const { state } = this.world.oms.dump() as { state: OmsState }
    return Object.values(state.orders).map(({ order }) => order)
  }

  /** The demo orders that a property holds of, in the demo's order. */
  async ordersWith(holds: (order: WireOrder) => boolean): Promise<WireOrder[]> {
    const found = (await this.everyOrder()).filter(holds)
    if (found.length === 0) throw new Error(`no demo order: ${holds}`)
    return found
  }

  /** The first demo order that a property holds of. */
  async orderWith(holds: (order: WireOrder) => boolean): Promise<WireOrder> {
    return (await this.ordersWith(holds))[0]!
  }

  /** Puts one more order into OMS, built as the demo orders are. */
  plant(plan: Omit<OrderPlan, 'orderId' | 'note'> & { orderId?: string }): WireOrder {
    this.planted += 1
    const orderId = plan.orderId ?? `${7_000_000_000_000 + this.planted}-01`
    return this.plantSeed(
      buildOrder({ ...plan, orderId, note: 'planted' }, 900 + this.planted, this.now())
    )
  }

  plantSeed(seed: SeedOrder): WireOrder {
    this.world.oms.add(seed)
    return seed.order
  }

  private get started(): Stand {
    if (!this.running) throw new Error('the stand is not started')
    return this.running
  }
}

const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 80
/** What a loaded machine takes is not what hangs. */
const HANGS_MS = 60_000

/**
 * Looks again and again until something holds: soon at first, then less often, for each look takes time from what is
 * waited for.
 */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what: string,
  limitMs = HANGS_MS
): Promise<void> {
  const limit = performance.now() + limitMs
  for (let pauseMs = FIRST_PAUSE_MS; !(await holds()); pauseMs *= 1.5) {
    if (performance.now() > limit) throw new Error(`waited ${limitMs} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, Math.min(pauseMs, LONGEST_PAUSE_MS)))
  }
}
