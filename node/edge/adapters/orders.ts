import type { OmsClient } from '../../oms/client'
import type { StoreDefaults } from '../../oms/decodeOrder'
import type { OrdersPort } from '../../usecases/ports'

/** OMS with one caller's token. */
export function ordersWith(
  oms: OmsClient,
  token: string,
  defaultsOf: (salesChannel: string | null) => Promise<StoreDefaults>
): OrdersPort {
  return {
    get: (orderId) => oms.order(token, orderId, defaultsOf),
    list: (query) => oms.list(token, query),
    changes: (orderId) => oms.changes(token, orderId),
    startHandling: (orderId) => oms.startHandling(token, orderId),
    notifyInvoice: (orderId, invoice) => oms.notifyInvoice(token, orderId, invoice),
    updatePartialInvoice: (orderId, invoiceNumber, tracking) =>
      oms.updatePartialInvoice(token, orderId, invoiceNumber, tracking),
    updateTrackingStatus: (orderId, invoiceNumber, status) =>
      oms.updateTrackingStatus(token, orderId, invoiceNumber, status),
    addInteraction: (orderId, message) => oms.addInteraction(token, orderId, message),
  }
}
