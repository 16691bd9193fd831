import { isKept } from '../../domain/readmodel/orderDocument'
import { isFault, type Fault, type FaultKind } from '../../domain/problem/fault'
import {
  caughtUp,
  counted,
  foundLeft,
  isQuiet,
  nothingDue,
  resting,
  rests,
  worked,
  type ReadModel,
  type Window,
} from '../../domain/readmodel/readModel'
import { daysBefore } from '../../domain/standing/attention'
import { LISTED_STATUSES } from '../../domain/standing/queue'
import { epochOf, instantAt } from '../../domain/values/instant'
import { inParallel } from '../reading/inParallel'
import { readAgain } from '../reading/liveReads'
import type { ListQuery, OrderList } from '../ports'
import type { KeptOrder, ReadModelWorkPorts } from './ports'
import { refreshDocument } from './refreshDocument'

/** For this long a handler begins orders; the rest of its time is for those under way. */
const WORK_MS = 10_000
/** "ten reads a second" (masterdata §2). */
const GAP_MS = 100
const AT_ONCE = 8
const PER_PAGE = 100
/** Deletions of Master Data at once (masterdata §1.8). */
const REMOVALS_AT_ONCE = 5
/** Between two looks of a removal whether anything is left. */
const LOOK_AGAIN_MS = 8_000
/** After VTEX had too many calls, where it does not say how long. */
const REST_MS = 60_000
/** In which Master Data's index mostly hears of a write; no source says how long it takes (masterdata §1.7). */
const INDEX_LAG_MS = 1_000
const LONGEST_LAG_MS = 10 * 60_000
/** An order that OMS does not answer for: until it is read it stands in no queue. */
const TRY_AGAIN_MS = 5 * 60_000
/** Who the activity names. */
const BY = 'read model'

/**
 * Works on the read model: some seconds of it, then a nudge for the next handler. One handler at a time, in any replica;
 * whoever comes beside it lets it go. One that dies leaves behind what the next one finds undone: documents are stored one
 * by one, a page of the list counts once all of its orders are.
 */
export async function workReadModel(ports: ReadModelWorkPorts): Promise<void> {
  const held = await ports.claims.hold('read model', 0, () => new Work(ports).work())
  if (held.held && held.value === 'more') await ports.nudge('MORE')
}

class Work {
  private readonly endsAt: number
  /** Read or removed in this very work: the index may name them for a while. */
  private readonly done = new Set<string>()
  /** When the next order may be read, by the read model's own pace. @unit epoch milliseconds */
  private nextAt = 0
  /** There is no turn left in this work's time. */
  private isOver = false

  constructor(private readonly ports: ReadModelWorkPorts) {
    this.endsAt = ports.clock.now() + WORK_MS
  }

  async work(): Promise<'through' | 'more'> {
    const { readModel, clock } = this.ports
    try {
      const model = await readModel.read()
      if (model.fill === 'REMOVING') return await this.remove()
      if (!model.isOn || rests(model, clock.now())) return 'through'
      return await this.feed(model)
    } catch (error) {
      if (!isFault(error)) throw error
      await this.rest(error)
      return 'through'
    }
  }

  /** In turns what is due and a page of what is still to be listed: neither waits for the end of the other. */
  private async feed(first: ReadModel): Promise<'through' | 'more'> {
    const { documents, readModel, clock } = this.ports
    // Somebody else may have taken away what this process has seen.
    await documents.prepare(first.fill === 'FAILED' ? 'anew' : undefined)
    let model = await this.changed(first, (newest) => caughtUp(newest, clock.now()))
    while (!this.isOver && clock.now() < this.endsAt) {
      const isDue = await this.refreshDue(model)
      model = await readModel.read()
      const [window] = model.windows
      if (!model.isOn || rests(model, clock.now())) return 'through'
      if (window !== undefined) model = await this.workPage(model, window)
      else if (!isDue) {
        const count = await documents.count()
        await this.changed(model, (newest) => nothingDue(newest, count, clock.now()))
        return 'through'
      }
    }
    return 'more'
  }

  /** False where nothing was due that this work has not read. */
  private async refreshDue({ keepClosedDays }: ReadModel): Promise<boolean> {
    const { documents, clock } = this.ports
    const now = clock.now()
    const due = await documents.due(instantAt(now), daysBefore(now, keepClosedDays), PER_PAGE)
    const fresh = due.filter((orderId) => !this.done.has(orderId))
    const kept = await this.kept(fresh)
    const open = fresh.filter((orderId) => {
      const one = kept.get(orderId)
      return one !== undefined && !wasReadSince(one, keepClosedDays, now)
    })
    // Where no time is left for one of them this work is over.
    for (const orderId of fresh) this.done.add(orderId)
    await this.paced(open, (orderId) => this.refresh(orderId, keepClosedDays))
    const isHidden = fresh.length === 0 && due.length === PER_PAGE
    // What stands behind a whole page of these is seen once the index has heard of them.
    if (isHidden) await clock.sleep(INDEX_LAG_MS)
    return isHidden || fresh.length > 0
  }

  private async workPage(model: ReadModel, window: Window): Promise<ReadModel> {
    const { readModel, clock } = this.ports
    if (model.toFill === null && model.filledAt === null) await this.count(model)
    const list = await this.list(window, PER_PAGE)
    const kept = await this.kept(list.rows.map(({ orderId }) => orderId))
    const unknown = list.rows.filter(
      ({ orderId }) => !isKnown(kept.get(orderId), model, clock.now())
    )
    const isWhole = await this.paced(unknown, ({ orderId }) =>
      this.refresh(orderId, model.keepClosedDays)
    )
    if (!isWhole) return model
    const page = {
      window,
      created: list.rows.map(({ creationDate }) => creationDate),
      isLast: list.rows.length < PER_PAGE,
    }
    return readModel.change((newest) => worked(newest, page, clock.now()))
  }

