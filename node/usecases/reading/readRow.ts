import { seemsChanging } from '../../domain/standing/invoiceState'
import type { ListedOrder, Order } from '../../domain/order/order'
import { isOlderReading } from '../../domain/journal/record'
import type { Right } from '../../domain/problem/rights'
import type { Settings } from '../../domain/values/settings'
import { assembleView } from './assembleView'
import type { OrderView } from '../commands'
import type { EarlyRead } from './earlyReads'
import {
  journalForShowing,
  parcelsForShowing,
  readOrder,
  readRowChanges,
  type ChangeBudget,
} from './liveReads'
import { noteNumbers } from './noteNumbers'
import type { Journal, Ports } from '../ports'

/** What is the same for every row of a page. */
export interface RowParts {
  readonly settings: Settings
  readonly rights: ReadonlySet<Right>
  readonly changeBudget: ChangeBudget
}

/**
 * One row of a queue: one read, and one more where the order tells of a change that may be under way (design §2.6).
 * Null where OMS lists an order that it does not know.
 */
export async function readRow(
  ports: Ports,
  listed: ListedOrder,
  parts: RowParts,
  early?: EarlyRead
): Promise<OrderView | null> {
  const told = parcelsForShowing(ports, listed.orderId)
  const [order, journal] = await liveOrder(ports, listed, early)
  if (order === null) return null
  noteNumbers(ports, order)
  const changes = await readRowChanges(ports, order, parts.changeBudget)
  const nowMs = ports.clock.now()
  const view = assembleView(order, { ...parts, journal, changes, nowMs, parcels: await told })
  // Half known, it would take the place of what is known.
  if (changes !== null || !seemsChanging(order, nowMs)) ports.readModel?.seen(view)
  return view
}

async function liveOrder(
  ports: Ports,
  listed: ListedOrder,
  early: EarlyRead | undefined
): Promise<readonly [Order | null, Journal]> {
  const { orderId } = listed
  const reading = early?.journal ?? journalForShowing(ports, orderId)
  // A kept order is only worth what the journal says of it; without one the two reads go side by side.
  if (ports.rows?.holds(orderId)) {
    const journal = await reading
    const known = ports.rows.get(orderId, markOf(listed, journal))
    if (known) return [known, journal]
  }
  const [read, journal] = await Promise.all([early?.order ?? readOrder(ports, orderId), reading])
  // The two go side by side, so the journal may be the newer one, with an invoice dropped that this order lacks.
  const isOlder = read !== null && isOlderReading(read, journal.invoices, ports.clock.now())
  const order = isOlder ? await readOrder(ports, orderId) : read
  // Tracking shows in no list (oms §2.1), so an order with a package may change unseen. Nor is an order kept that was
  // read before a list that already knows better.
  const mayKeep = order?.packages.length === 0 && (!early?.order || order.status === listed.status)
  if (order && mayKeep) ports.rows?.put(orderId, markOf(listed, journal), order)
  return [order, journal]
}

/** What tells that an order has changed since it was read: OMS's list as far as it goes, and what this app did anywhere. */
function markOf(listed: ListedOrder, { intents, activity }: Journal): string {
  const { status, creationDate, lastChange } = listed
  const ours = [intents.length, activity.length, activity[activity.length - 1]?.at]
  return JSON.stringify([status, creationDate, lastChange, ...ours])
}
