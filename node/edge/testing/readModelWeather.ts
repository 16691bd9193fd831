import type { Order } from '../../domain/order/order'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import { epochOf, instantAt, type Instant } from '../../domain/values/instant'
import { notifyInvoice } from '../../usecases/notifyInvoice'
import type { Ports } from '../../usecases/ports'
import { startHandling } from '../../usecases/startHandling'
import { someInvoice } from '../../usecases/testing/someOrder'
import { Killed } from '../../usecases/testing/world'
import { updatePartialInvoice } from '../../usecases/updatePartialInvoice'
import { updateTrackingStatus } from '../../usecases/updateTrackingStatus'
import { viewOrder } from '../../usecases/viewOrder'
import { isFault } from '../../domain/problem/fault'
import { CATALOGUE } from '../../domain/problem/problems'
import type { ProblemCode } from '../../domain/problem/problem'
import { masterDataFault } from './memoryMasterData'
import { quiet, ReadModelWorld } from './readModelWorld'
import type { Deed, Deeds, Weather } from './readModelDeeds'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** Whoever calls here has read every warning. */
const ALL_CODES = Object.keys(CATALOGUE) as ProblemCode[]

/** How an order stood in OMS, and from when till when. */
interface Stood {
  readonly order: Order
  readonly from: number
  to: number
}

export const idOf = (number: number): string => `${1400 + number}-01`

/** A store in bad weather: what people, other systems and carriers do, and VTEX's events of it on their way. */
export class ReadModelWeather {
  readonly world: ReadModelWorld
  readonly ids = new Set<string>()
  /** Of events that VTEX tells: on their way. */
  private readonly onTheirWay: object[] = []
  private readonly stood = new Map<string, Stood[]>()
  private readonly dice: () => number
  /** Documents that took the place of one that was asked for later. */
  readonly wentBack: string[] = []
  constructor(private readonly weather: Weather) {
    const orders = [0, 1, 2, 3, 4].map((number) => anOrder(number, START - number * HOUR_MS))
    this.world = new ReadModelWorld(orders, weather.manners)
    this.dice = diceOf(weather.seed)
    for (const order of orders) {
      this.ids.add(order.orderId)
      this.stood.set(order.orderId, [{ order, from: 0, to: Infinity }])
    }
    this.watch()
  }

  /** From here on it is as bad as it is. */
  breaks(): void {
    const { masterData, world } = this.world
    const { failing, losing, lying, slowMs, applyDelayMs } = this.weather
    const fails = async () => {
      if (slowMs > 0) await world.clock.sleep(this.dice() * slowMs)
      if (this.dice() >= failing) return
      throw masterDataFault(this.dice() < 0.2 ? 'rateLimited' : 'unavailable')
    }
    masterData.loses = () => this.dice() < losing
    masterData.findsNothing = () => this.dice() < lying
    masterData.pass = fails
    masterData.answered = fails
    world.oms.applyDelayMs = applyDelayMs
  }

  clears(): void {
    const { masterData, world } = this.world
    masterData.loses = () => false
    masterData.findsNothing = () => false
    masterData.pass = async () => undefined
    masterData.answered = async () => undefined
    world.oms.forgetFaults()
    world.releaseDeadClaims()
  }

  /** Some at once. */
  async done(deeds: Deeds): Promise<void> {
    const { clock } = this.world.world
    await Promise.all(
      deeds.map(async (one, at) => {
        // Behind the first, while it is under way.
        if (at > 0) await clock.sleep(this.dice() * this.weather.slowMs)
        await this.one(one, deeds.length === 1)
      })
    )
    // Of the dead among them.
    this.world.world.releaseDeadClaims()
    await quiet()
  }

  /** What is still on its way comes, the newest first. */
  async allCome(): Promise<void> {
    for (const body of this.onTheirWay.splice(0).reverse()) await this.world.hears(body)
  }

  /** How the order may have stood when somebody read it who had asked at that moment. */
  standings(orderId: string, readAtMs: number): readonly Order[] {
    return (this.stood.get(orderId) ?? [])
      .filter(({ to }) => to >= readAtMs)
      .map(({ order }) => order)
  }

  private async one(deed: Deed, mayDie: boolean): Promise<void> {
    const { world } = this
    const { oms, clock } = world.world
    switch (deed.by) {
      case 'us':
        return this.ours(deed.does, idOf(deed.order), mayDie ? deed.dies : null)
      case 'others':
        return this.others(deed.does, deed.order)
      case 'carrier':
        return this.carriers(deed.does, idOf(deed.order))
      case 'event':
        return this.comes(deed)
      case 'handler':
        // One that fails is delivered again.
        return world.handled(mayDie ? deed.dies : null).catch((error: unknown) => {
          if (!isFault(error)) throw error
          world.nudges += 1
        })
      case 'time':
        return clock.advance(deed.minutes * 60_000)
      case 'OMS':
        return void oms.fail({ call: 'get', kind: deed.fails, times: 1 })
      case 'restart':
        return world.restart()
    }
  }

  private async comes({ which, comesAgain, dies }: Deed & { by: 'event' }): Promise<void> {
    if (this.onTheirWay.length === 0) return
    const at = which % this.onTheirWay.length
    const body = this.onTheirWay[at]
    if (!comesAgain) this.onTheirWay.splice(at, 1)
    await this.world.hears(body, dies)
  }

