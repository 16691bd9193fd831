import type { Batch } from './batch'
import { newBatch } from './filling'
import { finished, taken } from './lanes'
import { isStalled, paused, rateOf, retried, started, type Turn } from './running'
import { batchOf, holder, NOW, ready, running } from '../testing/someBatch'

const codeOf = (turn: Turn) => ('problem' in turn ? turn.problem.code : turn.batch.state)

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
    const end = { slice: 0, counts: { READY: 1, REFUSED: 2 }, unsettled: {} }
    const rehearsed = finished(first, holder(0, 'a'), end, NOW)!
    expect(rehearsed.state).toBe('DONE')
    const run = batchOf(started(rehearsed, false, 'ana', NOW))
    expect(run.pass).toMatchObject({ number: 3, isRehearsal: false, outcomes: ['READY'] })
    expect(run.counts).toEqual({ REFUSED: 2 })
    const again = batchOf(retried(rehearsed, ['REFUSED'], 'bob', NOW))
    expect(again).toMatchObject({ counts: { READY: 1 }, startedBy: 'bob', state: 'RUNNING' })
    // Nothing ended so: nothing runs.
    expect(batchOf(retried(rehearsed, ['FAILED'], 'bob', NOW))).toBe(rehearsed)
  })

  it('tell a pace from what moved in the last half minute, and a standstill after a minute', () => {
    let batch = running(40)
    for (let second = 0; second < 20; second += 1) {
      const by = holder(0, 'a')
      batch = taken(batch, by, NOW + second * 1_000, true)!
      const end = { slice: second, counts: { APPLIED: 50 }, unsettled: {} }
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
const doneAs = (isRehearsal: boolean): Batch => {
  const first = taken(
    batchOf(started(ready(1), isRehearsal, 'ana', NOW)),
    holder(0, 'a'),
    NOW,
    true
  )!
  const counts = isRehearsal ? { READY: 1, REFUSED: 2 } : { APPLIED: 1, REFUSED: 2 }
  return finished(first, holder(0, 'a'), { counts, slice: 0, unsettled: {} }, NOW)!
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
