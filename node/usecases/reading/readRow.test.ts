import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import type { Order } from '../../domain/order/order'
import type { OrderRowsPort, Ports } from '../ports'
import { someOrder } from '../testing/someOrder'
import { World } from '../testing/world'
import { readRow } from './readRow'

const ID = '1400-01'
const PARTS = { settings: DEFAULT_SETTINGS, rights: new Set<never>(), changeBudget: { left: 0 } }
const listed = (status: string) => ({ orderId: ID, status, creationDate: null, lastChange: null })

/** A memory of rows that says what was put into it. */
function remembering(): { readonly rows: OrderRowsPort; readonly kept: Order[] } {
  const kept: Order[] = []
  const rows: OrderRowsPort = {
    holds: () => false,
    get: () => null,
    put: (_orderId, _mark, order) => void kept.push(order),
    drop: () => undefined,
  }
  return { rows, kept }
}

describe('a row that was read before OMS had listed it', () => {
  const read = async (status: string) => {
    const order = someOrder({ status: 'handling' })
    const { rows, kept } = remembering()
    const ports: Ports = { ...new World(order).ports(), rows }
    const early = { order: Promise.resolve(order), journal: Promise.resolve(EMPTY_JOURNAL) }
    await readRow(ports, listed(status), PARTS, early)
    return kept
  }

  it('is kept for the next look where the list agrees with it', async () => {
    expect(await read('handling')).toHaveLength(1)
  })

  it('is not kept where the list knows better already: it would be shown until the list moved again', async () => {
    expect(await read('invoiced')).toEqual([])
  })

  it('is always kept where it was read after the list', async () => {
    const order = someOrder({ status: 'handling' })
    const { rows, kept } = remembering()
    await readRow({ ...new World(order).ports(), rows }, listed('invoiced'), PARTS)
    expect(kept).toEqual([order])
  })
})
