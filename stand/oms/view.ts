/** How GET shows an order: inference, date formats, and the bugs of reading (oms §2.4, §3.4, §8). */
import { dotNetDate, naiveDate, parseDate } from './dates'
import { grossOf } from './lines'
import type { ChangeLine, StoredOrder } from './state'
import type { WireCourierStatus, WireItem, WireOrder, WirePackage, WirePackageItem } from './wire'
import type { World } from './world'

/** The order as GET answers it; the stored one stays as it is. */
export function orderView(world: World, stored: StoredOrder): WireOrder {
  const order = structuredClone(stored.order)
  const { bugs, readings } = world.behaviour
  if (stored.changes.length > 0 && readings.changesAttachmentV2 === 'shown') {
    order.changesAttachment = changesV2View(stored)
  }
  if ((order.packageAttachment?.packages ?? []).length === 0) {
    if (readings.packagesBefore === 'null') order.packageAttachment = null
    if (readings.packagesBefore === 'absent') delete order.packageAttachment
  }
  if (order.packageAttachment?.packages && Array.isArray(order.items)) {
    const shown = order.packageAttachment.packages.map((one) =>
      packageView(world, stored, order, one)
    )
    order.packageAttachment.packages = shown
    const extra = addedAfterInvoice(world, stored, order)
    if (extra) shown.push(extra)
  }
  if (
    bugs['logisticsinfo-with-incorrect-order-in-the-orderform'] &&
    order.shippingData?.logisticsInfo
  ) {
    order.shippingData.logisticsInfo.reverse()
  }
  if (Array.isArray(order.items)) {
    if (
      bugs['wrong-value-for-pricedefinition-in-the-chain-order-for-a-multilevel-marketplace'] &&
      order.origin === 'Chain'
    ) {
      order.items.forEach(followPrice)
    }
    if (bugs['change-v1-item-disappears-from-ui-after-being-invoiced-scenario-with-promotion']) {
      order.items = withoutRemovedTwins(order, stored.order.changesAttachment)
    }
  }
  return order
}

function changesV2View({ order, changes }: StoredOrder): WireOrder['changesAttachment'] {
  const done = changes.filter(({ status }) => status === 'done')
  const items = (lines: ChangeLine[]) =>
    lines.map(({ id, name, quantity, price, unitMultiplier }) => ({
      id: id ?? '',
      name: name ?? '',
      quantity,
      price: price ?? 0,
      unitMultiplier,
    }))
  return {
    id: 'changeAttachment',
    changesData: done.map(({ reason, totalChangeValue, add, remove, date, requestId }) => ({
      reason,
      discountValue: Math.max(0, -totalChangeValue),
      incrementValue: Math.max(0, totalChangeValue),
      itemsAdded: items(add),
      itemsRemoved: items(remove),
      receipt: { date, orderId: order.orderId, receipt: requestId },
    })),
  }
}

function packageView(
  world: World,
  stored: StoredOrder,
  order: WireOrder,
  one: WirePackage
): WirePackage {
  const { readings, bugs } = world.behaviour
  const shown: WirePackage = {
    ...one,
    items: itemsView(world, order, one),
    issuanceDate: dateView(stored, one.issuanceDate, readings.issuanceDate),
    courierStatus: courierStatusView(world, stored, one.courierStatus),
  }
  const changed = stored.changes.some(({ status }) => status === 'done')
  if (
    bugs['error-in-viewing-the-orders-ui-after-requesting-the-invoice-via-app'] &&
    changed &&
    shown.items.length > 0
  ) {
    shown.items[shown.items.length - 1]!.itemIndex = order.items.length
  }
  return shown
}

/** Below the order value the given items stand; an invoice without items is filled from the order. */
function itemsView(world: World, order: WireOrder, one: WirePackage): WirePackageItem[] {
  const { readings, bugs } = world.behaviour
  const reachesValue = one.invoiceValue >= order.value
  const rebuilds =
    reachesValue &&
    bugs[
      'invoice-items-description-in-packages-overwritten-based-on-invoicevalue-rule-ordersoms-get-order-reconstruction'
    ]
  const infers =
    one.EnableInferItems === true &&
    one.items.length === 0 &&
    (reachesValue || readings.itemsBelowTotal === 'all')
  return rebuilds || infers ? inferItems(world, order) : one.items
}

