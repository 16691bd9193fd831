import fc from 'fast-check'
import { CATALOGUE } from '../domain/problem/problems'
import { cents } from '../domain/values/money'
import type { Order, Package, TrackingEvent } from '../domain/order/order'
import type { OutgoingInvoice } from '../domain/package/outgoing'
import { packageVersion } from '../domain/package/packageVersion'
import type { ProblemCode } from '../domain/problem/problem'
import type { InvoiceCommand, WriteResult } from './commands'
import { notifyInvoice } from './notifyInvoice'
import type { Outcome, Ports } from './ports'
import { readActivity } from './readActivity'
import { invoicedOf, type OmsCall, type Readings } from './testing/fakeOms'
import { someInvoice, someItem, someLine, someOrder } from './testing/someOrder'
import { Killed, World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'
import { viewOrder } from './viewOrder'

/**
 * Random days of an order: invoices, partials, replacements, returns, tracking, faults, kills, two callers, time.
 * Whatever happens, OMS never holds too much, never holds an invoice twice, loses nothing, and every answer is true.
 */

const ID = '1400-01'
const ALL_CODES = Object.keys(CATALOGUE) as ProblemCode[]
const NUMBERS = ['A-1', 'A-2', 'A-3']
const START = Date.parse('2026-03-10T12:00:00Z')

// What the model holds OMS to, in its own words: the rules under test must not be their own judge.

const unitsOf = (packages: readonly Package[], id: string): number =>
  packages
    .flatMap(({ items }) => items)
    .filter((item) => item.id === id)
    .reduce((all, { quantity }) => all + quantity, 0)

const sightOf = ({ dateText, description, city, state }: TrackingEvent): string =>
  [Date.parse(dateText), description, city, state].join(' | ')

const hasArrived = ({ courierStatus }: Package): boolean => courierStatus?.finished === true

type Call =
  | {
      readonly kind: 'units'
      readonly number: string
      readonly itemIndex: number
      readonly quantity: number
    }
  | { readonly kind: 'value'; readonly number: string; readonly share: number }
  | { readonly kind: 'rest'; readonly number: string }
  | { readonly kind: 'replace'; readonly number: string; readonly courier: string }
  | { readonly kind: 'return'; readonly share: number }
  | { readonly kind: 'tracking'; readonly number: string; readonly trackingNumber: string }
  | {
      readonly kind: 'status'
      readonly number: string
      readonly hours: readonly number[]
      readonly delivered: boolean
    }

type Trouble =
  | {
      readonly kind: 'fault'
      readonly call: OmsCall
      readonly fault: 'unknown' | 'rejected' | 'unavailable'
      readonly afterCommit: boolean
    }
  | { readonly kind: 'killInJournal'; readonly write: number; readonly afterCommit: boolean }
  | { readonly kind: 'killAfter'; readonly call: OmsCall }
  | { readonly kind: 'journalFails'; readonly write: number; readonly afterCommit: boolean }

type Step =
  | { readonly kind: 'call'; readonly call: Call; readonly trouble: Trouble | null }
  | { readonly kind: 'both'; readonly calls: readonly [Call, Call] }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'erp'; readonly number: string; readonly share: number }
  | { readonly kind: 'change'; readonly amount: number }

