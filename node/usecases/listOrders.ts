import { daysBefore } from '../domain/standing/attention'
import { epochOf, type Instant } from '../domain/values/instant'
import type { ListedOrder } from '../domain/order/order'
import { problem, QueryRefused } from '../domain/problem/problems'
import { readSearch, type Search } from '../domain/order/search'
import { asksDocuments } from '../domain/readmodel/queueQuestion'
import { belongsTo, isDerived, LISTED_STATUSES, type OrderQueue } from '../domain/standing/queue'
import type { OrderPageView, OrdersQuery } from './commands'
import { readEarly } from './reading/earlyReads'
import { readAgain } from './reading/liveReads'
import { readDate } from './reading/readDate'
import { readRows, rowParts, split, unlisted, type Row } from './reading/readRows'
import { searchOrders, type FoundOrders } from './reading/searchOrders'
import type { ListQuery, OrderList, Ports } from './ports'
import { askDocuments, type DocumentedPage } from './readmodel/askDocuments'

/** OMS lists no further (oms §4). */
const MOST_PAGES = 30
const MOST_PER_PAGE = 100
/** Live reads that a derived queue may cost (design §2.6). */
const MOST_DERIVED = 100
const LOOK_BACK_DAYS = 30

/**
 * One page of a work queue: OMS's list, each row corrected by the live order (design §2.6). A row that cannot be read
 * costs only itself.
 * @errors Fault where the list cannot be read; QueryRefused where a date is none
 */
export async function listOrders(ports: Ports, query: OrdersQuery): Promise<OrderPageView> {
  const page = atLeastOne(query.page)
  const perPage = Math.min(atLeastOne(query.perPage), MOST_PER_PAGE)
  const search = readSearch(query.search)
  const range = {
    createdFrom: readDate(query.createdFrom, 'createdFrom'),
    createdTo: readDate(query.createdTo, 'createdTo'),
  }
  if (search === null) {
    const { queue, sort, carrier, marketplace, salesChannel } = query
    const filters = { sort, carrier, marketplace, salesChannel }
    if (isDerived(queue) || asksDocuments(filters) !== null) {
      const found = await askDocuments(ports, { ...filters, ...range, queue, page, perPage })
      if (found) return documentedPage(ports, query, found, { page, perPage })
    }
  } else refuseFilters(query)
  const asked: ListQuery = {
    ...range,
    page,
    perPage,
    statuses: LISTED_STATUSES[query.queue],
    search: null,
  }
  return isDerived(query.queue)
    ? derivedPage(ports, query, asked, search)
    : listedPage(ports, query, asked, search)
}

/** What OMS's search finds it cannot sort or filter. */
function refuseFilters(query: OrdersQuery): void {
  const field = asksDocuments(query)
  if (field !== null) throw new QueryRefused(problem('FILTER_WITH_SEARCH', { field: [field] }))
}

/** A page as the documents have it, each row as its order is now; or as it was last read, for those who ask for that. */
async function documentedPage(
  ports: Ports,
  query: OrdersQuery,
  { orderIds, documents, total, hasNextPage, complete, asOf }: DocumentedPage,
  at: Pick<OrderPageView, 'page' | 'perPage'>
): Promise<OrderPageView> {
  const told = orderIds.flatMap((orderId) => documents.get(orderId) ?? [])
  // One that cannot be read as a document must be seen all the same.
  if (query.fromDocuments && told.length === orderIds.length)
    return { ...NO_ROWS, ...at, documents: told, total, hasNextPage, complete, asOf }
  const early = readEarly(ports, keyOf(query))
  const rows = await readRows(ports, orderIds.map(unlisted), await rowParts(ports), early)
  ports.pages?.keep(keyOf(query), [...orderIds])
  const kept = rows.filter((row) => 'unreadable' in row || belongsTo(query.queue, row.view))
  return { ...split(kept), ...LIVE, ...at, total, hasNextPage, complete, asOf }
}

/** A queue that OMS can page: its page, less what the live orders say does not belong. */
async function listedPage(
  ports: Ports,
  query: OrdersQuery,
  asked: ListQuery,
  search: Search | null
): Promise<OrderPageView> {
  const { page, perPage } = asked
  // Past OMS's last page there is nothing to ask for.
  if (page > MOST_PAGES)
    return { ...NO_ROWS, page, perPage, total: null, hasNextPage: false, complete: false }
  const early = readEarly(ports, keyOf(query))
  const [{ list, found }, parts] = await Promise.all([
    listOrSearch(ports, asked, search),
    rowParts(ports),
  ])
  const listed = withFound(found, list.rows)
  const rows = await readRows(ports, listed, parts, new Map([...early, ...found.early]))
  ports.pages?.keep(keyOf(query), idsOf(listed))
  const kept = rows.filter((row) => isAskedFor(row, query.queue, asked))
  const isWhole = page === 1 && list.pages <= 1
  return {
    ...split(kept),
    ...LIVE,
    page,
    perPage,
    hasNextPage: page < Math.min(list.pages, MOST_PAGES),
    // What fits on one page is counted by the live orders themselves.
    total: isWhole ? kept.length : list.total,
    complete: list.pages <= MOST_PAGES,
  }
}

