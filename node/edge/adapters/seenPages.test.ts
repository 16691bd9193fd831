import { FakeClock } from '../testing/fakes'
import { seenPagesOf, type PageMemory } from './seenPages'

const QUEUE = 'to invoice, page 1'

function remembering(): PageMemory {
  const pages = new Map()
  return { get: (key) => pages.get(key), set: (key, page) => Boolean(pages.set(key, page)) }
}

describe('a page seen before', () => {
  it('is known by what was asked', () => {
    const pages = seenPagesOf('storeops/master', 'ana', new FakeClock(), remembering())
    pages.keep(QUEUE, ['1-01', '2-01'])
    expect(pages.ordersOf(QUEUE)).toEqual(['1-01', '2-01'])
    expect(pages.ordersOf('to invoice, page 2')).toEqual([])
  })

  it('is nobody else’s, and no other account’s', () => {
    const memory = remembering()
    const clock = new FakeClock()
    seenPagesOf('storeops/master', 'ana', clock, memory).keep(QUEUE, ['1-01'])
    expect(seenPagesOf('storeops/master', 'bob', clock, memory).ordersOf(QUEUE)).toEqual([])
    expect(seenPagesOf('other/master', 'ana', clock, memory).ordersOf(QUEUE)).toEqual([])
  })

  it('is forgotten after a quarter of an hour', () => {
    const clock = new FakeClock()
    const pages = seenPagesOf('storeops/master', 'ana', clock, remembering())
    pages.keep(QUEUE, ['1-01'])
    clock.advance(15 * 60_000 - 1)
    expect(pages.ordersOf(QUEUE)).toEqual(['1-01'])
    clock.advance(1)
    expect(pages.ordersOf(QUEUE)).toEqual([])
  })
})