  private async ours(
    does: (Deed & { by: 'us' })['does'],
    orderId: string,
    dies: (Deed & { by: 'us' })['dies']
  ): Promise<void> {
    if (!this.ids.has(orderId)) return
    const { clock } = this.world.world
    const ports = this.world.personPorts(dies)
    try {
      await written(ports, does, orderId, instantAt(clock.now()))
    } catch (error) {
      // Whoever looks while OMS fails hears so.
      if (!(error instanceof Killed || isFault(error))) throw error
    }
  }

  private others(does: (Deed & { by: 'others' })['does'], number: number): void {
    const orderId = idOf(number)
    const { oms, clock } = this.world.world
    const now = instantAt(clock.now())
    if (does === 'new') {
      if (this.ids.has(orderId)) return
      this.ids.add(orderId)
      return void oms.put(anOrder(number, clock.now()))
    }
    if (!this.ids.has(orderId)) return
    const { packages, status } = oms.peek(orderId)
    const change = (to: string, more: Partial<Order> = {}) =>
      oms.change(orderId, () => ({ status: to, lastChange: now, ...more }))
    switch (does) {
      case 'handled':
        return status === 'ready-for-handling' ? change('handling') : undefined
      case 'cancel':
        return packages.length === 0 ? change('canceled') : undefined
      case 'invoiced':
        if (packages.length > 0 || status === 'canceled') return
        return change('invoiced', {
          invoicedDate: now,
          packages: [somePackage({ invoiceNumber: 'ERP-1' })],
        })
      case 'undone':
        return status === 'canceled' ? change('ready-for-handling') : undefined
    }
  }

  private carriers(does: (Deed & { by: 'carrier' })['does'], orderId: string): void {
    if (!this.ids.has(orderId)) return
    const { oms, clock } = this.world.world
    const now = instantAt(clock.now())
    oms.change(orderId, ({ packages }) => ({
      packages: packages.map((one) => {
        const before = one.courierStatus
        const events = [...(before?.events ?? []), scanAt(now)]
        switch (does) {
          case 'ship':
            return { ...one, trackingNumber: `S-${epochOf(now)}`, courier: 'Correios' }
          case 'moves':
            return { ...one, courierStatus: courier(events, before?.deliveredDate ?? null) }
          case 'arrives':
            return { ...one, courierStatus: courier(events, now) }
          case 'back':
            return { ...one, courierStatus: courier(before?.events ?? [], null) }
        }
      }),
    }))
  }

  /** Every document, and every change in OMS, whoever made it: how the order stood, and what VTEX tells of its status. */
  private watch(): void {
    const { oms, clock } = this.world.world
    const { put, change } = oms
    const { documents } = this.world.masterData
    const { set } = documents
    documents.set = (id, to) => {
      const before = documents.get(id)?.readAt
      if (typeof before === 'string' && String(to.readAt ?? '') < before) this.wentBack.push(id)
      return set.call(documents, id, to)
    }
    const stands = (orderId: string): void => {
      const all = this.stood.get(orderId) ?? []
      const last = all.at(-1)
      const now = clock.now()
      if (last) last.to = now
      const order = oms.peek(orderId)
      this.stood.set(orderId, [...all, { order, from: now, to: Infinity }])
      if (order.status !== last?.order.status) this.tell(order, last?.order.status ?? null)
    }
    oms.put = (...orders) => {
      put.apply(oms, orders)
      for (const { orderId } of orders) stands(orderId)
      return oms
    }
    oms.change = (orderId, how) => {
      change.call(oms, orderId, how)
      stands(orderId)
    }
  }

  private tell({ orderId, status: currentState }: Order, lastState: string | null): void {
    for (const domain of ['Marketplace', 'Fulfillment'])
      if (this.dice() >= this.weather.lost)
        this.onTheirWay.push({ domain, orderId, currentState, lastState })
  }
}

const START = Date.parse('2026-03-10T12:00:00Z')

function anOrder(number: number, createdMs: number): Order {
  return someOrder({
    orderId: idOf(number),
    sequence: String(1400 + number),
    status: number % 2 === 0 ? 'handling' : 'ready-for-handling',
    creationDate: instantAt(createdMs),
    lastChange: instantAt(createdMs),
    estimatedDelivery: instantAt(createdMs + (1 + number) * DAY_MS),
  })
}

function scanAt(date: Instant) {
  return { date, dateText: date, description: 'scan', city: null, state: null }
}

type CourierStatus = NonNullable<Order['packages'][number]['courierStatus']>

function courier(events: CourierStatus['events'], deliveredDate: Instant | null): CourierStatus {
  return { status: null, finished: deliveredDate !== null, deliveredDate, events }
}

async function written(
  ports: Ports,
  does: (Deed & { by: 'us' })['does'],
  orderId: string,
  date: Instant
): Promise<unknown> {
  const event = { date, description: 'scan', city: null, state: null }
  const status = { isDelivered: does === 'deliver', deliveredDate: null, events: [event] }
  switch (does) {
    case 'look':
      return viewOrder(ports, orderId)
    case 'handle':
      return startHandling(ports, orderId)
    case 'invoice':
      return notifyInvoice(ports, orderId, someInvoice(), ALL_CODES, null)
    case 'track': {
      const tracking = {
        trackingNumber: `T-${epochOf(date)}`,
        trackingUrl: null,
        courier: 'Jadlog',
        dispatchedDate: null,
      }
      return updatePartialInvoice(ports, orderId, 'NF-1', tracking, ALL_CODES)
    }
    case 'scan':
    case 'deliver':
      return updateTrackingStatus(ports, orderId, 'NF-1', status, ALL_CODES)
  }
}

function diceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
