import type { OutgoingInvoice } from '../package/outgoing'
import { cents } from '../values/money'
import { moment } from './someOrder'

/** A sale of one unit of someOrder, as it goes out with no more than it must have. */
export function someOutgoing(changes: Partial<OutgoingInvoice> = {}): OutgoingInvoice {
  return {
    type: 'OUTPUT',
    invoiceNumber: 'NF-1',
    issuanceDate: moment('2026-03-10T09:00:00Z'),
    invoiceValue: cents(5_000),
    items: [{ id: '101', quantity: 1, price: cents(5_000), description: null }],
    invoiceKey: null,
    invoiceUrl: null,
    embeddedInvoice: null,
    courier: null,
    trackingNumber: null,
    trackingUrl: null,
    dispatchedDate: null,
    ...changes,
  }
}
