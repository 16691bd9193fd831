import { total } from '../domain/batch/outcomes'
import { PACE, runPaced } from './testing/pacedLanes'

/** `PACE_ROWS=10000 npx jest … batchPace` is a whole file. */
const ROWS = Number(process.env.PACE_ROWS ?? 2_000)
/** One answer that is not waited for any more, begun last, with what comes before and after it. */
const LAST_ROWS_MS = 7_000

describe('a batch whose rows hang and fail now and then', () => {
  it.each([1, 2, 3])('uses up its pace until the last slice is begun, seed %i', async (seed) => {
    const { batch, ms, reads, skipped, doubled } = await runPaced(ROWS, seed)
    expect(total(batch.counts)).toBe(ROWS)
    expect(skipped).toBeLessThan(reads * 0.001)
    expect(ms - (reads / PACE) * 60_000).toBeLessThan(LAST_ROWS_MS)
    // Whoever comes into a lane leaves alone what his predecessor is still at.
    expect(doubled).toBe(0)
  })
})
