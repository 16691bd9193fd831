import type { OrderDocument } from '../../../domain/readmodel/orderDocument'
import { Fault } from '../../../domain/problem/fault'
import { epochOf, parseInstant, type Instant } from '../../../domain/values/instant'
import type { QueueQuestion } from '../../../domain/readmodel/queueQuestion'
import type { TalliedOrder } from '../../../domain/overview/tally'
import type { MadeOrdersPort } from '../../../usecases/overview/ports'
import type { NamedField } from '../../../usecases/readmodel/callPorts'
import type { KeptOrder, OrderDocumentsPort } from '../../../usecases/readmodel/ports'
import type { MasterData } from '../../clients/masterData'
import { SCHEMA, SCHEMA_NAME } from './orderSchema'
import { DOCUMENT_FIELDS, documentIn } from './documentIn'
import { conditionOf, conditionOn, sortedBy, whereOf } from './queueSearch'
import { isSorted, steadyPage, type SearchSorted, type SortedRow } from './steadyPage'

/** Rows of a queue as the index has them. */
export interface IndexedRows {
  readonly rows: readonly SortedRow[]
  readonly documents: ReadonlyMap<string, OrderDocument>
  /** Of the whole queue. */
  readonly total: number
}

export type DocumentsOfEntity = Pick<
  MasterData,
  'document' | 'put' | 'patch' | 'remove' | 'search' | 'scroll' | 'putSchema' | 'removeSchema'
>

/**
 * Documents of orders in one entity of Master Data. No source says what a condition comes to on a document that is not
 * there, nor which status tells that it did not hold (masterdata §1.7): so each write is confirmed by a strong read, and
 * a document that is not there is made first, without anything that could be old, and then written under the condition.
 */
export class OrderDocumentStore implements OrderDocumentsPort, MadeOrdersPort {
  constructor(
    private readonly client: DocumentsOfEntity,
    private readonly entity: string,
    /** Entities whose schema was taken: this process does not ask again. */
    private readonly known: Set<string>
  ) {}

  async prepare(how?: 'anew'): Promise<void> {
    if (how !== 'anew' && this.known.has(this.entity)) return
    await this.client.putSchema(this.entity, SCHEMA_NAME, SCHEMA)
    this.known.add(this.entity)
  }

  async put(document: OrderDocument): Promise<'stored' | 'newer'> {
    const { client, entity } = this
    const { orderId, readAt } = document
    const where = `readAt is null OR readAt<"${readAt}"`
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await client.put(entity, orderId, document, { where, schema: SCHEMA_NAME })
      const stored = await this.find(orderId)
      if (stored?.readAt && epochOf(stored.readAt) >= epochOf(readAt))
        return stored.readAt === readAt ? 'stored' : 'newer'
      // Whoever makes it at the same time makes the same, and whoever dies here leaves it to the rota.
      if (stored === null) await this.note(orderId, readAt)
    }
    throw new Fault({ kind: 'rejected', upstream: 'MASTERDATA', operation: 'PutDocument' })
  }

  async note(orderId: string, refreshDue: Instant): Promise<void> {
    await this.client.patch(this.entity, orderId, { orderId, refreshDue }, SCHEMA_NAME)
  }

  async find(orderId: string): Promise<KeptOrder | null> {
    const found = await this.client.document(this.entity, orderId, ['id', ...KEPT])
    if (found === null) return null
    const [readAt, refreshDue, closed] = KEPT.map((field) => parseInstant(found[field]))
    return { readAt, refreshDue, closed }
  }

  remove(orderId: string): Promise<void> {
    return this.client.remove(this.entity, orderId)
  }

  async due(by: Instant, deliveredBefore: Instant, most: number): Promise<readonly string[]> {
    const { rows } = await this.client.search(this.entity, {
      schema: SCHEMA_NAME,
      where: `refreshDue<"${by}" OR (stage="DELIVERED" AND delivered<"${deliveredBefore}")`,
      sort: 'refreshDue ASC',
      fields: ['id'],
      most,
    })
    return idsOf(rows)
  }

  /** Rows `from` to `to` of a queue, of all orders but some. @errors Fault MASTERDATA */
  async rows(
    question: QueueQuestion,
    nowMs: number,
    { from, to, without = [] }: Cut
  ): Promise<IndexedRows> {
    const found = new Map<string, Record<string, unknown>>()
    const search = this.sorted(question, nowMs, without, found)
    const { ids, total } = await steadyPage(search, from, to)
    const { field } = sortedBy(question)
    const rows = ids.flatMap((id) => sortedRow(found.get(id) ?? {}, field))
    return { rows, total, documents: documentsIn([...found.values()]) }
  }

  /** The first row of a queue: whether those without what it is sorted by come first. @errors Fault MASTERDATA */
  async first(question: QueueQuestion, nowMs: number): Promise<SortedRow | undefined> {
    const { rows } = await this.sorted(question, nowMs, [], new Map())(0, 1)
    return rows[0]
  }

  /** How the index has them; those are left out that it does not know. @errors Fault MASTERDATA */
  async indexed(orderIds: readonly string[]): Promise<ReadonlyMap<string, OrderDocument>> {
    const { rows } = await this.client.search(this.entity, {
      schema: SCHEMA_NAME,
      where: orderIds.map((orderId) => `id="${orderId}"`).join(' OR '),
      sort: 'id ASC',
      fields: ['id', ...DOCUMENT_FIELDS],
      most: orderIds.length,
    })
    return documentsIn(rows)
  }

  /** @errors Fault MASTERDATA */
  async countOf(
    question: QueueQuestion,
    nowMs: number,
    only?: NamedField,
    without: readonly string[] = []
  ): Promise<number> {
    const { total } = await this.client.search(this.entity, {
      schema: SCHEMA_NAME,
      where: whereOf(question, nowMs, [...(only ? [conditionOn(only)] : []), ...allBut(without)]),
      sort: 'id ASC',
      fields: ['id'],
      most: 1,
    })
    if (total === null) throw unreadable()
    return total
  }

  async ordersMade(from: Instant, to: Instant, take: (order: TalliedOrder) => void): Promise<void> {
    const found = new Set<string>()
    const total = await this.client.scroll(
      this.entity,
      {
        schema: SCHEMA_NAME,
        where: `readAt is not null AND created between "${from}" AND "${to}"`,
        sort: 'id ASC',
        fields: ['id', ...TALLIED],
        size: SCROLLED_AT_ONCE,
      },
      (row) => {
        const order = talliedOrder(row)
        if (order === null || typeof row.id !== 'string' || found.has(row.id)) return
        found.add(row.id)
        take(order)
      }
    )
    // In trouble it answers with less than there is (masterdata §1.7).
    if (found.size < total) throw unreadable()
  }

  /** @errors Fault MASTERDATA: also where the answer is not sorted, for nobody could page through it */
  private sorted(
    question: QueueQuestion,
    nowMs: number,
    without: readonly string[],
    seen: Map<string, Record<string, unknown>>
  ): SearchSorted {
    const by = sortedBy(question)
    return async (from, most, among) => {
      const { rows, total } = await this.client.search(this.entity, {
        schema: SCHEMA_NAME,
        where: whereOf(question, nowMs, [
          ...(among ? [conditionOf(among, by)] : []),
          ...allBut(without),
        ]),
        sort: among ? 'id ASC' : `${by.field} ${by.isDown ? 'DESC' : 'ASC'}`,
        fields: ['id', ...DOCUMENT_FIELDS],
        from,
        most,
      })
      const found = rows.flatMap((row) => sortedRow(row, by.field))
      for (const row of rows) if (typeof row.id === 'string') seen.set(row.id, row)
      if (total === null || !(among || isSorted(found, by.isDown))) throw unreadable()
      return { rows: found, total }
    }
  }

  async some(most: number): Promise<readonly string[]> {
    const { rows } = await this.client.search(this.entity, { sort: 'id ASC', fields: ['id'], most })
    return idsOf(rows)
  }

  async count(): Promise<number> {
    const { total } = await this.client.search(this.entity, { fields: ['id'], most: 1 })
    if (total === null) throw unreadable()
    return total
  }

  async dismantle(): Promise<void> {
    await this.client.removeSchema(this.entity, SCHEMA_NAME)
    this.known.delete(this.entity)
  }
}

