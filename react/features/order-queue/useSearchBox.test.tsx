import { hooks } from '@vtex/test-tools/react'
import { firstQueueState, QueueState } from '../../shared/navigation/urls'
import { useSearchBox } from './useSearchBox'

const { act, renderHook } = hooks

const at = (q: string): QueueState => ({ ...firstQueueState, q })

/** A box over an address that moves when the test says so, as the Admin's router does some time after it was asked. */
function start(first = '') {
  jest.useFakeTimers()
  const asked: string[] = []
  const type = (next: QueueState) => {
    asked.push(next.q)
  }
  const { result, rerender } = renderHook(({ q }: { q: string }) => useSearchBox(at(q), type), {
    initialProps: { q: first },
  })
  return {
    asked,
    box: () => result.current,
    types: (text: string) => act(() => result.current.change(text)),
    waits: () => act(() => void jest.advanceTimersByTime(600)),
    addressBecomes: (q: string) => rerender({ q }),
  }
}

afterEach(() => jest.useRealTimers())

test('what is typed while the address follows stays, and is searched in its turn', () => {
  const { asked, box, types, waits, addressBecomes } = start()
  types('Ana')
  waits()
  types('Ana F')
  addressBecomes('Ana')
  expect(box().text).toBe('Ana F')
  waits()
  addressBecomes('Ana F')
  expect(box().text).toBe('Ana F')
  expect(asked).toEqual(['Ana', 'Ana F'])
})

test('an address that follows twice in a row sets nothing back', () => {
  const { box, types, waits, addressBecomes } = start()
  types('a')
  waits()
  types('ab')
  waits()
  addressBecomes('a')
  expect(box().text).toBe('ab')
  addressBecomes('ab')
  expect(box().text).toBe('ab')
})

test('a search that is taken back before the address has followed is taken back there too', () => {
  const { asked, types, waits } = start()
  types('a')
  waits()
  types('')
  waits()
  expect(asked).toEqual(['a', ''])
})

test('an address that moves by itself fills the box, and what was being typed is not searched any more', () => {
  const { asked, box, types, waits, addressBecomes } = start('Ana')
  types('Anab')
  addressBecomes('')
  expect(box().text).toBe('')
  waits()
  expect(asked).toEqual([])
})

test('back and forward fill the box, also with what it had asked for itself', () => {
  const { box, types, waits, addressBecomes } = start()
  types('Ana')
  waits()
  addressBecomes('Ana')
  addressBecomes('')
  expect(box().text).toBe('')
  addressBecomes('Ana')
  expect(box().text).toBe('Ana')
})

test('a blank at the end is typing, not another search', () => {
  const { asked, box, types, waits, addressBecomes } = start()
  types('Ana ')
  waits()
  addressBecomes('Ana')
  expect(box().text).toBe('Ana ')
  expect(asked).toEqual(['Ana'])
})
