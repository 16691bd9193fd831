import { json, refuse } from '../answers'
import { indexedRow } from '../listIndex'
import type { Readings } from '../readings'
import { listStats } from '../listStats'
import type { OmsReply } from '../types'
import type { World } from '../world'
import type { Call } from './call'

type Row = Record<string, unknown>
interface Search {
  invoicedDate: string | null
  hasInputInvoice: boolean
  sellerNames: string[]
  whole: string[]
  name: string
  besides: string[]
}
type Filter = (row: Row, search: Search, wanted: string, world: World) => boolean

const PAGE_MAX = 30
const PER_PAGE_MAX = 100
const PER_PAGE = 15
const DAY_MS = 86_400_000

/** Filters that are simulated; any other parameter is left unread, as OMS does. */
const FILTERS: Record<string, Filter> = {
  f_status: (row, _search, wanted) => wanted.split(',').includes(row.status as string),
  f_creationDate: (row, _search, wanted) => inRange(row.creationDate, wanted),
  f_authorizedDate: (row, _search, wanted) => inRange(row.authorizedDate, wanted),
  f_invoicedDate: (_row, search, wanted) => inRange(search.invoicedDate, wanted),
  f_shippingEstimate: (row, _search, wanted, { now }) =>
    estimateFits(row.ShippingEstimatedDate, wanted, now),
  f_hasInputInvoice: (_row, search, wanted) => String(search.hasInputInvoice) === wanted,
  f_sellerNames: (_row, search, wanted) =>
    wanted.split(',').some((name) => search.sellerNames.includes(name)),
  f_affiliateId: (row, _search, wanted) => row.affiliateId === wanted,
  f_salesChannel: (row, _search, wanted) => row.salesChannel === wanted,
  salesChannelId: (row, _search, wanted) => row.salesChannel === wanted,
  f_paymentNames: (row, _search, wanted) =>
    wanted.split(',').some((name) => String(row.paymentNames).split(',').includes(name)),
  q: (_row, search, wanted, { behaviour }) =>
    SEARCHES[behaviour.readings.listSearch](search, wanted.toLowerCase()),
}

const SEARCHES: Record<Readings['listSearch'], (search: Search, wanted: string) => boolean> = {
  documented: ({ whole, name }, wanted) => {
    const words = name.split(/\s+/)
    return whole.includes(wanted) || wanted.split(/\s+/).every((word) => words.includes(word))
  },
  anyPart: ({ whole, name, besides }, wanted) =>
    [...whole, name, ...besides].some((text) => text.includes(wanted)),
}

const ORDER_FIELDS = ['creationDate', 'orderId', 'items', 'totalValue', 'origin']

/**
 * GET list: the index, some minutes behind; 30 pages of 100 at most (oms §4).
 * @errors 400 beyond the 30th page or on an unknown order
 */
export function listOrders(world: World, { query }: Call): OmsReply {
  const filters = Object.entries(FILTERS).flatMap(([name, filter]) => {
    const wanted = query.get(name)
    return wanted ? [{ filter, wanted }] : []
  })
  if (
    filters.length > 3 &&
    world.behaviour.bugs['error-when-including-many-filters-in-the-order-list']
  ) {
    return refuse(404, 'Not Found')
  }
  const page = wholeNumber(query.get('page'), 1)
  const perPage = Math.min(wholeNumber(query.get('per_page'), PER_PAGE), PER_PAGE_MAX)
  if (page > PAGE_MAX)
    return refuse(400, `Max page exceed! Page must be smaller or equal ${PAGE_MAX}`)
  const incomplete = query.get('incompleteOrders') === 'true'
  const rows = Object.values(world.state.orders)
    .map((stored) => indexedRow(stored, world.now, world.behaviour.indexDelayMs))
    .filter((row) => (row.orderIsComplete === false) === incomplete)
    .filter((row) =>
      filters.every(({ filter, wanted }) => filter(row, row.search as Search, wanted, world))
    )
    .sort(comparison(query.get('orderBy') ?? 'creationDate,desc'))
  const list = rows.slice((page - 1) * perPage, page * perPage)
  const body = {
    list: list.map((row) => shownRow(world, row)),
    facets: [],
    paging: {
      total: rows.length,
      pages: Math.ceil(rows.length / perPage),
      currentPage: page,
      perPage,
    },
    stats: query.get('_stats') === '1' ? listStats(rows) : { stats: {} },
    reportRecordsLimit: 0,
  }
  const answer = json(200, body)
  answer.body = withFloats(answer.body)
  return answer
}

function shownRow(world: World, row: Row): Row {
  const { search: _search, ...shown } = row
  const rounds = world.behaviour.bugs['rounding-of-totalvalue-in-listorders']
  return rounds
    ? { ...shown, totalValue: Math.round((shown.totalValue as number) / 100) * 100 }
    : shown
}

/** JSON.stringify prints 7453; OMS prints 7453.0. */
function withFloats(body: string): string {
  return body.replace(/"totalValue":(-?\d+)(?=[,}])/g, '"totalValue":$1.0')
}

function wholeNumber(text: string | null, standard: number): number {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value > 0 ? value : standard
}

function inRange(date: unknown, wanted: string): boolean {
  const [, from, to] = /\[(\S+) TO (\S+)\]/i.exec(wanted) ?? []
  if (from === undefined || to === undefined || typeof date !== 'string') return false
  const at = Date.parse(date)
  const starts = from === '*' ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const ends = to === '*' ? Number.POSITIVE_INFINITY : Date.parse(to)
  return at >= starts && at <= ends
}

/** `0.days` today, `1.days` tomorrow, `-1.days` late. */
function estimateFits(date: unknown, wanted: string, now: number): boolean {
  const days = Number.parseInt(wanted, 10)
  if (typeof date !== 'string' || Number.isNaN(days)) return false
  const distance = Math.floor(Date.parse(date) / DAY_MS) - Math.floor(now / DAY_MS)
  return days < 0 ? distance < 0 : distance === days
}

function comparison(orderBy: string): (one: Row, other: Row) => number {
  const [field = '', direction = 'asc'] = orderBy.split(',')
  if (!ORDER_FIELDS.includes(field)) refuse(400, `orderBy is one of ${ORDER_FIELDS.join(', ')}`)
  const key = field === 'items' ? 'totalItems' : field
  const sign = direction === 'desc' ? -1 : 1
  return (one, other) => {
    const [left, right] = [one[key] as string | number, other[key] as string | number]
    if (left === right) return String(one.orderId) < String(other.orderId) ? -1 : 1
    return left < right ? -sign : sign
  }
}
