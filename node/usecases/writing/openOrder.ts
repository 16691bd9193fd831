import type { Order } from '../../domain/order/order'
import { Fault } from '../../domain/problem/fault'
import { isOlderReading } from '../../domain/journal/record'
import { READ_PAUSES_MS } from '../limits'
import { readOrder } from '../reading/liveReads'
import type { HeldClaim, Journal, Ports } from '../ports'
import { giveUpWithoutTrace, type GivingUp } from './giveUpWithoutTrace'
import { restoreTracking } from './restoreTracking'
import type { Flow } from './writeOrder'

/** What a decision stands on. */
export interface OpenedOrder {
  readonly order: Order
  /** Read before the order: what was dropped from it because OMS showed it is in that order. */
  readonly journal: Journal
}

/**
 * What every write begins with, once it holds the order: the journal, then the order. An intent leaves the journal only
 * after a read has shown its invoice, so an order that is read after the journal shows whatever the journal no longer
 * names. Side by side, an older order beside a newer journal would name an invoice in neither.
 * What earlier calls left half done is settled first; then both are read again. Null where OMS knows no such order.
 */
export async function openOrder(
  ports: Ports,
  flow: Flow,
  claim: HeldClaim,
  what: GivingUp = {}
): Promise<OpenedOrder | null> {
  const opened = await readBoth(ports, flow)
  if (opened === null) return null
  const { order, journal } = opened
  const hasSettled =
    (await restoreTracking(ports, flow, claim, order, journal)) ||
    (await giveUpWithoutTrace(ports, flow, order, journal, what))
  return hasSettled ? readBoth(ports, flow) : opened
}

/** @errors Fault OMS where it keeps answering with an older reading than one that is known of */
async function readBoth(ports: Ports, { orderId }: Flow): Promise<OpenedOrder | null> {
  const journal = await ports.journals.read(orderId)
  for (const pause of [...READ_PAUSES_MS, null]) {
    const order = await readOrder(ports, orderId)
    if (order === null) return null
    if (!isOlderReading(order, journal.invoices, ports.clock.now())) return { order, journal }
    if (pause !== null) await ports.clock.sleep(pause)
  }
  throw new Fault({ kind: 'unavailable', upstream: 'OMS', operation: 'GetOrder' })
}
