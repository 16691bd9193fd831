import { isOverdue, isShown, leftNoTrace } from '../../domain/journal/intents'
import type { Intent } from '../../domain/journal/intent'
import { isSameInvoiceNumber } from '../../domain/package/invoiceNumber'
import type { Order } from '../../domain/order/order'
import { mayBeLost } from '../../domain/standing/notShown'
import { instantAt } from '../../domain/values/instant'
import { declareLost, giveUp, inTurn } from '../journalEntries'
import { LEFT_FOR_SEND_MS, SECOND_LOOK_MS } from '../limits'
import { readOrder } from '../reading/liveReads'
import type { Journal, Ports } from '../ports'
import type { Flow } from './writeOrder'

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
  { orderId }: Flow,
  order: Order,
  journal: Journal,
  { only, mayDeclareLost = false }: GivingUp
): Promise<boolean> {
  const nowMs = ports.clock.now()
  const at = instantAt(nowMs)
  const ending = (intent: Intent) =>
    intent.state === 'ACCEPTED' ? declareLost(intent, ports.caller.actor, at) : giveUp(intent)
  const traceless = (of: Order) => (intent: Intent) =>
    (isOverdue(intent, nowMs) &&
      !isShown(intent, of) &&
      leftNoTrace(intent, of, journal.invoices)) ||
    (mayDeclareLost && mayBeLost(intent, of, journal.invoices, nowMs))
  const suspects = journal.intents
    .filter(({ invoiceNumber }) => only === undefined || isSameInvoiceNumber(invoiceNumber, only))
    .filter(traceless(order))
  if (suspects.length === 0) return false
  // Whoever has no time for the second look has none to send again: the next call gives it up.
  if (ports.answerBy - nowMs < SECOND_LOOK_MS + LEFT_FOR_SEND_MS) return false
  await ports.clock.sleep(SECOND_LOOK_MS)
  const second = await readOrder(ports, orderId)
  const given = second === null ? [] : suspects.filter(traceless(second))
  // Written before anything is sent again: a crash in between must not give up the second intent for the first.
  if (given.length > 0) await ports.journals.update(orderId, inTurn(...given.map(ending)))
  return true
}
