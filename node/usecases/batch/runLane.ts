import type { Batch } from '../../domain/batch/batch'
import {
  finished,
  handedOver,
  hasRoom,
  hasWorkFor,
  isThrough,
  laneOf,
  LEASE_MS,
  mayTake,
  passedOn,
  taken,
  type Holder,
} from '../../domain/batch/lanes'
import { Fault, isFault } from '../../domain/problem/fault'
import { nudgeLanes } from './nudge'
import type { BatchRow, LanePorts } from './ports'
import { runRow } from './runRow'
import { SliceRun } from './sliceRun'

/**
 * After so long the next handler is called into the lane. What this one has in hand by then it brings to its end beside it:
 * rows that hang take several seconds, and meanwhile nobody would use the moments that the lane has its share of.
 */
const LANE_MS = 4_000
/** For this long one delivery begins rows; then the rest of its time is for those under way. */
const WORK_MS = 10_000
/** Until then a row that met what passes is tried again: later a send would not fit in any more. */
const TRIES_MS = 16_000
/** By then every row is through, so that what became of them is written down within the runtime's 30 s. */
const DELIVERY_MS = 27_500
/** Rows of one lane at the same time. */
const ROWS_AT_ONCE = 12
/** Between two looks at the batch: whether it is paused, and whether the lane is still ours. */
const LOOK_MS = 2_000
/** Between two looks of a worker of a lane at what the others have found. */
const IDLE_MS = 100
/** The same for whoever has nothing to do but to see that something comes up. */
const WAIT_MS = 500

/** Rows that run one after the other: those of one order, or all of a slice that somebody died in. */
interface Chain {
  readonly slice: SliceRun
  readonly rows: BatchRow[]
}

/**
 * Some seconds of work in one lane of a batch, then a nudge for the next handler. The event may have come twice, late or
 * out of order: whoever does not get the lane has nothing to do.
 * @errors Fault where the nudge could not be sent: then the platform delivers this one again
 */
export async function runLane(
  ports: LanePorts,
  { batchId, pass, lane }: { batchId: string; pass: number; lane: number }
): Promise<void> {
  const holder = { pass, lane, owner: ports.newId() }
  const batch = await ports.batches.change(batchId, (newest) =>
    taken(newest, holder, ports.clock.now(), true)
  )
  if (batch === null || laneOf(batch, holder) === null) return
  const shift = new Shift(ports, batch, holder)
  try {
    await shift.work()
  } finally {
    await shift.leave()
  }
}

class Shift {
  private readonly slices = new Map<number, SliceRun>()
  private readonly chains: Chain[] = []
  private readonly beganAt: number
  private taking: Promise<boolean> | null = null
  private underWay = 0
  /** Paused, lost, or through: no row begins any more. */
  private isStopped = false
  private isPassedOn = false
  private isLeft = false

  constructor(
    private readonly ports: LanePorts,
    private batch: Batch,
    private readonly holder: Holder
  ) {
    this.beganAt = ports.clock.now()
  }

  async work(): Promise<void> {
    const looking = this.keepLooking()
    looking.catch(() => undefined)
    try {
      await this.load()
      do {
        const workers = Array.from({ length: ROWS_AT_ONCE }, () => this.runChains())
        const ended = await Promise.allSettled(workers)
        for (const end of ended) if (end.status === 'rejected') throw end.reason
      } while (await this.waitForMore())
    } finally {
      this.isLeft = true
    }
    await looking
  }

  /** What was found out is kept, the lane is given back, and whoever comes next is called. */
  async leave(): Promise<void> {
    this.isStopped = true
    const { batches, clock } = this.ports
    for (const slice of this.slices.values()) await this.quietly(() => slice.saveWhatIsNew())
    await this.ports.settled()
    const batch = await batches.change(this.batch.batchId, (newest) =>
      handedOver(newest, this.holder)
    )
    if (batch === null || isThrough(batch)) return
    if (await nudgeLanes(this.ports, batch)) return
    const since = new Date(clock.now()).toISOString()
    this.ports.log.warn({ flow: 'Batch', detail: `lane left without a successor at ${since}` })
    throw new Fault({ kind: 'unavailable', upstream: 'EVENTS', operation: 'Send' })
  }

  private get isOver(): boolean {
    return this.isStopped || this.ports.clock.now() >= this.beganAt + WORK_MS
  }

  /** Whoever runs dry stays while others are at work: what they find must not be theirs alone, one row after the other. */
  private async runChains(): Promise<void> {
    while (!this.isOver) {
      const chain = this.chains.shift()
      if (chain) {
        this.underWay += 1
        await this.runChain(chain).finally(() => (this.underWay -= 1))
      } else if (!(await this.takeMore())) {
        if (this.isPassedOn || this.underWay === 0) return
        await this.ports.clock.sleep(IDLE_MS)
      }
    }
  }

