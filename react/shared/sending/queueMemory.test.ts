import { firstQueueState } from '../navigation/urls'
import { drafts } from './drafts'
import { queueMemory } from './queueMemory'

const state = { ...firstQueueState, page: 3 }

test('an order stands where the rows of the queue had it, counted over all pages', () => {
  queueMemory.remember({
    state,
    orderIds: ['a', 'b', 'c'],
    total: 128,
    hasNextPage: true,
    page: null,
    scrollTop: 0,
    openedOrderId: null,
  })
  expect(queueMemory.placeOf('b')).toEqual({
    position: 52,
    total: 128,
    previous: 'a',
    next: 'c',
    goesOn: false,
  })
  expect(queueMemory.placeOf('a')).toMatchObject({ position: 51, previous: null })
  expect(queueMemory.placeOf('c')).toMatchObject({ next: null, goesOn: true })
  expect(queueMemory.placeOf('by link')).toBeNull()
})

test('who goes on behind a page is on the way until they arrive, past all that was walked through', () => {
  expect(queueMemory.walked()).toBeNull()
  queueMemory.walkOn()
  queueMemory.walkOn()
  expect(queueMemory.walked()).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
  queueMemory.arrive()
  expect(queueMemory.walked()).toBeNull()
})

test('only exactly this view of the queue is restored', () => {
  expect(queueMemory.of({ ...state })).not.toBeNull()
  expect(queueMemory.of({ ...state, q: 'Ana' })).toBeNull()
  expect(queueMemory.of(firstQueueState)).toBeNull()
})

test('drafts are kept per order and form', () => {
  drafts.put('1', 'invoice', { number: '000123' })
  drafts.put('1', 'track', {})
  drafts.put('10', 'invoice', {})
  drafts.clear('1', 'track')
  expect(drafts.get('1', 'invoice')).toEqual({ number: '000123' })
  expect([drafts.has('1'), drafts.has('10'), drafts.has('100')]).toEqual([true, true, false])
  drafts.clear('1', 'invoice')
  drafts.clear('10', 'invoice')
  expect(drafts.any()).toBe(false)
})
