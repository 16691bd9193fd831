import { Fault, type FaultKind } from '../../../domain/problem/fault'
import { LONGEST_WRITE_MS } from '../../../domain/journal/waiting'
import type { Order, Receipt } from '../../../domain/order/order'
import type {
  OutgoingInvoice,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../../../domain/package/outgoing'
import { FakeOms } from '../../../usecases/testing/fakeOms'
import type { Operation as Deed, OrdersPort } from '../../../usecases/ports'
import type { Budget } from '../../budget'
import { AT_ONCE, cutAt, type Way } from './operation'
import type { Scheduler } from './scheduler'

/** Of the real client (design §2.7). */
const READ_TIMEOUT_MS = 5_000
const SLOW_MS = 1_400

export interface OmsManners {
  readonly latencyMs: number
  /** From its answer until a read shows it; Infinity: never. */
  readonly applyDelayMs: number
  /** False: OMS drops what is below a second of an event's date. */
  readonly keepsMilliseconds: boolean
}

/** One write that left a caller, and what became of it. */
export interface Send {
  readonly caller: string
  readonly deed: Deed
  readonly orderId: string
  readonly invoiceNumber: string | null
  readonly body: OutgoingInvoice | OutgoingTracking | OutgoingTrackingStatus | null
  readonly atMs: number
  /** When OMS took it; null where it never did. */
  committedMs: number | null
}

/** OMS in memory as all replicas see it, with a book of who sent what. */
export class SharedOms {
  readonly sends: Send[] = []
  readonly oms: FakeOms

  constructor(
    private readonly scheduler: Scheduler,
    private readonly manners: OmsManners,
    private readonly onCommit: (send: Send) => void
  ) {
    this.oms = new FakeOms({ now: () => scheduler.now(), sleep: (ms) => scheduler.sleep(ms) })
    this.oms.applyDelayMs = manners.applyDelayMs
  }

  show(orderId: string): Order {
    return this.asKept(this.oms.peek(orderId))
  }

  committed(deed: Deed): readonly Send[] {
    return this.sends.filter((send) => send.deed === deed && send.committedMs !== null)
  }

  /** As one replica's client sees it, within the time of one request. */
  of(caller: string, budget: Budget): OrdersPort {
    const { oms } = this
    return {
      get: async (orderId) =>
        this.get(caller, orderId, budget.shareOfOms('GetOrder', READ_TIMEOUT_MS)),
      bySequence: (sequence) => oms.bySequence(sequence),
      list: (query) => oms.list(query),
      changes: (orderId) => oms.changes(orderId),
      addInteraction: (orderId, message) => oms.addInteraction(orderId, message),
      startHandling: async (orderId) =>
        this.write(caller, budget, 'START_HANDLING', orderId, null, null, () =>
          oms.startHandling(orderId)
        ),
      notifyInvoice: async (orderId, invoice) =>
        this.write(caller, budget, 'NOTIFY_INVOICE', orderId, invoice.invoiceNumber, invoice, () =>
          oms.notifyInvoice(orderId, invoice)
        ),
      updatePartialInvoice: async (orderId, number, tracking) =>
        this.write(caller, budget, 'UPDATE_PARTIAL_INVOICE', orderId, number, tracking, () =>
          oms.updatePartialInvoice(orderId, number, tracking)
        ),
      updateTrackingStatus: async (orderId, number, status) =>
        this.write(caller, budget, 'UPDATE_TRACKING_STATUS', orderId, number, status, () =>
          oms.updateTrackingStatus(orderId, number, status)
        ),
    }
  }

  private get(caller: string, orderId: string, withinMs: number): Promise<Order | null> {
    const ways: Way<Order | null>[] = [
      this.usual(),
      { name: 'slow: waits, then looks', isAnomaly: true, afterMs: SLOW_MS },
      { name: 'slow: looks, then waits', isAnomaly: true, answerMs: SLOW_MS },
      {
        name: 'times out',
        isAnomaly: true,
        hasNoEffect: true,
        answerMs: READ_TIMEOUT_MS,
        fails: () => fault('unavailable'),
      },
    ]
    return this.scheduler.call<Order | null>({
      caller,
      label: `oms get ${orderId}`,
      resource: `order ${orderId}`,
      writes: false,
      effect: async () => {
        const order = await this.oms.get(orderId)
        return order && this.asKept(order)
      },
      ways: cutAt(ways, withinMs, () => fault('unavailable')),
    })
  }

  private write<T extends Receipt | void>(
    caller: string,
    budget: Budget,
    deed: Deed,
    orderId: string,
    invoiceNumber: string | null,
    body: Send['body'],
    take: () => Promise<T>
  ): Promise<T> {
    const withinMs = budget.shareOfOms(deed, LONGEST_WRITE_MS)
    const send: Send = {
      caller,
      deed,
      orderId,
      invoiceNumber,
      body,
      atMs: this.scheduler.now(),
      committedMs: null,
    }
    this.sends.push(send)
    const late = { isAnomaly: true, afterMs: LONGEST_WRITE_MS - 100 }
    const unanswered = {
      isAnomaly: true,
      answerMs: LONGEST_WRITE_MS,
      fails: () => fault('unknown'),
    }
    const refused = {
      isAnomaly: true,
      hasNoEffect: true,
      fails: () => fault('rejected', 400),
    } as const
    const ways: Way<T>[] = [
      this.usual(),
      { name: 'slow', isAnomaly: true, afterMs: SLOW_MS },
      { ...refused, name: 'refused with 400' },
      { ...unanswered, name: 'lost on the way there', hasNoEffect: true },
      { ...unanswered, name: 'the answer is lost' },
      { ...unanswered, ...late, name: 'the answer is lost, taken late' },
      { name: 'taken, and the caller dies', isAnomaly: true, dies: true },
      { ...late, name: 'the caller dies, taken late', dies: true },
    ]
    return this.scheduler.call<T>({
      caller,
      ways: cutAt(ways, withinMs, () => fault('unknown')),
      label: `oms ${SHORT[deed]} ${said(send)}`,
      resource: `order ${orderId}`,
      writes: true,
      effect: async () => {
        const answer = await take()
        send.committedMs = this.scheduler.now()
        this.onCommit(send)
        return answer
      },
    })
  }

  private usual(): Way<never> {
    const { latencyMs } = this.manners
    return latencyMs > 0 ? { ...AT_ONCE, afterMs: latencyMs } : AT_ONCE
  }

  private asKept(order: Order): Order {
    if (this.manners.keepsMilliseconds) return order
    const packages = order.packages.map((one) => ({
      ...one,
      courierStatus: one.courierStatus && {
        ...one.courierStatus,
        events: one.courierStatus.events.map((event) => {
          const date = event.dateText.replace(/\.\d+/, '') as NonNullable<typeof event.date>
          return { ...event, date, dateText: date }
        }),
      },
    }))
    return { ...order, packages }
  }
}

const SHORT: Record<Deed, string> = {
  START_HANDLING: 'start-handling',
  NOTIFY_INVOICE: 'POST',
  UPDATE_PARTIAL_INVOICE: 'PATCH',
  UPDATE_TRACKING_STATUS: 'PUT',
}

/** What a write carries, in a few words. */
function said({ invoiceNumber, body }: Send): string {
  if (body === null) return ''
  if ('events' in body) {
    const scans = body.events.map(({ description }) => description).join(', ')
    return `${invoiceNumber} [${scans}]${body.isDelivered ? ' delivered' : ''}`
  }
  if ('invoiceValue' in body) return `${invoiceNumber} ${body.invoiceValue}`
  return `${invoiceNumber} ${Object.keys(body).join(', ')}`
}

function fault(kind: FaultKind, status?: number): Fault {
  return new Fault({ kind, status, upstream: 'OMS', operation: 'Explored' })
}
