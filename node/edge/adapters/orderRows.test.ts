import type { Order } from '../../domain/order/order'
import { FakeClock } from '../testing/fakes'
import { orderRowsOf, rowMemory } from './orderRows'

const FIRST = 'handling'
const LATER = 'handling, invoiced by us'
const clock = new FakeClock()
const order = { orderId: 'order-1' } as Order

describe('rows read before', () => {
  it('are there while the list says that nothing changed', () => {
    const rows = orderRowsOf('storeops/master', 'ana', rowMemory(clock))
    expect(rows.get('order-1', FIRST)).toBeNull()
    rows.put('order-1', FIRST, order)
    expect(rows.get('order-1', FIRST)).toBe(order)
    expect(rows.get('order-1', LATER)).toBeNull()
  })

  it('are gone after a write, for every reader', () => {
    const memory = rowMemory(clock)
    const ana = orderRowsOf('storeops/master', 'ana', memory)
    ana.put('order-1', FIRST, order)
    orderRowsOf('storeops/master', 'bob', memory).drop('order-1')
    expect(ana.get('order-1', FIRST)).toBeNull()
  })

  it('are read again after ten seconds, whatever the list says', () => {
    const rows = orderRowsOf('storeops/master', 'ana', rowMemory(clock))
    rows.put('order-1', FIRST, order)
    clock.advance(9_999)
    expect(rows.get('order-1', FIRST)).toBe(order)
    clock.advance(1)
    expect(rows.get('order-1', FIRST)).toBeNull()
  })

  it('are shown to those only whom OMS has shown them', () => {
    const memory = rowMemory(clock)
    const ana = orderRowsOf('storeops/master', 'ana', memory)
    const bob = orderRowsOf('storeops/master', 'bob', memory)
    ana.put('order-1', FIRST, order)
    expect(bob.get('order-1', FIRST)).toBeNull()
    bob.put('order-1', FIRST, order)
    expect(ana.get('order-1', FIRST)).toBe(order)
  })

  it('are never shown in another account', () => {
    const memory = rowMemory(clock)
    orderRowsOf('storeops/master', 'ana', memory).put('order-1', FIRST, order)
    expect(orderRowsOf('other/master', 'ana', memory).get('order-1', FIRST)).toBeNull()
  })
})
