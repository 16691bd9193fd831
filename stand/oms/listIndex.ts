import type { StoredOrder } from './state'
import type { WireOrder } from './wire'

/** Enough for an order's whole life; older entries are of no use to any lag that is set. */
const ENTRIES_KEPT = 40

/** Notes what the list shows of an order from `at` on. */
export function indexOrder(stored: StoredOrder, at: number): void {
  stored.index.push({ at, row: listRow(stored.order) })
  if (stored.index.length > ENTRIES_KEPT) stored.index.splice(1, 1)
}

/** What the index, this far behind, shows of an order. */
export function indexedRow(
  stored: StoredOrder,
  now: number,
  lagMs: number
): Record<string, unknown> {
  let row = stored.index[0]!.row
  for (const entry of stored.index) if (entry.at <= now - lagMs) row = entry.row
  return row
}

/**
 * One row of GET list: items null, totalValue printed as a float (oms §4). `search` is for the
 * index alone and never shown.
 */
export function listRow(order: WireOrder): Record<string, unknown> {
  const client = order.clientProfileData ?? {}
  const clientName =
    client.corporateName || [client.firstName, client.lastName].filter(Boolean).join(' ')
  const estimates = (order.shippingData?.logisticsInfo ?? [])
    .map((info) => info.shippingEstimateDate)
    .filter((date): date is string => typeof date === 'string')
    .sort()
  const items = Array.isArray(order.items) ? order.items : []
  const packages = order.packageAttachment?.packages ?? []
  return {
    orderId: order.orderId,
    creationDate: order.creationDate,
    clientName: clientName || null,
    items: null,
    totalValue: order.value ?? 0,
    paymentNames: paymentNames(order),
    status: order.status ?? '',
    statusDescription: order.statusDescription ?? '',
    marketPlaceOrderId: order.marketplaceOrderId || null,
    sequence: order.sequence ?? null,
    salesChannel: order.salesChannel ?? null,
    affiliateId: order.affiliateId ?? '',
    origin: order.origin ?? null,
    workflowInErrorState: order.workflowIsInError === true,
    workflowInRetry: false,
    lastMessageUnread: null,
    ShippingEstimatedDate: estimates[0] ?? null,
    ShippingEstimatedDateMax: estimates[estimates.length - 1] ?? null,
    ShippingEstimatedDateMin: estimates[0] ?? null,
    orderIsComplete: order.isCompleted !== false,
    listId: null,
    listType: null,
    authorizedDate: order.authorizedDate ?? null,
    callCenterOperatorName: null,
    totalItems: items.reduce((sum, item) => sum + (item?.quantity ?? 0), 0),
    currencyCode: order.storePreferencesData?.currencyCode ?? null,
    search: {
      invoicedDate: order.invoicedDate ?? null,
      hasInputInvoice: packages.some(({ type }) => type === 'Input'),
      sellerNames: (order.sellers ?? []).map(({ name }) => name),
      whole: lowerCase([order.orderId, client.email, client.document, client.corporateDocument]),
      name: clientName.toLowerCase(),
      besides: lowerCase([order.sequence, order.marketplaceOrderId]),
    },
  }
}

function lowerCase(texts: readonly unknown[]): string[] {
  return texts
    .filter((text): text is string => typeof text === 'string')
    .map((text) => text.toLowerCase())
}

function paymentNames(order: WireOrder): string {
  const payments = (order.paymentData?.transactions ?? []).flatMap(({ payments: all }) => all ?? [])
  return [...new Set(payments.map((payment) => payment.paymentSystemName))].join(',')
}
