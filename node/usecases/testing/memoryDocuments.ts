import type { OrderDocument } from '../../domain/readmodel/orderDocument'
import { epochOf, type Instant } from '../../domain/values/instant'
import type { KeptOrder, OrderDocumentsPort } from '../readmodel/ports'

type Call = keyof OrderDocumentsPort
/** A whole document, or one that was only noted. */
type Kept = KeptOrder & Partial<Omit<OrderDocument, keyof KeptOrder>>

/** Documents of orders in memory. An index that is told to rest names what it named before. */
export class MemoryDocuments implements OrderDocumentsPort {
  readonly kept = new Map<string, Kept>()
  readonly calls: (readonly [Call, ...unknown[]])[] = []
  /** Before each call: what goes wrong with it. */
  pass: (call: Call, orderId: string | null) => void | Promise<void> = () => undefined
  private indexed: ReadonlyMap<string, Kept> | null = null

  /** From now on the index hears of nothing, until it is told to go on. */
  indexRests(): void {
    this.indexed = new Map(this.kept)
  }

  indexGoesOn(): void {
    this.indexed = null
  }

  /** Of one kind of call, what it was called with. */
  of(call: Call): readonly (readonly unknown[])[] {
    return this.calls.filter(([name]) => name === call).map(([, ...given]) => given)
  }

  async prepare(how?: 'anew'): Promise<void> {
    await this.enter('prepare', how)
  }

  async put(document: OrderDocument): Promise<'stored' | 'newer'> {
    await this.enter('put', document.orderId)
    this.kept.set(document.orderId, document)
    return 'stored'
  }

  async note(orderId: string, refreshDue: Instant): Promise<void> {
    await this.enter('note', orderId, refreshDue)
    const before = this.kept.get(orderId) ?? { readAt: null, closed: null }
    this.kept.set(orderId, { ...before, refreshDue })
  }

  async find(orderId: string): Promise<KeptOrder | null> {
    await this.enter('find', orderId)
    return this.kept.get(orderId) ?? null
  }

  async remove(orderId: string): Promise<void> {
    await this.enter('remove', orderId)
    this.kept.delete(orderId)
  }

  async due(by: Instant, deliveredBefore: Instant, most: number): Promise<readonly string[]> {
    await this.enter('due', by, deliveredBefore, most)
    return [...(this.indexed ?? this.kept)]
      .filter(
        ([, { refreshDue, delivered }]) =>
          (refreshDue && epochOf(refreshDue) <= epochOf(by)) ||
          (delivered && epochOf(delivered) < epochOf(deliveredBefore))
      )
      .map(([orderId]) => orderId)
      .slice(0, most)
  }

  async some(most: number): Promise<readonly string[]> {
    await this.enter('some', most)
    return [...(this.indexed ?? this.kept).keys()].slice(0, most)
  }

  async count(): Promise<number> {
    await this.enter('count')
    return this.kept.size
  }

  async dismantle(): Promise<void> {
    await this.enter('dismantle')
  }

  private async enter(call: Call, ...given: readonly unknown[]): Promise<void> {
    this.calls.push([call, ...given])
    await this.pass(call, typeof given[0] === 'string' ? given[0] : null)
  }
}