const number = fc.constantFrom(...NUMBERS)
const share = fc.integer({ min: 5, max: 100 })
const calls: fc.Arbitrary<Call> = fc.oneof(
  fc.record({
    kind: fc.constant('units' as const),
    number,
    itemIndex: fc.nat({ max: 2 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('value' as const), number, share }),
  fc.record({ kind: fc.constant('rest' as const), number }),
  fc.record({
    kind: fc.constant('replace' as const),
    number,
    courier: fc.constantFrom('Correios', 'Jadlog'),
  }),
  fc.record({ kind: fc.constant('return' as const), share }),
  fc.record({
    kind: fc.constant('tracking' as const),
    number,
    trackingNumber: fc.constantFrom('T1', 'T2'),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    number,
    hours: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    delivered: fc.boolean(),
  })
)
const writes = fc.constantFrom<OmsCall>(
  'notifyInvoice',
  'updatePartialInvoice',
  'updateTrackingStatus'
)
const troubles: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant('fault' as const),
    call: writes,
    fault: fc.constantFrom('unknown' as const, 'rejected' as const, 'unavailable' as const),
    afterCommit: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('killInJournal' as const),
    write: fc.integer({ min: 1, max: 3 }),
    afterCommit: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('killAfter' as const), call: writes }),
  fc.record({
    kind: fc.constant('journalFails' as const),
    write: fc.integer({ min: 1, max: 3 }),
    afterCommit: fc.boolean(),
  })
)
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      call: calls,
      trouble: fc.option(troubles),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('both' as const), calls: fc.tuple(calls, calls) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1_000, 15_000, 130_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('erp' as const),
      number: fc.constant('ERP-1'),
      share,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      amount: fc.integer({ min: -2_000, max: 2_000 }),
    }),
  }
)

/** A beginning that leaves something to lose. */
const TRACKED: readonly Step[] = [
  { kind: 'call', call: { kind: 'value', number: 'A-1', share: 40 }, trouble: null },
  { kind: 'wait', milliseconds: 15_000 },
  { kind: 'call', call: { kind: 'tracking', number: 'A-1', trackingNumber: 'T1' }, trouble: null },
  { kind: 'wait', milliseconds: 15_000 },
  {
    kind: 'call',
    call: { kind: 'status', number: 'A-1', hours: [6, 5], delivered: false },
    trouble: null,
  },
  { kind: 'wait', milliseconds: 15_000 },
]

const lines = [
  someLine({ itemIndex: 0, id: '1', quantity: 3, roughValue: cents(10_000) }),
  someLine({ itemIndex: 1, id: '2', quantity: 2, roughValue: cents(65) }),
  someLine({ itemIndex: 2, id: '1', quantity: 1, roughValue: cents(3_333) }),
]

class Run {
  readonly world = new World(someOrder({ lines }))
  private calls = 0
  private readonly seen = new Map<string, Order['packages'][number]>()
  private readonly promised: Call[] = []

  constructor(readings: Readings, applyDelayMs: number) {
    this.world.oms.readings = readings
    this.world.oms.applyDelayMs = applyDelayMs
  }

  order(): Order {
    return this.world.oms.peek(ID)
  }

  /** What the caller wants, made from the order as the caller would have seen it. */
  async send(ports: Ports, call: Call): Promise<WriteResult | null> {
    const remaining = this.order().value - invoicedOf(this.order())
    const part = (percent: number, of: number): number =>
      Math.max(1, Math.floor((of * percent) / 100))
    switch (call.kind) {
      case 'units':
        return this.notify(
          ports,
          someInvoice({
            invoiceNumber: call.number,
            items: [someItem({ itemIndex: call.itemIndex, quantity: call.quantity })],
          })
        )
      case 'value':
        return this.notify(
          ports,
          someInvoice({
            invoiceNumber: call.number,
            items: [],
            invoiceValue: part(call.share, remaining),
          })
        )
      case 'rest':
        return this.notify(ports, someInvoice({ invoiceNumber: call.number }))
      case 'replace': {
        const stored = this.order().packages.find((one) => one.invoiceNumber === call.number)
        return stored
          ? this.notify(
              ports,
              someInvoice({ invoiceNumber: call.number, courier: call.courier }),
              packageVersion(stored)
            )
          : null
      }
      case 'return':
        return this.notify(
          ports,
          someInvoice({
            type: 'INPUT',
            invoiceNumber: `R-${call.share}`,
            items: [],
            invoiceValue: part(call.share, invoicedOf(this.order())),
          })
        )
      case 'tracking':
        return updatePartialInvoice(
          ports,
          ID,
          call.number,
          {
            trackingNumber: call.trackingNumber,
            trackingUrl: null,
            courier: null,
            dispatchedDate: null,
          },
          ALL_CODES
        )
      case 'status':
        return updateTrackingStatus(
          ports,
          ID,
          call.number,
          {
            isDelivered: call.delivered,
            deliveredDate: null,
            events: call.hours.map((hour) => ({
              date: new Date(START - hour * 3_600_000).toISOString(),
              description: `Scan ${hour}`,
              city: null,
              state: null,
            })),
          },
          []
        )
    }
  }

