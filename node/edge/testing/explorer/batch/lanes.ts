import type { Batch } from '../../../../domain/batch/batch'
import { total } from '../../../../domain/batch/outcomes'
import type { RowEnd } from '../../../../domain/batch/rows'
import type { Journal } from '../../../../domain/journal/journal'
import { problem } from '../../../../domain/problem/problems'
import { instantAt } from '../../../../domain/values/instant'
import { addBatchRows } from '../../../../usecases/batch/addBatchRows'
import { createBatch } from '../../../../usecases/batch/createBatch'
import type { BatchRow, LanePorts, Nudge } from '../../../../usecases/batch/ports'
import { readBatchRows, viewBatch, type RowView } from '../../../../usecases/batch/readBatches'
import { runLane } from '../../../../usecases/batch/runLane'
import { startBatch } from '../../../../usecases/batch/steerBatch'
import type { Clock } from '../../../../usecases/ports'
import { BatchStore } from '../../../stores/batches'
import { shardPath } from '../../../stores/claimShards'
import { AtRandom, randomFrom, type Chances } from '../chance'
import { AT_ONCE, type Way } from '../operation'
import { Scheduler } from '../scheduler'
import { SharedFiles } from '../sharedFiles'
import { onVirtualTime } from '../virtualTime'

const START = Date.parse('2026-03-10T12:00:00Z')
/** A delivery without an answer by then is made once more beside it (batches §1). */
const IMPATIENT_MS = 800
const DELIVERIES = 3
/** As the panel looks at a batch. */
const POLL_MS = 5_000
const LONGEST_MS = 30 * 60_000
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface LanePlot {
  readonly rows: number
  readonly seed: number
  readonly chances: Chances
  /** Of events that are sent. */
  readonly lost: number
  readonly doubled: number
  /** Orders at which the service dies, whenever it comes to them; true: after OMS took it. */
  readonly poison?: ReadonlyMap<number, boolean>
}

/** How a batch ended, and what OMS had of each row. */
export interface LaneRun {
  readonly batch: Batch
  readonly rows: readonly RowView[]
  /** How often OMS took what a row says. */
  readonly taken: ReadonlyMap<string, number>
  readonly scheduler: Scheduler
}

/**
 * A batch run by the real lanes and the real store, on virtual time, with handlers that die at any call, events that are
 * lost or doubled, and a VBase that fails in all of the explorer's ways. What a row does is a model: OMS takes it at most
 * once, as the flows' own explorer shows.
 */
export async function runLanes(plot: LanePlot): Promise<LaneRun> {
  const scheduler = new Scheduler(START)
  const random = randomFrom(plot.seed)
  const manners = { latencyMs: 5, namesEtags: plot.seed % 2 === 0, isStale: false }
  const files = new SharedFiles(scheduler, manners, () => undefined)
  const oms = new OnceOms(scheduler, plot.poison ?? new Map())
  const clock: Clock = { now: () => scheduler.now(), sleep: (ms) => scheduler.sleep(ms) }
  let ids = 0
  const portsOf = (caller: string): LanePorts => {
    const newId = (): string => `${caller}-${++ids}`
    return {
      clock,
      newId,
      batches: new BatchStore({ newId, files: files.of(caller), sleep: clock.sleep }),
      events: { send: async (nudge) => courier.send(caller, nudge) },
      ledger: { read: unused, change: unused },
      log: SILENT,
      shardOf: shardPath,
      journals: { read: async (orderId) => oms.journal(orderId) },
      turn: async () => true,
      settled: async () => undefined,
      fulfillRow: (row) => oms.fulfill(caller, row),
    }
  }
  const courier = new Courier(scheduler, random, plot, async (caller, nudge) => {
    if ('lane' in nudge) await runLane(portsOf(caller), nudge)
  })
  return onVirtualTime(scheduler, async () => {
    const owner = portsOf('owner')
    const started = { id: '' }
    scheduler.start('owner', async () => {
      const given = { key: 'k', name: 'n', rowCount: plot.rows, accept: [] }
      const { batch } = await createBatch(owner, given, 'ana@store.com')
      const { batchId } = batch!
      await addBatchRows(owner, batchId, 0, rowsOf(plot.rows))
      await startBatch(owner, batchId, false, { actor: 'ana@store.com', mayRefund: false })
      started.id = batchId
    })
    await scheduler.run(() => started.id !== '')
    scheduler.chooser = new AtRandom(random, plot.chances)
    const end = { isDone: false }
    scheduler.start('panel', async () => {
      while (!end.isDone) {
        await clock.sleep(POLL_MS)
        const batch = await viewBatch(portsOf('panel'), started.id).catch(() => null)
        end.isDone = batch?.state === 'DONE' || scheduler.now() > START + LONGEST_MS
      }
    })
    await scheduler.run(() => end.isDone)
    scheduler.chooser = { pick: ([first]) => first }
    await scheduler.pass(120_000)
    const last: { batch?: Batch; rows?: readonly RowView[] } = {}
    scheduler.start('end', async () => {
      const ports = portsOf('end')
      last.batch = (await ports.batches.find(started.id))!
      last.rows = (await readBatchRows(ports, started.id, null, { page: 1, perPage: 500 }))!.rows
    })
    await scheduler.run(() => last.rows !== undefined)
    return { batch: last.batch!, rows: last.rows!, taken: oms.taken, scheduler }
  })
}

