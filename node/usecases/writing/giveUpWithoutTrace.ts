import { isOverdue, isShown, leftNoTrace } from '../../domain/journal/intents'
import type { JournalEvent } from '../../domain/journal/event'
import type { Intent } from '../../domain/journal/intent'
import { stepThrough } from '../../domain/journal/step'
import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import type { Order } from '../../domain/order/order'
import { mayBeLost } from '../../domain/standing/notShown'
import { enter } from '../journalEntries'
import { LEFT_FOR_SEND_MS, SECOND_LOOK_MS } from '../limits'
import { readOrder } from '../reading/liveReads'
import type { Journal, Ports } from '../ports'
import { nowOf, type Call, type OpenedOrder } from './step'

export interface GivingUp {
  /** Looks at one invoice's only. */
  readonly only?: string
  /** True where a person accepts that what OMS took long ago and never showed is lost. */
  readonly mayDeclareLost?: boolean
}

/**
 * Gives up intents that nobody answered for so long that OMS will not apply them any more, where two reads some seconds
 * apart show no trace of them (design §2.1). Only a mutation that holds the order does this: afterwards the invoice may
 * be sent again. True where it has looked twice: what was read before is old by then.
 */
export async function giveUpWithoutTrace(
  ports: Ports,
  { orderId }: Call,
  opened: OpenedOrder,
  what: GivingUp
): Promise<boolean> {
  const isTraceless = tracelessBy(ports, opened.journal, what)
  const suspects = opened.journal.intents.filter(isTraceless(opened.order))
  if (suspects.length === 0) return false
  // Whoever has no time for the second look has none to send again: the next call gives it up.
  if (ports.answerBy - ports.clock.now() < SECOND_LOOK_MS + LEFT_FOR_SEND_MS) return false
  await ports.clock.sleep(SECOND_LOOK_MS)
  const second = await readOrder(ports, orderId)
  const given = second === null ? [] : suspects.filter(isTraceless(second))
  // Written before anything is sent again: a crash in between must not give up the second intent for the first.
  if (given.length > 0) await enter(ports, orderId, given.map(endingBy(ports)))
  return true
}

/** The journal as it will be if a second look finds no more than this one. Nothing is written. */
export function asGivenUp(ports: Ports, { order, journal }: OpenedOrder, what: GivingUp): Journal {
  const given = journal.intents.filter(tracelessBy(ports, journal, what)(order))
  return stepThrough(journal, given.map(endingBy(ports)))
}

function tracelessBy(
  ports: Ports,
  { invoices }: Journal,
  { only, mayDeclareLost = false }: GivingUp
): (of: Order) => (intent: Intent) => boolean {
  const nowMs = ports.clock.now()
  return (of) => (intent) =>
    (only === undefined || isSameInvoiceNumber(intent.invoiceNumber, only)) &&
    ((isOverdue(intent, nowMs) && !isShown(intent, of) && leftNoTrace(intent, of, invoices)) ||
      (mayDeclareLost && mayBeLost(intent, of, invoices, nowMs)))
}

function endingBy(ports: Ports): (intent: Intent) => JournalEvent {
  const at = nowOf(ports)
  return (intent) =>
    intent.state === 'ACCEPTED'
      ? { intent, at, happened: 'INVOICE_DECLARED_LOST', actor: ports.caller.actor }
      : { intent, happened: 'INVOICE_GIVEN_UP' }
}
