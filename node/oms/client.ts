import type { InstanceOptions, IOContext, RequestConfig } from '@vtex/api'
import type { JanusClient } from '@vtex/api'
import { OMS } from '@vtex/clients'

import { LONGEST_WRITE_MS } from '../domain/journal/waiting'
import { isFault } from '../domain/problem/fault'
import type { ChangeState, Order, Receipt } from '../domain/order/order'
import type {
  ListQuery,
  OrderList,
  OutgoingInvoice,
  OutgoingTracking,
  OutgoingTrackingStatus,
} from '../domain/package/outgoing'
import { decodeChanges, NO_CHANGES } from './decodeChanges'
import { decodeList } from './decodeList'
import { decodeOrder, lackingStore, NO_DEFAULTS, type StoreDefaults } from './decodeOrder'
import { decodeReceipt } from './decodeReceipt'
import {
  encodeInteraction,
  encodeInvoice,
  encodeListQuery,
  encodeTracking,
  encodeTrackingStatus,
} from './encode'
import { faultOf, faultOfBody, faultOfSegment, type Access, type OmsOperation } from './fault'
import { isObject, objectOf, textOf } from '../domain/values/loose'
import { onTheWayToOms, READ_TIMEOUT_MS } from './wayToOms'

/** How the app signs its notes on an order's timeline. */
const INTERACTION_SOURCE = 'Invoices & Tracking'

/** On whose behalf a call is made. */
export interface OmsCaller {
  /** The token that was judged for this very request. */
  readonly token: string
  /** What a call may take of the time that is left, `mostMs` at most; absent: all of that. @errors Fault out of time */
  readonly share?: (operation: OmsOperation, mostMs: number) => number
}

/**
 * VTEX's own client of OMS, of which only the way to OMS is used. Its calls are out of reach here: they would send the
 * app's token in place of the caller's, know no filter, and `cancelOrder` sends no token at all (docs/decisions/0009).
 */
const WayToOms: new (context: IOContext, options?: InstanceOptions) => JanusClient = OMS

/**
 * OMS in the domain's terms. Every call carries the token that was judged for this very request, as
 * VtexIdclientAutCookie; the instance keeps none. Reads are live, writes are sent once.
 * @errors every method: domain Fault
 */
export class OmsClient extends WayToOms {
  constructor(context: IOContext, options?: InstanceOptions) {
    super(context, onTheWayToOms(options))
  }

  /**
   * Null where OMS knows no such order. It answers to `seq{sequence}` as well, but an order has one name here: under a
   * second one it would have a claim and a journal of its own, and could be invoiced once for each. `defaultsOf` is
   * asked only for an order that names no currency or zone. @source oms §2
   */
  public async order(
    caller: OmsCaller,
    orderId: string,
    defaultsOf: (salesChannel: string | null) => Promise<StoreDefaults>
  ): Promise<Order | null> {
    const order = await this.named(caller, orderId, defaultsOf)
    return order?.orderId === orderId ? order : null
  }

  /** The order that is this one in the store's own count; null where OMS knows none. @source oms §2 */
  public async orderBySequence(
    caller: OmsCaller,
    sequence: string,
    defaultsOf: (salesChannel: string | null) => Promise<StoreDefaults>
  ): Promise<Order | null> {
    const order = await this.named(caller, `seq${sequence}`, defaultsOf)
    return order?.sequence === sequence ? order : null
  }

  /** What OMS answers to any of an order's names. */
  private async named(
    caller: OmsCaller,
    name: string,
    defaultsOf: (salesChannel: string | null) => Promise<StoreDefaults>
  ): Promise<Order | null> {
    try {
      const answer = await this.read('GetOrder', caller, orderPath('GetOrder', name))
      const lacking = lackingStore(answer)
      const defaults = lacking ? await defaultsOf(lacking.salesChannel) : NO_DEFAULTS
      return decodeOrder(answer, defaults)
    } catch (error) {
      if (isNotFound(error)) return null
      throw error
    }
  }

  /** @source oms §4 */
  public async list(caller: OmsCaller, query: ListQuery): Promise<OrderList> {
    return decodeList(await this.read('ListOrders', caller, ORDERS, encodeListQuery(query)))
  }

  /** OMS's own clock as an answer names it, to the second; null where it names none. @unit epoch milliseconds */
  public async date(caller: OmsCaller): Promise<number | null> {
    const operation = 'ListOrders'
    const { headers } = await this.calling(operation, 'read', () =>
      this.http.getRaw<unknown>(ORDERS, {
        ...calling(operation, caller),
        params: { page: 1, per_page: 1 },
      })
    )
    const date = Date.parse(textOf(objectOf(headers).date) ?? '')
    return Number.isNaN(date) ? null : date
  }

  /** Needs the right to change or cancel orders. @source oms §2.5 */
  public async changes(caller: OmsCaller, orderId: string): Promise<ChangeState> {
    const path = `/api/order-system/orders/${segment('GetChanges', orderId)}/changes`
    try {
      return decodeChanges(await this.read('GetChanges', caller, path))
    } catch (error) {
      if (isNotFound(error)) return NO_CHANGES
      throw error
    }
  }