  private notify(
    ports: Ports,
    command: InvoiceCommand,
    version: string | null = null
  ): Promise<WriteResult> {
    // Whoever accepts that OMS may count twice has it counted twice, where that is how OMS does it.
    const accept =
      this.world.oms.readings.repost === 'appends'
        ? ALL_CODES.filter((code) => code !== 'REPLACE_MAY_COUNT_TWICE')
        : ALL_CODES
    return notifyInvoice(ports, ID, command, accept, version)
  }

  async step(step: Step): Promise<void> {
    if (step.kind === 'wait') this.world.clock.advance(step.milliseconds)
    if (step.kind === 'erp') await this.erp(step.number, step.share)
    if (step.kind === 'change') this.change(step.amount)
    if (step.kind === 'call') await this.one(step.call, step.trouble)
    if (step.kind === 'both') await this.both(step.calls)
    this.check()
  }

  private async one(call: Call, trouble: Trouble | null): Promise<void> {
    const { world } = this
    const actor = `caller ${++this.calls}`
    const sentBefore = world.oms.sent.length
    const committedBefore = world.oms.committed.length
    let result: WriteResult | null
    try {
      result = await this.send(this.troubled(world.ports(actor), trouble), call)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      world.releaseDeadClaims()
      return
    } finally {
      world.journalFault = null
      world.oms.forgetFaults()
    }
    if (result === null) return
    const wrote = world.oms.committed.length > committedBefore
    const own = world.oms.sent
      .slice(sentBefore)
      .filter(({ call: name }) => !['get', 'changes'].includes(name))
    const restored =
      own.length > 0 &&
      own.every(({ call: name }) => name === 'updateTrackingStatus') &&
      call.kind !== 'status'
    if (result.outcome === 'REFUSED' && !restored && call.kind !== 'status') expect(own).toEqual([])
    if (result.outcome === 'FAILED' && !restored && trouble === null) expect(wrote).toBe(false)
    if (result.outcome !== 'REFUSED')
      expect(result.problems.map(({ code }) => code)).not.toContain('IN_PROGRESS')
    await this.checkAnswer(call, result)
    const isRecorded =
      trouble?.kind !== 'journalFails' &&
      result.problems.every(({ code }) => code !== 'ORDER_NOT_FOUND')
    if (isRecorded) {
      const activity = await readActivity(world.ports(), ID, 500)
      expect(activity).toContainEqual(expect.objectContaining({ actor, outcome: result.outcome }))
    }
  }

  private async both([a, b]: readonly [Call, Call]): Promise<void> {
    const first = this.send(this.world.ports('first'), a)
    const second = this.send(this.world.ports('second'), b)
    for (const [call, result] of [[a, await first] as const, [b, await second] as const])
      if (result) await this.checkAnswer(call, result, false)
  }

  private async checkAnswer(call: Call, { outcome }: WriteResult, alone = true): Promise<void> {
    if (!['APPLIED', 'ALREADY_APPLIED', 'ACCEPTED'].includes(outcome)) return
    // What was accepted shows in time, except a replacement where OMS only renews the receipt.
    if (outcome === 'ACCEPTED') {
      if (call.kind !== 'replace') this.promised.push(call)
      return
    }
    this.checkShown(call, outcome, alone)
  }

  private checkShown(call: Call, outcome: Outcome, alone: boolean): void {
    const name = call.kind === 'return' ? `R-${call.share}` : call.number
    const stored = this.order().packages.find(({ invoiceNumber }) => invoiceNumber === name)
    expect(stored).toBeDefined()
    // Beside somebody else's replacement the other one may have come last.
    if (call.kind === 'replace' && alone) expect(stored).toMatchObject({ courier: call.courier })
    if (call.kind === 'status' && outcome !== 'ALREADY_APPLIED')
      for (const hour of call.hours)
        expect(stored?.courierStatus?.events.map(({ description }) => description)).toContain(
          `Scan ${hour}`
        )
  }

