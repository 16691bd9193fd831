import type { Batch } from '../../domain/batch/batch'
import type { RowEnd } from '../../domain/batch/rows'
import { LEASE_MS, SKEW_MS, taken } from '../../domain/batch/lanes'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { Fault } from '../../domain/problem/fault'
import { BatchStore } from '../stores/batches'
import { countingIds, RecordingLog } from './fakes'
import { MemoryFiles } from './memoryFiles'
import { VirtualClock } from '../../usecases/testing/virtualClock'
import { addBatchRows } from '../../usecases/batch/addBatchRows'
import { createBatch } from '../../usecases/batch/createBatch'
import type { BatchRow, LanePorts, Nudge } from '../../usecases/batch/ports'
import { readBatchRows } from '../../usecases/batch/readBatches'
import { runLane } from '../../usecases/batch/runLane'
import { startBatch } from '../../usecases/batch/steerBatch'

/** With the one step that it came to. */
export const endOf = (outcome: RowEnd['outcome'], invoiceNumber = 'NF-1'): RowEnd => ({
  outcome,
  invoiceNumber,
  problems: [],
  steps: [{ outcome, operation: 'NOTIFY_INVOICE', receipt: null, problems: [] }],
})
export const APPLIED = endOf('APPLIED')
/** So long after its lease began nobody holds a lane. */
export const DEAD_MS = LEASE_MS + SKEW_MS + 1
/** A mutant that turns for ever costs no more than this. */
const MOST_SLEEPS = 20_000

export type GivenRow = Omit<BatchRow, 'row'>
export const rowOf = (orderId: string, changes: Partial<GivenRow> = {}): GivenRow => ({
  orderId,
  label: null,
  accept: [],
  fulfill: { invoice: null, invoiceNumber: null, tracking: null, status: null },
  ...changes,
})
export const rows = (count: number) =>
  Array.from({ length: count }, (_, number) => rowOf(`o-${number}`))

class Clock extends VirtualClock {
  private sleeps = 0

  override sleep(milliseconds: number): Promise<void> {
    this.sleeps += 1
    if (this.sleeps > MOST_SLEEPS) throw new Error('turns for ever')
    return super.sleep(milliseconds)
  }
}

/** A started batch, its files in memory. What a row comes to says the test. */
export async function startedBatch(
  given: readonly GivenRow[],
  isRehearsal = false,
  accept: readonly never[] = []
) {
  const clock = new Clock()
  const files = new MemoryFiles()
  const newId = countingIds()
  const log = new RecordingLog()
  const sent: Nudge[] = []
  const oms = {
    /** In the order in which rows came. */
    ran: [] as BatchRow[],
    by: new Set<string>(),
    atOnce: 0,
    most: 0,
    tookMs: 0,
    isCourierDown: false,
    end: (_row: BatchRow): RowEnd | Promise<RowEnd> => APPLIED,
  }
  const unused = () => Promise.reject(new Error('unused'))
  const ports: LanePorts = {
    clock,
    log,
    newId,
    batches: new BatchStore({ files, newId, sleep: (ms) => clock.sleep(ms) }),
    ledger: { read: unused, change: unused },
    shardOf: () => 'one',
    journals: { read: async () => EMPTY_JOURNAL },
    turn: async () => true,
    settled: async () => undefined,
    events: {
      send: async (nudge) => {
        if (oms.isCourierDown)
          throw new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' })
        sent.push(nudge)
      },
    },
    fulfillRow: async (row, { by }) => {
      oms.ran.push(row)
      oms.by.add(by)
      oms.atOnce += 1
      oms.most = Math.max(oms.most, oms.atOnce)
      try {
        if (oms.tookMs > 0) await clock.sleep(oms.tookMs)
        return await oms.end(row)
      } finally {
        oms.atOnce -= 1
      }
    },
  }
  const { batch } = await createBatch(
    ports,
    { accept, key: 'k', name: 'n', rowCount: given.length },
    'ana'
  )
  const { batchId } = batch!
  await addBatchRows(ports, batchId, 0, given)
  await startBatch(ports, batchId, isRehearsal, { actor: 'bob', mayRefund: true })
  sent.length = 0
  const head = async (): Promise<Batch> => (await ports.batches.find(batchId))!
  const work = (lane = 0, pass = 1) => runLane(ports, { batchId, pass, lane })
  const told = async () =>
    (await readBatchRows(ports, batchId, null, { page: 1, perPage: 500 }))!.rows
  /** Another handler has the lane's first slice in hand. */
  const hold = (lane: number) =>
    ports.batches.change(batchId, (newest) =>
      taken(newest, { lane, pass: 1, owner: `other ${lane}` }, clock.now(), true)
    )
  const slices = async () => {
    const [part] = (await head()).parts
    return Array.from({ length: part.slices }, (_, number) => ({ number, partId: part.id }))
  }
  return { clock, files, log, sent, oms, ports, batchId, head, work, told, hold, slices }
}
