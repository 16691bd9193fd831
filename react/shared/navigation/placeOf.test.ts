import { placeOf } from './placeOf'
import {
  batchesHref,
  connectionsHref,
  firstQueueState,
  orderHref,
  pages,
  queueHref,
  settingsHref,
} from './urls'

test.each([
  [queueHref({ ...firstQueueState, queue: 'LATE' }), { page: pages.queue, query: 'queue=LATE' }],
  [batchesHref(), { page: pages.batches }],
  [connectionsHref({ name: 'a b' }), { page: pages.connections, query: 'name=a%20b' }],
  [settingsHref(), { page: pages.settings }],
  [orderHref('v 1/2-01', null), { page: pages.order, params: { orderId: 'v 1/2-01' } }],
  [
    orderHref('1-01', { ...firstQueueState, queue: 'LATE' }),
    { page: pages.order, params: { orderId: '1-01' }, query: 'queue=LATE' },
  ],
])('%s opens in place', (href, place) => {
  expect(placeOf(href)).toEqual(place)
})

test.each([
  '/admin/orders/1-01',
  '/admin/invoice-tracking-two',
  '/admin/invoice-tracking/nowhere',
  '/admin/invoice-tracking/order',
  '/admin/invoice-tracking/order/',
  'https://carrier.example/admin/invoice-tracking',
])('%s is left to the browser', (href) => {
  expect(placeOf(href)).toBeNull()
})
