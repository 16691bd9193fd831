import { QUEUES } from '../standing/queue'
import { asksDocuments, NO_FILTERS, usualSort, wholeQueue } from './queueQuestion'

const sort = { by: 'VALUE', descending: true } as const

describe('a question that only documents can answer', () => {
  it.each([
    [{}, null],
    [{ sort }, 'sort'],
    [{ carrier: 'Loggi' }, 'carrier'],
    [{ marketplace: 'Hub' }, 'marketplace'],
    [{ salesChannel: '1' }, 'salesChannel'],
    [{ sort, carrier: 'Loggi' }, 'sort'],
    [{ carrier: 'Loggi', marketplace: 'Hub' }, 'carrier'],
    [{ marketplace: 'Hub', salesChannel: '1' }, 'marketplace'],
  ])('of %j is told by %s', (given, field) => {
    expect(asksDocuments({ ...NO_FILTERS, ...given })).toBe(field)
  })
})

it('a whole queue is asked for without any filter', () => {
  const rest = { ...NO_FILTERS, createdFrom: null, createdTo: null, page: 1, perPage: 1 }
  for (const queue of QUEUES) {
    expect(wholeQueue(queue)).toEqual({ ...rest, queue })
    expect(asksDocuments(wholeQueue(queue))).toBeNull()
  }
})

it('of a queue that nobody sorted, what is over shows the newest first and what waits the oldest promise', () => {
  expect(QUEUES.map((queue) => [queue, usualSort(queue)])).toEqual([
    ...['TO_HANDLE', 'TO_INVOICE', 'TO_SHIP', 'IN_TRANSIT', 'LATE'].map((queue) => [
      queue,
      { by: 'PROMISE', descending: false },
    ]),
    ['DELIVERED', 'DELIVERED'],
    ['ATTENTION', { by: 'PROMISE', descending: false }],
    ['ALL', { by: 'CREATED', descending: true }],
  ])
})
