import fc from 'fast-check'
import { sliceCount, type Batch } from './batch'
import { newBatch, withPart } from './filling'
import { total } from './outcomes'
import {
  finished,
  freeLanes,
  handedOver,
  isStalled,
  isThrough,
  LANES,
  laneOf,
  LEASE_MS,
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
