/** How the tests of the readings look at the double. */
import { invoice, line, ORDERS, type Bench, type Parsed } from './bench'
import type { WireOrder } from '../wire'

export const PATH = `${ORDERS}/1001-01/invoice`
export const TRACKING = `${PATH}/4711/tracking`
export const CHANGES = '/api/order-system/orders/1001-01/changes'
export const EVENT = { description: 'x', date: '2026-03-01 10:00', city: 'Recife', state: 'PE' }

export interface Sight {
  orders?: WireOrder[]
  /** What a client gets to see. */
  see: (made: Bench) => Promise<unknown>
  /** By value of the reading. */
  sees: Record<string, unknown>
}

export async function post(made: Bench, overrides: Record<string, unknown> = {}): Promise<number> {
  const { status } = await made.call('POST', PATH, invoice(overrides))
  made.pass(3_000)
  return status
}

export async function put(made: Bench, body: Record<string, unknown>): Promise<number> {
  const { status } = await made.call('PUT', TRACKING, {
    isDelivered: false,
    events: [EVENT],
    ...body,
  })
  made.pass(3_000)
  return status
}

export async function patch(made: Bench, body: Record<string, unknown>): Promise<number> {
  const { status } = await made.call('PATCH', `${PATH}/4711`, body)
  made.pass(3_000)
  return status
}

export const packages = async (made: Bench): Promise<Parsed[]> =>
  (await made.order()).packageAttachment.packages
export const first = async (made: Bench): Promise<Parsed> => (await packages(made))[0]
export const change = {
  reason: 'r',
  add: { items: [{ uniqueId: line().uniqueId, id: '18', quantity: 1 }] },
}
export const delivered = async (made: Bench) => (await first(made)).courierStatus
