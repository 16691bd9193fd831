import { createHash } from 'node:crypto'
import { epochOf, type Instant } from '../values/instant'
import type { InvoiceContent, InvoiceRecord } from '../journal/intent'
import type { Order, Package } from '../order/order'
import type { OutgoingInvoice } from './outgoing'
import type { Difference } from '../problem/problem'
import { withoutByteOrderMark } from '../problem/texts'
import { countUnits, sameUnits, skuOf, unitsOfPackage, type UnitCount } from './units'

/** What a caller named of an invoice: an absent key was left out and never differs. */
export interface GivenContent {
  readonly type?: OutgoingInvoice['type']
  readonly issuanceDate?: Instant
  readonly invoiceValue?: number
  readonly items?: readonly GivenItem[]
  readonly invoiceKey?: string
  readonly invoiceUrl?: string
  readonly embeddedInvoiceHash?: string
  readonly courier?: string
  readonly trackingNumber?: string
  readonly trackingUrl?: string
  readonly dispatchedDate?: Instant
}

export interface GivenItem {
  readonly id: string
  readonly quantity: number
  readonly price: number | null
  readonly description: string | null
}

/** What is there to compare with: a stored package with our record of it, or what an intent sent. */
export interface HeldContent {
  readonly type: OutgoingInvoice['type']
  readonly issuanceDate: Instant | null
  readonly invoiceValue: number
  /** Null where it cannot be told: OMS rebuilds the items of an invoice by value (oms §3 point 4). */
  readonly items: readonly GivenItem[] | null
  readonly alternativeItems: readonly GivenItem[] | null
  readonly invoiceKey: string | null
  readonly invoiceUrl: string | null
  readonly embeddedInvoiceHash: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  /** Undefined where nothing is known of it: GET has no such field (oms §2.4). */
  readonly dispatchedDate: Instant | null | undefined
}

export function contentOf(invoice: OutgoingInvoice): InvoiceContent {
  const { embeddedInvoice, ...rest } = invoice
  return { ...rest, embeddedInvoiceHash: documentTextHash(embeddedInvoice) }
}

/** @shape content → 64 hex digits; moments count by the second, as the wire carries them. */
export function contentHash(content: InvoiceContent): string {
  const items = content.items.map(({ id, quantity, price }) => `${id} ${quantity} ${price}`).sort()
  const dates = [content.issuanceDate, content.dispatchedDate].map(secondOf)
  const fields = [
    content.type,
    content.invoiceNumber,
    content.invoiceValue,
    content.invoiceKey,
    content.invoiceUrl,
    content.embeddedInvoiceHash,
    content.courier,
    content.trackingNumber,
    content.trackingUrl,
  ]
  return sha256(JSON.stringify([fields, dates, items]))
}

