import type { OrderDocument } from '../../../domain/readmodel/orderDocument'
import { isFault } from '../../../domain/problem/fault'
import { epochOf } from '../../../domain/values/instant'
import type { Clock, Log } from '../../../usecases/ports'
import { LostMatch } from '../../clients/fileStore'
import { TimedMemory } from '../../timedMemory'
import { changeSeeded, type SeededParts } from '../seeded'
import { documentIn } from './documentIn'

/** One search asks for them all by their ids, in an address that no gateway finds too long. */
export const MOST_OWN_WRITES = 40
/** What the index has not shown by then it has lost, or is that far behind: the queue is as it says. */
export const OWN_WRITE_AGE_MS = 2 * 60_000
/** Of one process: what is written meanwhile goes with the next save. */
const SAVED_EVERY_MS = 500
const PATH = 'read-model-own-writes.json'
const NONE = { writes: [] }

interface OwnWrite {
  /** When it was written, by the clock of whoever did. @unit epoch milliseconds */
  readonly at: number
  readonly document: OrderDocument
}

interface Written {
  /** The newest first. */
  readonly writes: readonly OwnWrite[]
  /** Orders that the index has shown, and the document that it then had: a file may still name an older one. */
  readonly settled: ReadonlyMap<string, string>
  /** Accounts are written down by one save at a time. */
  readonly sharing: { isRunning: boolean; isWanted: boolean }
}

/** What a process knows of the last minutes' writes, by account and workspace. */
export const ownWritesMemory = (clock: Pick<Clock, 'now'>) =>
  new TimedMemory<Written>({ most: 500, ageMs: 2 * OWN_WRITE_AGE_MS }, clock)

export interface OwnWritesParts extends SeededParts {
  readonly memory: TimedMemory<Written>
  /** Account and workspace: a process serves several. */
  readonly tenant: string
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/**
 * Documents of orders that this app has just written itself, for as long as Master Data's index may not have heard of
 * them: in the process that wrote, and in one small file, so that other replicas know. It decides nothing but which rows a
 * queue shows, so all of it may be lost.
 */
export class OwnWrites {
  constructor(private readonly parts: OwnWritesParts) {}

  /** From now on queues are told by it in this process. */
  add(document: OrderDocument): void {
    const { clock } = this.parts
    const at = clock.now()
    const { writes, ...rest } = this.written()
    this.keep({ ...rest, writes: newestOf([{ at, document }, ...writes], at) })
  }

  drop(orderId: string): void {
    const { writes, ...rest } = this.written()
    this.keep({ ...rest, writes: writes.filter(({ document }) => document.orderId !== orderId) })
  }

  /** The index shows the order as it was read then, or later. */
  settle({ orderId, readAt }: OrderDocument): void {
    const { settled, ...rest } = this.written()
    const all = new Map([[orderId, readAt], ...settled]).set(orderId, readAt)
    this.keep({ ...rest, settled: new Map([...all].slice(0, MOST_SETTLED)) })
  }

  /** As this process knows them, the newest first. */
  known(): readonly OrderDocument[] {
    return this.unsettled(this.written().writes)
  }

  /** With those of other replicas; never fails. */
  async all(): Promise<readonly OrderDocument[]> {
    const { files, log } = this.parts
    try {
      const file = await files.read(PATH)
      return this.unsettled([...this.written().writes, ...writesIn(file?.data)])
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'ReadModel', detail: error.message })
      return this.known()
    }
  }

  /**
   * Has other replicas know what this one does: at most one save at a time, and not another one within half a second, so
   * that a batch costs no more than two a second.
   */
  async share(): Promise<void> {
    const { sharing } = this.written()
    sharing.isWanted = true
    if (sharing.isRunning) return
    sharing.isRunning = true
    try {
      while (sharing.isWanted) {
        sharing.isWanted = false
        await this.save()
        await this.parts.sleep(SAVED_EVERY_MS)
      }
    } finally {
      sharing.isRunning = false
    }
  }

  private async save(): Promise<void> {
    const { clock, log } = this.parts
    try {
      await changeSeeded(this.parts, PATH, NONE, (newest) => {
        const before = writesIn(newest)
        const writes = newestOf([...this.written().writes, ...before], clock.now())
        return JSON.stringify(writes) === JSON.stringify(before) ? null : { writes }
      })
    } catch (error) {
      if (!(isFault(error) || error instanceof LostMatch)) throw error
      log.warn({ flow: 'ReadModel', detail: `own writes not shared: ${error.message}` })
    }
  }

  private unsettled(writes: readonly OwnWrite[]): readonly OrderDocument[] {
    const { settled } = this.written()
    return newestOf(writes, this.parts.clock.now())
      .map(({ document }) => document)
      .filter(({ orderId, readAt }) => {
        const shown = settled.get(orderId)
        return shown === undefined || Date.parse(shown) < epochOf(readAt)
      })
  }

  private written(): Written {
    const { memory, tenant } = this.parts
    const known = memory.get(tenant)
    if (known) return known
    const none: Written = {
      writes: [],
      settled: new Map(),
      sharing: { isRunning: false, isWanted: false },
    }
    memory.set(tenant, none)
    return none
  }

  private keep(written: Written): void {
    this.parts.memory.set(this.parts.tenant, written)
  }
}

const MOST_SETTLED = 10 * MOST_OWN_WRITES

/** One an order, that which was read last; those that are too old, or of a clock that is far ahead, are left out. */
function newestOf(writes: readonly OwnWrite[], nowMs: number): readonly OwnWrite[] {
  const byOrder = new Map<string, OwnWrite>()
  for (const write of writes) {
    const { orderId, readAt } = write.document
    if (Math.abs(nowMs - write.at) >= OWN_WRITE_AGE_MS) continue
    const other = byOrder.get(orderId)
    if (!other || epochOf(other.document.readAt) < epochOf(readAt)) byOrder.set(orderId, write)
  }
  return [...byOrder.values()].sort((a, b) => b.at - a.at).slice(0, MOST_OWN_WRITES)
}

function writesIn(data: unknown): readonly OwnWrite[] {
  const { writes } = (data ?? {}) as { readonly writes?: unknown }
  if (!Array.isArray(writes)) return []
  return writes.flatMap((one: Partial<OwnWrite> | null) => {
    const document = documentIn(one?.document)
    return document && typeof one?.at === 'number' ? [{ at: one.at, document }] : []
  })
}
