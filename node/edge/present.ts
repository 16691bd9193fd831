import { stateOfEvent, type Shipment } from '../domain/carriers/shipment'
import { isSameInvoiceNumber } from '../domain/package/invoiceNumber'
import { packageActions } from '../domain/standing/actions'
import type { PackageItem, Package, TrackingEvent } from '../domain/order/order'
import { packageVersion } from '../domain/package/packageVersion'
import type { FulfillResult, InvoicePreview, OrderView, WriteResult } from '../usecases/commands'
import type { ActivityEntry } from '../usecases/ports'
import type * as GraphQL from './generated/schema'

// The runtime reads plain properties: whole shapes are made here, nothing is resolved later.

export function presentOrder(view: OrderView): GraphQL.Order {
  const { order, ledger } = view
  return {
    orderId: order.orderId,
    sequence: order.sequence,
    status: order.status,
    stage: view.stage,
    allowedActions: view.allowedActions,
    blocked: view.blocked,
    attention: view.attention,
    creationDate: order.creationDate,
    lastChange: order.lastChange,
    paidDate: order.paidDate,
    invoicedDate: order.invoicedDate,
    estimatedDelivery: order.estimatedDelivery,
    customerName: order.customerName,
    currency: {
      code: order.currency.code,
      symbol: order.currency.symbol,
      decimalDigits: order.currency.decimalDigits,
      locale: order.currency.locale,
      isAssumed: order.currency.assumed,
    },
    timeZone: order.timeZone,
    marketplace: order.marketplace,
    deliveryChannel: order.deliveryChannel,
    delivery: order.delivery,
    value: order.value,
    invoicedValue: ledger.invoicedValue,
    remainingValue: ledger.remainingValue,
    refundedValue: ledger.refundedValue,
    totals: order.totals,
    items: presentItems(view),
    packages: ledger.packages.map((of) => presentPackage(view, of)),
  }
}

function presentItems({ order, ledger }: OrderView): readonly GraphQL.OrderItem[] {
  const ledgerLines = new Map(ledger.lines.map((line) => [line.itemIndex, line]))
  return order.lines.map((line) => ({
    itemIndex: line.itemIndex,
    uniqueId: line.uniqueId,
    id: line.id,
    name: line.name,
    refId: line.refId,
    ean: line.ean,
    imageUrl: line.imageUrl,
    quantity: line.quantity,
    unitMultiplier: line.unitMultiplier,
    isGift: line.isGift,
    lineValue: ledgerLines.get(line.itemIndex)?.lineValue ?? line.roughValue,
    invoicedQuantity: ledgerLines.get(line.itemIndex)?.invoicedQuantity ?? 0,
    remainingQuantity: ledgerLines.get(line.itemIndex)?.remainingQuantity ?? line.quantity,
    removedQuantity: ledgerLines.get(line.itemIndex)?.removedQuantity ?? 0,
    returnedQuantity: ledgerLines.get(line.itemIndex)?.returnedQuantity ?? 0,
  }))
}

export function presentPackage(view: OrderView, of: Package): GraphQL.Package {
  const shipment =
    of.type === 'OUTPUT'
      ? view.shipments.find((one) => isSameInvoiceNumber(one.invoiceNumber, of.invoiceNumber))
      : undefined
  const events = (of.courierStatus?.events ?? []).map((event) => presentEvent(event, shipment))
  return {
    invoiceNumber: of.invoiceNumber,
    type: of.type,
    version: packageVersion(of),
    isApplied: view.order.packages.some(
      ({ invoiceNumber, type }) => invoiceNumber === of.invoiceNumber && type === of.type
    ),
    allowedActions: packageActions(view, of),
    issuanceDate: of.issuanceDate,
    invoiceValue: of.invoiceValue,
    invoiceKey: of.invoiceKey,
    invoiceUrl: of.invoiceUrl,
    hasEmbeddedInvoice: Boolean(of.embeddedInvoice),
    embeddedInvoice: of.embeddedInvoice,
    courier: of.courier,
    trackingNumber: of.trackingNumber,
    trackingUrl: of.trackingUrl,
    items: presentPackageItems(view, of.items),
    isDelivered: of.courierStatus?.finished ?? false,
    deliveredDate: of.courierStatus?.deliveredDate ?? null,
    state: shipment?.state ?? null,
    events,
    lastEvent: events[0] ?? null,
  }
}

function presentPackageItems(
  view: OrderView | null,
  items: readonly PackageItem[]
): readonly GraphQL.PackageItem[] {
  const lines = view?.order.lines ?? []
  return items.map((item) => {
    const line =
      lines.find(({ itemIndex }) => itemIndex === item.itemIndex) ??
      lines.find(({ id }) => id === item.id)
    return {
      itemIndex: item.itemIndex,
      id: item.id,
      name: line?.name ?? item.description,
      quantity: item.quantity,
      price: item.price,
    }
  })
}

function presentEvent(event: TrackingEvent, shipment?: Shipment): GraphQL.TrackingEvent {
  const { date, dateText, description, city, state } = event
  const parcelState = shipment ? stateOfEvent(shipment, event) : null
  return { date, dateText, description, city, state, parcelState }
}

/** Entries of before there was a type have none. */
export function presentActivity(entry: ActivityEntry): GraphQL.Activity {
  return { ...entry, type: entry.type ?? null }
}

export function presentPreview(preview: InvoicePreview): GraphQL.InvoicePreview {
  return { ...preview, items: presentPackageItems(null, preview.items) }
}

export function presentWrite(result: WriteResult): GraphQL.NotifyInvoicePayload {
  const { outcome, receipt, problems } = result
  return { outcome, receipt, problems, ...presentEnd(result) }
}

export function presentFulfill(result: FulfillResult): GraphQL.FulfillPayload {
  const { outcome, steps, problems } = result
  return { outcome, steps, problems, ...presentEnd(result) }
}

/** What an answer shows of the order, where there is one to show. */
function presentEnd({
  view,
  invoice,
}: Pick<WriteResult, 'view' | 'invoice'>): Pick<GraphQL.FulfillPayload, 'order' | 'invoice'> {
  return {
    order: view && presentOrder(view),
    invoice: view && invoice && presentPackage(view, invoice),
  }
}
