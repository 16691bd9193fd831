import { firstQueueState } from '../../shared/navigation/urls'
import {
  isShown,
  keep,
  KeptTab,
  MOST_TABS,
  move,
  readTabs,
  refusalOf,
  remove,
  rename,
  renameRefusalOf,
  replaceView,
  storageKey,
  writeTabs,
} from './keptTabs'

const view = {
  ...firstQueueState,
  queue: 'LATE' as const,
  q: 'Meli',
  from: '-7d',
  sort: '-VALUE',
  carrier: 'Correios',
  page: 4,
  perPage: 100,
}
const names = (tabs: KeptTab[]) => tabs.map(({ name }) => name)
const three = keep(keep(keep([], 'a', view), 'b', view), 'c', view)

test('keeps queue, search, dates, sorting and filters, not the page', () => {
  expect(three[0].state).toEqual({ ...view, page: 1, perPage: 25 })
  expect(isShown(three[0], { ...view, page: 9 })).toBe(true)
  expect(isShown(three[0], { ...view, q: '' })).toBe(false)
  expect(isShown(three[0], { ...view, carrier: '' })).toBe(false)
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

test('a name stands once: no tab is lost to another one of the same name', () => {
  expect(refusalOf(three, ' b ')).toBe('taken')
  expect(keep(three, ' b ', { ...view, q: 'new' })).toBe(three)
  expect(renameRefusalOf(three, 'a', 'c')).toBe('taken')
  expect(names(rename(three, 'a', 'c'))).toEqual(['a', 'b', 'c'])
  expect(renameRefusalOf(three, 'a', ' a ')).toBeNull()
  expect(names(rename(three, 'a', ' z '))).toEqual(['z', 'b', 'c'])
})

test('a tab without a name is none', () => {
  expect(refusalOf(three, '  ')).toBe('noName')
  expect(keep(three, '  ', view)).toBe(three)
  expect(renameRefusalOf(three, 'a', '  ')).toBe('noName')
  expect(names(rename(three, 'a', '  '))).toEqual(['a', 'b', 'c'])
})

test('two names that differ behind the fortieth letter are one', () => {
  const long = keep([], 'x'.repeat(40), view)
  expect(refusalOf(long, `${'x'.repeat(40)}y`)).toBe('taken')
  expect(keep([], `${'x'.repeat(39)} y`, view)[0].name).toBe('x'.repeat(39))
})

test('replacing changes the view of that tab alone', () => {
  const replaced = replaceView(three, ' b ', { ...view, q: 'new', page: 7 })
  expect(names(replaced)).toEqual(['a', 'b', 'c'])
  expect(replaced.map(({ state }) => state.q)).toEqual(['Meli', 'new', 'Meli'])
  expect(replaced[1].state.page).toBe(1)
})

test('one more than fit is refused, and none of those that are kept goes', () => {
  const full = Array.from({ length: MOST_TABS }, (_, at) => `tab ${at}`).reduce(
    (tabs, name) => keep(tabs, name, view),
    [] as KeptTab[]
  )
  expect(full).toHaveLength(MOST_TABS)
  expect(refusalOf(full, 'one more')).toBe('full')
  expect(keep(full, 'one more', view)).toBe(full)
  expect(refusalOf(full, 'tab 0')).toBe('taken')
  expect(names(keep(remove(full, 'tab 0'), 'one more', view)).pop()).toBe('one more')
})

test('tabs move by one, within their row', () => {
  expect(names(move(three, 'a', 1))).toEqual(['b', 'a', 'c'])
  expect(names(move(three, 'a', -1))).toEqual(['a', 'b', 'c'])
  expect(names(move(three, 'c', 1))).toEqual(['a', 'b', 'c'])
  expect(names(move(three, 'gone', 1))).toEqual(['a', 'b', 'c'])
  expect(names(remove(three, 'b'))).toEqual(['a', 'c'])
})

test('two people of one browser keep their own', () => {
  expect(storageKey('store', 'ana')).not.toBe(storageKey('store', 'bia'))
})
