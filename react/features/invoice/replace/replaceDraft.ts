import type { Package } from '../../../shared/order/orderTypes'
import type { Reading } from '../../../shared/order/reading'
import { draftOf } from '../../../shared/tracking/trackingDraft'
import { emptyInvoice } from '../invoiceDraft'
import type { InvoiceDraft } from '../invoiceDraft'

/** A form filled with a stored invoice; what is left as it is counts as the same. */
export function draftOfPackage(parcel: Package, reading: Reading): InvoiceDraft {
  return {
    ...emptyInvoice(parcel.type),
    typed: {
      invoiceNumber: parcel.invoiceNumber,
      // Only minutes fit into the field: sent again, seconds would be a difference that nobody made.
      issuanceDate: null,
      invoiceValue: reading.fromCents(parcel.invoiceValue),
      invoiceKey: parcel.invoiceKey,
      invoiceUrl: parcel.invoiceUrl,
    },
    tracking: draftOf(parcel),
  }
}
