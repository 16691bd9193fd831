import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import type { ListedOrder, Order } from '../../domain/order/order'
import { Fault } from '../../domain/problem/fault'
import { someIntent } from '../../domain/testing/someIntent'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import type { ActivityEntry, Journal, OrderRowsPort, Ports } from '../ports'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { noteNumbers } from './noteNumbers'
import { readRow } from './readRow'

const ID = '1400-01'
const PARTS = { settings: DEFAULT_SETTINGS, rights: new Set<never>(), changeBudget: { left: 0 } }
const LISTED: ListedOrder = {
  orderId: ID,
  status: 'handling',
  creationDate: moment('2026-03-01T00:00:00Z'),
  lastChange: null,
}
const entry: ActivityEntry = {
  at: moment('2026-03-09T10:00:00Z'),
  actor: 'ana',
  operation: 'NOTIFY_INVOICE',
  invoiceNumber: 'NF-1',
  outcome: 'REFUSED',
  receipt: null,
  summary: '',
}

/** A memory of rows that remembers by order and mark, as the port asks for. */
function memory() {
  const kept = new Map<string, Order>()
  const rows: OrderRowsPort = {
    holds: () => kept.size > 0,
    get: (orderId, mark) => kept.get(orderId + mark) ?? null,
    put: (orderId, mark, order) => void kept.set(orderId + mark, order),
    drop: () => undefined,
  }
  return { rows, kept }
}

/** How often OMS is asked for a row: read once, then read again as it is listed and journaled then. */
async function readsOf(
  then: Partial<ListedOrder>,
  journals: readonly [Journal, Journal] = [EMPTY_JOURNAL, EMPTY_JOURNAL],
  order = someOrder()
) {
  const here = new World(order)
  const ports = here.ports()
  const { rows, kept } = memory()
  let looks = 0
  const read = async () => journals[looks++ === 0 ? 0 : 1]
  const all: Ports = { ...ports, rows, journals: { ...ports.journals, read } }
  const first = await readRow(all, LISTED, PARTS)
  const second = await readRow(all, { ...LISTED, ...then }, PARTS)
  expect(second?.order).toEqual(first?.order)
  return {
    reads: here.oms.sent.filter(({ call }) => call === 'get').length,
    kept: kept.size,
    second,
  }
}

describe('a row that was read before', () => {
  it('is not read again where nothing has changed, and is shown with its journal', async () => {
    const journal = { ...EMPTY_JOURNAL, intents: [someIntent()] }
    const { reads, second } = await readsOf({}, [journal, journal])
    expect(reads).toBe(1)
    expect(second?.ledger.pending).toHaveLength(1)
  })

  it.each([
    { status: 'invoiced' },
    { creationDate: moment('2026-03-02T00:00:00Z') },
    { lastChange: moment('2026-03-02T00:00:00Z') },
  ])('is read again where OMS lists it otherwise: %j', async (then) => {
    expect((await readsOf(then)).reads).toBe(2)
  })

  it('is read again where this app has done something since', async () => {
    const journal = { ...EMPTY_JOURNAL, activity: [entry] }
    for (const after of [
      { ...journal, intents: [someIntent()] },
      { ...journal, activity: [entry, entry] },
      { ...journal, activity: [{ ...entry, at: moment('2026-03-09T11:00:00Z') }] },
      EMPTY_JOURNAL,
    ])
      expect((await readsOf({}, [journal, after])).reads).toBe(2)
    const more = { ...EMPTY_JOURNAL, activity: [entry, { ...entry, actor: 'bob' }] }
    expect((await readsOf({}, [more, more])).reads).toBe(1)
  })

  it('is always read again where it holds a package: tracking shows in no list', async () => {
    const order = someOrder({ packages: [somePackage()] })
    expect(await readsOf({}, [EMPTY_JOURNAL, EMPTY_JOURNAL], order)).toMatchObject({
      reads: 2,
      kept: 0,
    })
  })
})

describe('a row that OMS lists and does not know', () => {
  it('is none, and nothing is noted of it', async () => {
    const here = new World()
    const { rows, kept } = memory()
    const record = {
      invoiceNumber: 'NF-1',
      wroteInvoice: true,
      dispatchedDate: null,
      descriptions: [],
      shownAt: moment('2026-03-10T11:59:59Z'),
    }
    const ports = here.ports()
    const read = async () => ({ ...EMPTY_JOURNAL, invoices: [record] })
    const all = { ...ports, rows, journals: { ...ports.journals, read } }
    expect(await readRow(all, LISTED, PARTS)).toBeNull()
    expect([kept.size, here.numbers.size, here.oms.sent.length]).toEqual([0, 0, 1])
  })
})

describe('the numbers of an order', () => {
  const noting = (order: Order, see: Ports['numbers']['see']) => {
    const here = new World()
    const ports = here.ports()
    noteNumbers({ ...ports, numbers: { ...ports.numbers, see } }, order)
    return here
  }

  it('are noted each once, and not at all where there is none', async () => {
    const seen: unknown[] = []
    const see = async (orderId: string, numbers: readonly string[]) =>
      void seen.push([orderId, numbers])
    const twice = [somePackage({ trackingNumber: 'AA1' }), somePackage({ trackingNumber: 'AA1' })]
    noting(someOrder({ packages: twice }), see)
    noting(someOrder({ packages: [somePackage()] }), see)
    noting(someOrder(), see)
    expect(seen).toEqual([
      [ID, ['NF-1', 'AA1']],
      [ID, ['NF-1']],
    ])
  })

  it('that cannot be noted cost a line in the log', async () => {
    const order = someOrder({ packages: [somePackage()] })
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    for (const [error, detail] of [
      [down, 'VBASE Save: unavailable'],
      [new Error('secret'), 'failed'],
    ] as const) {
      const here = noting(order, async () => {
        throw error
      })
      await new Promise(setImmediate)
      expect(here.logs).toEqual([{ flow: 'NumberIndex', orderId: ID, detail }])
    }
  })
})
