import { matchingOrder } from './documentMatch'

const one = { orderId: '1-01', remainingValue: 500 }
const same = { orderId: '2-01', remainingValue: 500 }
const other = { orderId: '3-01', remainingValue: 700 }

test.each([
  ['the one of that value', [one, other], 500, '1-01'],
  ['none of two', [one, same], 500, null],
  ['none of another value', [other], 500, null],
  ['not the order itself', [{ ...one, orderId: '9-01' }], 500, null],
  ['none for a document without a value', [one], null, null],
])('the order that a document matches is %s', (_says, orders, value, found) => {
  expect(matchingOrder(orders, value, '9-01')).toBe(found)
})
