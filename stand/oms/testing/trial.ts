/** How the tests of the bugs look at the double. */
import { invoice, line, ORDERS, type Bench, type Parsed } from './bench'
import type { WireOrder } from '../wire'

export const ORDER = `${ORDERS}/1001-01`
export const PATH = `${ORDER}/invoice`
export const CHANGES = '/api/order-system/orders/1001-01/changes'

export interface Trial {
  orders?: WireOrder[]
  see: (made: Bench) => Promise<unknown>
  healthy: unknown
  ill: unknown
}

export async function post(made: Bench, overrides: Record<string, unknown> = {}): Promise<number> {
  const { status } = await made.call('POST', PATH, invoice(overrides))
  made.pass(3_000)
  return status
}

export const read = (made: Bench): Promise<Parsed> => made.order()
export const first = async (made: Bench): Promise<Parsed> =>
  (await read(made)).packageAttachment.packages[0]
export const statusOf = async (made: Bench): Promise<Parsed> => (await read(made)).status
export const twins = [
  line({ quantity: 1, uniqueId: 'A' }),
  line({ quantity: 2, price: 4_000, uniqueId: 'B' }),
]
export const addOne = {
  reason: 'r',
  add: { items: [{ uniqueId: line().uniqueId, id: '18', quantity: 1 }] },
}

export async function changed(made: Bench): Promise<void> {
  made.oms.setBehaviour({ readings: { partialStatus: 'handling' } })
  await post(made, { invoiceValue: 5_000, items: [{ id: '18', price: 5_000, quantity: 1 }] })
  await made.call('PATCH', CHANGES, addOne)
  made.pass(10_000)
}
