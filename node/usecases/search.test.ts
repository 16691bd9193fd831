import type { ListQuery } from '../domain/package/outgoing'
import { listOrders } from './listOrders'
import { notifyInvoice } from './notifyInvoice'
import { Fault } from '../domain/problem/fault'
import { someInvoice, someOrder, somePackage } from './testing/someOrder'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'

const ID = '1400-01'
const KEY = '31170758731662018088550010006437971006437976'

describe('a search of the queue', () => {
  const find = async (world: World, search: string) => {
    const { rows } = await listOrders(world.ports(), someQuery({ search, queue: 'ALL' }))
    return rows.map(({ order }) => order.orderId)
  }

  const asked = (world: World) => world.oms.bodies<ListQuery>('list').map(({ search }) => search)

  it('asks OMS for the digits of a document, whatever stands between them', async () => {
    const world = new World(someOrder({ customerDocuments: ['31522680411'] }))
    expect(await find(world, '315.226.804-11')).toEqual([ID])
    expect(asked(world)).toEqual(['31522680411'])
  })

  it('finds a document that the store keeps as the checkout wrote it, asked for bare', async () => {
    const world = new World(someOrder({ customerDocuments: ['315.226.804-11'] }))
    expect(await find(world, '31522680411')).toEqual([ID])
    expect(asked(world)).toEqual(['31522680411', '315.226.804-11'])
  })

  it('gives up after the ways in which a document is written', async () => {
    const world = new World(someOrder())
    expect(await find(world, '315.226.804-11')).toEqual([])
    expect(asked(world)).toEqual(['31522680411', '315.226.804-11', '31-52268041-1'])
  })

  it('finds an order that OMS has not listed yet by its id, in either case', async () => {
    const world = new World(someOrder({ orderId: 'SLR-1300010000101-01' }))
    world.oms.list = async () => ({ rows: [], total: 0, pages: 0 })
    expect(await find(world, 'slr-1300010000101-01')).toEqual(['SLR-1300010000101-01'])
  })

  it('finds all parts of a purchase by what they share', async () => {
    const parts = ['1300010000101-01', '1300010000101-02']
    const world = new World(
      ...[...parts, '1300010000102-01'].map((orderId) => someOrder({ orderId }))
    )
    expect(await find(world, '1300010000101')).toEqual(parts)
  })

  it.each(['501400', '#501400', 'seq501400'])(
    'finds an order by its sequence: %s',
    async (typed) => {
      const world = new World(someOrder({ sequence: '501400' }), someOrder({ orderId: '9-01' }))
      expect(await find(world, typed)).toEqual([ID])
    }
  )

  it('finds a marketplace’s id as soon as its order has been looked at', async () => {
    const marketplace = { name: 'Meli', orderId: '2000015745230171', isCertified: false }
    const world = new World(someOrder({ marketplace }), someOrder({ orderId: '9-01' }))
    expect(await find(world, '2000015745230171')).toEqual([])
    await find(world, ID)
    expect(await find(world, '2000015745230171')).toEqual([ID])
  })

  it('finds the key of an invoice that another system registered, once its order was looked at', async () => {
    const world = new World(
      someOrder({ packages: [somePackage({ invoiceNumber: '1', invoiceKey: `NFe${KEY}` })] }),
      someOrder({ orderId: '9-01', packages: [somePackage({ invoiceNumber: '643797' })] })
    )
    await find(world, 'Ana')
    expect(await find(world, KEY)).toEqual([ID])
  })

  it('says of an order named by its whole id that it could not be read', async () => {
    const world = new World(someOrder())
    world.oms.get = async () => {
      throw new Fault({ kind: 'unreadable', upstream: 'OMS', operation: 'GetOrder' })
    }
    const { rows, unreadable } = await listOrders(
      world.ports(),
      someQuery({ search: 'v123456abc-01', queue: 'ALL' })
    )
    expect(rows).toEqual([])
    expect(unreadable).toMatchObject([{ orderId: 'v123456abc-01' }])
  })

  it('finds the order of an access key that went out with its invoice', async () => {
    const world = new World(someOrder(), someOrder({ orderId: '9-01' }))
    const invoice = someInvoice({ invoiceKey: KEY })
    expect((await notifyInvoice(world.ports(), ID, invoice, [], null)).outcome).toBe('APPLIED')
    expect(await find(world, KEY.replace(/(....)/g, '$1 '))).toEqual([ID])
  })

  it('finds an invoice that bears the number in an access key', async () => {
    const world = new World(someOrder(), someOrder({ orderId: '9-01' }))
    const invoice = someInvoice({ invoiceNumber: '643797' })
    await notifyInvoice(world.ports(), ID, invoice, [], null)
    expect(await find(world, KEY)).toEqual([ID])
  })

  it('finds a parcel by its number in any form', async () => {
    const world = new World(someOrder())
    const invoice = someInvoice({ trackingNumber: 'AA123456785BR' })
    await notifyInvoice(world.ports(), ID, invoice, [], null)
    expect(await find(world, 'aa 123 456 785 br')).toEqual([ID])
  })
})