  private troubled(ports: Ports, trouble: Trouble | null): Ports {
    const { world } = this
    if (trouble === null) return ports
    switch (trouble.kind) {
      case 'fault': {
        // Only what nobody answered can have committed.
        const afterCommit = trouble.fault === 'unknown' && trouble.afterCommit
        world.oms.fail({ call: trouble.call, kind: trouble.fault, status: 400, afterCommit })
        return ports
      }
      case 'killInJournal':
      case 'journalFails':
        world.journalFault = {
          at: world.journalWrites + trouble.write,
          afterCommit: trouble.afterCommit,
          killed: trouble.kind === 'killInJournal',
        }
        return ports
      case 'killAfter': {
        const die = async (write: () => Promise<unknown>): Promise<never> => {
          await write()
          throw new Killed('killed')
        }
        const { oms } = world
        const orders = Object.create(oms) as typeof oms
        if (trouble.call === 'notifyInvoice')
          orders.notifyInvoice = (...args) => die(() => oms.notifyInvoice(...args))
        if (trouble.call === 'updatePartialInvoice')
          orders.updatePartialInvoice = (...args) => die(() => oms.updatePartialInvoice(...args))
        if (trouble.call === 'updateTrackingStatus')
          orders.updateTrackingStatus = (...args) => die(() => oms.updateTrackingStatus(...args))
        return { ...ports, orders }
      }
    }
  }

  /** Another system invoices, without asking us. */
  private async erp(invoiceNumber: string, percent: number): Promise<void> {
    const order = this.order()
    const isThere = order.packages.some((one) => one.invoiceNumber === invoiceNumber)
    const open = this.world.journal(ID).intents.length > 0
    const remaining = order.value - invoicedOf(order)
    // Against somebody who writes at the same moment no client can defend the sum.
    if (isThere || open || remaining <= 1 || this.world.oms.isApplying()) return
    await this.world.oms.notifyInvoice(ID, {
      ...someInvoice(),
      invoiceNumber,
      issuanceDate: '2026-03-10T11:00:00Z' as never,
      invoiceValue: cents(Math.max(1, Math.floor((remaining * percent) / 100))),
      items: [],
      dispatchedDate: null,
    } as never)
    this.world.clock.advance(20_000)
  }

  /** The order gets dearer or cheaper, never below what OMS or we have invoiced. */
  private change(amount: number): void {
    const { value, status } = this.order()
    const sent = this.world.journal(ID).intents.reduce((all, one) => all + one.value, 0)
    const least = invoicedOf(this.order()) + sent + 1
    if (status === 'invoiced' || this.world.oms.isApplying() || value + amount < least) return
    this.world.oms.change(ID, () => ({ value: cents(value + amount) }))
  }