/** What is wrong with how a batch ended; null where all promises hold. */
export function brokenPromise({ batch, rows, taken }: LaneRun, plot: LanePlot): string | null {
  if (batch.state !== 'DONE') return `the batch is ${batch.state}`
  if (rows.length !== plot.rows) return `${rows.length} rows of ${plot.rows}`
  if (total(batch.counts) !== plot.rows) return `counted ${JSON.stringify(batch.counts)}`
  for (const { row, result } of rows) {
    if (result === null) return `row ${row.row} has no outcome`
    const times = taken.get(row.orderId) ?? 0
    if (times > 1) return `row ${row.row} was taken ${times} times`
    const { outcome } = result
    const says = outcome === 'UNKNOWN' ? null : outcome === 'FAILED' ? 0 : 1
    if (says !== null && says !== times) return `row ${row.row}: ${outcome}, taken ${times} times`
  }
  const told = rows.map(({ result }) => result!.outcome)
  for (const [outcome, count] of Object.entries(batch.counts))
    if (told.filter((one) => one === outcome).length !== count)
      return `${outcome}: counted ${count}, told otherwise`
  return null
}

function rowsOf(count: number): Omit<BatchRow, 'row'>[] {
  return Array.from({ length: count }, (_, number) => ({
    label: `row ${number}`,
    orderId: `order-${number}`,
    fulfill: { invoice: null, invoiceNumber: null, tracking: null, status: null },
    accept: [],
  }))
}

/** OMS with what stands before it: a row is taken once, and whoever comes second finds it. */
class OnceOms {
  readonly taken = new Map<string, number>()
  private readonly begun = new Map<string, number>()

  constructor(
    private readonly scheduler: Scheduler,
    private readonly poison: ReadonlyMap<number, boolean>
  ) {}

  /** As whoever settles it leaves it: nothing is on its way any more, and the activity tells that something was. */
  journal(orderId: string): Journal {
    const at = this.begun.get(orderId)
    const entry = {
      actor: 'ana@store.com',
      operation: 'NOTIFY_INVOICE',
      invoiceNumber: '1',
      outcome: 'APPLIED',
      receipt: null,
      summary: '',
    } as const
    const activity = at === undefined ? [] : [{ ...entry, at: instantAt(at) }]
    return { activity, intents: [], invoices: [] }
  }

  fulfill(caller: string, { orderId, row }: BatchRow): Promise<RowEnd> {
    const sends = (): RowEnd => {
      if (this.taken.has(orderId)) return endOf('ALREADY_APPLIED')
      this.taken.set(orderId, 1)
      this.begun.set(orderId, this.scheduler.now())
      return endOf('APPLIED')
    }
    const passes = { ...endOf('REFUSED'), problems: [problem('OMS_UNAVAILABLE')] }
    const poison = this.poison.get(row)
    const usual: Way<RowEnd>[] = [
      { ...AT_ONCE, afterMs: 60 },
      { name: 'slow', isAnomaly: true, afterMs: 4_000 },
      { name: 'accepted', isAnomaly: true, answers: () => endOf('ACCEPTED') },
      { name: 'lost answer', isAnomaly: true, answers: () => endOf('UNKNOWN') },
      { name: 'refused for now', isAnomaly: true, hasNoEffect: true, answers: () => passes },
      { name: 'dies before', isAnomaly: true, dies: true, hasNoEffect: true },
      { name: 'dies after', isAnomaly: true, dies: true },
    ]
    const deadly: Way<RowEnd>[] = [
      { name: 'poison', isAnomaly: false, dies: true, ...(poison ? {} : { hasNoEffect: true }) },
    ]
    if (poison) this.begun.set(orderId, this.scheduler.now())
    return this.scheduler.call<RowEnd>({
      caller,
      label: `fulfill ${orderId}`,
      resource: orderId,
      writes: true,
      effect: sends,
      ways: poison === undefined ? usual : deadly,
    })
  }
}

function endOf(outcome: RowEnd['outcome']): RowEnd {
  const steps = [{ operation: 'NOTIFY_INVOICE' as const, outcome, receipt: null, problems: [] }]
  return { outcome, steps, invoiceNumber: '1', problems: [] }
}

/** At least once, unless an event is lost; again while the handler runs, and after it died. */
class Courier {
  private handlers = 0

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: () => number,
    private readonly plot: LanePlot,
    private readonly handle: (caller: string, nudge: Nudge) => Promise<void>
  ) {}

  send(sender: string, nudge: Nudge): void {
    const { scheduler, random, plot } = this
    if (scheduler.isDead(sender) || random() < plot.lost) return
    const copies = random() < plot.doubled ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1)
      scheduler.after(20 + Math.floor(random() * 400), () => this.deliver(nudge, 1))
  }

  private deliver(nudge: Nudge, delivery: number): void {
    const { scheduler } = this
    const caller = `handler ${++this.handlers}`
    const state = { isDone: false }
    scheduler.start(caller, async () => {
      try {
        await this.handle(caller, nudge)
        state.isDone = true
      } catch {
        // Not answered with success: it comes again.
      }
    })
    scheduler.after(IMPATIENT_MS, () => {
      if (!state.isDone && delivery < DELIVERIES) this.deliver(nudge, delivery + 1)
    })
  }
}

async function unused(): Promise<never> {
  throw new Error('the model of a row takes no slots')
}
