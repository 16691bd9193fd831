import fc from 'fast-check'
import { sliceCount, type Batch } from './batch'
import { newBatch, withPart } from './filling'
import { total } from './outcomes'
import {
  finished,
  freeLanes,
  handedOver,
  hasWorkFor,
  isStalled,
  isThrough,
  LANES,
  laneOf,
  LEASE_MS,
  MOST_IN_HAND,
  paused,
  rateOf,
  retried,
  SKEW_MS,
  started,
  taken,
  type Turn,
} from './running'

const NOW = Date.parse('2026-03-10T12:00:00Z')

function ready(slices: number): Batch {
  const empty = newBatch({
    batchId: 'b',
    key: 'k',
    name: 'n',
    rowCount: slices,
    accept: [],
    createdBy: 'ana',
    now: NOW,
  })
  const part = { id: 'p', offset: 0, count: slices, slices, digest: 'd' }
  return withPart(empty, part, false, NOW)
}
const batchOf = (turn: Turn): Batch => {
  if ('problem' in turn) throw new Error(turn.problem.code)
  return turn.batch
}
const running = (slices: number): Batch => batchOf(started(ready(slices), false, 'ana', NOW))
const codeOf = (turn: Turn) => ('problem' in turn ? turn.problem.code : turn.batch.state)
const holder = (lane: number, owner: string, pass = 1) => ({ lane, owner, pass })
const applied = (slice: number) => ({ slice, counts: { APPLIED: 1 }, hasUnsettled: false })

describe('a lane', () => {
  it('is one holder’s until he hands it over or his lease ends', () => {
    const mine = taken(running(9), holder(0, 'a'), NOW, true)!
    expect(taken(mine, holder(0, 'b'), NOW + LEASE_MS + SKEW_MS, true)).toBeNull()
    const late = taken(mine, holder(0, 'b'), NOW + LEASE_MS + SKEW_MS + 1, false)!
    expect(laneOf(late, holder(0, 'b'))!.work).toEqual([{ slice: 0, deaths: 1 }])
    expect(laneOf(late, holder(0, 'a'))).toBeNull()
    const given = handedOver(mine, holder(0, 'a'))!
    const next = taken(given, holder(0, 'b'), NOW, false)!
    expect(laneOf(next, holder(0, 'b'))!.work).toEqual([{ slice: 0, deaths: 0 }])
  })

  it('that died leaves its work to another once no slice is left', () => {
    const a = taken(running(1), holder(0, 'a'), NOW, true)!
    const early = taken(a, holder(1, 'b'), NOW, true)!
    expect(laneOf(early, holder(1, 'b'))!.work).toEqual([])
    const later = taken(early, holder(1, 'b'), NOW + LEASE_MS + SKEW_MS + 1, true)!
    expect(laneOf(later, holder(1, 'b'))!.work).toEqual([{ slice: 0, deaths: 1 }])
    expect(finished(later, holder(0, 'a'), applied(0), NOW)).toBeNull()
    expect(finished(later, holder(1, 'b'), applied(0), NOW)!.state).toBe('DONE')
  })

  it('of an older pass is nobody’s', () => {
    expect(taken(running(3), holder(0, 'a', 0), NOW, true)).toBeNull()
  })
})

/** Any days of a batch: who takes, ends, hands over or dies, and how time passes. */
const act = fc.record({
  lane: fc.nat(LANES - 1),
  what: fc.constantFrom('take', 'finish', 'hand over', 'die', 'pause', 'start'),
  later: fc.constantFrom(0, 1_000, LEASE_MS + SKEW_MS + 1),
  unsettled: fc.boolean(),
})

