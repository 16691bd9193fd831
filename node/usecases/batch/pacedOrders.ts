import { isFault } from '../../domain/problem/fault'
import type { OrdersPort } from '../ports'
import type { SlotTaker } from './slots'

/** OMS at the pace of the ledger: each read takes a slot, and a refusal for the rate is told to everybody. */
export function pacedOrders(orders: OrdersPort, slots: SlotTaker): OrdersPort {
  const watched = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      if (isFault(error) && error.kind === 'rateLimited')
        await slots.refused(error.retryAfterSeconds)
      throw error
    }
  }
  const reading = async <T>(call: () => Promise<T>): Promise<T> => {
    await slots.next()
    return watched(call)
  }
  return {
    get: (orderId) => reading(() => orders.get(orderId)),
    list: (query) => reading(() => orders.list(query)),
    changes: (orderId) => reading(() => orders.changes(orderId)),
    startHandling: (orderId) => watched(() => orders.startHandling(orderId)),
    notifyInvoice: (orderId, invoice) => watched(() => orders.notifyInvoice(orderId, invoice)),
    updatePartialInvoice: (orderId, invoiceNumber, tracking) =>
      watched(() => orders.updatePartialInvoice(orderId, invoiceNumber, tracking)),
    updateTrackingStatus: (orderId, invoiceNumber, status) =>
      watched(() => orders.updateTrackingStatus(orderId, invoiceNumber, status)),
    addInteraction: (orderId, message) => watched(() => orders.addInteraction(orderId, message)),
  }
}
