import { toLocalInput } from '../../shared/format/moment'
import { Failure } from '../../shared/graphql/failure'
import { OrdersQuery } from '../../shared/graphql/generated'
import { PanelResult } from '../../shared/graphql/usePanelMutation'
import { unitsOf } from './queueModel'
import { QueueRow, UnreadableRow } from './queueTypes'

/** As many rows as the service gives at once. */
export const ROWS_A_CALL = 100

export type ReadPage = (page: number) => Promise<PanelResult<OrdersQuery>>

export interface WholeQueue {
  rows: QueueRow[]
  unreadable: UnreadableRow[]
  /** Nothing of the queue lies beyond what was read. */
  isComplete: boolean
  /** How fresh the choice of orders is; each is as it was when it was read for the file. Null where OMS listed them. */
  asOf: string | null
}

/**
 * Every order of a queue, page after page. Each stands there once, though orders that leave the queue meanwhile move the
 * others up.
 * @param tell how many were read, after each page; false ends the reading
 * @returns the failure of the first page that could not be read; null where it was ended
 */
export async function readWhole(
  read: ReadPage,
  tell: (count: number, total: number | null) => boolean
): Promise<WholeQueue | Failure | null> {
  const rows = new Map<string, QueueRow>()
  const unreadable = new Map<string, UnreadableRow>()
  let asOf: string | null = null
  for (let page = 1; ; page += 1) {
    const result = await read(page)
    if (!result.ok) return result.failure
    const { orders } = result.data
    // The first page was chosen before all others.
    if (page === 1) asOf = orders.asOf
    for (const row of orders.rows) rows.set(row.orderId, row)
    for (const row of orders.unreadable) unreadable.set(row.orderId, row)
    if (!tell(rows.size + unreadable.size, orders.total)) return null
    if (!orders.hasNextPage) {
      rows.forEach((row) => unreadable.delete(row.orderId))
      return {
        rows: Array.from(rows.values()),
        unreadable: Array.from(unreadable.values()),
        isComplete: orders.complete,
        asOf,
      }
    }
  }
}

export const fileColumns = [
  'order',
  'stage',
  'attention',
  'customer',
  'marketplace',
  'marketplaceOrder',
  'created',
  'paid',
  'promise',
  'units',
  'unitsInvoiced',
  'value',
  'invoiced',
  'currency',
  'invoices',
  'carrier',
  'tracking',
  'lastEvent',
  'lastEventAt',
  'delivered',
] as const

type FileColumn = (typeof fileColumns)[number]

export interface Wording {
  stage: (stage: QueueRow['stage']) => string
  attention: (code: string) => string
  /** Of a row that could not be read, in the place of its stage. */
  unreadable: string
  /** An amount as a spreadsheet of this language reads it. */
  amount: (cents: number, decimals: number) => string
  timeZone: string
}

/** One order by column, every cell a text; moments in the order's own zone. */
export function cellsOf(row: QueueRow, wording: Wording): string[] {
  const zone = row.timeZone || wording.timeZone
  const at = (moment: string | null | undefined) =>
    moment ? toLocalInput(moment, zone).slice(0, 16).replace('T', ' ') : ''
  const sold = row.packages.filter(({ type }) => type === 'OUTPUT')
  const each = (of: (parcel: QueueRow['packages'][number]) => string | null | undefined) =>
    Array.from(new Set(sold.map(of).filter(Boolean))).join(', ')
  const { invoiced, total } = unitsOf(row)
  const amount = (cents: number) => wording.amount(cents, row.currency.decimalDigits)
  const cells: Record<FileColumn, string> = {
    order: row.orderId,
    stage: wording.stage(row.stage),
    attention: row.attention.map(({ code }) => wording.attention(code)).join(', '),
    customer: row.customerName || '',
    marketplace: (row.marketplace && row.marketplace.name) || '',
    marketplaceOrder: (row.marketplace && row.marketplace.orderId) || '',
    created: at(row.creationDate),
    paid: at(row.paidDate),
    promise: at(row.estimatedDelivery),
    units: String(total),
    unitsInvoiced: String(invoiced),
    value: amount(row.value),
    invoiced: amount(row.invoicedValue),
    currency: row.currency.code,
    invoices: each(({ invoiceNumber }) => invoiceNumber),
    carrier: each(({ courier }) => courier),
    tracking: each(({ trackingNumber }) => trackingNumber),
    lastEvent: each(({ lastEvent }) => lastEvent && lastEvent.description),
    lastEventAt: each(({ lastEvent }) => lastEvent && (at(lastEvent.date) || lastEvent.dateText)),
    delivered: each(({ deliveredDate }) => at(deliveredDate)),
  }
  return fileColumns.map((name) => cells[name])
}

/** The table of a whole queue, its head included. */
export function tableOf(
  { rows, unreadable }: WholeQueue,
  heads: readonly string[],
  wording: Wording
): string[][] {
  const rest = fileColumns.slice(2).map(() => '')
  return [
    heads.slice(),
    ...rows.map((row) => cellsOf(row, wording)),
    ...unreadable.map(({ orderId }) => [orderId, wording.unreadable, ...rest]),
  ]
}