  private async count(model: ReadModel): Promise<void> {
    const lists = await inParallel(model.windows, 2, (window) => this.list(window, 1))
    const total = lists.reduce((sum, list) => sum + list.total, 0)
    await this.ports.readModel.change((newest) => counted(newest, total))
  }

  private list({ what, from, to, page }: Window, perPage: number): Promise<OrderList> {
    const query: ListQuery = {
      page,
      perPage,
      statuses: what === 'OPEN' ? OPEN_STATUSES : [],
      search: null,
      createdFrom: from,
      createdTo: to,
    }
    const ports = this.ports.portsOf(BY)
    return readAgain(ports, () => ports.orders.list(query))
  }

  /** What stands of these: it takes no turn, so that a page which was cut short goes on where it was. */
  private async kept(orderIds: readonly string[]): Promise<Map<string, KeptOrder>> {
    const { documents } = this.ports
    const found = await inParallel(
      orderIds,
      AT_ONCE,
      async (orderId) => [orderId, await documents.find(orderId)] as const
    )
    return new Map(found.flatMap(([orderId, one]) => (one ? [[orderId, one] as const] : [])))
  }

  /** An order that cannot be read is noted for later: it must not be missing, nor keep the others waiting. */
  private async refresh(orderId: string, keepClosedDays: number): Promise<void> {
    const { documents, clock, log, portsOf } = this.ports
    try {
      await refreshDocument(portsOf(BY), { documents, keepClosedDays }, orderId)
    } catch (error) {
      if (!isFault(error) || error.upstream === 'MASTERDATA' || error.kind === 'rateLimited')
        throw error
      log.warn({ flow: 'ReadModel', orderId, detail: error.message })
      await documents.note(orderId, instantAt(clock.now() + TRY_AGAIN_MS))
    }
  }

  /** One after the other in their turns, some under way at once. False where the time was over before the last. */
  private async paced<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<boolean> {
    const { clock, turn } = this.ports
    let failed: unknown
    const ends = await inParallel(all, AT_ONCE, async (one) => {
      const at = Math.max(clock.now(), this.nextAt)
      this.isOver ||= at >= this.endsAt
      if (failed !== undefined || this.isOver) return false
      this.nextAt = at + GAP_MS
      await clock.sleep(at - clock.now())
      if (failed !== undefined) return false
      this.isOver ||= !(await turn(this.endsAt))
      if (this.isOver) return false
      try {
        await work(one)
      } catch (error) {
        // Those under way end first: nothing goes on behind the back of whoever comes next.
        failed ??= error
        return false
      }
      return true
    })
    if (failed !== undefined) throw failed
    return ends.every(Boolean)
  }

  private async remove(): Promise<'through' | 'more'> {
    const { documents, readModel, clock } = this.ports
    while (clock.now() < this.endsAt) {
      const left = await documents.some(PER_PAGE)
      const isNews = left.some((orderId) => !this.done.has(orderId))
      await inParallel(left, REMOVALS_AT_ONCE, (orderId) => documents.remove(orderId))
      for (const orderId of left) this.done.add(orderId)
      const isEmpty = left.length === 0
      const model = await readModel.read()
      if (model.fill !== 'REMOVING') return 'through'
      // Before the switch says so: whoever switches on again makes it anew.
      if (isEmpty && isQuiet(model, clock.now())) await documents.dismantle()
      const after = await readModel.change((newest) => foundLeft(newest, isEmpty, clock.now()))
      if (after.fill !== 'REMOVING') return 'through'
      if (!isNews) await clock.sleep(isEmpty ? LOOK_AGAIN_MS : INDEX_LAG_MS)
    }
    return 'more'
  }

  private async changed(
    before: ReadModel,
    change: (newest: ReadModel) => ReadModel
  ): Promise<ReadModel> {
    return change(before) === before ? before : this.ports.readModel.change(change)
  }

  private async rest(fault: Fault): Promise<void> {
    const { readModel, clock, log } = this.ports
    log.warn({ flow: 'ReadModel', detail: fault.message })
    const restMs = Math.max(REST_MS, (fault.retryAfterSeconds ?? 0) * 1_000)
    const why = WILL_NOT.includes(fault.kind) ? 'FAILED' : 'PAUSED'
    await readModel.change((newest) =>
      newest.isOn ? resting(newest, why, clock.now() + restMs) : newest
    )
  }
}

/** What no waiting mends: the app has lost its right, or its schema is not taken. It is tried again all the same. */
const WILL_NOT: readonly FaultKind[] = ['forbidden', 'rejected', 'unreadable']

/** Everything before `invoiced` that somebody may wait for. */
const OPEN_STATUSES = [...LISTED_STATUSES.TO_HANDLE, ...LISTED_STATUSES.TO_INVOICE, 'invoice']

/** Whether an order of the list needs no read: there is a document that is not overdue. */
function isKnown(kept: KeptOrder | undefined, { began }: ReadModel, nowMs: number): boolean {
  const { readAt = null, refreshDue = null } = kept ?? {}
  if (readAt === null || refreshDue === null || epochOf(refreshDue) <= nowMs) return false
  return began === null || epochOf(readAt) >= epochOf(began)
}

/** The index still names as due what somebody has read; who was read long ago is due for another reason. */
function wasReadSince(kept: KeptOrder, keepClosedDays: number, nowMs: number): boolean {
  const { readAt, refreshDue } = kept
  if (readAt === null || refreshDue === null || epochOf(refreshDue) <= nowMs) return false
  if (!isKept(kept, keepClosedDays, nowMs)) return false
  return nowMs - epochOf(readAt) < LONGEST_LAG_MS
}
