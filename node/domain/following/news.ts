import { createHash } from 'node:crypto'
import type { Order, Package } from '../order/order'
import { isDelivered, isShipped, outputPackages, type Stage } from '../standing/stage'
import { epochOf, type Instant } from '../values/instant'

export type NewsKind = 'order-invoiced' | 'tracking-updated' | 'order-delivered'

/** One thing that OMS shows of an invoice. Two looks at the same thing give it the same id. */
export interface News {
  /** 32 hex digits. */
  readonly id: string
  readonly kind: NewsKind
  readonly invoiceNumber: string
}

/** As it goes out to other apps: ids and a stage, nothing of the customer (doors §3). */
export interface NewsEvent extends News {
  readonly orderId: string
  /** Of the order as it was seen. */
  readonly stage: Stage
  /** When it was seen. */
  readonly at: Instant
}

/**
 * All that an order shows of its invoices, as other apps are told: that one is there, how its parcel stands, that it is
 * delivered. What differs from an earlier look is news. Returns are none.
 */
export function newsOf({ orderId, packages }: Order): readonly News[] {
  return outputPackages(packages).flatMap((stored) => {
    const { invoiceNumber } = stored
    const one = (kind: NewsKind, content: unknown): News => {
      const said = JSON.stringify([orderId, invoiceNumber, kind, content])
      const id = createHash('sha256').update(said).digest('hex').slice(0, 32)
      return { id, kind, invoiceNumber }
    }
    return [
      one('order-invoiced', invoiceContent(stored)),
      ...(isShipped(stored) ? [one('tracking-updated', trackingContent(stored))] : []),
      ...(isDelivered(stored) ? [one('order-delivered', deliveredAt(stored))] : []),
    ]
  })
}

/** Without its tracking: a new number is no new invoice. */
function invoiceContent(stored: Package): unknown {
  const { issuanceDate, invoiceValue, invoiceKey, invoiceUrl, embeddedInvoice, items } = stored
  return [
    issuanceDate && epochOf(issuanceDate),
    invoiceValue,
    invoiceKey || null,
    invoiceUrl || null,
    embeddedInvoice || null,
    items.map(({ itemIndex, id, quantity, price }) => [itemIndex, id, quantity, price]),
  ]
}

/** Events in whatever order OMS lists them. */
function trackingContent(stored: Package): unknown {
  const { courier, trackingNumber, trackingUrl, courierStatus } = stored
  const events = (courierStatus?.events ?? []).map(({ date, dateText, description, city, state }) =>
    JSON.stringify([date ? epochOf(date) : dateText, description, city || null, state || null])
  )
  const number = [courier || null, trackingNumber || null, trackingUrl || null]
  return [...number, isDelivered(stored), events.sort()]
}

function deliveredAt({ courierStatus }: Package): number | null {
  const date = courierStatus?.deliveredDate ?? null
  return date && epochOf(date)
}
