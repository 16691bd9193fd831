import { isSafeInvoiceNumber } from './invoiceNumber'
import type { Package } from './order'
import type { OrderAction } from './stage'

const TRACKING_ACTIONS: readonly OrderAction[] = [
  'UPDATE_PARTIAL_INVOICE',
  'UPDATE_TRACKING_STATUS',
]

/** What may be done now with one package, given what may be done with its order. */
export function packageActions(
  view: {
    readonly allowedActions: readonly OrderAction[]
    readonly order: { readonly packages: readonly Package[] }
  },
  of: Package
): readonly OrderAction[] {
  // A package that OMS does not show yet cannot be found by its number there.
  const isStored = view.order.packages.some(
    ({ invoiceNumber, type }) => invoiceNumber === of.invoiceNumber && type === of.type
  )
  if (!isStored || of.type !== 'OUTPUT' || !isSafeInvoiceNumber(of.invoiceNumber)) return []
  return TRACKING_ACTIONS.filter(
    (action) =>
      view.allowedActions.includes(action) &&
      (action === 'UPDATE_PARTIAL_INVOICE' || Boolean(of.trackingNumber))
  )
}
