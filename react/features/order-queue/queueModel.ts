import { calendarDays, daysLate, fromLocalInput, toLocalInput } from '../../shared/format/moment'
import type { ParcelSign } from '../../shared/order/parcelSign'
import { QueueName, QueueState } from '../../shared/navigation/urls'
import { wantedUnits } from '../../shared/order/wantedUnits'
import { keptRow } from './keptRows'
import { QueueLine, QueuePage, QueueRow, Standing } from './queueTypes'

export const isLate = (row: QueueRow) => row.attention.some(({ code }) => code === 'LATE')

/**
 * Late ones first within the page, otherwise as they came; as they came where the read model has put the whole queue in
 * order. Those that could not be read stand at the end. A page of documents keeps every row at its place, whatever comes of it.
 */
export function linesOf(
  page: QueuePage,
  reread: Readonly<Record<string, QueueRow>> = {},
  standings: Readonly<Record<string, Standing>> = {}
): QueueLine[] {
  if (page.documents.length > 0) {
    return page.documents.map((document): QueueLine => {
      const { orderId } = document
      const live = reread[orderId]
      // Read after all, by a press: it stands there as any other row.
      const standing = live && standings[orderId] === 'UNREAD' ? undefined : standings[orderId]
      return { kind: 'order', orderId, row: live || keptRow(document), standing }
    })
  }
  const healed = page.unreadable
    .filter(({ orderId }) => reread[orderId])
    .map(({ orderId }) => reread[orderId])
  const rows = [...page.rows, ...healed]
  // By the page's own reading: a row that is read again stays where it stands.
  const ordered = page.asOf ? rows : [...rows.filter(isLate), ...rows.filter((row) => !isLate(row))]
  return [
    ...ordered.map((row): QueueLine => {
      const { orderId } = row
      return { kind: 'order', orderId, row: reread[orderId] || row }
    }),
    ...page.unreadable
      .filter(({ orderId }) => !reread[orderId])
      .map((row): QueueLine => ({ kind: 'unreadable', orderId: row.orderId, row })),
  ]
}

/**
 * What "late first" is true of: all orders of the queue, or those of this page alone. Null where there is nothing to say: no
 * order is late, all are, or the queue is sorted otherwise.
 */
export function lateFirst(page: QueuePage, lines: QueueLine[]): 'QUEUE' | 'PAGE' | null {
  const late = lines.filter((line) => line.kind === 'order' && isLate(line.row)).length
  const read = lines.filter(({ kind }) => kind === 'order').length
  if (page.asOf || late === 0 || late === read) return null
  return page.page === 1 && !page.hasNextPage ? 'QUEUE' : 'PAGE'
}

/** Rows whose live reading is on its way. */
export const awaitedIn = (lines: readonly QueueLine[]) =>
  lines.filter((line) => line.kind === 'order' && line.row.isKept && line.standing !== 'UNREAD')
    .length

export const rowClassOf = (line: QueueLine, isTicked: boolean) =>
  [
    isTicked ? 'it-row--ticked' : '',
    line.kind === 'order' && line.standing === 'LEFT' ? 'it-row--left' : '',
  ].join(' ')

export function unitsOf(row: QueueRow): { invoiced: number; total: number } {
  const invoiced = row.items.reduce((sum, item) => sum + item.invoicedQuantity, 0)
  return { invoiced, total: wantedUnits(row.items) }
}

export const hasMarketplace = (lines: QueueLine[]) =>
  lines.some(
    (line) => line.kind === 'order' && Boolean(line.row.marketplace && line.row.marketplace.name)
  )

/** Days behind the promise of an order that the service calls late; 0 for the others. */
export function lateness(row: QueueRow, zone: string, now: number): number {
  return isLate(row) && row.estimatedDelivery
    ? daysLate(row.estimatedDelivery, { timeZone: zone, now })
    : 0
}

/** The zones in which the dates of these rows are shown; an order that names none is shown in the account's. */
export function zonesOf(rows: QueueRow[], ofAccount: string): string[] {
  return Array.from(new Set(rows.map(({ timeZone }) => timeZone || ofAccount)))
}

/** The zone that most of these orders name, of equals the first. */
export function commonZone(rows: QueueRow[]): string | null {
  const counts = new Map<string, number>()
  for (const { timeZone } of rows)
    if (timeZone) counts.set(timeZone, (counts.get(timeZone) || 0) + 1)
  const most = Math.max(0, ...Array.from(counts.values()))
  const found = Array.from(counts.keys()).find((zone) => counts.get(zone) === most)
  return found || null
}

