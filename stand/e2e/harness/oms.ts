import { APP_KEY } from '../../identity/owners'
import type { Operation, RecordedRequest, WireOrder } from '../../oms'

/** Operations that change something. */
const WRITES: readonly Operation[] = [
  'StartHandling',
  'NotifyInvoice',
  'UpdatePartialInvoice',
  'UpdateTrackingStatus',
  'AddInteraction',
]

/** The three calls that the app is about, and their neighbours. */
export function writesAmong(requests: readonly RecordedRequest[]): RecordedRequest[] {
  return requests.filter(({ operation }) => (WRITES as readonly string[]).includes(operation))
}

/** OMS as an ERP sees it: app key and token, no app in between. */
export class OmsFace {
  constructor(private readonly origin: () => string) {}

  async call(
    method: string,
    path: string,
    body?: unknown
  ): Promise<{ status: number; headers: Headers; body: unknown }> {
    const response = await fetch(`${this.origin()}${path}`, {
      method,
      headers: {
        'X-VTEX-API-AppKey': APP_KEY.key,
        'X-VTEX-API-AppToken': APP_KEY.token,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    let read: unknown = text
    try {
      read = JSON.parse(text)
    } catch {
      // Some answers are no JSON on purpose.
    }
    return { status: response.status, headers: response.headers, body: read }
  }

  async order(orderId: string): Promise<WireOrder> {
    const { status, body } = await this.call('GET', orderPath(orderId))
    if (status !== 200)
      throw new Error(`OMS answered ${status} for ${orderId}: ${JSON.stringify(body)}`)
    return body as WireOrder
  }

  cancel(orderId: string): Promise<{ status: number; body: unknown }> {
    return this.call('POST', `${orderPath(orderId)}/cancel`, { reason: 'test' })
  }

  /** A change v1: takes effect on the value alone, the lines stay as they are (oms §2.5). */
  changeV1(
    orderId: string,
    discountValue: number,
    incrementValue: number,
    units: { itemsRemoved?: ChangedUnits[]; itemsAdded?: ChangedUnits[] } = {}
  ): Promise<{ status: number; body: unknown }> {
    return this.call('POST', `${orderPath(orderId)}/changes`, {
      reason: 'test',
      discountValue,
      incrementValue,
      itemsRemoved: [],
      itemsAdded: [],
      ...units,
    })
  }
}

interface ChangedUnits {
  id: string
  quantity: number
  price: number
}

export const orderPath = (orderId: string): string =>
  `/api/oms/pvt/orders/${encodeURIComponent(orderId)}`
