import { Fault, type FaultKind } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import { cents } from '../../domain/values/money'
import type { ChangeState, Order, Package, Receipt, TrackingEvent } from '../../domain/order/order'
import type {
  OutgoingInvoice,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../../domain/package/outgoing'
import type { Clock, ListQuery, OrderList, OrdersPort } from '../ports'

export type OmsCall = Exclude<keyof OrdersPort, 'addInteraction'> | 'addInteraction'

export interface ScriptedFault {
  readonly call: OmsCall
  readonly kind: FaultKind
  /** The write happens, and the answer gets lost. */
  readonly afterCommit?: boolean
  readonly times?: number
  readonly status?: number
  readonly message?: string
  readonly retryAfterSeconds?: number
}

export interface Readings {
  /** What a POST of a known number does (oms §1.4). */
  readonly repost: 'replaces' | 'receiptOnly' | 'refuses' | 'appends'
  /** What a PUT of tracking does with the events before it (oms §1.3), or that it takes them and shows none. */
  readonly events: 'append' | 'dedup' | 'replace' | 'hide'
  /** What a PUT with isDelivered false does to a delivery (oms §12). */
  readonly reopening?: 'reopens' | 'sticky'
}

/** A small OMS in memory: enough of its manners for the flows, with faults at any point. Not the stand's simulator. */
export class FakeOms implements OrdersPort {
  readonly sent: { readonly call: OmsCall; readonly body?: unknown }[] = []
  readonly changeStates = new Map<string, ChangeState>()
  applyDelayMs = 0
  latencyMs = 0
  readings: Readings = { repost: 'replaces', events: 'append' }
  private readonly orders = new Map<string, Order>()
  private readonly due: { at: number; apply: () => void }[] = []
  private faults: { fault: ScriptedFault; left: number }[] = []
  /** Writes that OMS took, whether or not anybody heard of it. */
  readonly committed: { readonly call: OmsCall; readonly body: unknown }[] = []
  private receipts = 0

  constructor(private readonly clock: Clock) {}

  put(...orders: Order[]): this {
    for (const order of orders) this.orders.set(order.orderId, order)
    return this
  }

  /** The order as it is, everything due applied, without counting as a call. */
  peek(orderId: string): Order {
    this.settle()
    const order = this.orders.get(orderId)
    if (!order) throw new Error(`no order ${orderId}`)
    return order
  }

  change(orderId: string, change: (order: Order) => Partial<Order>): void {
    const order = this.peek(orderId)
    this.orders.set(orderId, { ...order, ...change(order) })
  }

  fail(fault: ScriptedFault): this {
    this.faults.push({ fault, left: fault.times ?? 1 })
    return this
  }

  forgetFaults(): void {
    this.faults = []
  }

  /** True while something accepted does not show yet. */
  isApplying(): boolean {
    this.settle()
    return this.due.length > 0
  }

  /** Bodies of one call, in the order they came. */
  bodies<T>(call: OmsCall): T[] {
    return this.sent.filter((one) => one.call === call).map(({ body }) => body as T)
  }

  async get(orderId: string): Promise<Order | null> {
    await this.enter('get')
    this.settle()
    return this.orders.get(orderId) ?? null
  }

  async bySequence(sequence: string): Promise<Order | null> {
    await this.enter('bySequence')
    this.settle()
    return [...this.orders.values()].find((order) => order.sequence === sequence) ?? null
  }

  async list(query: ListQuery): Promise<OrderList> {
    await this.enter('list', query)
    this.settle()
    const rows = [...this.orders.values()]
      .filter(({ status }) => query.statuses.length === 0 || query.statuses.includes(status))
      .filter((order) => query.search === null || isFoundBy(order, query.search))
      .filter(({ creationDate }) => query.createdFrom === null || creationDate >= query.createdFrom)
      .filter(({ creationDate }) => query.createdTo === null || creationDate <= query.createdTo)
      .sort((a, b) => (a.creationDate < b.creationDate ? 1 : -1))
    const start = (query.page - 1) * query.perPage
    return {
      rows: rows.slice(start, start + query.perPage),
      total: rows.length,
      pages: Math.ceil(rows.length / query.perPage),
    }
  }

  async changes(orderId: string): Promise<ChangeState> {
    await this.enter('changes')
    return this.changeStates.get(orderId) ?? { inProgress: false, requestId: null }
  }

  async startHandling(orderId: string): Promise<void> {
    await this.write('startHandling', null, () => {
      if (this.peek(orderId).status !== 'ready-for-handling') throw rejected(400, 'OMS003')
      return () => this.change(orderId, () => ({ status: 'handling' }))
    })
  }

  notifyInvoice(orderId: string, invoice: OutgoingInvoice): Promise<Receipt> {
    return this.write('notifyInvoice', invoice, () => {
      const order = this.peek(orderId)
      const isKnown = order.packages.some((one) => one.invoiceNumber === invoice.invoiceNumber)
      if (isKnown && this.readings.repost === 'refuses') throw rejected(409, 'Invoice exists')
      if (!isKnown && invoice.type === 'OUTPUT' && order.status === 'invoiced')
        throw rejected(400, 'Order is invoiced')
      const others = order.packages.filter(
        (one) => this.readings.repost === 'appends' || one.invoiceNumber !== invoice.invoiceNumber
      )
      const sum = invoicedOf({ ...order, packages: others }) + invoice.invoiceValue
      if (invoice.type === 'OUTPUT' && sum > order.value)
        throw rejected(400, 'Value over remaining')
      return () => this.applyInvoice(orderId, invoice)
    })
  }

  updatePartialInvoice(
    orderId: string,
    invoiceNumber: string,
    tracking: OutgoingTracking
  ): Promise<Receipt> {
    return this.write('updatePartialInvoice', tracking, () => {
      this.demand(orderId, invoiceNumber)
      const { trackingNumber, trackingUrl, courier } = tracking
      const given = Object.entries({ trackingNumber, trackingUrl, courier }).filter(
        ([, value]) => value !== undefined
      )
      return () =>
        this.changePackage(orderId, invoiceNumber, (one) => ({
          ...one,
          ...Object.fromEntries(given),
        }))
    })
  }

  updateTrackingStatus(
    orderId: string,
    invoiceNumber: string,
    status: OutgoingTrackingStatus
  ): Promise<Receipt> {
    return this.write('updateTrackingStatus', status, () => {
      this.demand(orderId, invoiceNumber)
      return () =>
        this.changePackage(orderId, invoiceNumber, (one) => ({
          ...one,
          courierStatus: {
            status: 'ok',
            finished:
              status.isDelivered ||
              (this.readings.reopening === 'sticky' && one.courierStatus?.finished === true),
            deliveredDate: status.deliveredDate,
            events: this.eventsAfter(one.courierStatus?.events ?? [], status),
          },
        }))
    })
  }

  async addInteraction(_orderId: string, message: string): Promise<void> {
    await this.write('addInteraction', message, () => () => undefined)
  }

  private eventsAfter(
    before: readonly TrackingEvent[],
    { events }: OutgoingTrackingStatus
  ): readonly TrackingEvent[] {
    if (this.readings.events === 'hide') return before
    const added = events.map((event) => ({ ...event, dateText: event.date }))
    const isKnown = (event: TrackingEvent): boolean =>
      before.some(
        (one) =>
          Date.parse(one.dateText) === Date.parse(event.dateText) &&
          one.description === event.description
      )
    const kept =
      this.readings.events === 'replace'
        ? added
        : [
            ...before,
            ...(this.readings.events === 'dedup' ? added.filter((e) => !isKnown(e)) : added),
          ]
    return [...kept].sort((a, b) => Date.parse(b.dateText) - Date.parse(a.dateText))
  }

  private applyInvoice(orderId: string, invoice: OutgoingInvoice): void {
    const order = this.peek(orderId)
    const known = order.packages.find((one) => one.invoiceNumber === invoice.invoiceNumber)
    if (known && this.readings.repost === 'receiptOnly') return
    const stored: Package = {
      ...invoice,
      items: invoice.items.map((item) => ({
        ...item,
        itemIndex: order.lines.find(({ id }) => id === item.id)?.itemIndex ?? null,
      })),
      courierStatus: null,
    }
    const gone = this.readings.repost === 'appends' ? undefined : known
    const packages = [...order.packages.filter((one) => one !== gone), stored]
    const invoiced = packages
      .filter(({ type }) => type === 'OUTPUT')
      .reduce((total, { invoiceValue }) => total + invoiceValue, 0)
    const status = invoiced >= order.value ? 'invoiced' : 'payment-approved'
    this.change(orderId, () => ({ packages, status }))
  }

  private demand(orderId: string, invoiceNumber: string): void {
    if (!this.peek(orderId).packages.some(isSale(invoiceNumber)))
      throw new Fault({ kind: 'notFound', upstream: 'OMS', operation: 'invoice', status: 404 })
  }

  private changePackage(orderId: string, number: string, change: (one: Package) => Package): void {
    this.change(orderId, ({ packages }) => ({
      packages: packages.map((one) => (isSale(number)(one) ? change(one) : one)),
    }))
  }

  private async write(call: OmsCall, body: unknown, prepare: () => () => void): Promise<Receipt> {
    const lost = await this.enter(call, body)
    const apply = prepare()
    this.committed.push({ call, body })
    this.due.push({ at: this.clock.now() + this.applyDelayMs, apply })
    if (lost) throw lost
    this.receipts += 1
    return {
      date: instantAt(this.clock.now()),
      orderId: null,
      receipt: String(this.receipts).padStart(32, '0'),
    }
  }

  /** Counts the call, takes its time, and throws what is scripted; a fault after the commit is handed back instead. */
  private async enter(call: OmsCall, body?: unknown): Promise<Fault | null> {
    this.sent.push({ call, body })
    if (this.latencyMs > 0) await this.clock.sleep(this.latencyMs)
    const found = this.faults.find(({ fault, left }) => fault.call === call && left > 0)
    if (!found) return null
    found.left -= 1
    const { kind, status, message, retryAfterSeconds, afterCommit } = found.fault
    const fault = new Fault({
      kind,
      status,
      retryAfterSeconds,
      upstream: 'OMS',
      operation: call,
      upstreamMessage: message,
    })
    if (!afterCommit) throw fault
    return fault
  }

  private settle(): void {
    for (;;) {
      const index = this.due.findIndex(({ at }) => at <= this.clock.now())
      if (index < 0) return
      const [{ apply }] = this.due.splice(index, 1)
      apply()
    }
  }
}

/** A return may bear the number of a sale; what is shipped is the sale. */
function isSale(invoiceNumber: string): (one: Package) => boolean {
  return (one) => one.invoiceNumber === invoiceNumber && one.type === 'OUTPUT'
}

function rejected(status: number, message: string): Fault {
  return new Fault({
    kind: 'rejected',
    upstream: 'OMS',
    operation: 'write',
    status,
    upstreamMessage: message,
  })
}

/** Sum of an order's Output invoices. */
export function invoicedOf(order: Order): number {
  return order.packages
    .filter(({ type }) => type === 'OUTPUT')
    .reduce((total, { invoiceValue }) => cents(total + invoiceValue), cents(0))
}

/** OMS's own search, no kinder than its documentation: a whole id or document, and words of the name (oms §4). */
function isFoundBy({ orderId, customerName, customerDocuments }: Order, text: string): boolean {
  const words = (customerName ?? '').toUpperCase().split(/\s+/)
  return (
    [orderId, ...customerDocuments].includes(text) ||
    text
      .toUpperCase()
      .split(/\s+/)
      .every((word) => words.includes(word))
  )
}