/** Problems that need words in the stage's cell; being late is said beside the promise. */
export const marksOf = (row: QueueRow) => row.attention.filter(({ code }) => code !== 'LATE')

/** What is worth a look first, then what is furthest behind. */
const SIGNS_FIRST: readonly ParcelSign[] = [
  'LOST',
  'RETURNED',
  'RETURNING',
  'ATTEMPT_FAILED',
  'EXCEPTION',
  'AVAILABLE_FOR_PICKUP',
  'CANCELLED',
  'INFO_RECEIVED',
  'OUT_FOR_DELIVERY',
]
/** Said by the mark of a problem already. */
const SAID_BY: Partial<Record<ParcelSign, string>> = {
  LOST: 'TRACKING_LOST',
  RETURNED: 'TRACKING_RETURNED',
  RETURNING: 'TRACKING_RETURNED',
  ATTEMPT_FAILED: 'TRACKING_ATTEMPT_FAILED',
  AVAILABLE_FOR_PICKUP: 'TRACKING_PICKUP',
}

/** What carriers told of an order's parcels beyond its stage and its marks; of several the one to look at first. */
export function signOf(
  row: Pick<QueueRow, 'packages' | 'attention' | 'document'>
): ParcelSign | null {
  const states = row.document
    ? [row.document.parcelState]
    : row.packages
        .filter(({ type, isDelivered }) => type === 'OUTPUT' && !isDelivered)
        .map(({ state }) => state)
  const found = SIGNS_FIRST.find((sign) => states.includes(sign))
  if (!found || row.attention.some(({ code }) => code === SAID_BY[found])) return null
  return found
}

const relative = (text: string) => {
  const match = /^-(\d{1,3})d$/.exec(text)
  return match ? Number(match[1]) : null
}

const dayOf = (at: number, zone: string) =>
  toLocalInput(new Date(at).toISOString(), zone).slice(0, 10)
const DAY = 24 * 60 * 60 * 1000

/** The calendar days that a state means now: "-7d" is today and the six days before it. */
export function rangeDays(
  state: QueueState,
  zone: string,
  now: number
): { from: string; to: string } {
  const days = relative(state.from)
  if (days === null) return { from: state.from, to: state.to }
  return { from: dayOf(now - (days - 1) * DAY, zone), to: '' }
}

/** From the first instant of the first day to the last of the last one, in the account's zone. */
export function rangeInstants(state: QueueState, zone: string, now: number) {
  const { from, to } = rangeDays(state, zone, now)
  return {
    createdFrom: from ? fromLocalInput(`${from}T00:00:00`, zone) : null,
    createdTo: to ? fromLocalInput(`${to}T23:59:59`, zone) : null,
  }
}

/** Which choice of the date list stands for this state. */
export function rangeChoice(state: QueueState): 'any' | '-1d' | '-7d' | '-30d' | 'dates' {
  if (!state.from && !state.to) return 'any'
  if (state.from === '-1d' || state.from === '-7d' || state.from === '-30d') return state.from
  return 'dates'
}

/** Dates that end today are kept as "last n days", so that a kept tab is as useful next week. */
export function keepRelative(state: QueueState, zone: string, now: number): QueueState {
  if (relative(state.from) !== null || !state.from || state.to !== dayOf(now, zone)) return state
  const from = fromLocalInput(`${state.from}T12:00:00`, zone)
  if (!from) return state
  const days = calendarDays(Date.parse(from), now, zone) + 1
  return days > 0 && days < 1000 ? { ...state, from: `-${days}d`, to: '' } : state
}

/** The whole id of one order, with or without the marketplace's letters: 1534080512345-01, SLR-99111-01. */
export const looksLikeOrderId = (search: string) =>
  /^(?:[A-Za-z]{2,5}-)?[A-Za-z0-9]{4,40}-\d{2}$/.test(search.trim())

/** An invoice or tracking number has digits; a name or an e-mail rarely is nothing else. */
export const looksLikeNumber = (search: string) => /\d{3,}/.test(search) && !search.includes('@')

/** The queue with most in it among those that wait for hands, other than this one. */
export function fullestOther(
  counts: Partial<Record<QueueName, number | null>>,
  queue: QueueName
): { queue: QueueName; count: number } | null {
  const others = (['TO_HANDLE', 'TO_INVOICE'] as const)
    .filter((name) => name !== queue)
    .map((name) => ({ queue: name, count: counts[name] || 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return others[0] || null
}
