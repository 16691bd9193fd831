import { Fault, isFault } from '../../domain/problem/fault'
import type { OrdersPort } from '../ports'
import type { SlotTaker } from './slots'

/**
 * OMS at the pace of the ledger, for one row: each read takes a slot, but the first, which the row has waited for before it
 * began. A refusal for the rate is told to everybody.
 * @param answerBy when the row has to be through: a read whose slot comes later is not made
 */
export function pacedOrders(orders: OrdersPort, slots: SlotTaker, answerBy: number): OrdersPort {
  let hasSlot = true
  const watched = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      if (isFault(error) && error.kind === 'rateLimited')
        await slots.refused(error.retryAfterSeconds)
      throw error
    }
  }
  const reading = async <T>(operation: string, call: () => Promise<T>): Promise<T> => {
    const isInTime = hasSlot || (await slots.next(answerBy))
    hasSlot = false
    if (!isInTime)
      throw new Fault({ kind: 'unavailable', upstream: 'OMS', operation, isOutOfTime: true })
    return watched(call)
  }
  return {
    get: (orderId) => reading('GetOrder', () => orders.get(orderId)),
    bySequence: (sequence) => reading('GetOrder', () => orders.bySequence(sequence)),
    list: (query) => reading('ListOrders', () => orders.list(query)),
    changes: (orderId) => reading('GetChanges', () => orders.changes(orderId)),
    startHandling: (orderId) => watched(() => orders.startHandling(orderId)),
    notifyInvoice: (orderId, invoice) => watched(() => orders.notifyInvoice(orderId, invoice)),
    updatePartialInvoice: (orderId, invoiceNumber, tracking) =>
      watched(() => orders.updatePartialInvoice(orderId, invoiceNumber, tracking)),
    updateTrackingStatus: (orderId, invoiceNumber, status) =>
      watched(() => orders.updateTrackingStatus(orderId, invoiceNumber, status)),
    addInteraction: (orderId, message) => watched(() => orders.addInteraction(orderId, message)),
  }
}
