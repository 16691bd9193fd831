import { cancelledElsewhere, cancelledKeys, markCancelled, withCancelled } from './cancellations'

const document = (key: string | null) => ({ fileName: 'a.xml', xml: '', read: { key } }) as any
const other = { code: 'XML_NOT_AUTHORIZED', facts: [] } as any

test('the keys of all files count, whichever comes first', () => {
  expect(cancelledKeys([{ cancels: ['1'] }, {}, { cancels: ['2', '3'] }])).toEqual(['1', '2', '3'])
})

test('a document is marked once, and only by its own key', () => {
  const keys = new Set(['1'])
  const marked = markCancelled(document('1'), keys)

  expect(marked.isCancelled).toBe(true)
  expect(markCancelled(marked, keys)).toBe(marked)
  for (const one of [document('2'), document(null)]) expect(markCancelled(one, keys)).toBe(one)
})

test('it is said once', () => {
  const marked = markCancelled(document('1'), new Set(['1']))

  expect(withCancelled([], marked)).toEqual([cancelledElsewhere])
  expect(withCancelled([other], marked)).toEqual([other])
  expect(withCancelled([], document('1'))).toEqual([])
  expect(withCancelled([], null)).toEqual([])
})
