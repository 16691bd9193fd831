import {
  placeOf,
  roundOf,
  type Batch,
  type Round,
  type SlicePlace,
  type Work,
} from '../../domain/batch/batch'
import {
  afterDeath,
  rowsToRun,
  sliceEnd,
  withPointer,
  withResult,
  type RowEnd,
  type RowResult,
  type SliceResults,
} from '../../domain/batch/rows'
import type { RowOutcome } from '../../domain/batch/outcomes'
import { SKEW_MS, type SliceEnd } from '../../domain/batch/lanes'
import type { BatchRow, LanePorts } from './ports'

/** OMS holds it: nothing of the row is sent again. */
const IN_OMS: readonly RowOutcome[] = ['APPLIED', 'ALREADY_APPLIED']

/** One slice in one handler's hands: its rows that are still to run, and the results on their way to VBase. */
export class SliceRun {
  private fresh: RowResult[] = []
  private at: number | null = null
  private saving: Promise<void> = Promise.resolve()
  private open: number

  private constructor(
    private readonly ports: LanePorts,
    private readonly batchId: string,
    readonly work: Work,
    private readonly round: Round,
    private readonly place: SlicePlace,
    private results: SliceResults,
    private readonly hasDocuments: boolean,
    rowsToRun: number
  ) {
    this.open = rowsToRun
  }

  /**
   * With the rows that this round has still to run. Whoever runs them lets go of each as it ends: rows bear documents, and
   * the last row of a slice may be waited for long.
   */
  static async load(
    ports: LanePorts,
    batch: Batch,
    work: Work
  ): Promise<{ slice: SliceRun; toRun: BatchRow[] }> {
    const place = placeOf(batch, work.slice)
    if (place === null || batch.pass === null) throw new Error('a slice that no part holds')
    const { batches, clock } = ports
    const round = roundOf(batch.pass, work)
    const [rows, stored] = await Promise.all([
      batches.rows(batch.batchId, place),
      batches.results(batch.batchId, place),
    ])
    const fallen = work.deaths > 0 ? rows.find(({ row }) => row === stored.at) : undefined
    const maySent = fallen && (await mayBeSent(ports, batch, fallen.orderId))
    const begin = (results: SliceResults): SliceResults =>
      afterDeath(results, work, round, clock.now(), maySent === true)
    // Counted before the work begins, so that the count outlives the next death.
    const results = fallen ? await batches.changeResults(batch.batchId, place, begin) : stored
    const numbers = rowsToRun(
      rows.map(({ row }) => row),
      results,
      round
    )
    const toRun = rows
      .filter(({ row }) => numbers.includes(row))
      .map((row) => ({ ...row, accept: [...batch.accept, ...row.accept] }))
    const { batchId } = batch
    const hasDocuments = rows.some(hasDocument)
    const count = toRun.length
    const slice = new SliceRun(ports, batchId, work, round, place, results, hasDocuments, count)
    return { slice, toRun }
  }

  /** Rows are run alone, each written down before it is touched: somebody died in this slice. */
  get isCareful(): boolean {
    return this.work.deaths > 0
  }

  get isDone(): boolean {
    return this.open === 0
  }

  async point(row: BatchRow): Promise<void> {
    this.at = row.row
    await this.save()
  }

  end(row: BatchRow, end: RowEnd): void {
    const finishedAt = this.ports.clock.now()
    const { number, isRehearsal } = this.round
    this.fresh.push({
      ...end,
      finishedAt,
      row: row.row,
      pass: number,
      isRehearsed: isRehearsal,
    })
    this.open -= 1
    this.at = null
  }

  /** The row in hand has not ended, and nobody died of it: whoever comes next counts no death. */
  letGo(): void {
    this.at = null
  }

  /** One save at a time; what came meanwhile goes with the next. */
  save(): Promise<void> {
    const saved = this.saving.then(() => this.saveNow())
    this.saving = saved.catch(() => undefined)
    return saved
  }

  /** Where nothing new is to be told, nothing is written. */
  async saveWhatIsNew(): Promise<void> {
    if (this.fresh.length > 0 || this.at !== this.results.at) await this.save()
  }

  /** Documents of rows that OMS holds go; the number that was read from one stays. */
  async dropDocuments(): Promise<void> {
    if (this.round.isRehearsal || !this.hasDocuments) return
    const done = new Map(
      this.results.results
        .filter(({ outcome }) => IN_OMS.includes(outcome))
        .map(({ row, invoiceNumber }) => [row, invoiceNumber])
    )
    const { batches } = this.ports
    const rows = await batches.rows(this.batchId, this.place)
    const isDropped = (row: BatchRow): boolean => done.has(row.row) && hasDocument(row)
    if (!rows.some(isDropped)) return
    const bare = rows.map((row) =>
      isDropped(row) ? withoutDocument(row, done.get(row.row) ?? null) : row
    )
    await batches.rewriteRows(this.batchId, this.place, bare)
  }

  summary(): SliceEnd {
    return sliceEnd(this.work.slice, this.results, this.round.number)
  }

  private async saveNow(): Promise<void> {
    const { fresh, at } = this
    this.fresh = []
    try {
      this.results = await this.ports.batches.changeResults(this.batchId, this.place, (newest) =>
        withPointer(fresh.reduce(withResult, newest), at)
      )
    } catch (error) {
      this.fresh = [...fresh, ...this.fresh]
      throw error
    }
  }
}

function hasDocument({ fulfill }: BatchRow): boolean {
  return Boolean(fulfill.invoice?.embeddedInvoice)
}

function withoutDocument(row: BatchRow, invoiceNumber: string | null): BatchRow {
  const { invoice } = row.fulfill
  if (!invoice) return row
  const bare = { ...invoice, embeddedInvoice: null }
  return {
    ...row,
    fulfill: {
      ...row.fulfill,
      invoice: { ...bare, invoiceNumber: invoice.invoiceNumber ?? invoiceNumber },
    },
  }
}

/**
 * Whether something of this order went out, or may have, since there was a batch. What shows in OMS is on its way no more:
 * of that only the activity tells, which names every send before it is made.
 */
async function mayBeSent(
  { journals }: LanePorts,
  { createdAt }: Batch,
  orderId: string
): Promise<boolean> {
  const { intents, tracking = [], edits = [], activity } = await journals.read(orderId)
  return (
    intents.length + tracking.length + edits.length > 0 ||
    activity.some(({ at }) => Date.parse(at) >= createdAt - SKEW_MS)
  )
}
