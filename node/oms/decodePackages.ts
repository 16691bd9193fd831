import { ZERO, type Cents } from '../domain/values/money'
import type { OrderLine, Package, PackageItem } from '../domain/order/order'
import { decodeCourierStatus } from './decodeCourierStatus'
import { readInstant } from './decodeDates'
import { addUp, multiply, readCents } from './decodeMoney'
import {
  countOf,
  exactTextOf,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Loose,
} from '../domain/values/loose'

/**
 * The order's invoices, in OMS's order. The attachment may be null or absent, as in an order stuck in `invoice`.
 * @source oms §2.4, §2.9
 */
export function decodePackages(attachment: unknown, lines: readonly OrderLine[]): Package[] {
  const packages = listOf(objectOf(attachment).packages)
  return packages
    .filter(isObject)
    .filter(isInvoice)
    .map((entry) => decodePackage(entry, lines))
}

// A unit added by a change can stand as a package of its own that nobody invoiced: it bears neither number nor value
// (oms §8, item-added-to-change-order-is-in-another-package-after-invoiced). One of the two alone is a damaged invoice.
function isInvoice(entry: Loose): boolean {
  return textOf(entry.invoiceNumber) !== null || readCents(entry.invoiceValue) !== null
}

function decodePackage(entry: Loose, lines: readonly OrderLine[]): Package {
  const items = listOf(entry.items)
    .filter(isObject)
    .map((item) => decodeItem(item, lines))
  return {
    // As stored, spaces included: it is the address of the invoice in OMS (oms §8, space-in-invoicenumber…).
    invoiceNumber: exactTextOf(entry.invoiceNumber) ?? '',
    // Anything but an Input counts as invoiced: what is no return must not be invoiced twice.
    type: textOf(entry.type)?.toLowerCase() === 'input' ? 'INPUT' : 'OUTPUT',
    issuanceDate: readInstant(entry.issuanceDate),
    invoiceValue: readCents(entry.invoiceValue) ?? worth(items) ?? ZERO,
    invoiceKey: textOf(entry.invoiceKey),
    invoiceUrl: textOf(entry.invoiceUrl),
    // The seed spells it `embededInvoice`, the API reference `embeddedInvoice` (oms §1.4).
    embeddedInvoice: exactTextOf(entry.embeddedInvoice) ?? exactTextOf(entry.embededInvoice),
    courier: textOf(entry.courier),
    trackingNumber: textOf(entry.trackingNumber),
    trackingUrl: textOf(entry.trackingUrl),
    items,
    courierStatus: decodeCourierStatus(entry.courierStatus),
  }
}

function decodeItem(item: Loose, lines: readonly OrderLine[]): PackageItem {
  const index = indexOf(item)
  // A change after the invoice can leave indexes outside the order (oms §8, error-in-viewing-the-orders-ui…).
  const line = index === null ? undefined : lines[index]
  return {
    itemIndex: line === undefined ? null : line.itemIndex,
    id: textOf(item.id) ?? (line?.id || null),
    quantity: countOf(item.quantity) ?? 0,
    price: readCents(item.price),
    description: textOf(item.description),
  }
}

/**
 * Where an item points into the order. OMS's serialiser leaves zeros out in places, so an item that bears neither an
 * index nor an SKU id is the first line's; one with an id is known by that.
 */
function indexOf(item: Loose): number | null {
  const isLeftOut = item.itemIndex === undefined && textOf(item.id) === null
  return isLeftOut ? 0 : countOf(item.itemIndex)
}

/** What the items say the invoice is worth; null unless every one has a price. */
function worth(items: readonly PackageItem[]): Cents | null {
  if (items.length === 0) return null
  const values = items.map(({ price, quantity }) =>
    price === null ? null : multiply(price, [quantity])
  )
  const known = values.filter((value): value is Cents => value !== null)
  return known.length === values.length ? addUp(known) : null
}
