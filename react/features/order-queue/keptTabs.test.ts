import { firstQueueState } from '../../shared/navigation/urls'
import {
  isShown,
  keep,
  KeptTab,
  move,
  readTabs,
  remove,
  rename,
  storageKey,
  writeTabs,
} from './keptTabs'

const view = {
  ...firstQueueState,
  queue: 'LATE' as const,
  q: 'Meli',
  from: '-7d',
  page: 4,
  perPage: 100,
}
const names = (tabs: KeptTab[]) => tabs.map(({ name }) => name)
const three = keep(keep(keep([], 'a', view), 'b', view), 'c', view)

test('keeps queue, search and dates, not the page', () => {
  expect(three[0].state).toEqual({ ...view, page: 1, perPage: 25 })
  expect(isShown(three[0], { ...view, page: 9 })).toBe(true)
  expect(isShown(three[0], { ...view, q: '' })).toBe(false)
})

test('what is written is read again', () => {
  expect(readTabs(writeTabs(three))).toEqual(three)
})

test.each([null, '', 'broken', '{}', '[1, null, {"name":""}, {"name":"x"}]'])(
  '%p holds no tab',
  (text) => {
    expect(readTabs(text)).toEqual([])
  }
)

test('a stored view that makes no sense any more becomes the first one', () => {
  expect(readTabs('[{"name":"old","query":{"queue":"GONE"}}]')).toEqual([
    { name: 'old', state: firstQueueState },
  ])
})

test('a name stands once: keeping it again changes its view, and no other tab can take it', () => {
  const again = keep(three, ' b ', { ...view, q: 'new' })
  expect(names(again)).toEqual(['a', 'b', 'c'])
  expect(again[1].state.q).toBe('new')
  expect(names(rename(three, 0, 'c'))).toEqual(['a', 'b', 'c'])
  expect(names(rename(three, 0, ' z '))).toEqual(['z', 'b', 'c'])
  expect(names(rename(three, 0, '  '))).toEqual(['a', 'b', 'c'])
  expect(keep(three, '  ', view)).toBe(three)
})

test('tabs move by one, within their row', () => {
  expect(names(move(three, 0, 1))).toEqual(['b', 'a', 'c'])
  expect(names(move(three, 0, -1))).toEqual(['a', 'b', 'c'])
  expect(names(move(three, 2, 1))).toEqual(['a', 'b', 'c'])
  expect(names(remove(three, 1))).toEqual(['a', 'c'])
})

test('two people of one browser keep their own', () => {
  expect(storageKey('store', 'ana')).not.toBe(storageKey('store', 'bia'))
})
