import type { Batch } from '../../domain/batch/batch'
import type { PaceLedger } from '../../domain/batch/pace'
import type { RowEnd } from '../../domain/batch/rows'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { LONGEST_SEND_MS, UNKNOWN_FOR_MS } from '../../domain/journal/waiting'
import { Fault } from '../../domain/problem/fault'
import { problem } from '../../domain/problem/problems'
import { addBatchRows } from '../../usecases/batch/addBatchRows'
import { createBatch } from '../../usecases/batch/createBatch'
import { pacedOrders } from '../../usecases/batch/pacedOrders'
import type { BatchRow, LanePorts, LedgerPort, Nudge } from '../../usecases/batch/ports'
import { runLane } from '../../usecases/batch/runLane'
import { SlotsInHand, SlotTaker } from '../../usecases/batch/slots'
import { startBatch } from '../../usecases/batch/steerBatch'
import * as limits from '../../usecases/limits'
import type { Clock, OrdersPort } from '../../usecases/ports'
import { someOrder } from '../../usecases/testing/someOrder'
import { VirtualClock } from '../../usecases/testing/virtualClock'
import { readUntilShown } from '../../usecases/writing/readBack'
import { BatchStore } from '../stores/batches'
import { shardPath } from '../stores/claimShards'
import { LedgerStore } from '../stores/ledger'
import { randomFrom } from './explorer/chance'
import { countingIds } from './fakes'
import { MemoryFiles } from './memoryFiles'

/** Reads a minute, of a quota of 6,000. */
export const PACE = 5_820
const REPLICAS = 2
const OMS_MS = 50
const VBASE_MS = 6
const EVENT_MS = 20
/** A delivery without an answer by then is made once more (batches §1). */
const IMPATIENT_MS = 800
const ROWS_A_CALL = 500
/** As often as on the stand's bench: reads that fail; POSTs that fail, half of them after OMS took them; those that hang. */
const FAILING = 0.02
const HANGING = 0.02
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface PacedRun {
  readonly batch: Batch
  /** From its start to its end. */
  readonly ms: number
  readonly reads: number
  /** Moments of the ledger that nobody had come for when they passed, while slices were left. */
  readonly skipped: number
  /** Rows that were run while others had them in hand. */
  readonly doubled: number
}

/**
 * A batch at its pace, run by the real lanes, slots, ledger and store on virtual time, so that no neighbour on the machine
 * is measured along. What a row does is a model: its reads, its POST and what it waits for.
 */
export async function runPaced(rows: number, seed: number): Promise<PacedRun> {
  const { setTimeout: realTimeout } = globalThis
  const realRandom = Math.random
  const clock = new VirtualClock()
  const random = randomFrom(seed)
  const timer = { unref: () => timer, ref: () => timer, hasRef: () => true }
  globalThis.setTimeout = ((fire: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    void clock.sleep(ms).then(() => fire(...args))
    return timer
  }) as unknown as typeof setTimeout
  Math.random = random
  try {
    return await new Run(clock, random).run(rows)
  } finally {
    globalThis.setTimeout = realTimeout
    Math.random = realRandom
  }
}

class Run {
  private readonly newId = countingIds()
  private readonly files: MemoryFiles
  private readonly oms: OmsAtPace
  private readonly ledger: LedgerPort
  private readonly hands = Array.from({ length: REPLICAS }, () => new SlotsInHand())
  private readonly store: BatchStore
  private turn = 0
  private skipped = 0
  private hasSlices = true

  constructor(
    private readonly clock: Clock,
    random: () => number
  ) {
    this.files = new MemoryFiles(() => clock.sleep(VBASE_MS / 2), true)
    this.oms = new OmsAtPace(clock, random)
    const parts = { files: this.files, newId: this.newId, sleep: (ms: number) => clock.sleep(ms) }
    this.ledger = this.watched(new LedgerStore(parts))
    this.store = new BatchStore(parts)
  }

  async run(rows: number): Promise<PacedRun> {
    const ports = this.ports()
    const given = { key: 'k', name: 'n', rowCount: rows, accept: [] }
    const { batchId } = (await createBatch(ports, given, 'ana')).batch!
    for (let offset = 0; offset < rows; offset += ROWS_A_CALL)
      await addBatchRows(ports, batchId, offset, rowsFrom(offset, rows))
    await startBatch(ports, batchId, false, { actor: 'ana', mayRefund: false })
    for (;;) {
      await this.clock.sleep(100)
      const batch = (await this.store.find(batchId))!
      this.hasSlices = batch.pass!.next < rows / 50
      if (batch.state !== 'DONE') continue
      const { reads, doubled } = this.oms
      const ms = batch.finishedAt! - batch.startedAt!
      return { batch, reads, doubled, ms, skipped: Math.round(this.skipped) }
    }
  }

  /** Of a handler in the replica whose turn it is. */
  private ports(): LanePorts {
    const { clock, newId, ledger } = this
    const hand = this.hands[this.turn++ % REPLICAS]!
    const slots = new SlotTaker({ ledger, clock, log: SILENT }, async () => PACE, hand)
    return {
      clock,
      newId,
      ledger,
      log: SILENT,
      shardOf: shardPath,
      batches: this.store,
      events: { send: async (nudge) => void this.deliver(nudge) },
      journals: { read: async () => EMPTY_JOURNAL },
      turn: (until) => slots.next(until),
      settled: async () => undefined,
      fulfillRow: (row, { answerBy }) => this.oms.fulfill(row, slots, answerBy),
    }
  }

