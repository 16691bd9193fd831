import { randomUUID } from 'node:crypto'
import type { Clock } from '../../usecases/ports'

/** An order that changes a hundred times in a row is read once, after it was quiet for as long. */
const GATHERED_MS = 1_000
/** Of one event, so that its handler ends before it is told again (batches §1). */
const IN_ONE_EVENT = 10

export interface ChangedOrdersEvent {
  readonly id: string
  readonly orderIds: readonly string[]
}

/** Orders that VTEX's hook told of, each once, until they are handed on by events. */
export class ChangedOrders {
  private readonly waiting = new Map<string, Set<string>>()

  constructor(private readonly clock: Pick<Clock, 'sleep'>) {}

  /** @param send what it rejects with is not told to anybody: the rota finds what is lost */
  add(tenant: string, orderId: string, send: (event: ChangedOrdersEvent) => Promise<void>): void {
    const waiting = this.waiting.get(tenant)
    if (waiting) return void waiting.add(orderId)
    const orders = new Set([orderId])
    this.waiting.set(tenant, orders)
    void this.clock.sleep(GATHERED_MS).then(() => {
      this.waiting.delete(tenant)
      const all = [...orders]
      for (let at = 0; at < all.length; at += IN_ONE_EVENT)
        void send({ id: randomUUID(), orderIds: all.slice(at, at + IN_ONE_EVENT) }).catch(
          () => undefined
        )
    })
  }
}
