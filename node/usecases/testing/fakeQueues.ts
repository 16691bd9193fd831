import { answersTo } from '../../domain/readmodel/answersTo'
import { Fault } from '../../domain/problem/fault'
import type { OrderDocument } from '../../domain/readmodel/orderDocument'
import type { QueueQuestion } from '../../domain/readmodel/queueQuestion'
import { SWITCHED_OFF, switchedOn, type ReadModel } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import {
  REACH,
  type FoundOrders,
  type NamedField,
  type QueueDocuments,
} from '../readmodel/callPorts'

/** Searches reach no further (masterdata §1.5). */
const UNREACHED = new Fault({ kind: 'rejected', upstream: 'MASTERDATA', operation: 'Search' })
const BEGAN = Date.parse('2026-03-10T10:00:00Z')

/** A read model whose first fill has ended. */
export const FILLED: ReadModel = {
  ...switchedOn(SWITCHED_OFF, 30, BEGAN),
  fill: 'IDLE',
  windows: [],
  filledAt: instantAt(BEGAN + 60_000),
  documents: 3,
}

/** Queues as a few documents tell them; Master Data in trouble, where the test says so. */
export class FakeQueues implements QueueDocuments {
  readonly searches: { readonly of: QueueQuestion; readonly only?: NamedField }[] = []
  /** Orders of every queue beyond those that are there. */
  beyond = 0
  /** Of so many searches nothing comes back (masterdata §1.7). */
  findsNothing = 0
  /** What every search ends in. */
  fault: Error | null = null

  constructor(
    readonly documents: readonly OrderDocument[],
    public model: ReadModel = FILLED
  ) {}

  async known(): Promise<ReadModel> {
    return this.model
  }

  /** A process that has just begun. */
  knownBefore(): null {
    return null
  }

  async page(question: QueueQuestion, nowMs: number): Promise<FoundOrders> {
    const all = this.search(question, nowMs)
    const { page, perPage } = question
    if (page * perPage > REACH) throw UNREACHED
    const documents = all.slice((page - 1) * perPage, page * perPage)
    return {
      total: this.totalOf(all),
      orderIds: documents.map(({ orderId }) => orderId),
      documents: new Map(documents.map((one) => [one.orderId, one])),
    }
  }

  async countOf(question: QueueQuestion, nowMs: number, only?: NamedField): Promise<number> {
    return this.totalOf(this.search(question, nowMs, only))
  }

  private search(of: QueueQuestion, nowMs: number, only?: NamedField): readonly OrderDocument[] {
    this.searches.push(only ? { of, only } : { of })
    if (this.fault) throw this.fault
    this.findsNothing -= 1
    if (this.findsNothing >= 0) return []
    return this.documents.filter(
      (one) => answersTo(of, one, nowMs) && (!only || one[only.field] === only.is)
    )
  }

  private totalOf(found: readonly OrderDocument[]): number {
    return found.length === 0 ? 0 : found.length + this.beyond
  }
}
