import {
  firstQueueState,
  orderHref,
  queryText,
  queueHref,
  queueNames,
  queueQuery,
  readQueueState,
} from './urls'

const read = (text: string) => {
  const query: Record<string, string> = {}
  new URLSearchParams(text).forEach((value, name) => {
    query[name] = value
  })
  return readQueueState(query)
}

describe('the address of the queue', () => {
  test('holds the whole state: what is written is read again', () => {
    const states = queueNames.map((queue, index) => ({
      queue,
      q: ['', 'Ana & João', '50% off?', 'a=b#c', '+55'][index % 5],
      from: ['', '2026-03-01', '-7d'][index % 3],
      to: ['', '2026-03-07'][index % 2],
      sort: ['', 'VALUE', '-LAST_EVENT'][index % 3],
      carrier: ['', 'Total Express & Cia'][index % 2],
      marketplace: ['', '', 'Mercado Livre'][index % 3],
      salesChannel: ['', '3'][index % 2],
      page: 1 + index,
      perPage: [25, 50, 100][index % 3],
    }))
    for (const state of states) expect(read(queryText(queueQuery(state)))).toEqual(state)
  })

  test.each([
    ['', firstQueueState],
    ['queue=NOPE&page=-3&perPage=1000&from=yesterday', firstQueueState],
    ['page=2.5', firstQueueState],
    ['sort=--VALUE', firstQueueState],
    ['sort=-NAME', firstQueueState],
    ['page=1e9', { ...firstQueueState, page: 1e9 }],
  ])('%p falls back where it makes no sense', (text, state) => {
    expect(read(text)).toEqual(state)
  })

  test('says only what differs, the queue always', () => {
    expect(queueHref(firstQueueState)).toBe('/admin/invoice-tracking?queue=TO_INVOICE')
  })
})

test('an order keeps the queue that it was opened from, and names its form', () => {
  expect(orderHref('1500/01', { ...firstQueueState, page: 2 }, { do: 'track', n: '000123' })).toBe(
    '/admin/invoice-tracking/order/1500%2F01?queue=TO_INVOICE&page=2&do=track&n=000123'
  )
  expect(orderHref('1500-01', null)).toBe('/admin/invoice-tracking/order/1500-01')
})
