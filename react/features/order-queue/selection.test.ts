import { QueueRow } from './queueTypes'
import { rangeTo } from './selection'

const rows = ['a', 'b', 'c', 'd'].map((orderId) => ({ orderId }) as QueueRow)
const ids = (range: QueueRow[]) => range.map(({ orderId }) => orderId).join('')

test.each([
  ['b', 'd', 'bcd'],
  ['d', 'b', 'bcd'],
  ['c', 'c', 'c'],
  [null, 'c', 'c'],
  ['on another page', 'c', 'c'],
  ['a', 'gone', ''],
])('from %p to %p ticks %p', (anchor, orderId, expected) => {
  expect(ids(rangeTo(rows, anchor, orderId))).toBe(expected)
})