describe('any course of a batch', () => {
  it('counts every slice once, gives no slice to two, and can always end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(act, { maxLength: 60 }), (n, acts) => {
        let batch = running(n)
        let now = NOW
        let ids = 0
        const owners = new Map<number, string>()
        const step = (next: Batch | null): void => {
          batch = next ?? batch
          const inHand = batch.pass!.lanes.flatMap(({ work }) => work.map(({ slice }) => slice))
          expect(new Set(inHand).size).toBe(inHand.length)
          expect(total(batch.counts)).toBeLessThanOrEqual(n)
          if (batch.state === 'DONE') expect(total(batch.counts)).toBe(n)
        }
        const end = (lane: number, unsettled: boolean): void => {
          const by = holder(lane, owners.get(lane) ?? 'nobody', batch.pass!.number)
          const slice = laneOf(batch, by)?.work[0]?.slice
          if (slice === undefined) return
          const outcome = unsettled ? 'ACCEPTED' : 'APPLIED'
          step(
            finished(batch, by, { slice, counts: { [outcome]: 1 }, hasUnsettled: unsettled }, now)
          )
        }
        for (const { lane, what, later, unsettled } of acts) {
          now += later
          const by = holder(lane, owners.get(lane) ?? 'nobody', batch.pass!.number)
          if (what === 'die') owners.delete(lane)
          else if (what === 'finish') end(lane, unsettled)
          else if (what === 'hand over') step(handedOver(batch, by))
          else if (what === 'pause' && batch.state === 'RUNNING') step(batchOf(paused(batch, now)))
          else if (what === 'start' && batch.state === 'PAUSED')
            step(batchOf(started(batch, false, 'ana', now)))
          else if (what === 'take') {
            const owner = owners.get(lane) ?? `owner ${++ids}`
            const next = taken(batch, holder(lane, owner, batch.pass!.number), now, true)
            if (next) owners.set(lane, owner)
            step(next)
          }
        }
        // Whoever is left brings it to its end.
        if (batch.state === 'PAUSED') step(batchOf(started(batch, false, 'ana', now)))
        for (let turn = 0; turn < 200 && batch.state === 'RUNNING'; turn += 1) {
          now += LEASE_MS + SKEW_MS + 1
          const [lane] = freeLanes(batch, now)
          owners.set(lane, `last ${turn}`)
          step(taken(batch, holder(lane, `last ${turn}`, batch.pass!.number), now, true))
          end(lane, false)
        }
        expect(batch.state).toBe('DONE')
        expect(isThrough(batch)).toBe(true)
      }),
      { seed: 20261128 }
    )
  })
})

