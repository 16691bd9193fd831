import { answersTo } from '../../domain/readmodel/answersTo'
import type { OrderDocument } from '../../domain/readmodel/orderDocument'
import { wholeQueue, type QueueQuestion } from '../../domain/readmodel/queueQuestion'
import type { ReadModel } from '../../domain/readmodel/readModel'
import { isFault } from '../../domain/problem/fault'
import { epochOf } from '../../domain/values/instant'
import type { Log } from '../../usecases/ports'
import type { FoundOrders, NamedField, QueueDocuments } from '../../usecases/readmodel/callPorts'
import type { OrderDocumentStore } from '../stores/readmodel/orderDocuments'
import type { OwnWrites } from '../stores/readmodel/ownWrites'
import { sortedBy } from '../stores/readmodel/queueSearch'
import type { SortedRow } from '../stores/readmodel/steadyPage'
import { absentFirst, withOwnRows } from '../stores/readmodel/withOwnRows'

export interface QueueParts {
  readonly documents: Pick<OrderDocumentStore, 'rows' | 'first' | 'indexed' | 'countOf'>
  readonly writes: Pick<OwnWrites, 'known' | 'all' | 'settle'>
  readonly known: () => Promise<ReadModel>
  readonly knownBefore: () => ReadModel | null
  readonly log: Log
}

type Documents = readonly OrderDocument[]

/** Orders that this app has just written, which searches leave out. */
interface Overlay {
  /** How they stand, by whoever read them last: this app, or the index. */
  readonly standing: Documents
  /** Whether the index has shown any of them: then it answers at all. */
  readonly isSeen: boolean
}

/**
 * Queues for one request, right at once about what this app has written itself. A search leaves those orders out, another
 * beside it asks how the index has them; the newer of both says where each stands, and it is put where it belongs. So
 * nothing hangs on when the index hears of a write. What goes wrong with it costs only itself.
 */
export class QueuesWithOwnWrites implements QueueDocuments {
  private shared: Promise<Documents> | null = null
  private readonly looks = new Map<string, Promise<Overlay>>()

  constructor(private readonly parts: QueueParts) {}

  known(): Promise<ReadModel> {
    return this.parts.known()
  }

  knownBefore(): ReadModel | null {
    return this.parts.knownBefore()
  }

  page(question: QueueQuestion, nowMs: number): Promise<FoundOrders> {
    return this.told(
      () => this.plainPage(question, nowMs),
      (writes) => this.pageWith(writes, question, nowMs)
    )
  }

  countOf(question: QueueQuestion, nowMs: number, only?: NamedField): Promise<number> {
    return this.told(
      () => this.parts.documents.countOf(question, nowMs, only),
      (writes) => this.countWith(writes, question, nowMs, only)
    )
  }

  /** By what this process knows, and once more where another one has written meanwhile: mostly nobody has. */
  private async told<T>(
    plain: () => Promise<T>,
    withWrites: (writes: Documents) => Promise<T>
  ): Promise<T> {
    const { writes, log } = this.parts
    const by = async (some: Documents): Promise<T> => {
      if (some.length === 0) return plain()
      try {
        return await withWrites(some)
      } catch (error) {
        if (!isFault(error)) throw error
        log.warn({ flow: 'ReadModel', detail: `without own writes: ${error.message}` })
        return plain()
      }
    }
    const own = writes.known()
    this.shared ??= writes.all()
    const first = by(own)
    // Another answer may take its place.
    first.catch(() => undefined)
    const all = await this.shared
    const marks = new Set(own.map(markOf))
    return all.every((one) => marks.has(markOf(one))) ? first : by(all)
  }

  private async plainPage(question: QueueQuestion, nowMs: number): Promise<FoundOrders> {
    const { rows, documents, total } = await this.parts.documents.rows(
      question,
      nowMs,
      cutOf(question)
    )
    return { documents, total, orderIds: rows.map(({ id }) => id) }
  }

  private async pageWith(
    writes: Documents,
    question: QueueQuestion,
    nowMs: number
  ): Promise<FoundOrders> {
    const { documents } = this.parts
    const cut = cutOf(question)
    const at = Math.max(0, cut.from - writes.length)
    const without = writes.map(({ orderId }) => orderId)
    const [found, overlay] = await Promise.all([
      documents.rows(question, nowMs, { from: at, to: cut.to, without }),
      this.look(writes),
    ])
    const own = overlay.standing.filter((one) => answersTo(question, one, nowMs))
    if (!(await this.isBelieved(found.total, own, overlay, nowMs))) return NOTHING
    const { field, isDown } = sortedBy(question)
    const others = own.map((one) => rowOf(one, field))
    const stretch = { rows: found.rows, at }
    const isAbsentFirst =
      absentFirst(stretch, others) ?? (await documents.first(question, nowMs))?.key === null
    const orderIds = withOwnRows(stretch, others, cut, { isDown, isAbsentFirst })
    const known = new Map(own.map((one) => [one.orderId, one]))
    return {
      orderIds,
      total: found.total + own.length,
      documents: new Map([...found.documents, ...known]),
    }
  }

  private async countWith(
    writes: Documents,
    question: QueueQuestion,
    nowMs: number,
    only?: NamedField
  ): Promise<number> {
    const without = writes.map(({ orderId }) => orderId)
    const [total, overlay] = await Promise.all([
      this.parts.documents.countOf(question, nowMs, only, without),
      this.look(writes),
    ])
    const own = overlay.standing.filter(
      (one) => answersTo(question, one, nowMs) && (!only || one[only.field] === only.is)
    )
    return (await this.isBelieved(total, own, overlay, nowMs)) ? total + own.length : 0
  }

  /** A search in trouble finds nothing (masterdata §1.7): what this app has written itself does not make up for it. */
  private async isBelieved(
    total: number,
    own: Documents,
    { isSeen }: Overlay,
    nowMs: number
  ): Promise<boolean> {
    if (total > 0 || own.length === 0 || isSeen) return true
    return (await this.parts.documents.countOf(wholeQueue('ALL'), nowMs)) > 0
  }

  /** How orders stand that were just written; asked once for all that one request counts. */
  private look(writes: Documents): Promise<Overlay> {
    const key = writes.map(markOf).join()
    const known = this.looks.get(key) ?? this.lookNow(writes)
    this.looks.set(key, known)
    return known
  }

  private async lookNow(writes: Documents): Promise<Overlay> {
    const ids = writes.map(({ orderId }) => orderId)
    const indexed = await this.parts.documents.indexed(ids)
    const standing = writes.map((own) => {
      const shown = indexed.get(own.orderId)
      if (!shown || epochOf(shown.readAt) < epochOf(own.readAt)) return own
      this.parts.writes.settle(shown)
      return shown
    })
    return { standing, isSeen: indexed.size > 0 }
  }
}

const NOTHING: FoundOrders = { orderIds: [], documents: new Map(), total: 0 }

function cutOf({ page, perPage }: QueueQuestion) {
  const from = (page - 1) * perPage
  return { from, to: from + perPage }
}

function rowOf(document: OrderDocument, field: string): SortedRow {
  const key = (document as unknown as Readonly<Record<string, unknown>>)[field]
  const isKey = typeof key === 'string' || typeof key === 'number'
  return { id: document.orderId, key: isKey ? key : null }
}

function markOf({ orderId, readAt }: OrderDocument): string {
  return `${orderId} ${readAt}`
}
