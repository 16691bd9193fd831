import { FakeClock } from '../testing/fakes'
import { pageMemory, seenPagesOf } from './seenPages'

const QUEUE = 'to invoice, page 1'

describe('a page seen before', () => {
  it('is known by what was asked', () => {
    const pages = seenPagesOf('storeops/master', 'ana', pageMemory(new FakeClock()))
    pages.keep(QUEUE, ['1-01', '2-01'])
    expect(pages.ordersOf(QUEUE)).toEqual(['1-01', '2-01'])
    expect(pages.ordersOf('to invoice, page 2')).toEqual([])
  })

  it('is nobody else’s, and no other account’s', () => {
    const memory = pageMemory(new FakeClock())
    seenPagesOf('storeops/master', 'ana', memory).keep(QUEUE, ['1-01'])
    expect(seenPagesOf('storeops/master', 'bob', memory).ordersOf(QUEUE)).toEqual([])
    expect(seenPagesOf('other/master', 'ana', memory).ordersOf(QUEUE)).toEqual([])
  })

  it('is forgotten after a quarter of an hour', () => {
    const clock = new FakeClock()
    const pages = seenPagesOf('storeops/master', 'ana', pageMemory(clock))
    pages.keep(QUEUE, ['1-01'])
    clock.advance(15 * 60_000 - 1)
    expect(pages.ordersOf(QUEUE)).toEqual(['1-01'])
    clock.advance(1)
    expect(pages.ordersOf(QUEUE)).toEqual([])
  })
})
