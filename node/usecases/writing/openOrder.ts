import { Fault } from '../../domain/problem/fault'
import { isOlderReading } from '../../domain/journal/record'
import { READ_PAUSES_MS } from '../limits'
import { readOrder } from '../reading/liveReads'
import type { HeldClaim, Ports } from '../ports'
import { asGivenUp, giveUpWithoutTrace, type GivingUp } from './giveUpWithoutTrace'
import { restoreTracking } from './restoreTracking'
import type { Call, OpenedOrder } from './step'

/**
 * What every write begins with, once it holds the order: the journal, then the order. An intent leaves the journal only
 * after a read has shown its invoice, so an order that is read after the journal shows whatever the journal no longer
 * names. Side by side, an older order beside a newer journal would name an invoice in neither.
 * What earlier calls left half done is settled first; then both are read again. Null where OMS knows no such order.
 */
export async function openOrder(
  ports: Ports,
  call: Call,
  claim: HeldClaim,
  what: GivingUp = {}
): Promise<OpenedOrder | null> {
  const opened = await readBoth(ports, call)
  if (opened === null) return null
  const { order, journal } = opened
  const hasSettled =
    (await restoreTracking(ports, call, claim, order, journal)) ||
    (await giveUpWithoutTrace(ports, call, opened, what))
  return hasSettled ? readBoth(ports, call) : opened
}

/** As openOrder, but for what only a writer may do: nothing is settled. @errors as openOrder's */
export async function lookAtOrder(
  ports: Ports,
  call: Call,
  what: GivingUp
): Promise<OpenedOrder | null> {
  const opened = await readBoth(ports, call)
  return opened && { ...opened, journal: asGivenUp(ports, opened, what) }
}

/** @errors Fault OMS where it keeps answering with an older reading than one that is known of */
async function readBoth(ports: Ports, { orderId }: Call): Promise<OpenedOrder | null> {
  const journal = await ports.journals.read(orderId)
  for (const pause of [...READ_PAUSES_MS, null]) {
    const order = await readOrder(ports, orderId)
    if (order === null) return null
    if (!isOlderReading(order, journal.invoices, ports.clock.now())) return { order, journal }
    if (pause !== null) await ports.clock.sleep(pause)
  }
  throw new Fault({ kind: 'unavailable', upstream: 'OMS', operation: 'GetOrder' })
}
