/** Sums and lines of the invoices of an order (oms §2.4, §3). */
import { dotNetDate, ianaZone, parseDate } from './dates'
import type { InvoiceItem, InvoiceNotification } from './invoice'
import type { StoredOrder } from './state'
import type { WireItem, WireOrder, WirePackage, WirePackageItem, WireRefund } from './wire'
import type { World } from './world'

/** Packages of an order, the list itself: it is made where the order has none. */
export function packagesOf(order: WireOrder): WirePackage[] {
  order.packageAttachment ??= { packages: [] }
  return order.packageAttachment.packages
}

/** Lines of an order, none where its items are broken. */
export function linesOf(order: WireOrder): WireItem[] {
  return Array.isArray(order.items) ? order.items : []
}

export interface ExpectedInvoice {
  number: string
  type: 'Output' | 'Input'
  value: number
}

/**
 * The invoices that an order has, with those that have a receipt and wait to be applied, as far as
 * the reading `acceptedUnseen` counts them.
 */
export function expectedInvoices(world: World, stored: StoredOrder): ExpectedInvoice[] {
  const expected: ExpectedInvoice[] = (stored.order.packageAttachment?.packages ?? []).map(
    ({ invoiceNumber, type, invoiceValue }) => ({
      number: invoiceNumber,
      type,
      value: invoiceValue,
    })
  )
  if (world.behaviour.readings.acceptedUnseen === 'ignored') return expected
  for (const effect of world.state.pending) {
    if (effect.kind !== 'invoice' || effect.orderId !== stored.order.orderId) continue
    const { invoiceNumber: number, type, invoiceValue: value } = effect.invoice
    const known = expected.find((invoice) => invoice.number === number)
    if (known === undefined || world.behaviour.readings.rePost === 'append') {
      expected.push({ number, type, value })
    } else if (world.behaviour.readings.rePost === 'replace') {
      known.value = value
    }
  }
  return expected
}

/** @unit cents */
export function sumOf(invoices: ExpectedInvoice[], type: 'Output' | 'Input'): number {
  return invoices.reduce((sum, invoice) => (invoice.type === type ? sum + invoice.value : sum), 0)
}

/** The stored date of a text that somebody sent; the text itself where it is no date (oms §2.7). */
export function storeDate(world: World, stored: StoredOrder, sent: string): string {
  const zone =
    world.behaviour.readings.naiveZone === 'store'
      ? ianaZone(stored.order.storePreferencesData?.timeZone)
      : 'UTC'
  const at = parseDate(sent, zone)
  const shown = at === null ? sent : dotNetDate(at)
  stored.sentDates[shown] = sent
  return shown
}

/** The package that an invoice becomes. */
export function packageFrom(
  world: World,
  stored: StoredOrder,
  invoice: InvoiceNotification
): WirePackage {
  return {
    items: invoice.items === null ? [] : mapItems(world, stored.order, invoice.items),
    courier: invoice.courier,
    invoiceNumber: invoice.invoiceNumber,
    invoiceValue: invoice.invoiceValue,
    invoiceUrl: invoice.invoiceUrl,
    issuanceDate: storeDate(world, stored, invoice.issuanceDate),
    trackingNumber: invoice.trackingNumber,
    invoiceKey: invoice.invoiceKey,
    trackingUrl: invoice.trackingUrl,
    embeddedInvoice: invoice.embeddedInvoice,
    type: invoice.type,
    courierStatus: null,
    cfop: null,
    restitutions: null,
    volumes: 0,
    EnableInferItems: invoice.items === null,
  }
}

/** SKU ids become positions in items[]; OMS does not check them (oms §3.5, §3.6). */
function mapItems(world: World, order: WireOrder, items: InvoiceItem[]): WirePackageItem[] {
  const lines = linesOf(order)
  return items.flatMap((item) => {
    const price =
      world.behaviour.readings.itemPrice === 'lineTotal' && item.price !== null
        ? Math.round(item.price / item.quantity)
        : item.price
    const indexes = [...lines.keys()].filter((index) => lines[index]!.id === item.id)
    const shares =
      world.behaviour.readings.duplicateSku === 'spread' && indexes.length > 1
        ? spread(item.quantity, indexes, lines)
        : [{ itemIndex: indexes[0] ?? -1, quantity: item.quantity }]
    return shares.map(({ itemIndex, quantity }) => ({
      itemIndex,
      quantity,
      price,
      description: item.description ?? lines[itemIndex]?.name ?? null,
      unitMultiplier: lines[itemIndex]?.unitMultiplier ?? 0,
    }))
  })
}

function spread(quantity: number, indexes: number[], lines: WireItem[]) {
  let left = quantity
  return indexes
    .map((itemIndex, position) => {
      const last = position === indexes.length - 1
      const share = last ? left : Math.min(left, lines[itemIndex]!.quantity)
      left -= share
      return { itemIndex, quantity: share }
    })
    .filter((share) => share.quantity > 0)
}

/** The refund that an Input asks the gateway for (oms §2.4, §7). */
export function refundOf(
  world: World,
  order: WireOrder,
  invoice: InvoiceNotification
): { Refund: WireRefund } | null {
  const items = invoice.items ?? []
  const ids = items.map(({ id }) => id)
  const { bugs } = world.behaviour
  if (
    bugs['input-invoice-is-not-triggering-the-refund-process-at-the-gateway'] &&
    new Set(ids).size < ids.length
  ) {
    return null
  }
  return {
    Refund: {
      value: invoice.invoiceValue,
      giftCardData: null,
      items: items.map((item) => ({
        useFreight: false,
        isCompensation: false,
        compensationValue: 0,
        id: item.id,
        quantity: item.quantity,
        price: bugs['split-items-order-with-value-as-0-zero-on-the-invoice']
          ? cheapest(order, item)
          : (item.price ?? 0),
        description: item.description,
      })),
    },
  }
}

function cheapest(order: WireOrder, item: InvoiceItem): number {
  const twins = linesOf(order).filter(({ id }) => id === item.id)
  return twins.length > 1
    ? Math.min(...twins.map(({ sellingPrice }) => sellingPrice))
    : (item.price ?? 0)
}