/** Hash of a document's text whatever its line ends, byte order mark and outer space. Null for none. */
export function documentTextHash(text: string | null): string | null {
  const plain = withoutByteOrderMark(text ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
  return plain === '' ? null : sha256(plain)
}

export function heldByPackage(
  order: Order,
  stored: Package,
  record: InvoiceRecord | null
): HeldContent {
  return {
    type: stored.type,
    issuanceDate: stored.issuanceDate,
    invoiceValue: stored.invoiceValue,
    items: stored.items.flatMap((item) => {
      const id = skuOf(order, item.itemIndex) ?? item.id
      return id === null
        ? []
        : [
            {
              id,
              quantity: item.quantity,
              price: item.price,
              description: descriptionOf(record, id),
            },
          ]
    }),
    alternativeItems:
      record?.sent && record.sent.invoiceValue === stored.invoiceValue
        ? record.sent.items.map((item) => ({
            ...item,
            description: descriptionOf(record, item.id),
          }))
        : null,
    invoiceKey: stored.invoiceKey,
    invoiceUrl: stored.invoiceUrl,
    embeddedInvoiceHash: documentTextHash(stored.embeddedInvoice),
    courier: stored.courier,
    trackingNumber: stored.trackingNumber,
    trackingUrl: stored.trackingUrl,
    dispatchedDate:
      record && (record.wroteInvoice || record.dispatchedDate) ? record.dispatchedDate : undefined,
  }
}

export function heldByIntent(content: InvoiceContent): HeldContent {
  return { ...content, alternativeItems: null }
}

/** Each given field that is not what is held. Empty: the same content. */
export function differences(given: GivenContent, held: HeldContent): readonly Difference[] {
  const found: Difference[] = []
  const compare = (field: string, stored: unknown, value: unknown, same: boolean): void => {
    if (value !== undefined && !same)
      found.push({ field, stored: printed(stored), given: printed(value) })
  }
  compare('type', held.type, given.type, held.type === given.type)
  compare(
    'issuanceDate',
    held.issuanceDate,
    given.issuanceDate,
    secondOf(held.issuanceDate) === secondOf(given.issuanceDate)
  )
  compare(
    'invoiceValue',
    held.invoiceValue,
    given.invoiceValue,
    held.invoiceValue === given.invoiceValue
  )
  for (const field of [
    'invoiceKey',
    'invoiceUrl',
    'courier',
    'trackingNumber',
    'trackingUrl',
  ] as const)
    compare(field, held[field], given[field], (held[field] ?? '') === given[field])
  // A text of a thousand lines helps nobody: its hash says that it differs.
  compare(
    'embeddedInvoice',
    held.embeddedInvoiceHash && `sha256 ${held.embeddedInvoiceHash}`,
    given.embeddedInvoiceHash && `sha256 ${given.embeddedInvoiceHash}`,
    held.embeddedInvoiceHash === given.embeddedInvoiceHash
  )
  if (held.dispatchedDate !== undefined)
    compare(
      'dispatchedDate',
      held.dispatchedDate,
      given.dispatchedDate,
      secondOf(held.dispatchedDate) === secondOf(given.dispatchedDate)
    )
  if (given.items && held.items) {
    const same = [held.items, held.alternativeItems].some(
      (items) => items !== null && sameItems(given.items ?? [], items)
    )
    compare('items', listed(held.alternativeItems ?? held.items), listed(given.items), same)
  }
  return found
}

/** True where a stored package is what was sent, as far as OMS keeps what it is sent. */
export function showsContent(order: Order, stored: Package, content: InvoiceContent): boolean {
  const held = heldByPackage(order, stored, null)
  const empty = (text: string | null): string => text ?? ''
  const units: UnitCount = countUnits(unitsOfPackage(order, stored))
  return (
    held.type === content.type &&
    held.invoiceValue === content.invoiceValue &&
    secondOf(held.issuanceDate) === secondOf(content.issuanceDate) &&
    empty(held.invoiceKey) === empty(content.invoiceKey) &&
    empty(held.invoiceUrl) === empty(content.invoiceUrl) &&
    empty(held.courier) === empty(content.courier) &&
    empty(held.trackingNumber) === empty(content.trackingNumber) &&
    empty(held.trackingUrl) === empty(content.trackingUrl) &&
    held.embeddedInvoiceHash === content.embeddedInvoiceHash &&
    // Items of an invoice that reaches the order's value are rebuilt by OMS.
    (content.invoiceValue >= order.value ||
      content.items.length === 0 ||
      sameUnits(units, countUnits(content.items)))
  )
}

/**
 * True where a stored package is what was sent, whatever became of its tracking since: that others may edit, and no
 * invoice is told by it.
 */
export function isWhatWasSent(order: Order, stored: Package, content: InvoiceContent): boolean {
  const { courier, trackingNumber, trackingUrl } = content
  return showsContent(order, { ...stored, courier, trackingNumber, trackingUrl }, content)
}

function sameItems(given: readonly GivenItem[], held: readonly GivenItem[]): boolean {
  if (!sameUnits(countUnits(given), countUnits(held))) return false
  return given.every(({ id, price, description }) => {
    const twins = held.filter((item) => item.id === id)
    // Several lines of one SKU are aggregated on the wire, so their price is not the given one.
    const priceAgrees =
      price === null || twins.length !== 1 || twins[0].price === null || twins[0].price === price
    const described = twins.find((item) => item.description !== null)?.description
    return priceAgrees && (!description || !described || description === described)
  })
}

function descriptionOf(record: InvoiceRecord | null, id: string): string | null {
  return record?.descriptions.find((entry) => entry.id === id)?.description ?? null
}

function listed(items: readonly GivenItem[]): string {
  return items.map(({ id, quantity }) => `${quantity} × ${id}`).join(', ')
}

function secondOf(moment: Instant | null | undefined): number | null {
  return moment ? Math.floor(epochOf(moment) / 1000) : null
}

function printed(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