describe('the turns of a batch', () => {
  it('begin with all its rows, and go on from a pause as what they were', () => {
    const filling = newBatch({ ...ready(3), rowCount: 4, now: NOW, createdBy: 'ana' })
    expect(codeOf(started(filling, false, 'ana', NOW))).toBe('BATCH_ROWS_MISSING')
    expect(codeOf(started(running(3), false, 'ana', NOW))).toBe('BATCH_STATE_FORBIDS')
    const rehearsal = batchOf(paused(batchOf(started(ready(3), true, 'ana', NOW)), NOW))
    expect(codeOf(started(rehearsal, false, 'ana', NOW))).toBe('BATCH_STATE_FORBIDS')
    expect(codeOf(started(rehearsal, true, 'bob', NOW))).toBe('RUNNING')
    expect(codeOf(paused(ready(3), NOW))).toBe('BATCH_STATE_FORBIDS')
    expect(codeOf(retried(ready(3), ['FAILED'], 'ana', NOW))).toBe('BATCH_STATE_FORBIDS')
  })

  it('after a rehearsal run what was READY, after a run only what is asked for', () => {
    const first = taken(batchOf(started(ready(1), true, 'ana', NOW)), holder(0, 'a'), NOW, true)!
    const end = { slice: 0, counts: { READY: 1, REFUSED: 2 }, hasUnsettled: false }
    const rehearsed = finished(first, holder(0, 'a'), end, NOW)!
    expect(rehearsed.state).toBe('DONE')
    const run = batchOf(started(rehearsed, false, 'ana', NOW))
    expect(run.pass).toMatchObject({ number: 2, isRehearsal: false, outcomes: ['READY'] })
    expect(run.counts).toEqual({ REFUSED: 2 })
    const again = batchOf(retried(rehearsed, ['REFUSED'], 'bob', NOW))
    expect(again).toMatchObject({ counts: { READY: 1 }, startedBy: 'bob', state: 'RUNNING' })
    // Nothing ended so: nothing runs.
    expect(batchOf(retried(rehearsed, ['FAILED'], 'bob', NOW))).toBe(rehearsed)
  })

  it('look once more at what OMS had not shown, and only once', () => {
    const first = taken(running(2), holder(0, 'a'), NOW, true)!
    const open = { slice: 0, counts: { ACCEPTED: 1 }, hasUnsettled: true }
    const second = taken(finished(first, holder(0, 'a'), open, NOW)!, holder(0, 'a'), NOW, true)!
    const looking = finished(second, holder(0, 'a'), applied(1), NOW)!
    expect(looking.state).toBe('RUNNING')
    expect(looking.pass).toMatchObject({ isSecondLook: true, slices: [0], number: 2 })
    expect(looking.counts).toEqual({ APPLIED: 1 })
    const last = taken(looking, holder(2, 'c', 2), NOW, true)!
    const done = finished(last, holder(2, 'c', 2), open, NOW)!
    expect(done).toMatchObject({ state: 'DONE', counts: { APPLIED: 1, ACCEPTED: 1 } })
    expect(sliceCount(done)).toBe(2)
  })

  it('tell a pace from what moved in the last half minute, and a standstill after a minute', () => {
    let batch = running(40)
    for (let second = 0; second < 20; second += 1) {
      const by = holder(0, 'a')
      batch = taken(batch, by, NOW + second * 1_000, true)!
      const end = { slice: second, counts: { APPLIED: 50 }, hasUnsettled: false }
      batch = finished(batch, by, end, NOW + second * 1_000)!
    }
    expect(rateOf(batch, NOW + 19_000)).toBeCloseTo(50)
    expect(isStalled(batch, NOW + 79_000)).toBe(false)
    expect(isStalled(batch, NOW + 79_001)).toBe(true)
    expect(rateOf(batch, NOW + 79_000)).toBeNull()
  })
})

const problemOf = (turn: Turn) => {
  if ('batch' in turn) throw new Error(turn.batch.state)
  return turn.problem
}
const DEAD_MS = LEASE_MS + SKEW_MS + 1
const doneAs = (isRehearsal: boolean): Batch => {
  const first = taken(
    batchOf(started(ready(1), isRehearsal, 'ana', NOW)),
    holder(0, 'a'),
    NOW,
    true
  )!
  const counts = isRehearsal ? { READY: 1, REFUSED: 2 } : { APPLIED: 1, REFUSED: 2 }
  return finished(first, holder(0, 'a'), { counts, slice: 0, hasUnsettled: false }, NOW)!
}

describe('what stands against a turn', () => {
  it('says what is missing, or in which state the batch is', () => {
    const filling = newBatch({ ...ready(3), rowCount: 4, now: NOW, createdBy: 'ana' })
    expect(problemOf(started(filling, false, 'ana', NOW)).facts).toEqual([
      { name: 'first', value: '0' },
      { name: 'count', value: '4' },
    ])
    const forbids = (turn: Turn, state: string, field: readonly string[] = []) =>
      expect(problemOf(turn)).toMatchObject({
        field,
        code: 'BATCH_STATE_FORBIDS',
        facts: [{ name: 'state', value: state }],
      })
    forbids(started(doneAs(false), false, 'ana', NOW), 'DONE')
    forbids(started(doneAs(false), true, 'ana', NOW), 'DONE')
    forbids(retried(running(3), ['FAILED'], 'ana', NOW), 'RUNNING')
    forbids(retried(ready(3), ['FAILED'], 'ana', NOW), 'READY')
    const halted = batchOf(paused(batchOf(started(ready(3), true, 'ana', NOW)), NOW))
    forbids(started(halted, false, 'ana', NOW), 'PAUSED', ['rehearse'])
  })
})