  /** Exactly 204 is done; any other success says nothing. @source oms §2.8 */
  public async startHandling(caller: OmsCaller, orderId: string): Promise<void> {
    const operation = 'StartHandling'
    const path = `${orderPath(operation, orderId)}/start-handling`
    const response = await this.calling(operation, 'write', () =>
      this.http.postRaw(path, undefined, writing(operation, caller))
    )
    if (response.status !== 204) throw faultOfBody(response.data, operation, 'write')
  }

  /** Sent once. @source oms §1.1 */
  public async notifyInvoice(
    caller: OmsCaller,
    orderId: string,
    invoice: OutgoingInvoice
  ): Promise<Receipt> {
    const operation = 'NotifyInvoice'
    const path = `${orderPath(operation, orderId)}/invoice`
    return this.write(operation, () =>
      this.http.post(path, encodeInvoice(invoice), writing(operation, caller))
    )
  }

  /** Writes the given fields only. @source oms §1.2 */
  public async updatePartialInvoice(
    caller: OmsCaller,
    orderId: string,
    invoiceNumber: string,
    tracking: OutgoingTracking
  ): Promise<Receipt> {
    const operation = 'UpdatePartialInvoice'
    const path = invoicePath(operation, orderId, invoiceNumber)
    return this.write(operation, () =>
      this.http.patch(path, encodeTracking(tracking), writing(operation, caller))
    )
  }

  /** Appends the events. @source oms §1.3 */
  public async updateTrackingStatus(
    caller: OmsCaller,
    orderId: string,
    invoiceNumber: string,
    status: OutgoingTrackingStatus
  ): Promise<Receipt> {
    const operation = 'UpdateTrackingStatus'
    const path = `${invoicePath(operation, orderId, invoiceNumber)}/tracking`
    return this.write(operation, () =>
      this.http.put(path, encodeTrackingStatus(status), writing(operation, caller))
    )
  }

  /** A note on the order's timeline in OMS. @source oms §2.8 */
  public async addInteraction(caller: OmsCaller, orderId: string, message: string): Promise<void> {
    const operation = 'AddInteraction'
    const path = `${orderPath(operation, orderId)}/interactions`
    const body = encodeInteraction(INTERACTION_SOURCE, message)
    const answer = await this.calling(operation, 'write', () =>
      this.http.post<unknown>(path, body, writing(operation, caller))
    )
    if (typeof answer === 'string' && answer.trim() !== '')
      throw faultOfBody(answer, operation, 'write')
  }

  private async read(
    operation: OmsOperation,
    caller: OmsCaller,
    path: string,
    params?: object
  ): Promise<unknown> {
    const answer = await this.calling(operation, 'read', () =>
      this.http.get<unknown>(path, {
        ...calling(operation, caller),
        params,
      })
    )
    if (!isObject(answer) && !Array.isArray(answer)) throw faultOfBody(answer, operation, 'read')
    return answer
  }

  private async write(operation: OmsOperation, send: () => Promise<unknown>): Promise<Receipt> {
    const answer = await this.calling(operation, 'write', send)
    const receipt = decodeReceipt(answer)
    if (receipt === null) throw faultOfBody(answer, operation, 'write')
    return receipt
  }

  private async calling<T>(
    operation: OmsOperation,
    access: Access,
    call: () => Promise<T>
  ): Promise<T> {
    try {
      return await call()
    } catch (error) {
      throw faultOf(error, operation, access)
    }
  }
}

const ORDERS = '/api/oms/pvt/orders'

function orderPath(operation: OmsOperation, orderId: string): string {
  return `${ORDERS}/${segment(operation, orderId)}`
}

function invoicePath(operation: OmsOperation, orderId: string, invoiceNumber: string): string {
  return `${orderPath(operation, orderId)}/invoice/${segment(operation, invoiceNumber)}`
}

/** An id of OMS has some twenty characters; an address takes no thousands. */
const LONGEST_SEGMENT = 200

/**
 * One segment of a path, whatever the text: dots alone would climb out of it, nothing would name the list, and half a
 * character (a lone surrogate) cannot be encoded.
 */
function segment(operation: OmsOperation, text: string): string {
  if (/^\.{0,2}$|\p{Cs}/u.test(text) || text.length > LONGEST_SEGMENT)
    throw faultOfSegment(operation)
  return encodeURIComponent(text)
}

function calling(
  operation: OmsOperation,
  { token, share }: OmsCaller,
  mostMs = READ_TIMEOUT_MS
): RequestConfig {
  const metric = `oms-${operation}`
  return {
    metric,
    headers: { VtexIdclientAutCookie: token },
    tracing: { requestSpanNameSuffix: metric },
    retries: 0,
    timeout: share ? share(operation, mostMs) : mostMs,
  }
}

function writing(operation: OmsOperation, caller: OmsCaller): RequestConfig {
  return calling(operation, caller, LONGEST_WRITE_MS)
}

function isNotFound(error: unknown): boolean {
  return isFault(error) && error.kind === 'notFound'
}
