/** What a fiscal document of a demo order holds, whatever its form (oms §9). */
import { createHash } from 'node:crypto'
import type { WireItem, WireOrder } from '../../oms'
import { grossOf } from '../../oms/lines'
import { accessKey } from '../checkDigits'
import { ISSUER } from '../people'

export interface InvoiceXmlOptions {
  kind?: 'nfe' | 'nfce' | 'cfe'
  /** Left out: the order's sequence, moved by the invoices that it has. */
  number?: number
  series?: number
  /** Units of a partial document. Left out: all that is not invoiced, and freight, tax and changes with it. */
  units?: Array<{ itemIndex: number; quantity: number }>
  /** Epoch milliseconds. Left out: the order's last change. */
  issuedAt?: number
  testEnvironment?: boolean
  /** Without protocol: a bare document, as before SEFAZ saw it. */
  bare?: boolean
  /** Of the protocol. 100 authorised, 150 out of time, 110 denied. */
  cStat?: string
  encoding?: 'UTF-8' | 'ISO-8859-1'
  /** 14 characters; letters allowed. */
  issuerCnpj?: string
}

export interface DocumentLine {
  item: WireItem
  quantity: number
  /** @unit cents */
  gross: number
  discount: number
}

export interface FiscalContent {
  kind: 'nfe' | 'nfce' | 'cfe'
  key: string
  number: number
  series: number
  issuedAt: number
  issuerCnpj: string
  randomCode: string
  testEnvironment: boolean
  lines: DocumentLine[]
  /** @unit cents */
  freight: number
  other: number
  discount: number
  value: number
  order: WireOrder
}

const MODEL = { nfe: '55', nfce: '65', cfe: '59' } as const
const SAT_SERIAL = '000123456'

/**
 * Adds up what the document shows. Without `units` it comes to what the order's invoices leave, and
 * to its whole value where they leave nothing or there are none.
 * @errors throws where the order's items cannot be read
 */
export function contentOf(order: WireOrder, options: InvoiceXmlOptions): FiscalContent {
  if (!Array.isArray(order.items) || !Number.isInteger(order.value)) {
    throw new Error(`${order.orderId} has no items and value that a document could show`)
  }
  const kind = options.kind ?? 'nfe'
  const issued = order.packageAttachment?.packages.length ?? 0
  const number = options.number ?? Number(order.sequence) + issued * 1_000
  const series = options.series ?? 1
  const issuedAt = options.issuedAt ?? Date.parse(order.lastChange)
  const issuerCnpj = options.issuerCnpj ?? ISSUER.cnpj
  const rest = restOf(order)
  const lines = options.units ? partLines(order, options.units) : rest.lines
  const goods = lines.reduce((sum, { gross, discount }) => sum + gross - discount, 0)
  const freight = options.units || rest.isPart ? 0 : sumOfTotal(order, 'Shipping')
  const value = options.units ? goods : rest.value
  const charges = value - goods - freight
  const randomCode = digits(`${order.orderId}:${number}`, kind === 'cfe' ? 6 : 8)
  return {
    kind,
    key: keyOf(kind, { issuedAt, issuerCnpj, series, number, randomCode }),
    number,
    series,
    issuedAt,
    issuerCnpj,
    randomCode,
    testEnvironment: options.testEnvironment ?? false,
    lines,
    freight,
    other: Math.max(0, charges),
    discount: Math.max(0, -charges),
    value,
    order,
  }
}

interface Rest {
  lines: DocumentLine[]
  /** @unit cents */
  value: number
  isPart: boolean
}

function restOf(order: WireOrder): Rest {
  const outputs = (order.packageAttachment?.packages ?? []).filter(({ type }) => type === 'Output')
  const value = outputs.reduce((left, { invoiceValue }) => left - invoiceValue, order.value)
  const invoiced = (itemIndex: number) =>
    outputs
      .flatMap(({ items }) => items)
      .reduce((sum, item) => (item.itemIndex === itemIndex ? sum + item.quantity : sum), 0)
  const units = order.items
    .map(({ quantity }, itemIndex) => ({ itemIndex, quantity: quantity - invoiced(itemIndex) }))
    .filter(({ quantity }) => quantity > 0)
  if (outputs.length === 0 || value <= 0) {
    return { lines: order.items.map(wholeLine), value: order.value, isPart: false }
  }
  const lines = units.length === 0 ? [complement(order, value)] : partLines(order, units)
  return { lines, value, isPart: true }
}

/** Every unit is out and money remains: ERPs write that as one line of its own. */
function complement(order: WireOrder, value: number): DocumentLine {
  const item = { ...order.items[0]!, id: 'COMPL', ean: null, name: 'Complemento de valor' }
  return { item: { ...item, price: value, quantity: 1 }, quantity: 1, gross: value, discount: 0 }
}

function sumOfTotal(order: WireOrder, id: string): number {
  return order.totals.filter((one) => one.id === id).reduce((sum, { value }) => sum + value, 0)
}

/** São Paulo keeps no daylight saving, so its offset is fixed. */
export const SAO_PAULO_OFFSET_MS = -3 * 3_600_000

/** Digits that are always the same for the same text. */
export function digits(text: string, count: number): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return (BigInt(`0x${hex}`) % 10n ** BigInt(count)).toString().padStart(count, '0')
}

function keyOf(
  kind: FiscalContent['kind'],
  parts: {
    issuedAt: number
    issuerCnpj: string
    series: number
    number: number
    randomCode: string
  }
): string {
  const local = new Date(parts.issuedAt + SAO_PAULO_OFFSET_MS).toISOString()
  const month = `${local.slice(2, 4)}${local.slice(5, 7)}`
  const tail =
    kind === 'cfe'
      ? `${SAT_SERIAL}${String(parts.number % 1_000_000).padStart(6, '0')}${parts.randomCode}`
      : `${String(parts.series).padStart(3, '0')}${String(parts.number).padStart(9, '0')}1${parts.randomCode}`
  return accessKey(`35${month}${parts.issuerCnpj}${MODEL[kind]}${tail}`)
}

function wholeLine(item: WireItem): DocumentLine {
  const gross = grossOf(item)
  const total = item.priceDefinition?.total ?? gross
  return { item, quantity: item.quantity, gross, discount: gross - total }
}

/** Part of a line: in proportion, rounded down, as an ERP that knows no rest would. */
function partLines(
  order: WireOrder,
  units: NonNullable<InvoiceXmlOptions['units']>
): DocumentLine[] {
  return units.map(({ itemIndex, quantity }) => {
    const item = order.items[itemIndex]!
    const whole = wholeLine(item)
    const gross = grossOf({ ...item, quantity })
    const total = Math.floor(((whole.gross - whole.discount) * quantity) / item.quantity)
    return { item, quantity, gross, discount: gross - total }
  })
}
