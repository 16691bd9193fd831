import type { Instant } from '../values/instant'
import { cents, sum } from '../values/money'
import type { Order, OrderLine, OrderTotal, Package } from '../order/order'
import type { InvoiceCommand } from '../invoice/command'

export const moment = (text: string): Instant => text as Instant

export function someLine(line: Partial<OrderLine> = {}): OrderLine {
  return {
    itemIndex: 0,
    uniqueId: null,
    id: '101',
    name: 'Chair',
    refId: null,
    ean: null,
    imageUrl: null,
    quantity: 2,
    removedQuantity: 0,
    unitMultiplier: 1,
    isGift: false,
    roughValue: cents(10_000),
    ...line,
  }
}

/** An order whose totals fit its lines: Items and Shipping, unless the test says otherwise. */
export function someOrder(changes: Partial<Order> = {}): Order {
  const lines = changes.lines ?? [someLine()]
  const totals: readonly OrderTotal[] = changes.totals ?? [
    { id: 'Items', name: null, value: sum(lines.map(({ roughValue }) => roughValue)) },
    { id: 'Shipping', name: null, value: cents(1_500) },
  ]
  return {
    orderId: '1400-01',
    sequence: '1400',
    status: 'handling',
    origin: 'Marketplace',
    isComplete: true,
    workflowIsInError: false,
    creationDate: moment('2026-03-09T12:00:00Z'),
    lastChange: moment('2026-03-09T13:00:00Z'),
    paidDate: null,
    invoicedDate: null,
    estimatedDelivery: moment('2026-03-20T12:00:00Z'),
    customerName: 'Ana',
    customerDocuments: ['12345678909'],
    currency: { code: 'BRL', symbol: 'R$', decimalDigits: 2, locale: 'pt-BR', assumed: false },
    timeZone: 'America/Sao_Paulo',
    marketplace: null,
    salesChannel: '1',
    deliveryChannel: 'delivery',
    delivery: { methods: [], recipient: null, city: null, state: null, pickupPoint: null },
    value: sum(totals.map(({ value }) => value)),
    packages: [],
    carriesChanges: false,
    showsFinishedChange: false,
    ...changes,
    lines,
    totals,
  }
}

export function somePackage(changes: Partial<Package> = {}): Package {
  return {
    invoiceNumber: 'NF-1',
    type: 'OUTPUT',
    issuanceDate: moment('2026-03-10T09:00:00Z'),
    invoiceValue: cents(11_500),
    invoiceKey: null,
    invoiceUrl: null,
    embeddedInvoice: null,
    courier: null,
    trackingNumber: null,
    trackingUrl: null,
    items: [{ itemIndex: 0, id: '101', quantity: 2, price: cents(5_000), description: null }],
    courierStatus: null,
    ...changes,
  }
}

export function someInvoice(changes: Partial<InvoiceCommand> = {}): InvoiceCommand {
  return {
    type: 'OUTPUT',
    invoiceNumber: 'NF-1',
    issuanceDate: null,
    invoiceValue: null,
    items: null,
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

export function someItem(
  item: Partial<NonNullable<InvoiceCommand['items']>[number]>
): NonNullable<InvoiceCommand['items']>[number] {
  return { id: null, itemIndex: null, quantity: 1, price: null, description: null, ...item }
}
