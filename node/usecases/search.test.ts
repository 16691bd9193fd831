import type { ListQuery } from '../domain/package/outgoing'
import { listOrders } from './listOrders'
import { notifyInvoice } from './notifyInvoice'
import { someInvoice, someOrder } from './testing/someOrder'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'

const ID = '1400-01'
const KEY = '31170758731662018088550010006437971006437976'

describe('a search of the queue', () => {
  const find = async (world: World, search: string) => {
    const { rows } = await listOrders(world.ports(), someQuery({ search, queue: 'ALL' }))
    return rows.map(({ order }) => order.orderId)
  }

  it('asks OMS for the digits of a document, whatever stands between them', async () => {
    const world = new World(someOrder())
    await find(world, '315.226.804-11')
    expect(world.oms.bodies<ListQuery>('list')).toMatchObject([{ search: '31522680411' }])
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
