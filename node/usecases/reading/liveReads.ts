import { NO_PARCELS, type OrderParcels } from '../../domain/carriers/orderParcels'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { isFault, mayPass, type Fault } from '../../domain/problem/fault'
import { mayBeChanging, seemsChanging } from '../../domain/standing/invoiceState'
import type { ChangeState, Order } from '../../domain/order/order'
import type { Right } from '../../domain/problem/rights'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/values/settings'
import { LONGEST_PAUSE_MS, ROW_CHANGES_WAIT_MS } from '../limits'
import type { Journal, Ports } from '../ports'
import { getOrder, getOrderBySequence } from './readMoments'

const RIGHTS: readonly Right[] = ['WorkflowAction', 'ShippingAction', 'RefundAction']
const TRIES = 3

/** Reads until it works: only reads are tried again, and only where the reason passes (design §2.1). */
export async function readAgain<T>(ports: Ports, read: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await read()
    } catch (error) {
      if (!isFault(error) || tried >= TRIES) throw error
      const pause = pauseAfter(error, tried)
      if (pause === null || ports.clock.now() + pause > ports.answerBy) throw error
      await ports.clock.sleep(pause)
    }
  }
}

function pauseAfter(fault: Fault, tried: number): number | null {
  const { retryAfterSeconds } = fault
  if (fault.kind === 'rateLimited') {
    const asked = retryAfterSeconds === null ? 500 * tried : retryAfterSeconds * 1000
    return asked <= LONGEST_PAUSE_MS ? asked : null
  }
  // A read that timed out has cost seconds already: once more, not twice.
  return mayPass(fault) && tried === 1 ? 200 : null
}

export function readOrder(ports: Ports, orderId: string): Promise<Order | null> {
  return readAgain(ports, () => getOrder(ports, orderId))
}

export function readBySequence(ports: Ports, sequence: string): Promise<Order | null> {
  return readAgain(ports, () => getOrderBySequence(ports, sequence))
}

/** Settings, or the defaults where they cannot be read: an order must not wait for them. */
export async function readSettings(ports: Ports): Promise<Settings> {
  try {
    return await ports.settings.read()
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Settings', detail: error.message })
    return DEFAULT_SETTINGS
  }
}

/** The journal for showing: without it the order is shown as OMS has it. */
export async function journalForShowing(ports: Ports, orderId: string): Promise<Journal> {
  try {
    return await ports.journals.read(orderId)
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'Journal', orderId, detail: error.message })
    return EMPTY_JOURNAL
  }
}

/** What carriers told of an order, for showing: without it the order is shown as OMS has it. */
export async function parcelsForShowing(ports: Ports, orderId: string): Promise<OrderParcels> {
  try {
    return (await ports.parcels?.read(orderId)) ?? NO_PARCELS
  } catch (error) {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'OrderParcels', orderId, detail: error.message })
    return NO_PARCELS
  }
}

/** An order as it is judged and shown: the journal first, for the reason that openOrder gives. */
export async function readForShowing(
  ports: Ports,
  orderId: string
): Promise<{ readonly order: Order | null; readonly journal: Journal }> {
  const journal = await journalForShowing(ports, orderId)
  return { journal, order: await readOrder(ports, orderId) }
}

/**
 * The order's change state, asked only where something suggests a change. Null: nothing does, or the caller may not
 * ask; OMS judges then.
 * @errors Fault where OMS did not answer, and `demanded`
 */
export async function readChanges(
  ports: Ports,
  order: Order,
  demanded: boolean
): Promise<ChangeState | null> {
  if (!mayBeChanging(order, ports.clock.now())) return null
  try {
    return await readAgain(ports, () => ports.orders.changes(order.orderId))
  } catch (error) {
    if (!isFault(error)) throw error
    const isAnswer = ['notFound', 'forbidden', 'rejected'].includes(error.kind)
    if (demanded && !isAnswer) throw error
    ports.log.warn({ flow: 'GetChanges', orderId: order.orderId, detail: error.message })
    return null
  }
}

/** How many rows of a page may still be asked for changes. */
export interface ChangeBudget {
  left: number
}

/**
 * The change state of a queue's row, asked once and not for long, and only where the order itself gives reason
 * (design §2.1). Null wherever OMS does not say: that must not cost the row.
 */
export async function readRowChanges(
  ports: Ports,
  order: Order,
  budget: ChangeBudget
): Promise<ChangeState | null> {
  if (budget.left <= 0 || !seemsChanging(order, ports.clock.now())) return null
  budget.left -= 1
  const { orderId } = order
  const answer = ports.orders.changes(orderId).catch((error: unknown) => {
    if (!isFault(error)) throw error
    ports.log.warn({ flow: 'GetChanges', orderId, detail: error.message })
    return null
  })
  return Promise.race([answer, ports.clock.sleep(ROW_CHANGES_WAIT_MS).then(() => null)])
}

/** The caller's rights that decide actions. One that cannot be looked up counts as missing. */
export async function readRights(ports: Ports): Promise<ReadonlySet<Right>> {
  const has = await Promise.all(
    RIGHTS.map((right) =>
      ports.caller.has(right).catch((error: unknown) => {
        if (!isFault(error)) throw error
        return false
      })
    )
  )
  return new Set(RIGHTS.filter((_, position) => has[position]))
}
