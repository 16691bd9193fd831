import type { RowEnd } from '../../domain/batch/rows'
import { problem } from '../../domain/problem/problems'
import { VirtualClock } from '../testing/virtualClock'
import type { BatchRow, LanePorts } from './ports'
import { runRow } from './runRow'

const ROW: BatchRow = {
  row: 0,
  label: null,
  orderId: '1-01',
  fulfill: { invoice: null, invoiceNumber: null, tracking: null, status: null },
  accept: [],
}
const APPLIED: RowEnd = { outcome: 'APPLIED', steps: [], invoiceNumber: '1', problems: [] }
const LIMITED: RowEnd = { ...APPLIED, outcome: 'REFUSED', problems: [problem('RATE_LIMITED')] }

function world(ends: readonly (RowEnd | Error)[], hasTurns = true, triesMs = 10_000) {
  const clock = new VirtualClock()
  const begunAt = clock.now()
  const given = {
    by: 'ana',
    answerBy: begunAt + 20_000,
    beginBy: begunAt + 4_000,
    tryBy: begunAt + triesMs,
    isStopped: () => seen.isStopped,
  }
  const seen = { tries: 0, errors: 0, isStopped: false }
  const told: unknown[] = []
  const runs: object[] = []
  const error = (entry: unknown) => {
    seen.errors += 1
    told.push(entry)
  }
  const log = { error, info: () => undefined, warn: () => undefined }
  const ports = {
    clock,
    log,
    turn: async () => hasTurns,
    fulfillRow: async (_row: BatchRow, run: object) => {
      runs.push(run)
      const end = ends[Math.min(seen.tries, ends.length - 1)]
      seen.tries += 1
      if (end instanceof Error) throw end
      return end
    },
  } as unknown as LanePorts
  const run = (isRehearsal = false) => runRow(ports, ROW, { ...given, isRehearsal })
  return { clock, seen, told, runs, given, run, took: () => clock.now() - begunAt }
}

describe('a row', () => {
  it('is tried again where it meets what passes, with pauses', async () => {
    const { seen, run, took } = world([LIMITED, LIMITED, APPLIED])
    expect(await run()).toEqual(APPLIED)
    expect([seen.tries, seen.errors, took()]).toEqual([3, 0, 1_500])
  })

  it('is told after six tries as what it came to', async () => {
    const { seen, run, took } = world([LIMITED], true, 60_000)
    expect(await run()).toEqual(LIMITED)
    expect([seen.tries, took()]).toEqual([6, 500 + 1_000 + 2_000 + 4_000 + 4_000])
  })

  it('is left for the next delivery once this one is over', async () => {
    const { seen, run, took } = world([LIMITED])
    expect(await run()).toBeNull()
    expect(seen.tries).toBeLessThan(6)
    expect(took()).toBeGreaterThanOrEqual(10_000)
  })

  it('does not begin where its turn comes after that, nor is another delivery called at once', async () => {
    const { seen, run, took } = world([APPLIED], false)
    expect(await run()).toBeNull()
    expect({ tries: seen.tries, took: took() }).toEqual({ tries: 0, took: 4_000 })
  })

  it('is tried again past the time in which rows begin, by its delivery’s end', async () => {
    const { seen, runs, given, run, took } = world([LIMITED, LIMITED, LIMITED, LIMITED, APPLIED])
    expect(await run()).toEqual(APPLIED)
    expect([seen.tries, took()]).toEqual([5, 7_500])
    const { by, answerBy } = given
    expect(runs[4]).toEqual({ by, answerBy, isRehearsal: false })
  })

  it('is left where the batch stops, and where its last time to begin has come', async () => {
    const one = world([LIMITED])
    one.seen.isStopped = true
    expect(await one.run()).toBeNull()
    expect(one.seen.tries).toBe(0)
    const late = world([APPLIED])
    late.clock.advance(4_000)
    expect(await late.run()).toBeNull()
  })

  it.each([
    [false, 'UNKNOWN'],
    [true, 'FAILED'],
  ])('that trips over a mistake of ours costs itself only (rehearsal: %s)', async (is, outcome) => {
    const { seen, told, run } = world([new TypeError('x is undefined')])
    const end = await run(is)
    expect(end).toMatchObject({ outcome, problems: [{ code: 'BATCH_ROW_POISONED' }] })
    expect(end?.steps).toEqual([])
    expect(told).toEqual([{ flow: 'Batch', orderId: '1-01', detail: 'TypeError: x is undefined' }])
    expect([seen.tries, seen.errors]).toEqual([1, 1])
  })
})