  private async deliver(nudge: Nudge): Promise<void> {
    await this.clock.sleep(EVENT_MS)
    const state = { isDone: false }
    const handle = async (): Promise<void> => {
      if ('lane' in nudge) await runLane(this.ports(), nudge)
      state.isDone = true
    }
    void handle()
    await this.clock.sleep(IMPATIENT_MS)
    if (!state.isDone) void handle()
  }

  private watched(ledger: LedgerPort): LedgerPort {
    const note = ({ nextAt }: PaceLedger): void => {
      const late = this.clock.now() - nextAt
      if (nextAt > 0 && late > 0 && this.hasSlices) this.skipped += (late * PACE) / 60_000
    }
    return {
      read: () => ledger.read(),
      change: (change) =>
        ledger.change((found) => {
          note(found)
          return change(found)
        }),
    }
  }
}

/** What a row meets: the reads, pauses and waits of `fulfill` with an invoice. */
class OmsAtPace {
  reads = 0
  doubled = 0
  private readonly shown = new Set<string>()
  private readonly sentAt = new Map<string, number>()
  private readonly underWay = new Set<string>()

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number
  ) {}

  async fulfill(row: BatchRow, slots: SlotTaker, by: number): Promise<RowEnd> {
    const { clock } = this
    if (this.underWay.has(row.orderId)) this.doubled += 1
    this.underWay.add(row.orderId)
    const answerBy = Math.min(by, clock.now() + limits.ROW_MS)
    try {
      return await this.write(row, pacedOrders(this.port(), slots, answerBy), answerBy)
    } catch {
      return endOf('REFUSED', [problem('OMS_UNAVAILABLE')])
    } finally {
      this.underWay.delete(row.orderId)
    }
  }

  private async write({ orderId }: BatchRow, orders: OrdersPort, by: number): Promise<RowEnd> {
    const { clock } = this
    await clock.sleep(4 * VBASE_MS)
    if ((await orders.get(orderId))!.status === 'invoiced') return endOf('ALREADY_APPLIED')
    const before = this.sentAt.get(orderId)
    if (before !== undefined) {
      if (clock.now() - before < LONGEST_SEND_MS + UNKNOWN_FOR_MS) return endOf('REFUSED')
      await clock.sleep(limits.SECOND_LOOK_MS)
      await orders.get(orderId)
    }
    await clock.sleep(4 * VBASE_MS)
    this.sentAt.set(orderId, clock.now())
    const isTaken = await orders.notifyInvoice(orderId, null as never).then(
      () => true,
      () => false
    )
    const look = isTaken ? limits.READ_BACK_MS : limits.LONGEST_LOOK_IN_A_ROW_MS
    const deadline = Math.min(clock.now() + look, by - limits.RECORD_MS)
    const ports = { clock, orders } as Parameters<typeof readUntilShown>[0]
    const { isShown } = await readUntilShown(
      ports,
      orderId,
      deadline,
      ({ status }) => status === 'invoiced'
    )
    await clock.sleep(2 * VBASE_MS)
    return endOf(isShown ? 'APPLIED' : isTaken ? 'ACCEPTED' : 'UNKNOWN')
  }

  private port(): OrdersPort {
    const { clock, random, shown } = this
    const get = async (orderId: string) => {
      this.reads += 1
      await clock.sleep(OMS_MS)
      if (random() < FAILING) throw faultOf('unavailable')
      return { ...someOrder(), status: shown.has(orderId) ? 'invoiced' : 'handling' }
    }
    const notifyInvoice = async (orderId: string) => {
      await clock.sleep(OMS_MS)
      const chance = random()
      if (chance < FAILING / 2) throw faultOf('unknown')
      shown.add(orderId)
      if (chance < FAILING) throw faultOf('unknown')
      if (chance < 1 - HANGING) return
      await clock.sleep(limits.LONGEST_OF_OMS_IN_A_ROW_MS)
      throw faultOf('unknown')
    }
    return { get, notifyInvoice } as unknown as OrdersPort
  }
}

function endOf(outcome: RowEnd['outcome'], problems: RowEnd['problems'] = []): RowEnd {
  const steps = [{ operation: 'NOTIFY_INVOICE' as const, outcome, receipt: null, problems }]
  return { outcome, steps, problems, invoiceNumber: '1' }
}

function faultOf(kind: 'unknown' | 'unavailable'): Fault {
  return new Fault({ kind, upstream: 'OMS', operation: 'Call' })
}

function rowsFrom(offset: number, count: number): Omit<BatchRow, 'row'>[] {
  return Array.from({ length: Math.min(ROWS_A_CALL, count - offset) }, (_, number) => ({
    label: null,
    orderId: `${1_300_000_000_000 + offset + number}-01`,
    fulfill: { invoice: null, invoiceNumber: null, tracking: null, status: null },
    accept: [],
  }))
}
