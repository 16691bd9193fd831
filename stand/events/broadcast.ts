import type { StatusMove } from '../oms'
import { parseDate } from '../oms/dates'
import type { EventQueue } from './queue'

/** VTEX's app that tells the apps of an account what becomes of its orders (masterdata §3.1). */
export const BROADCASTER = 'vtex.orders-broadcast'
/** The topic of whoever wants every status; the others are the statuses themselves. */
export const ANY_STATUS = 'order-status-updated'

/** Events of orders: one for each status an order goes to and each domain it has in this account. Nothing else is told. */
export class OrdersBroadcast {
  constructor(private readonly queue: EventQueue) {}

  tell(move: StatusMove): void {
    const { to } = move
    if (!this.isInstalled || to === null) return
    for (const domain of domainsOf(move))
      for (const key of [to, ANY_STATUS]) {
        const event = { key, sender: BROADCASTER, body: bodyOf(move, domain) }
        if (this.queue.isHeard(event))
          this.queue.send(event, this.queue.switches.takeOnTheWay(event))
      }
  }

  /** Whether the account has it. */
  get isInstalled(): boolean {
    return this.queue.switches.get().ordersBroadcast
  }
}

/** Of seller 1 the account holds both copies, under one id; else the marketplace's or the seller's alone. */
export function domainsOf({ origin, sellers }: StatusMove): readonly string[] {
  if (origin === 'Fulfillment') return ['Fulfillment']
  return sellers.includes('1') ? ['Marketplace', 'Fulfillment'] : ['Marketplace']
}

function bodyOf({ orderId, from, to, at, lastChange }: StatusMove, domain: string): Buffer {
  return Buffer.from(
    JSON.stringify({
      recorder: { _record: { 'x-vtex-meta': {}, 'x-vtex-meta-bucket': {} } },
      domain,
      orderId,
      currentState: to,
      lastState: from,
      currentChangeDate: sevenDigits(at),
      lastChangeDate: sevenDigits(parseDate(lastChange) ?? at),
    })
  )
}

function sevenDigits(at: number): string {
  return new Date(at).toISOString().replace('Z', '0000Z')
}
