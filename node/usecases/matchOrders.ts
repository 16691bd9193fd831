import { isFault } from '../domain/problem/fault'
import {
  fitsDocument,
  invoiceNamed,
  namedBy,
  namesAnOrder,
  storedForms,
  type MatchedBy,
  type OrderReference,
} from '../domain/order/orderMatch'
import { mayBeOrderId } from '../domain/order/orderId'
import type { Order } from '../domain/order/order'
import { noMoment } from '../domain/problem/moments'
import { problem, QueryRefused } from '../domain/problem/problems'
import { readTaxId } from '../domain/fiscal/taxId'
import { buildLedger } from '../domain/standing/ledger'
import { LISTED_STATUSES } from '../domain/standing/queue'
import { stageOf, type Stage } from '../domain/standing/stage'
import { parseInstant, type Instant } from '../domain/values/instant'
import { isCents, type Cents } from '../domain/values/money'
import { inParallel } from './reading/inParallel'
import { readAgain, readBySequence, readOrder } from './reading/liveReads'
import type { Ports } from './ports'

/** References that one call may ask about. */
export const MOST_REFERENCES = 100
/** Orders that are offered where several fit. */
const MOST_CANDIDATES = 10
/** Live orders that are read for one reference that is no order id. */
const MOST_LOOKED_AT = 50
/** References looked for at the same time; most cost one read. */
const AT_ONCE = 8
const ORDERS_AT_ONCE = 5

/** As it came in: money and moments are judged here. */
export interface GivenReference extends Omit<OrderReference, 'value' | 'issuanceDate'> {
  readonly value: unknown
  readonly issuanceDate: unknown
}

export interface OrderMatch {
  readonly orderId: string | null
  readonly by: MatchedBy | null
  /** As the order holds it, where that was asked for. */
  readonly invoiceNumber: string | null
  /** Where several fit: newest first. */
  readonly candidates: readonly OrderCandidate[]
}

export interface OrderCandidate {
  readonly orderId: string
  readonly customerName: string | null
  readonly value: Cents
  readonly creationDate: Instant
  readonly stage: Stage
}

interface Found {
  readonly order: Order
  /** True where there may be others: then it is offered, and not taken. */
  readonly isDoubtful?: boolean
  readonly by: MatchedBy
  readonly invoiceNumber: string | null
}

/**
 * The order that each reference means: by its name, else by the number of an invoice that it holds, else by recipient
 * and value among open orders. One that fits is taken; several are named and none is guessed. Every order is read live.
 * @errors QueryRefused BATCH_TOO_LARGE, VALUE_INVALID, DATE_INVALID; Fault where OMS cannot be asked
 */
export async function matchOrders(
  ports: Ports,
  references: readonly GivenReference[]
): Promise<readonly OrderMatch[]> {
  if (references.length > MOST_REFERENCES) {
    const facts = { max: String(MOST_REFERENCES) }
    throw new QueryRefused(problem('BATCH_TOO_LARGE', { field: ['references'], facts }))
  }
  const asked = references.map(readReference)
  return inParallel(asked, AT_ONCE, async (reference) => matchOf(await find(ports, reference)))
}

async function find(ports: Ports, of: OrderReference): Promise<readonly Found[]> {
  if (of.reference !== null) {
    const named = await findNamed(ports, of.reference)
    if (named.length > 0) return narrowed(named, of)
  }
  if (of.invoiceNumber !== null) {
    const holding = await findHolding(ports, of)
    if (holding.length > 0) return holding
  }
  return findFitting(ports, of)
}

/** Most references are ids: one read. Only what is none is searched for. */
async function findNamed(ports: Ports, reference: string): Promise<readonly Found[]> {
  if (!mayBeOrderId(reference)) return []
  const order = /\s/.test(reference) ? null : await readOrder(ports, reference)
  if (order) return [{ order, by: 'ORDER_ID', invoiceNumber: null }]
  const { orders } = await search(ports, reference, LISTED_STATUSES.ALL)
  const listed = namedAmong(orders, reference)
  // OMS's search is documented for neither (oms §4).
  return listed.length > 0 ? listed : namedAmong(await findUnlisted(ports, reference), reference)
}

function namedAmong(orders: readonly Order[], reference: string): readonly Found[] {
  return orders.flatMap((order) => {
    const by = namedBy(order, reference)
    return by ? [{ order, by, invoiceNumber: null }] : []
  })
}

/** By the store's own count, and by the marketplaces' ids that this app has seen. */
async function findUnlisted(ports: Ports, reference: string): Promise<readonly Order[]> {
  const counted = /^\d{1,9}$/.test(reference) ? await readBySequence(ports, reference) : null
  return counted ? [counted] : readSeen(ports, [reference])
}

