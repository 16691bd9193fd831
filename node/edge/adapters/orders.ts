import type { OmsCaller, OmsClient } from '../../oms/client'
import type { StoreDefaults } from '../../oms/decodeOrder'
import type { OrdersPort } from '../../usecases/ports'
import type { Budget } from '../budget'

/** OMS with one caller's token, within the time of one request. */
export function ordersWith(
  oms: OmsClient,
  token: string,
  defaultsOf: (salesChannel: string | null) => Promise<StoreDefaults>,
  budget: Budget
): OrdersPort {
  const caller: OmsCaller = {
    token,
    share: (operation, mostMs) => budget.shareOfOms(operation, mostMs),
  }
  return {
    get: (orderId) => oms.order(caller, orderId, defaultsOf),
    bySequence: (sequence) => oms.orderBySequence(caller, sequence, defaultsOf),
    list: (query) => oms.list(caller, query),
    changes: (orderId) => oms.changes(caller, orderId),
    startHandling: (orderId) => oms.startHandling(caller, orderId),
    notifyInvoice: (orderId, invoice) => oms.notifyInvoice(caller, orderId, invoice),
    updatePartialInvoice: (orderId, invoiceNumber, tracking) =>
      oms.updatePartialInvoice(caller, orderId, invoiceNumber, tracking),
    updateTrackingStatus: (orderId, invoiceNumber, status) =>
      oms.updateTrackingStatus(caller, orderId, invoiceNumber, status),
    addInteraction: (orderId, message) => oms.addInteraction(caller, orderId, message),
  }
}
