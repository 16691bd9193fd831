import { EMPTY_JOURNAL } from '../domain/journal/journal'
import { cents } from '../domain/values/money'
import { assembleView } from '../usecases/reading/assembleView'
import { moment, someLine, someOrder, somePackage } from '../usecases/testing/someOrder'
import { World } from '../usecases/testing/world'
import { readRights, readSettings } from '../usecases/reading/liveReads'
import { presentActivity, presentOrder } from './present'

async function shown(changes: Parameters<typeof someOrder>[0]) {
  const order = someOrder(changes)
  const ports = new World(order).ports()
  const [settings, rights] = await Promise.all([readSettings(ports), readRights(ports)])
  return presentOrder(
    assembleView(order, {
      settings,
      rights,
      journal: EMPTY_JOURNAL,
      changes: null,
      nowMs: Date.parse('2026-03-12T12:00:00Z'),
    })
  )
}

const sale = somePackage({
  items: [{ itemIndex: 0, id: '101', quantity: 3, price: null, description: null }],
})
const back = somePackage({
  invoiceNumber: 'R-1',
  type: 'INPUT',
  invoiceValue: cents(7_990),
  items: [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }],
})

describe('an order that came back in part', () => {
  it('says what was refunded, and which units returned', async () => {
    const order = await shown({
      lines: [someLine({ quantity: 3 })],
      packages: [sale, back],
      status: 'invoiced',
    })
    expect(order).toMatchObject({ refundedValue: 7_990, items: [{ returnedQuantity: 1 }] })
  })

  it('has nothing refunded where nothing came back', async () => {
    const order = await shown({ lines: [someLine({ quantity: 3 })], packages: [sale] })
    expect(order).toMatchObject({ refundedValue: 0, items: [{ returnedQuantity: 0 }] })
  })
})

it('the last event of a parcel is the first that OMS lists; none before there is one', async () => {
  const events = ['Out for delivery', 'Posted'].map((description, hours) => ({
    date: moment(`2026-03-1${1 - hours}T12:00:00Z`),
    dateText: '',
    description,
    city: null,
    state: null,
  }))
  const parcel = somePackage({
    courierStatus: { status: null, finished: false, deliveredDate: null, events },
  })
  const [told, untold] = (await shown({ packages: [parcel, sale] })).packages
  expect(told?.lastEvent).toMatchObject({ description: 'Out for delivery' })
  expect(untold?.lastEvent).toBeNull()
})

it('an entry of before there was a type has none', () => {
  const entry = {
    at: moment('2026-03-10T12:00:00Z'),
    actor: 'ana@store.com',
    operation: 'NOTIFY_INVOICE' as const,
    invoiceNumber: '7',
    outcome: 'APPLIED' as const,
    receipt: null,
    summary: '',
  }
  expect(presentActivity(entry).type).toBeNull()
  expect(presentActivity({ ...entry, type: 'INPUT' }).type).toBe('INPUT')
})