interface Cut {
  readonly from: number
  readonly to: number
  readonly without?: readonly string[]
}

function allBut(orderIds: readonly string[]): readonly string[] {
  return orderIds.map((orderId) => `id<>"${orderId}"`)
}

function documentsIn(rows: readonly Record<string, unknown>[]): ReadonlyMap<string, OrderDocument> {
  const documents = rows.flatMap((row) => documentIn(row) ?? [])
  return new Map(documents.map((document) => [document.orderId, document]))
}

/** A thousand at most (masterdata §1.5). */
const SCROLLED_AT_ONCE = 1_000
const MOMENTS = ['created', 'authorized', 'invoiced', 'shipped', 'delivered', 'promise'] as const
const TALLIED = [...MOMENTS, 'carrier', 'marketplace', 'open'] as const

function talliedOrder(row: Record<string, unknown>): TalliedOrder | null {
  const [created, authorized, invoiced, shipped, delivered, promise] = MOMENTS.map((field) =>
    parseInstant(row[field])
  )
  if (created === null) return null
  const [carrier, marketplace] = [row.carrier, row.marketplace].map((name) =>
    typeof name === 'string' ? name : null
  )
  const moments = { created, authorized, invoiced, shipped, delivered, promise }
  return { ...moments, carrier, marketplace, open: row.open === true }
}

const KEPT = ['readAt', 'refreshDue', 'closed'] as const

/** Made, and written under the condition; once more where somebody removed it in between. */
const MOST_TRIES = 4

function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'MASTERDATA', operation: 'Search' })
}

function sortedRow(row: Record<string, unknown>, field: string): SortedRow[] {
  const { id, [field]: value } = row
  const key = typeof value === 'string' || typeof value === 'number' ? value : null
  return typeof id === 'string' ? [{ id, key }] : []
}

function idsOf(rows: readonly Record<string, unknown>[]): readonly string[] {
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
}

/** Of the account, not of a workspace: those that are tried out get one of their own (masterdata §1.2). */
export function entityOf(appId: string, workspace: string, isProduction: boolean): string {
  const [name] = appId.split('@')
  const own = `${name}_orders`.replace(/[^A-Za-z0-9]/g, '_')
  return isProduction ? own : `${own}_${workspace.replace(/[^A-Za-z0-9]/g, '_')}`
}
