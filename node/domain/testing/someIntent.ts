import type { Intent } from '../journal/intent'
import { cents } from '../values/money'
import { moment } from './someOrder'

/** An invoice of one unit of someOrder that OMS took and does not show yet. */
export function someIntent(changes: Partial<Intent> = {}): Intent {
  const invoiceNumber = changes.invoiceNumber ?? 'NF-2'
  const sentAt = moment('2026-03-10T11:00:00Z')
  return {
    id: 'i',
    invoiceNumber,
    type: 'OUTPUT',
    contentHash: 'h',
    value: cents(3_000),
    units: [{ id: '101', quantity: 1 }],
    actor: 'ana',
    sentAt,
    state: 'ACCEPTED',
    receipt: null,
    invoicedBefore: cents(0),
    isReplacement: false,
    content: {
      type: 'OUTPUT',
      invoiceNumber,
      issuanceDate: sentAt,
      invoiceValue: cents(3_000),
      items: [{ id: '101', quantity: 1, price: cents(3_000), description: null }],
      invoiceKey: null,
      invoiceUrl: null,
      embeddedInvoiceHash: null,
      courier: null,
      trackingNumber: null,
      trackingUrl: null,
      dispatchedDate: null,
    },
    ...changes,
  }
}
