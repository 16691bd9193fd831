import type { Operation } from './types'

export interface Route {
  operation: Operation
  /** Decoded segments of the path, by their name here. */
  orderId?: string
  invoiceNumber?: string
  changeId?: string
  /** The invoice number came with an encoded slash. */
  encodedSlash?: boolean
}

const PATTERNS: Array<[method: string, pattern: string, operation: Operation]> = [
  ['GET', '/api/oms/pvt/orders', 'ListOrders'],
  ['GET', '/api/oms/pvt/orders/:orderId', 'GetOrder'],
  ['POST', '/api/oms/pvt/orders/:orderId/start-handling', 'StartHandling'],
  ['POST', '/api/oms/pvt/orders/:orderId/cancel', 'CancelOrder'],
  ['POST', '/api/oms/pvt/orders/:orderId/interactions', 'AddInteraction'],
  ['POST', '/api/oms/pvt/orders/:orderId/changes', 'ChangeOrderV1'],
  ['GET', '/api/oms/pvt/orders/:orderId/payment-transaction', 'GetPaymentTransaction'],
  ['POST', '/api/oms/pvt/orders/:orderId/invoice', 'NotifyInvoice'],
  ['PATCH', '/api/oms/pvt/orders/:orderId/invoice/:invoiceNumber', 'UpdatePartialInvoice'],
  ['PUT', '/api/oms/pvt/orders/:orderId/invoice/:invoiceNumber/tracking', 'UpdateTrackingStatus'],
  ['PATCH', '/api/order-system/orders/:orderId/changes', 'ChangeOrderV2'],
  ['GET', '/api/order-system/orders/:orderId/changes', 'GetChanges'],
  ['GET', '/api/order-system/orders/:orderId/changes/:changeId', 'GetChange'],
  ['GET', '/api/orders/pvt/document/:orderId/change-summary', 'GetChangeSummary'],
  ['POST', '/api/orders/pvt/document/:orderId/deny-cancellation-request', 'DenyCancellation'],
]

/**
 * Finds the operation of a call.
 * @shape (method, undecoded path) -> the route; 'method' where only the method is wrong; or null
 */
export function findRoute(method: string, path: string): Route | 'method' | null {
  const segments = path.replace(/\/$/, '').split('/')
  let pathKnown = false
  for (const [wanted, pattern, operation] of PATTERNS) {
    const names = pattern.split('/')
    const fits =
      names.length === segments.length &&
      names.every((name, index) =>
        name.startsWith(':') ? segments[index] !== '' : name === segments[index]
      )
    if (!fits) continue
    pathKnown = true
    if (wanted !== method) continue
    const route: Route = { operation }
    for (const [index, name] of names.entries()) {
      if (!name.startsWith(':')) continue
      const decoded = decode(segments[index]!)
      if (decoded === null) return null
      route[name.slice(1) as 'orderId' | 'invoiceNumber' | 'changeId'] = decoded
      if (name === ':invoiceNumber') route.encodedSlash = /%2f/i.test(segments[index]!)
    }
    return route
  }
  return pathKnown ? 'method' : null
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