function inferItems(world: World, order: WireOrder): WirePackageItem[] {
  const confused =
    world.behaviour.bugs[
      'inference-invoice-system-is-not-working-properly-when-there-are-same-skuid-in-different-array-items'
    ]
  return order.items.map((line, index) => {
    const first = order.items.findIndex(({ id }) => id === line.id)
    return {
      itemIndex: confused ? first : index,
      quantity: confused ? order.items[first]!.quantity : line.quantity,
      price: line.sellingPrice,
      description: line.name,
      unitMultiplier: line.unitMultiplier,
    }
  })
}

function courierStatusView(
  world: World,
  stored: StoredOrder,
  status: WireCourierStatus | null
): WireCourierStatus | null {
  const { readings } = world.behaviour
  if (status === null) {
    return readings.courierStatusBefore === 'null'
      ? null
      : // Real orders carry null where the specification says array.
        ({
          status: null,
          finished: false,
          deliveredDate: null,
          data: null,
        } as unknown as WireCourierStatus)
  }
  const words = { ok: status.status, unknown: 'unknown', empty: '' }
  return {
    ...status,
    status: words[readings.courierStatusWord],
    deliveredDate:
      status.deliveredDate && dateView(stored, status.deliveredDate, readings.deliveredDate),
    data:
      status.data &&
      status.data.map((event) => ({
        ...event,
        lastChange: dateView(stored, event.lastChange, readings.eventDates),
      })),
  }
}

function dateView(stored: StoredOrder, shown: string, reading: 'utc' | 'asSent' | 'naive'): string {
  if (reading === 'utc') return shown
  if (reading === 'asSent') return stored.sentDates[shown] ?? shown
  const at = parseDate(shown)
  return at === null || shown !== dotNetDate(at) ? shown : naiveDate(at)
}

function followPrice(line: WireItem): void {
  const total = grossOf(line)
  line.priceDefinition = {
    sellingPrices: [{ value: line.price, quantity: line.quantity }],
    calculatedSellingPrice: line.price,
    total,
    reason: null,
  }
}

/** VTEX matches v1 removals by SKU, so the twin that was invoiced vanishes too. */
function withoutRemovedTwins(
  order: WireOrder,
  changesV1: WireOrder['changesAttachment']
): WireItem[] {
  const removed = new Set(
    (changesV1?.changesData ?? []).flatMap(({ itemsRemoved }) =>
      (itemsRemoved ?? []).map(({ id }) => id)
    )
  )
  const count = (id: string) => order.items.filter((line) => line.id === id).length
  const lost = new Set([...removed].filter((id) => count(id) > 1))
  return order.items.map((line) => (lost.has(line.id) ? (null as unknown as WireItem) : line))
}

function addedAfterInvoice(
  world: World,
  stored: StoredOrder,
  order: WireOrder
): WirePackage | null {
  if (!world.behaviour.bugs['item-added-to-change-order-is-in-another-package-after-invoiced']) {
    return null
  }
  const packages = order.packageAttachment!.packages
  const added = stored.changes.filter(({ status }) => status === 'done').flatMap((one) => one.add)
  if (packages.length === 0 || added.length === 0) return null
  const items = added.flatMap((line) => {
    const itemIndex = order.items.findIndex(
      ({ id, uniqueId }) => (line.uniqueId !== null && uniqueId === line.uniqueId) || id === line.id
    )
    const found = order.items[itemIndex]
    if (found === undefined) return []
    const { sellingPrice: price, name: description, unitMultiplier } = found
    return [{ itemIndex, quantity: line.quantity, price, description, unitMultiplier }]
  })
  // Shown like this by OMS: a package that nobody invoiced, so everything about an invoice is null.
  return {
    items,
    courier: null,
    invoiceNumber: null,
    invoiceValue: null,
    invoiceUrl: null,
    issuanceDate: null,
    trackingNumber: null,
    invoiceKey: null,
    trackingUrl: null,
    embeddedInvoice: '',
    type: null,
    courierStatus: null,
    cfop: null,
    restitutions: null,
    volumes: null,
    EnableInferItems: null,
  } as unknown as WirePackage
}