/** A queue that only live orders can tell: the newest orders are read and paged here. A search looks back as far as OMS. */
async function derivedPage(
  ports: Ports,
  query: OrdersQuery,
  asked: ListQuery,
  search: Search | null
): Promise<OrderPageView> {
  const { page, perPage } = asked
  const lookBack =
    asked.createdFrom === null && search === null
      ? daysBefore(ports.clock.now(), LOOK_BACK_DAYS)
      : null
  const window: ListQuery = {
    ...asked,
    createdFrom: lookBack ?? asked.createdFrom,
    page: 1,
    perPage: MOST_DERIVED,
  }
  const early = readEarly(ports, keyOf(query))
  const [{ list, found }, isCut, parts] = await Promise.all([
    listOrSearch(ports, window, search),
    lookBack === null ? false : hasOlder(ports, asked, lookBack),
    rowParts(ports),
  ])
  // Canceled orders have left every derived queue, and a lagging list only shows one too many.
  const candidates = list.rows.filter(({ status }) => status !== 'canceled')
  const listed = withFound(found, candidates).slice(0, MOST_DERIVED)
  const rows = await readRows(ports, listed, parts, new Map([...early, ...found.early]))
  ports.pages?.keep(keyOf(query), idsOf(listed))
  const kept = rows.filter((row) => isAskedFor(row, query.queue, asked))
  const start = (page - 1) * perPage
  return {
    ...split(kept.slice(start, start + perPage)),
    ...LIVE,
    lookBackDays: lookBack === null ? null : LOOK_BACK_DAYS,
    page,
    perPage,
    total: null,
    hasNextPage: kept.length > start + perPage,
    complete: list.total <= MOST_DERIVED && !isCut,
  }
}

const LIVE = { asOf: null, lookBackDays: null, documents: [] }
const NO_ROWS = { rows: [], unreadable: [], ...LIVE }

function readList(ports: Ports, query: ListQuery): Promise<OrderList> {
  return readAgain(ports, () => ports.orders.list(query))
}

/** Whether the look-back of a derived queue hides orders. */
async function hasOlder(ports: Ports, asked: ListQuery, lookBack: Instant): Promise<boolean> {
  const older = await readList(ports, { ...asked, createdTo: lookBack, page: 1, perPage: 1 })
  return older.total > 0
}

async function listOrSearch(ports: Ports, asked: ListQuery, search: Search | null) {
  if (search !== null) return searchOrders(ports, search, asked)
  return { list: await readList(ports, asked), found: { orderIds: [], early: new Map() } }
}

/** What was found by a number or an id was asked for no dates. */
function isAskedFor(row: Row, queue: OrderQueue, { createdFrom, createdTo }: ListQuery): boolean {
  if ('unreadable' in row) return true
  const at = epochOf(row.view.order.creationDate)
  return (
    belongsTo(queue, row.view) &&
    (createdFrom === null || at >= epochOf(createdFrom)) &&
    (createdTo === null || at <= epochOf(createdTo))
  )
}

function withFound(
  { orderIds }: FoundOrders,
  rows: readonly ListedOrder[]
): readonly ListedOrder[] {
  const listed = new Set(rows.map(({ orderId }) => orderId))
  const added = orderIds.filter((orderId) => !listed.has(orderId))
  return [...added.map(unlisted), ...rows]
}

/** Everything that decides which orders a page holds. */
function keyOf(query: OrdersQuery): string {
  const { queue, search, createdFrom, createdTo, page, perPage } = query
  const { sort, carrier, marketplace, salesChannel } = query
  const filters = [sort, carrier, marketplace, salesChannel]
  return JSON.stringify([queue, search, createdFrom, createdTo, page, perPage, filters])
}

function idsOf(listed: readonly ListedOrder[]): string[] {
  return listed.map(({ orderId }) => orderId)
}

function atLeastOne(count: number): number {
  return Number.isSafeInteger(count) && count > 0 ? count : 1
}