/** A marketplace's purchase may be several orders: what the document is worth tells which. */
function narrowed(named: readonly Found[], of: OrderReference): readonly Found[] {
  const worth = named.filter(({ order }) => order.value === of.value)
  return worth.length === 1 ? worth : named
}

/** Orders that this app has seen an invoice of that number on. */
async function findHolding(ports: Ports, of: OrderReference): Promise<readonly Found[]> {
  const orders = await readSeen(ports, storedForms(of.invoiceNumber ?? ''))
  return orders.flatMap((order) => {
    const invoice = invoiceNamed(order, of)
    return invoice
      ? [{ order, by: 'INVOICE_NUMBER' as const, invoiceNumber: invoice.invoiceNumber }]
      : []
  })
}

/** Orders on which this app has seen one of the numbers. The index may be behind; it costs a match, not the call. */
async function readSeen(ports: Ports, numbers: readonly string[]): Promise<readonly Order[]> {
  const found = await Promise.all(numbers.map((number) => ports.numbers.find(number))).catch(
    (error: unknown) => {
      if (!isFault(error)) throw error
      ports.log.warn({ flow: 'NumberIndex', detail: error.message })
      return []
    }
  )
  const ids = [...new Set(found.flat())].slice(-MOST_LOOKED_AT)
  const orders = await Promise.all(ids.map((orderId) => readOrder(ports, orderId)))
  return orders.filter((order): order is Order => order !== null)
}

async function findFitting(ports: Ports, of: OrderReference): Promise<readonly Found[]> {
  const recipient = readTaxId(of.recipientId)
  if (recipient === null || of.value === null) return []
  const open = [...LISTED_STATUSES.TO_HANDLE, ...LISTED_STATUSES.TO_INVOICE]
  const { orders, isWhole } = await search(ports, recipient, open)
  return orders
    .filter((order) => fitsDocument(order, of))
    .map((order) => ({
      order,
      by: 'RECIPIENT_AND_VALUE',
      invoiceNumber: null,
      // A document that names an order which is not here may belong to another store.
      isDoubtful: !isWhole || namesAnOrder(of.reference),
    }))
}

/** The newest orders of OMS's own search, read live: its rows know neither sequence nor marketplace. */
async function search(
  ports: Ports,
  text: string,
  statuses: readonly string[]
): Promise<{ readonly orders: readonly Order[]; readonly isWhole: boolean }> {
  const range = { createdFrom: null, createdTo: null }
  const asked = { ...range, search: text, statuses, page: 1, perPage: MOST_LOOKED_AT }
  const { rows, total } = await readAgain(ports, () => ports.orders.list(asked))
  const orders = await inParallel(rows, ORDERS_AT_ONCE, ({ orderId }) => readOrder(ports, orderId))
  return {
    orders: orders.filter((order): order is Order => order !== null),
    isWhole: total <= rows.length,
  }
}

function matchOf(found: readonly Found[]): OrderMatch {
  const none = { orderId: null, by: null, invoiceNumber: null, candidates: [] }
  if (found.length === 0) return none
  if (found.length > 1 || found[0].isDoubtful) return { ...none, candidates: candidatesOf(found) }
  const [{ order, by, invoiceNumber }] = found
  return { ...none, orderId: order.orderId, by, invoiceNumber }
}

function candidatesOf(found: readonly Found[]): readonly OrderCandidate[] {
  return found
    .map(({ order }) => ({
      orderId: order.orderId,
      customerName: order.customerName,
      value: order.value,
      creationDate: order.creationDate,
      stage: stageOf(order, buildLedger(order, [])),
    }))
    .sort((a, b) => Date.parse(b.creationDate) - Date.parse(a.creationDate))
    .slice(0, MOST_CANDIDATES)
}

function readReference(given: GivenReference, position: number): OrderReference {
  const { value, issuanceDate } = given
  const field = (name: string) => ['references', String(position), name]
  if (value !== null && !isCents(value)) {
    throw new QueryRefused(problem('VALUE_INVALID', { field: field('value') }))
  }
  const moment = parseInstant(issuanceDate)
  if (issuanceDate !== null && moment === null) {
    throw new QueryRefused(noMoment(issuanceDate, field('issuanceDate')))
  }
  return {
    reference: textOf(given.reference),
    recipientId: textOf(given.recipientId),
    invoiceNumber: textOf(given.invoiceNumber),
    issuerId: textOf(given.issuerId),
    series: textOf(given.series),
    value: value as Cents | null,
    issuanceDate: moment,
  }
}

/** Blank is not given. */
function textOf(text: string | null): string | null {
  return text?.trim() || null
}
