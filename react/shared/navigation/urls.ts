/** Every address of the panel. The Admin shows /admin/x for the route /admin/app/x (platform §8). */

export const queueNames = [
  'TO_HANDLE',
  'TO_INVOICE',
  'TO_SHIP',
  'IN_TRANSIT',
  'LATE',
  'DELIVERED',
  'ATTENTION',
  'ALL',
] as const
export type QueueName = (typeof queueNames)[number]

export const pageSizes = [25, 50, 100] as const

export const sortNames = ['PROMISE', 'CREATED', 'VALUE', 'LAST_EVENT'] as const
export type SortName = (typeof sortNames)[number]

/** What only the read model can answer; each empty where nobody asked for it. */
export interface DocumentFilters {
  /** "VALUE" is the lowest first, "-VALUE" the highest. */
  sort: string
  carrier: string
  marketplace: string
  /** VTEX's number of a trade policy. */
  salesChannel: string
}

export interface QueueState extends DocumentFilters {
  queue: QueueName
  q: string
  /** Calendar days of the account's zone, or "-7d" for the last seven days. */
  from: string
  to: string
  page: number
  perPage: number
}

export type FormName = 'invoice' | 'track' | 'events' | 'deliver' | 'undo' | 'return' | 'replace'

export const pages = {
  queue: 'admin.app.invoice-tracking',
  order: 'admin.app.invoice-tracking.order',
  batches: 'admin.app.invoice-tracking.batches',
  connections: 'admin.app.invoice-tracking.connections',
  settings: 'admin.app.invoice-tracking.settings',
}

export const noFilters: DocumentFilters = {
  sort: '',
  carrier: '',
  marketplace: '',
  salesChannel: '',
}

export const firstQueueState: QueueState = {
  ...noFilters,
  queue: 'TO_INVOICE',
  q: '',
  from: '',
  to: '',
  page: 1,
  perPage: 25,
}

export type Query = Record<string, string | undefined>

const dayText = (text: string | undefined) =>
  text && /^(\d{4}-\d{2}-\d{2}|-\d{1,3}d)$/.test(text) ? text : ''

const sortText = (text: string | undefined) =>
  text && sortNames.some((name) => name === text.replace(/^-/, '')) ? text : ''

/** Longer than the service takes: it says so itself. */
const nameText = (text: string | undefined) => (text || '').slice(0, 200)

/** Whatever stands in an address is somebody's typing: what is unknown falls back to the first state. */
export function readQueueState(query: Query): QueueState {
  const queue = queueNames.find((name) => name === query.queue) || firstQueueState.queue
  const page = Number(query.page)
  const perPage =
    pageSizes.find((size) => String(size) === query.perPage) || firstQueueState.perPage
  return {
    queue,
    q: (query.q || '').slice(0, 200),
    sort: sortText(query.sort),
    carrier: nameText(query.carrier),
    marketplace: nameText(query.marketplace),
    salesChannel: nameText(query.channel),
    from: dayText(query.from),
    to: dayText(query.to),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    perPage,
  }
}

/** Only what differs from the first state, the queue always: short addresses that still say where one is. */
export function queueQuery(state: QueueState): Query {
  return {
    queue: state.queue,
    q: state.q || undefined,
    from: state.from || undefined,
    to: state.to || undefined,
    sort: state.sort || undefined,
    carrier: state.carrier || undefined,
    marketplace: state.marketplace || undefined,
    channel: state.salesChannel || undefined,
    page: state.page === 1 ? undefined : String(state.page),
    perPage: state.perPage === firstQueueState.perPage ? undefined : String(state.perPage),
  }
}

export function queryText(query: Query): string {
  return Object.keys(query)
    .filter((name) => query[name] !== undefined && query[name] !== '')
    .map((name) => `${name}=${encodeURIComponent(query[name] as string)}`)
    .join('&')
}

const withQuery = (path: string, query: Query) => {
  const text = queryText(query)
  return text ? `${path}?${text}` : path
}

const BASE = '/admin/invoice-tracking'

export const queueHref = (state: QueueState) => withQuery(BASE, queueQuery(state))
export const batchesHref = (query: Query = {}) => withQuery(`${BASE}/batches`, query)
export const connectionsHref = (query: Query = {}) => withQuery(`${BASE}/connections`, query)
export const settingsHref = () => `${BASE}/settings`
export const orderQuery = (
  state: QueueState | null,
  form?: { do: FormName; n?: string }
): Query => ({
  ...(state ? queueQuery(state) : {}),
  ...(form || {}),
})
export const orderHref = (
  orderId: string,
  state: QueueState | null,
  form?: { do: FormName; n?: string }
) => withQuery(`${BASE}/order/${encodeURIComponent(orderId)}`, orderQuery(state, form))

/** VTEX's own page of an order. */
export const vtexOrderHref = (orderId: string) => `/admin/orders/${encodeURIComponent(orderId)}`