describe('a turn', () => {
  it('rehearses again whatever a rehearsal told, and begins its progress anew', () => {
    const again = batchOf(started(doneAs(true), true, 'bob', NOW + 5))
    expect(again).toMatchObject({
      counts: {},
      progress: [],
      startedBy: 'bob',
      startedAt: NOW + 5,
      pass: {
        isRehearsal: true,
        isSecondLook: false,
        outcomes: ['READY', 'ALREADY_APPLIED', 'REFUSED', 'FAILED'],
      },
    })
  })

  it('pauses once', () => {
    const halted = batchOf(paused(running(3), NOW + 5))
    expect(halted.movedAt).toBe(NOW + 5)
    expect(batchOf(paused(halted, NOW + 9))).toBe(halted)
  })

  it('runs again where any of the outcomes has rows, as what the last one was', () => {
    for (const isRehearsal of [true, false]) {
      const again = batchOf(retried(doneAs(isRehearsal), ['FAILED', 'REFUSED'], 'bob', NOW))
      expect(again.pass).toMatchObject({ isRehearsal, outcomes: ['FAILED', 'REFUSED'] })
    }
  })
})

describe('who may work', () => {
  it('is nobody in a batch that is not running', () => {
    for (const batch of [ready(3), batchOf(paused(running(3), NOW))]) {
      expect(freeLanes(batch, NOW)).toEqual([])
      expect(hasWorkFor(batch, 0, NOW)).toBe(false)
      expect(taken(batch, holder(0, 'a'), NOW, true)).toBeNull()
      expect(isThrough(batch)).toBe(false)
    }
    expect(laneOf(ready(3), holder(0, 'a'))).toBeNull()
    expect(laneOf(running(3), holder(LANES, 'a'))).toBeNull()
  })

  it('is whoever finds a lane without a holder, or with a dead one', () => {
    const held = taken(running(3), holder(1, 'a'), NOW, true)!
    expect(freeLanes(held, NOW + DEAD_MS - 1)).toEqual([0, 2, 3])
    expect(freeLanes(held, NOW + DEAD_MS)).toEqual([0, 1, 2, 3])
  })

  it('finds work while a slice is left, and then only what another lane left behind', () => {
    expect(hasWorkFor(running(1), 3, NOW)).toBe(true)
    const held = taken(running(1), holder(0, 'a'), NOW, true)!
    expect(hasWorkFor(held, 3, NOW + DEAD_MS - 1)).toBe(false)
    expect(hasWorkFor(held, 3, NOW + DEAD_MS)).toBe(true)
    // Its own is no other’s.
    expect(hasWorkFor(held, 0, NOW + DEAD_MS)).toBe(false)
    const idle = taken(finished(held, holder(0, 'a'), applied(0), NOW)!, holder(0, 'a'), NOW, true)
    expect(idle).toBeNull()
  })

  it('keeps what he has in hand as it is, three slices at most', () => {
    let batch = running(9)
    for (let turn = 0; turn < 5; turn += 1) batch = taken(batch, holder(0, 'a'), NOW, true)!
    expect(laneOf(batch, holder(0, 'a'))!.work).toEqual(
      Array.from({ length: MOST_IN_HAND }, (_, slice) => ({ slice, deaths: 0 }))
    )
  })

  it('takes over what a dead one left only when he has nothing himself', () => {
    const both = taken(
      taken(running(2), holder(0, 'a'), NOW, true)!,
      holder(1, 'b'),
      NOW + DEAD_MS,
      true
    )!
    const busy = taken(both, holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(busy, holder(1, 'b'))!.work).toEqual([{ slice: 1, deaths: 0 }])
    const idle = finished(busy, holder(1, 'b'), applied(1), NOW)!
    const over = taken(idle, holder(1, 'b'), NOW + DEAD_MS, true)!
    expect(laneOf(over, holder(1, 'b'))!.work).toEqual([{ slice: 0, deaths: 1 }])
    expect(over.pass!.lanes[0].work).toEqual([])
  })
})

