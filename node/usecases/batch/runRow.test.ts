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

function world(ends: readonly (RowEnd | Error)[], hasTurns = true, worksMs = 10_000) {
  const clock = new VirtualClock()
  const begunAt = clock.now()
  const endsAt = begunAt + worksMs
  const seen = { tries: 0, errors: 0 }
  const told: unknown[] = []
  const error = (entry: unknown) => {
    seen.errors += 1
    told.push(entry)
  }
  const log = { error, info: () => undefined, warn: () => undefined }
  const ports = {
    clock,
    log,
    turn: async () => hasTurns,
    fulfillRow: async () => {
      const end = ends[Math.min(seen.tries, ends.length - 1)]
      seen.tries += 1
      if (end instanceof Error) throw end
      return end
    },
  } as unknown as LanePorts
  const run = (isRehearsal = false) =>
    runRow(ports, ROW, { isRehearsal, endsAt, by: 'ana', isOver: () => clock.now() >= endsAt })
  return { seen, told, run, took: () => clock.now() - begunAt }
}

describe('a row', () => {
  it('is tried again where it meets what passes, with pauses', async () => {
    const { seen, run, took } = world([LIMITED, LIMITED, APPLIED])
    expect(await run()).toEqual(APPLIED)
    expect({ ...seen, took: took() }).toEqual({ tries: 3, errors: 0, took: 1_500 })
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
    expect({ tries: seen.tries, took: took() }).toEqual({ tries: 0, took: 10_000 })
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
    expect(seen).toEqual({ tries: 1, errors: 1 })
  })
})
