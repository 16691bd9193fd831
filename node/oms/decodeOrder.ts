import type { Cents } from '../domain/values/money'
import type { Marketplace, Order, OrderTotal } from '../domain/order/order'
import { decodeCurrency } from './currency'
import { decodeLines } from './decodeLines'
import { decodeDelivery } from './decodeDelivery'
import { firstInstant, readInstant } from './decodeDates'
import { addUp, readCents } from './decodeMoney'
import { decodePackages } from './decodePackages'
import { withRemovedUnits } from './decodeRemovedUnits'
import { customerDocuments, customerName } from './decodeCustomer'
import { unreadableAnswer } from './fault'
import { flagOf, isObject, listOf, objectOf, textOf, type Loose } from '../domain/values/loose'
import { ianaZone } from './timeZones'

/** What stands in where an order names none: orders up to 2020 carry no storePreferencesData. */
export interface StoreDefaults {
  /** ISO 4217; null falls back to BRL. */
  readonly currencyCode: string | null
  /** IANA or Windows name. */
  readonly timeZone: string | null
}

export const NO_DEFAULTS: StoreDefaults = { currencyCode: null, timeZone: null }

/**
 * GET order's answer as the domain's order. Only what nothing can stand in for is demanded: orderId, value and one
 * date of the order's life.
 * @errors Fault unreadable naming the field @source oms §2
 */
export function decodeOrder(json: unknown, defaults: StoreDefaults = NO_DEFAULTS): Order {
  const order = objectOf(json)
  const orderId = textOf(order.orderId) ?? unreadable('orderId')
  const value = readCents(order.value) ?? unreadable('value')
  const creationDate =
    firstInstant(order.creationDate, order.authorizedDate, order.lastChange, order.invoicedDate) ??
    unreadable('creationDate')
  const origin = textOf(order.origin)
  const totals = decodeTotals(order.totals)
  const lines = withRemovedUnits(decodeLines(order.items, origin), order, totals)
  return {
    orderId,
    value,
    origin,
    creationDate,
    lines,
    sequence: textOf(order.sequence),
    status: textOf(order.status) ?? '',
    // Only a plain false holds an order back: older ones lack the flag.
    isComplete: flagOf(order.isCompleted) ?? true,
    workflowIsInError: flagOf(order.workflowIsInError) ?? false,
    lastChange: readInstant(order.lastChange),
    paidDate: readInstant(order.authorizedDate),
    invoicedDate: readInstant(order.invoicedDate),
    customerName: customerName(order.clientProfileData),
    customerDocuments: customerDocuments(order.clientProfileData),
    currency: decodeCurrency(order.storePreferencesData, defaults.currencyCode),
    timeZone:
      ianaZone(textOf(objectOf(order.storePreferencesData).timeZone)) ??
      ianaZone(defaults.timeZone),
    marketplace: decodeMarketplace(order),
    salesChannel: textOf(order.salesChannel),
    ...decodeDelivery(order.shippingData),
    totals,
    packages: decodePackages(order.packageAttachment, lines),
    carriesChanges: carriesChanges(order.changesAttachment),
    showsFinishedChange: listOf(objectOf(order.changesAttachment).changesData).some(isObject),
  }
}

/** The sales channel of an order that lacks a currency or a zone of its own; null where it names both. @source oms §2.1 */
export function lackingStore(json: unknown): { readonly salesChannel: string | null } | null {
  const order = objectOf(json)
  const store = objectOf(order.storePreferencesData)
  const namesBoth =
    !decodeCurrency(store, null).assumed && ianaZone(textOf(store.timeZone)) !== null
  return namesBoth ? null : { salesChannel: textOf(order.salesChannel) }
}

/** Ids repeat in real orders: summed by id, first name kept (oms §2.9). */
export function decodeTotals(totals: unknown): OrderTotal[] {
  const byId = new Map<string, { name: string | null; values: Cents[] }>()
  for (const total of listOf(totals).filter(isObject)) {
    const id = textOf(total.id)
    const value = readCents(total.value)
    if (id === null || value === null) continue
    const known = byId.get(id)
    if (known) known.values.push(value)
    else byId.set(id, { name: textOf(total.name), values: [value] })
  }
  return [...byId].flatMap(([id, { name, values }]) => {
    const value = addUp(values)
    return value === null ? [] : [{ id, name, value }]
  })
}

function decodeMarketplace(order: Loose): Marketplace | null {
  if (!isObject(order.marketplace)) return null
  return {
    name: textOf(order.marketplace.name),
    isCertified: flagOf(order.marketplace.isCertified) ?? false,
    orderId: textOf(order.marketplaceOrderId),
  }
}

/** Any attachment at all means that changes are asked for: v1 and v2 fill it differently (oms §2.5). */
function carriesChanges(attachment: unknown): boolean {
  return isObject(attachment) || listOf(attachment).length > 0
}

function unreadable(field: string): never {
  throw unreadableAnswer('GetOrder', field)
}
