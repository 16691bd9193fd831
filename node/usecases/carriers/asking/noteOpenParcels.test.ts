import { dueOf } from '../../../domain/carriers/openParcels'
import { linkNamed } from '../../../domain/connectors/linkNamed'
import { pullAdapters } from '../../../domain/connectors/pull/adapters'
import { someOrder, somePackage } from '../../../domain/testing/someOrder'
import { instantAt } from '../../../domain/values/instant'
import { CarrierWorld } from '../../../edge/testing/carrierWorld'
import { noteOpenParcels, seenIn } from './noteOpenParcels'

const KEY = '35261111222333000181550010000047111123456787'
const PROMISED = Date.parse('2026-03-15T12:00:00Z')
const byPost = (invoiceNumber: string, more = {}) =>
  somePackage({ invoiceNumber, trackingNumber: 'AA123456785BR', courier: 'Correios', ...more })
const byTruck = (invoiceNumber: string, more = {}) =>
  somePackage({ invoiceNumber, invoiceKey: KEY, courier: 'Rodonaves', ...more })
const orderWith = (...packages: ReturnType<typeof somePackage>[]) =>
  someOrder({ orderId: '1-01', status: 'invoiced', packages })
const delivered = {
  courierStatus: { status: null, finished: true, deliveredDate: null, events: [] },
}

describe('what of an order a carrier is asked about', () => {
  it('is each parcel that is on its way, each by its own carrier, as far as that is on', () => {
    const order = {
      ...orderWith(
        byPost('1'),
        byTruck('2'),
        byPost('3', delivered),
        byPost('4', { type: 'INPUT' })
      ),
      estimatedDelivery: instantAt(PROMISED),
    }
    const seen = { orderId: '1-01', promisedAt: PROMISED }
    expect(seenIn(order, pullAdapters)).toMatchObject([
      {
        carrier: 'correios',
        seen: { ...seen, invoiceNumber: '1', trackingNumber: 'AA123456785BR' },
      },
      { carrier: 'ssw', seen: { ...seen, invoiceNumber: '2', invoiceKey: KEY } },
    ])
    expect(seenIn(order, [linkNamed('ssw', pullAdapters)!])).toMatchObject([{ carrier: 'ssw' }])
    expect(seenIn(order, [])).toEqual([])
  })

  it('may be promised for no day', () => {
    const order = { ...orderWith(byPost('1')), estimatedDelivery: null }
    expect(seenIn(order, pullAdapters)).toMatchObject([{ seen: { promisedAt: null } }])
  })

  it('is nothing of a canceled one', () =>
    expect(seenIn({ ...orderWith(byPost('1')), status: 'canceled' }, pullAdapters)).toEqual([]))
})

describe('an order that is looked at', () => {
  async function noted(all: CarrierWorld, order: ReturnType<typeof orderWith>) {
    return noteOpenParcels(all.ports(), order, pullAdapters)
  }
  const due = async (all: CarrierWorld, carrier: string) => {
    const shards = await Promise.all(
      Array.from({ length: 16 }, (_, shard) => all.ports().openParcels.read(carrier, shard))
    )
    return shards
      .flatMap((shard) => dueOf(shard, all.world.clock.now()))
      .map(({ invoiceNumber }) => invoiceNumber)
      .sort()
  }

  it('has its open parcels noted, and names the carriers for which that is new, each once', async () => {
    const all = new CarrierWorld()
    const numbers = Array.from({ length: 40 }, (_, index) => String(index + 10))
    const order = orderWith(...numbers.map((number) => byPost(number)), byTruck('1'))
    expect(await noted(all, order)).toEqual(['correios', 'ssw'])
    expect(await due(all, 'correios')).toEqual(numbers)
    expect(await due(all, 'ssw')).toEqual(['1'])
    const { saves } = all.files
    expect(await noted(all, order)).toEqual([])
    expect(all.files.saves).toBe(saves)
    const more = orderWith(...order.packages, byTruck('2'))
    expect(await noted(all, more)).toEqual(['ssw'])
  })

  it('costs one look at each piece in which its parcels lie', async () => {
    const all = new CarrierWorld()
    const order = orderWith(...Array.from({ length: 40 }, (_, index) => byPost(String(index))))
    await noted(all, order)
    const { reads } = all.files
    await noted(all, order)
    expect(all.files.reads - reads).toBeLessThanOrEqual(16)
  })
})