describe('a slice that ended', () => {
  const twoInHand = (slices: number): Batch =>
    taken(taken(running(slices), holder(0, 'a'), NOW, true)!, holder(0, 'a'), NOW, true)!

  it('counts only where it is in this hand', () => {
    expect(finished(twoInHand(9), holder(0, 'a'), applied(2), NOW)).toBeNull()
    const left = finished(twoInHand(9), holder(0, 'a'), applied(0), NOW)!
    expect(laneOf(left, holder(0, 'a'))!.work).toEqual([{ slice: 1, deaths: 0 }])
  })

  it('is looked at once more with the others that OMS had not shown, in their order', () => {
    let batch = running(12)
    const open = (slice: number) => ({ slice, counts: { ACCEPTED: 1 }, hasUnsettled: true })
    const ends = Array.from({ length: 12 }, (_, slice) =>
      slice >= 9 || slice === 2 ? open(slice) : applied(slice)
    )
    for (const lane of [0, 1, 2, 3])
      for (let turn = 0; turn < 3; turn += 1) batch = taken(batch, holder(lane, 'a'), NOW, true)!
    for (const end of [...ends].reverse())
      batch = finished(batch, holder(Math.floor(end.slice / 3), 'a'), end, NOW)!
    expect(batch.pass).toMatchObject({
      isRehearsal: false,
      isSecondLook: true,
      slices: [2, 9, 10, 11],
      outcomes: ['ACCEPTED', 'UNKNOWN'],
    })
    const second = taken(batch, holder(0, 'b', 2), NOW, true)!
    expect(laneOf(second, holder(0, 'b', 2))!.work).toEqual([{ slice: 2, deaths: 0 }])
    const still = finished(second, holder(0, 'b', 2), open(2), NOW)!
    expect([...still.unsettled].sort((a, b) => a - b)).toEqual([2, 9, 10, 11])
    const settled = finished(second, holder(0, 'b', 2), applied(2), NOW)!
    expect(settled.unsettled).not.toContain(2)
  })

  it('is remembered for two times half a minute, sixty of them at most', () => {
    const progress = Array.from({ length: 80 }, (_, at) => ({ at: NOW + at, done: at }))
    const crowded = { ...twoInHand(9), progress }
    const next = finished(crowded, holder(0, 'a'), applied(0), NOW + 100)!
    expect(next.progress).toHaveLength(60)
    expect(next.progress[59]).toEqual({ at: NOW + 100, done: 1 })
    const later = finished(crowded, holder(0, 'a'), applied(0), NOW + 60_078)!
    expect(later.progress).toEqual([
      { at: NOW + 79, done: 79 },
      { at: NOW + 60_078, done: 1 },
    ])
  })
})

describe('the pace of a batch', () => {
  const moving = (...moments: number[]) => ({
    ...running(9),
    progress: moments.map((at, done) => ({ at: NOW + at, done })),
  })

  it('is told of a running batch, from two moments that lie a second apart', () => {
    expect(rateOf(moving(0, 1_000), NOW + 2_000)).toBeCloseTo(0.5)
    expect(rateOf(moving(0, 999), NOW + 2_000)).toBeNull()
    expect(rateOf(moving(0), NOW + 2_000)).toBeNull()
    expect(rateOf(batchOf(paused(moving(0, 1_000), NOW)), NOW + 2_000)).toBeNull()
  })

  it('forgets what lies half a minute back', () => {
    expect(rateOf(moving(0, 20_000, 25_000), NOW + 30_000)).toBeCloseTo(0.1)
  })

  it('stands still only while it runs', () => {
    const halted = batchOf(paused(running(3), NOW))
    expect(isStalled(halted, NOW + 3_600_000)).toBe(false)
  })
})
