import { isPassing, joined, type RowEnd } from '../../domain/batch/rows'
import { problem } from '../../domain/problem/problems'
import type { BatchRow, LanePorts, RunOfRow } from './ports'

/** What passes by itself is tried so often before it is told. */
const MOST_TRIES = 6
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 4_000

export interface RowRun extends RunOfRow {
  /** Paused, or lost: no try begins any more. */
  readonly isStopped: () => boolean
  /** The first try begins by then. @unit epoch milliseconds */
  readonly beginBy: number
  /** And another one by then: whoever was about to end waits for this row, not for the next delivery. */
  readonly tryBy: number
}

/** How a row ends, after some tries where it meets what passes. Null: not yet, and this delivery's time is over. */
export async function runRow(
  ports: LanePorts,
  row: BatchRow,
  { isStopped, beginBy, tryBy, ...run }: RowRun
): Promise<RowEnd | null> {
  const { clock } = ports
  let last: RowEnd | null = null
  for (let tries = 1; ; tries += 1) {
    const until = tries === 1 ? beginBy : tryBy
    const isInTime = await ports.turn(until)
    // OMS asks for a long wait: whoever were called at once would meet the same.
    if (!isInTime) await clock.sleep(Math.max(0, until - clock.now()))
    if (isStopped() || clock.now() >= until) return null
    const end: RowEnd = await ended(ports, row, run)
    last = last ? joined(last, end) : end
    if (!isPassing(end) || tries === MOST_TRIES) return last
    await clock.sleep(Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS))
  }
}

/** A mistake of ours costs its row, not the batch; whether anything went out nobody knows then. */
async function ended(ports: LanePorts, row: BatchRow, run: RunOfRow): Promise<RowEnd> {
  try {
    return await ports.fulfillRow(row, run)
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error
    ports.log.error({ flow: 'Batch', orderId: row.orderId, detail })
    return {
      outcome: run.isRehearsal ? 'FAILED' : 'UNKNOWN',
      steps: [],
      invoiceNumber: null,
      problems: [problem('BATCH_ROW_POISONED')],
    }
  }
}