  private async runChain({ slice, rows }: Chain): Promise<void> {
    for (let row = rows.shift(); row; row = rows.shift()) {
      if (this.isOver) return
      if (slice.isCareful) await slice.point(row)
      const end = await runRow(this.ports, row, {
        isRehearsal: this.batch.pass!.isRehearsal,
        by: this.batch.startedBy ?? this.batch.createdBy,
        answerBy: this.beganAt + DELIVERY_MS,
        beginBy: this.beganAt + WORK_MS,
        tryBy: this.beganAt + TRIES_MS,
        isStopped: () => this.isStopped,
      })
      // It is worth another try, and this delivery's time is over.
      if (end === null) return slice.letGo()
      slice.end(row, end)
    }
    if (slice.isDone) await this.close(slice)
  }

  private async close(slice: SliceRun): Promise<void> {
    await slice.saveWhatIsNew()
    await slice.dropDocuments()
    const { batches, clock } = this.ports
    const batch = await batches.change(this.batch.batchId, (newest) =>
      finished(newest, this.holder, slice.summary(), clock.now())
    )
    this.slices.delete(slice.work.slice)
    this.see(batch)
  }

  /** One slice more; false where there is none for this lane now. Workers that run dry at one moment ask together. */
  private takeMore(): Promise<boolean> {
    this.taking ??= this.takeOne().finally(() => (this.taking = null))
    return this.taking
  }

  private async takeOne(): Promise<boolean> {
    const { batches, clock } = this.ports
    if (this.isPassedOn) return false
    if (!hasRoom(this.batch, this.slices.size, clock.now())) {
      await clock.sleep(IDLE_MS)
      return true
    }
    if (!mayTake(this.batch, this.holder, clock.now())) return false
    const batch = await batches.change(this.batch.batchId, (newest) =>
      taken(newest, this.holder, clock.now(), true)
    )
    this.see(batch)
    return !this.isStopped && this.load()
  }

  /** Reads what is in hand and not read yet. */
  private async load(): Promise<boolean> {
    // Whoever has lost the lane is stopped, and takes nothing into hand.
    const { work } = laneOf(this.batch, this.holder)!
    const fresh = work.filter(({ slice }) => !this.slices.has(slice))
    const found = await Promise.all(fresh.map((one) => SliceRun.load(this.ports, this.batch, one)))
    for (const { slice, toRun } of found) {
      this.slices.set(slice.work.slice, slice)
      if (slice.isDone) await this.close(slice)
      else this.chains.push(...chainsOf(slice, toRun))
    }
    return found.length > 0
  }

  /** Others are still at work: whoever waits takes over what one leaves behind that dies. */
  private async waitForMore(): Promise<boolean> {
    const { batches, clock } = this.ports
    while (!this.isOver && !this.isPassedOn) {
      if (hasWorkFor(this.batch, this.holder.lane, clock.now()) && (await this.takeMore()))
        return true
      await clock.sleep(WAIT_MS)
      this.see(await batches.find(this.batch.batchId))
    }
    return false
  }

  private async keepLooking(): Promise<void> {
    const { batches, clock } = this.ports
    for (let at = clock.now(); !this.isLeft;) {
      await clock.sleep(100)
      if (this.isLeft) return
      if (clock.now() >= this.beganAt + LANE_MS) await this.quietly(() => this.passOn())
      if (clock.now() < at + LOOK_MS) continue
      at = clock.now()
      await this.quietly(async () => this.see(await batches.find(this.batch.batchId)))
      for (const slice of this.slices.values()) await this.quietly(() => slice.saveWhatIsNew())
      const until = laneOf(this.batch, this.holder)?.until ?? 0
      if (this.isStopped || until - clock.now() > LEASE_MS / 2) continue
      await this.quietly(async () =>
        this.see(
          await batches.change(this.batch.batchId, (newest) =>
            taken(newest, this.holder, clock.now(), false)
          )
        )
      )
    }
  }

  /** Where nothing is left that the next one could begin, nobody is called. */
  private async passOn(): Promise<void> {
    const { batches, clock } = this.ports
    const { lane } = this.holder
    if (this.isPassedOn || this.isStopped || !hasWorkFor(this.batch, lane, clock.now())) return
    // What is being taken right now is still this one's.
    this.isPassedOn = true
    await this.taking
    const batch = await batches.change(this.batch.batchId, (newest) =>
      passedOn(newest, this.holder)
    )
    this.see(batch)
    if (!this.isStopped) await nudgeLanes(this.ports, this.batch)
  }

  private see(batch: Batch | null): void {
    // What is on its way may be older than what is known.
    if (batch !== null) this.batch = batch
    const isOurs = batch !== null && laneOf(batch, this.holder) !== null
    if (!isOurs || batch.state !== 'RUNNING') this.isStopped = true
  }

  /** What VBase does not take now is tried again, or run again by the next. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isFault(error)) throw error
      this.ports.log.warn({ flow: 'Batch', detail: error.message })
    }
  }
}

function chainsOf(slice: SliceRun, toRun: BatchRow[]): readonly Chain[] {
  if (slice.isCareful) return [{ slice, rows: toRun }]
  const orders = new Map<string, BatchRow[]>()
  for (const row of toRun) orders.set(row.orderId, [...(orders.get(row.orderId) ?? []), row])
  return [...orders.values()].map((rows) => ({ slice, rows }))
}
