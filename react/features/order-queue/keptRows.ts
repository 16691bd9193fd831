import { KeptOrder, QueueRow } from './queueTypes'

/** Live rows of this visit by order, the newest last: what they told stands until they are read again. */
const seen = new Map<string, QueueRow>()
/** A few pages of the largest size. */
const MOST_SEEN = 500

export const seenRows = {
  put(row: QueueRow) {
    seen.delete(row.orderId)
    seen.set(row.orderId, row)
    if (seen.size > MOST_SEEN) seen.delete(seen.keys().next().value)
  },
  clear: () => seen.clear(),
}

type Currency = QueueRow['currency']

/** As orders of the same currency have it; before there are any, as the browser knows it. */
function currencyOf(code: string): Currency {
  let known: Currency | null = null
  seen.forEach(({ currency }) => {
    if (currency.code === code) known = currency
  })
  return known || { code, symbol: code, decimalDigits: decimalsOf(code), locale: null }
}

function decimalsOf(code: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: code })
    return format.resolvedOptions().maximumFractionDigits
  } catch {
    return 2
  }
}

const markOf = (code: KeptOrder['attention'][number]): QueueRow['attention'][number] => ({
  code,
  severity: 'WARNING',
  field: [],
  message: '',
  facts: [],
  differences: [],
})

/**
 * What is known of an order until its live row comes: what was seen of it before, where it has not moved on since, or what
 * is kept of it. It allows nothing.
 */
export function keptRow(document: KeptOrder): QueueRow {
  const { orderId, stage, marketplace, value } = document
  const before = seen.get(orderId)
  if (before && before.stage === stage) return { ...before, isKept: true }
  return {
    orderId,
    stage,
    value,
    isKept: true,
    document,
    status: '',
    allowedActions: [],
    blocked: [],
    attention: document.attention.map(markOf),
    creationDate: document.creationDate,
    paidDate: document.paidDate,
    invoicedDate: document.invoicedDate,
    estimatedDelivery: document.estimatedDelivery,
    customerName: before ? before.customerName : null,
    timeZone: before ? before.timeZone : null,
    currency: before ? before.currency : currencyOf(document.currency),
    marketplace: marketplace ? { name: marketplace, isCertified: false, orderId: '' } : null,
    invoicedValue: 0,
    remainingValue: 0,
    items: [],
    packages: [],
    deliveryChannel: null,
    delivery: { recipient: null },
  }
}
