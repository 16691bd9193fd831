import { activityKey } from './activityWords'

const invoice = { operation: 'NOTIFY_INVOICE', type: 'OUTPUT' } as const
const back = { operation: 'NOTIFY_INVOICE', type: 'INPUT' } as const

test.each([
  ['APPLIED', 'order.activity-invoice', 'order.activity-return'],
  ['ACCEPTED', 'order.activity-invoice', 'order.activity-return'],
  ['ALREADY_APPLIED', 'order.activity-tried-invoice', 'order.activity-tried-return'],
  ['REFUSED', 'order.activity-tried-invoice', 'order.activity-tried-return'],
  ['FAILED', 'order.activity-tried-invoice', 'order.activity-tried-return'],
  ['UNKNOWN', 'order.activity-tried-invoice', 'order.activity-tried-return'],
] as const)(
  'what ended %s is told as done only where VTEX has taken it',
  (outcome, sale, refund) => {
    expect(activityKey({ ...invoice, outcome })).toBe(sale)
    expect(activityKey({ ...back, outcome })).toBe(refund)
  }
)

test('an invoice of which nobody wrote down the type is an invoice', () => {
  expect(activityKey({ ...invoice, type: null, outcome: 'APPLIED' })).toBe('order.activity-invoice')
})

test.each([
  ['START_HANDLING', 'order.activity-handling', 'order.activity-tried-handling'],
  ['UPDATE_PARTIAL_INVOICE', 'order.activity-tracking', 'order.activity-tried-tracking'],
  ['UPDATE_TRACKING_STATUS', 'order.activity-status', 'order.activity-tried-status'],
] as const)('%s is told by its own words', (operation, done, tried) => {
  expect(activityKey({ operation, type: null, outcome: 'APPLIED' })).toBe(done)
  expect(activityKey({ operation, type: null, outcome: 'FAILED' })).toBe(tried)
})
