import fc from 'fast-check'
import type { TrackingEventCommand, TrackingStatusCommand } from '../domain/invoice/command'
import type { FaultKind } from '../domain/problem/fault'
import type { Readings, ScriptedFault } from './testing/fakeOms'
import { moment, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'
const NUMBER = 'NF-1'
const status = (changes: Partial<TrackingStatusCommand> = {}): TrackingStatusCommand => ({
  isDelivered: false,
  deliveredDate: null,
  events: [],
  ...changes,
})
const world = (): World =>
  new World(someOrder({ status: 'invoiced', packages: [somePackage({ trackingNumber: 'AA1' })] }))

describe('laws', () => {
  const moments = fc
    .integer({ min: Date.parse('2026-03-01T00:00:00Z'), max: Date.parse('2026-03-10T12:00:00Z') })
    .map((ms) => moment(new Date(ms).toISOString()))
  const events = fc.record({
    date: moments,
    description: fc.constantFrom('Posted', 'In transit', 'Out for delivery'),
    city: fc.constantFrom(null, 'Rio'),
    state: fc.constantFrom(null, 'RJ'),
  })
  const readings = fc.constantFrom<Readings['events']>('append', 'dedup', 'replace')

  it('any events in any order, in any calls, with repeats, end in the same list and the same delivery', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(events, {
          minLength: 1,
          maxLength: 6,
          selector: (one) => JSON.stringify(one),
        }),
        fc.infiniteStream(fc.nat({ max: 5 })),
        fc.integer({ min: 1, max: 5 }),
        readings,
        fc.constantFrom(0, 500, 3_000),
        async (list, picks, calls, reading, applyDelayMs) => {
          const here = world()
          here.oms.applyDelayMs = applyDelayMs
          here.oms.readings = { repost: 'replaces', events: reading }
          const newest = list.reduce((a, b) => (Date.parse(b.date) > Date.parse(a.date) ? b : a))
          const send = (some: readonly TrackingEventCommand[]) =>
            updateTrackingStatus(
              here.ports(),
              ID,
              NUMBER,
              status({ events: some, isDelivered: some.some(({ date }) => date === newest.date) }),
              []
            )
          for (let call = 0; call < calls; call += 1)
            await send([...picks.take(3)].map((pick) => list[pick % list.length]))
          await send(list.slice(0, 3))
          await send(list.slice(3))
          await send(list)
          here.clock.advance(60_000)
          const stored = here.oms.peek(ID).packages[0].courierStatus
          const identity = (one: TrackingEventCommand) =>
            JSON.stringify([one.date, one.description, one.city, one.state])
          expect(stored?.events.map(identity).sort()).toEqual(list.map(identity).sort())
          expect(stored).toMatchObject({ finished: true, deliveredDate: newest.date })
        }
      ),
      { numRuns: 150, seed: 7 }
    )
  })

  const faults = fc.constantFrom<Omit<ScriptedFault, 'call'> | null>(
    null,
    null,
    { kind: 'unknown' },
    { kind: 'unknown', afterCommit: true },
    ...(['rejected', 'rateLimited', 'unavailable'] as FaultKind[]).map((kind) => ({ kind }))
  )
  const calls = fc.array(
    fc.record({
      picks: fc.array(fc.nat(5), { maxLength: 4 }),
      fault: faults,
      isDelivered: fc.boolean(),
      // Every call its own: what was asked later may be applied first.
      applyDelayMs: fc.constantFrom(0, 3_000, 20_000, 60_000),
      waitMs: fc.constantFrom(0, 1_000, 30_000, 130_000),
    }),
    { minLength: 1, maxLength: 6 }
  )
  const sameMoments = fc
    .record({
      minute: fc.nat(6),
      hoursAhead: fc.constantFrom(-3, 0, 9),
      description: fc.constantFrom('Posted', 'Moved'),
    })
    .map(({ minute, hoursAhead, description }) => {
      const local = new Date(Date.UTC(2026, 2, 1, hoursAhead, minute)).toISOString().slice(0, 19)
      const zone = `${hoursAhead < 0 ? '-' : '+'}0${Math.abs(hoursAhead)}:00`
      return { date: moment(`${local}${zone}`), description, city: null, state: null }
    })

  it('whatever gets lost on the way, and in whatever order OMS applies, no event ends up twice or missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sameMoments, { minLength: 1, maxLength: 6 }),
        calls,
        readings,
        async (list, attempts, reading) => {
          const here = world()
          here.oms.readings = { repost: 'replaces', events: reading }
          const put = (some: readonly TrackingEventCommand[], isDelivered: boolean) =>
            updateTrackingStatus(
              here.ports(),
              ID,
              NUMBER,
              status({ events: some, isDelivered }),
              []
            )
          for (const { picks, fault, isDelivered, applyDelayMs, waitMs } of attempts) {
            here.oms.forgetFaults()
            here.oms.applyDelayMs = applyDelayMs
            if (fault) here.oms.fail({ ...fault, call: 'updateTrackingStatus', status: 400 })
            await put(
              picks.map((pick) => list[pick % list.length]),
              isDelivered
            )
            here.clock.advance(waitMs)
          }
          here.oms.forgetFaults()
          for (let last = 0; last < 3; last += 1) {
            here.clock.advance(130_000)
            await put(list, true)
          }
          here.clock.advance(130_000)
          const stored = here.oms.peek(ID).packages[0].courierStatus
          const identity = (one: { date: unknown; description: string }) =>
            `${Date.parse(String(one.date))} ${one.description}`
          expect(stored?.events.map(identity).sort()).toEqual(
            [...new Set(list.map(identity))].sort()
          )
          expect(stored?.finished).toBe(true)
        }
      ),
      { numRuns: Number(process.env.MODEL_RUNS ?? 200), seed: Number(process.env.MODEL_SEED ?? 11) }
    )
  }, 120_000)
})