  check(): void {
    const order = this.order()
    const returned = order.packages
      .filter(({ type }) => type === 'INPUT')
      .reduce((all, { invoiceValue }) => all + invoiceValue, 0)
    expect(returned).toBeLessThanOrEqual(invoicedOf(order))
    expect(invoicedOf(order)).toBeLessThanOrEqual(order.value)
    const outputs = order.packages.filter(({ type }) => type === 'OUTPUT')
    for (const id of ['1', '2']) {
      const ordered = lines
        .filter((line) => line.id === id)
        .reduce((all, { quantity }) => all + quantity, 0)
      expect(unitsOf(outputs, id)).toBeLessThanOrEqual(ordered)
    }
    const numbers = order.packages.map(({ invoiceNumber }) => invoiceNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    const events = order.packages.flatMap(({ invoiceNumber, courierStatus }) =>
      (courierStatus?.events ?? []).map((event) => `${invoiceNumber} ${sightOf(event)}`)
    )
    expect(new Set(events).size).toBe(events.length)
  }

  /** In the end, with everything quiet, all that was ever stored is there, and the rest can be invoiced to the cent. */
  async end(): Promise<void> {
    const { world } = this
    world.clock.advance(200_000)
    // Each call is a request of its own.
    const ports = () => world.ports('last')
    // Any mutation puts back what a dead one left half done.
    for (const name of [...NUMBERS, 'ERP-1'])
      await updatePartialInvoice(
        ports(),
        ID,
        name,
        { trackingNumber: null, trackingUrl: null, courier: 'Last', dispatchedDate: null },
        ALL_CODES
      )
    world.clock.advance(200_000)
    await notifyInvoice(ports(), ID, someInvoice({ invoiceNumber: 'Z-1' }), ALL_CODES, null)
    world.clock.advance(200_000)
    const order = this.order()
    expect(invoicedOf(order)).toBe(order.value)
    this.check()
    this.checkNothingLost()
    const view = await viewOrder(ports(), ID)
    expect(view?.ledger).toMatchObject({
      invoicedValue: order.value,
      remainingValue: 0,
      pending: [],
    })
    expect(view?.attention).toEqual([])
    for (const call of this.promised) this.checkShown(call, 'ACCEPTED', false)
    // A number of its own was committed once, unless it was replaced on purpose.
    const posted = world.oms.committed
      .filter(({ call }) => call === 'notifyInvoice')
      .map(({ body }) => body as OutgoingInvoice)
    const first = posted.filter(({ courier }) => courier === null)
    expect(new Set(first.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(first.length)
  }

  /** Called often: remembers what OMS showed, to compare with the end. */
  remember(): void {
    for (const stored of this.order().packages)
      this.seen.set(stored.invoiceNumber, this.merged(stored))
  }

  private merged(stored: Order['packages'][number]): Order['packages'][number] {
    const before = this.seen.get(stored.invoiceNumber)
    const known = before?.courierStatus?.events ?? []
    const fresh = (stored.courierStatus?.events ?? []).filter(
      (event) => !known.some((one) => sightOf(one) === sightOf(event))
    )
    const courierStatus = stored.courierStatus ?? before?.courierStatus ?? null
    return {
      ...stored,
      courierStatus: courierStatus && { ...courierStatus, events: [...known, ...fresh] },
    }
  }

  private checkNothingLost(): void {
    for (const [name, before] of this.seen) {
      const after = this.order().packages.find((one) => one.invoiceNumber === name)
      expect(after).toMatchObject({
        invoiceValue: before.invoiceValue,
        issuanceDate: before.issuanceDate,
        items: before.items,
      })
      if (before.trackingNumber) expect(after?.trackingNumber).toBeTruthy()
      const events = (after?.courierStatus?.events ?? []).map(sightOf)
      for (const event of before.courierStatus?.events ?? [])
        expect(events).toContain(sightOf(event))
      if (hasArrived(before)) expect(after && hasArrived(after)).toBe(true)
    }
  }
}

const RUNS = Number(process.env.MODEL_RUNS ?? 250)
const SEED = Number(process.env.MODEL_SEED ?? 42)

describe('random days of an order', () => {
  it('keep every promise, under every reading of OMS', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          repost: fc.constantFrom<Readings['repost']>(
            'replaces',
            'receiptOnly',
            'refuses',
            'appends'
          ),
          events: fc.constantFrom<Readings['events']>('append', 'dedup', 'replace'),
        }),
        fc.constantFrom(0, 2_000, 12_000),
        fc.boolean(),
        fc.array(steps, { minLength: 1, maxLength: 14 }),
        async (readings, applyDelayMs, isTracked, plan) => {
          const run = new Run(readings, applyDelayMs)
          for (const step of [...(isTracked ? TRACKED : []), ...plan]) {
            await run.step(step)
            run.remember()
          }
          await run.end()
        }
      ),
      { numRuns: RUNS, seed: SEED }
    )
  }, 600_000)
})
