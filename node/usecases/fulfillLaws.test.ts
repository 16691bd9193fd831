import fc from 'fast-check'
import type { Order } from '../domain/order/order'
import type { FulfillCommand, WriteResult } from './commands'
import { fulfill } from './fulfill'
import { notifyInvoice } from './notifyInvoice'
import type { Outcome, Ports } from './ports'
import type { OmsCall, Readings, ScriptedFault } from './testing/fakeOms'
import { someFulfill, someStatus, someTracking } from './testing/someFulfill'
import { someInvoice, someOrder } from './testing/someOrder'
import { Killed, World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'
const NUMBER = 'NF-1'
const RUNS = Number(process.env.MODEL_RUNS ?? 150)
const seed = Number(process.env.MODEL_SEED ?? 5)

// What a caller wants: the invoice always, the rest by chance; every moment is given, so that no clock is in the result.
const wholes: fc.Arbitrary<FulfillCommand> = fc
  .record({
    tracking: fc.option(
      fc.record({
        trackingNumber: fc.constantFrom('T1', 'T2'),
        courier: fc.constantFrom(null, 'Correios'),
      })
    ),
    status: fc.option(
      fc.record({
        hours: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
        isDelivered: fc.boolean(),
      })
    ),
  })
  .map(({ tracking, status }) =>
    someFulfill({
      invoice: someInvoice({ issuanceDate: '2026-03-10T00:30:00Z' }),
      tracking: tracking && someTracking(tracking),
      status: status && someStatus(status.hours, status.isDelivered),
    })
  )
const events = fc.constantFrom<Readings['events']>('append', 'dedup', 'replace')
const writes = fc.constantFrom<OmsCall>(
  'notifyInvoice',
  'updatePartialInvoice',
  'updateTrackingStatus'
)
const faults: fc.Arbitrary<ScriptedFault | null> = fc.option(
  fc.record({
    call: writes,
    kind: fc.constantFrom('rejected' as const, 'rateLimited' as const, 'unknown' as const),
    afterCommit: fc.boolean(),
    status: fc.constant(409),
  })
)
/** At once, while it is read back, after the call. */
const delays = fc.constantFrom(0, 2_000, 9_000)

function worldWith(reading: Readings['events'], applyDelayMs: number): World {
  const world = new World(someOrder())
  world.oms.readings = { repost: 'refuses', events: reading }
  world.oms.applyDelayMs = applyDelayMs
  return world
}

function fail(world: World, fault: ScriptedFault | null): void {
  // Only what nobody answered can have committed.
  if (fault)
    world.oms.fail({ ...fault, afterCommit: fault.kind === 'unknown' && fault.afterCommit })
}

const sentBy = ({ oms }: World): number => oms.committed.length

/** What the order holds of all that is written, the newest event first. */
function heldBy(world: World): Order['packages'] {
  world.clock.advance(60_000)
  return world.oms.peek(ID).packages
}

const WORST: readonly Outcome[] = [
  'UNKNOWN',
  'FAILED',
  'REFUSED',
  'ACCEPTED',
  'APPLIED',
  'ALREADY_APPLIED',
]
const worst = (outcomes: readonly Outcome[]): Outcome =>
  WORST.find((one) => outcomes.includes(one))!

type Single = (ports: Ports) => Promise<WriteResult>

/** The same by single calls: a new invoice carries its tracking, as it would where one calls for it. */
function singles({ invoice, tracking, status }: FulfillCommand, order: Order): readonly Single[] {
  const isHeld = order.packages.length > 0
  const given = Object.entries(tracking ?? {}).filter(([, value]) => value !== null)
  const command = { ...invoice!, ...(isHeld ? {} : Object.fromEntries(given)) }
  return [
    (ports) => notifyInvoice(ports, ID, command, ['TRACKING_REPLACES'], null),
    ...(tracking
      ? [(ports: Ports) => updatePartialInvoice(ports, ID, NUMBER, tracking, ['TRACKING_REPLACES'])]
      : []),
    ...(status ? [(ports: Ports) => updateTrackingStatus(ports, ID, NUMBER, status, [])] : []),
  ]
}

async function oneByOne(world: World, calls: readonly Single[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const call of calls) {
    const { outcome } = await call(world.ports())
    outcomes.push(outcome)
    if (['REFUSED', 'FAILED', 'UNKNOWN'].includes(outcome)) break
  }
  return outcomes
}

const all = (world: World, command: FulfillCommand) =>
  fulfill(world.ports(), ID, command, ['TRACKING_REPLACES'])

describe('fulfil', () => {
  it('is the single calls one after the other, by outcome and by what OMS holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        wholes,
        events,
        delays,
        faults,
        fc.nat({ max: 3 }),
        async (command, reading, applyDelayMs, fault, before) => {
          const worlds = [worldWith(reading, applyDelayMs), worldWith(reading, applyDelayMs)]
          for (const world of worlds) {
            await oneByOne(world, singles(command, someOrder()).slice(0, before))
            world.clock.advance(before > 0 ? 60_000 : 0)
            fail(world, fault)
          }
          const [one, other] = worlds
          const result = await all(one, command)
          const outcomes = await oneByOne(other, singles(command, other.oms.peek(ID)))
          expect(result.outcome).toBe(worst(outcomes))
          expect(result.steps).toHaveLength(outcomes.length)
          expect(heldBy(one)).toEqual(heldBy(other))
          expect(sentBy(one)).toBe(sentBy(other))
        }
      ),
      { numRuns: RUNS, seed }
    )
  })

  it('twice sends nothing the second time, not even before OMS shows the first', async () => {
    await fc.assert(
      fc.asyncProperty(
        wholes,
        events,
        delays,
        fc.boolean(),
        async (command, reading, applyDelayMs, isHeld) => {
          const world = worldWith(reading, 0)
          if (isHeld) await notifyInvoice(world.ports(), ID, command.invoice!, [], null)
          world.oms.applyDelayMs = applyDelayMs
          const first = await all(world, command)
          const sent = sentBy(world)
          const second = await all(world, command)
          expect(sentBy(world)).toBe(sent)
          if (first.outcome === 'APPLIED') expect(second.outcome).toBe('ALREADY_APPLIED')
        }
      ),
      { numRuns: RUNS, seed }
    )
  })

  it('sends nothing again of what was done before, whatever part that was', async () => {
    await fc.assert(
      fc.asyncProperty(wholes, events, fc.nat({ max: 3 }), async (command, reading, before) => {
        const fresh = worldWith(reading, 0)
        await all(fresh, command)
        const world = worldWith(reading, 0)
        await oneByOne(world, singles(command, someOrder()).slice(0, before))
        const result = await all(world, command)
        expect(['APPLIED', 'ALREADY_APPLIED', 'REFUSED']).toContain(result.outcome)
        expect(heldBy(world)).toEqual(heldBy(fresh))
        expect(sentBy(world)).toBe(sentBy(fresh))
      }),
      { numRuns: RUNS, seed }
    )
  })

  const deaths = fc.oneof(
    fc.record({
      at: fc.constant('journal' as const),
      write: fc.integer({ min: 1, max: 7 }),
      afterCommit: fc.boolean(),
    }),
    fc.record({ at: fc.constant('oms' as const), call: writes })
  )

  it('that dies anywhere, and is called again, ends in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        wholes,
        events,
        delays,
        deaths,
        async (command, reading, applyDelayMs, death) => {
          const fresh = worldWith(reading, 0)
          await all(fresh, command)
          const world = worldWith(reading, applyDelayMs)
          await fulfill(dying(world, death), ID, command, []).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error
          })
          world.journalFault = null
          world.releaseDeadClaims()
          world.oms.applyDelayMs = 0
          world.clock.advance(200_000)
          const again = await all(world, command)
          expect(['APPLIED', 'ALREADY_APPLIED', 'REFUSED']).toContain(again.outcome)
          expect(heldBy(world)).toEqual(heldBy(fresh))
          const posts = world.oms.committed.filter(({ call }) => call === 'notifyInvoice')
          expect(posts).toHaveLength(1)
        }
      ),
      { numRuns: RUNS, seed }
    )
  })
})

type Death =
  | { readonly at: 'journal'; readonly write: number; readonly afterCommit: boolean }
  | { readonly at: 'oms'; readonly call: OmsCall }

/** Ports whose caller is killed at a write of the journal, or right after OMS took a call. */
function dying(world: World, death: Death): Ports {
  const ports = world.ports()
  if (death.at === 'journal') {
    const { write, afterCommit } = death
    world.journalFault = { afterCommit, at: world.journalWrites + write, killed: true }
    return ports
  }
  const die = async (write: Promise<unknown>): Promise<never> => {
    await write
    throw new Killed('killed')
  }
  const orders = Object.create(world.oms) as typeof world.oms
  const { call } = death
  if (call === 'notifyInvoice') orders[call] = (...args) => die(world.oms[call](...args))
  if (call === 'updatePartialInvoice') orders[call] = (...args) => die(world.oms[call](...args))
  if (call === 'updateTrackingStatus') orders[call] = (...args) => die(world.oms[call](...args))
  return { ...ports, orders }
}
