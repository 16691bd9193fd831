import { BUGS } from './bugs'
import { rightsOf } from './rights'
import { standardBehaviour } from './behaviour'
import { bench, callerWith, invoice, line, order, ORDERS } from './testing/bench'
import { OPERATIONS, type Operation } from './types'

const ALL = [
  'OMSViewer',
  'ListOrders',
  'WorkflowAction',
  'ShippingAction',
  'RefundAction',
  'CancelAction',
  'Changes',
  'AcessaTodosPedidos',
]
const at = (path: string) => `${ORDERS}/1001-01${path}`

/** A call of each operation that succeeds with the right, and the keys of which any one is enough. */
const CALLS: Record<Operation, [method: string, path: string, body: unknown, keys: string[]]> = {
  GetOrder: ['GET', at(''), undefined, ['OMSViewer', 'AcessaTodosPedidos']],
  ListOrders: ['GET', ORDERS, undefined, ['ListOrders', 'AcessaTodosPedidos']],
  StartHandling: ['POST', `${ORDERS}/1002-01/start-handling`, undefined, ['WorkflowAction']],
  NotifyInvoice: ['POST', at('/invoice'), invoice(), ['ShippingAction']],
  UpdatePartialInvoice: [
    'PATCH',
    `${ORDERS}/1003-01/invoice/1`,
    { courier: 'x' },
    ['ShippingAction'],
  ],
  UpdateTrackingStatus: [
    'PUT',
    `${ORDERS}/1003-01/invoice/1/tracking`,
    { isDelivered: false },
    ['ShippingAction'],
  ],
  AddInteraction: [
    'POST',
    at('/interactions'),
    { source: 'a', message: 'b' },
    ['ShippingAction', 'AcessaTodosPedidos'],
  ],
  CancelOrder: ['POST', at('/cancel'), {}, ['CancelAction']],
  DenyCancellation: [
    'POST',
    '/api/orders/pvt/document/1004-01/deny-cancellation-request',
    undefined,
    ['CancelAction'],
  ],
  GetPaymentTransaction: ['GET', at('/payment-transaction'), undefined, ['OMSViewer']],
  ChangeOrderV1: [
    'POST',
    at('/changes'),
    { discountValue: 1 },
    ['Changes', 'CancelAction', 'AcessaTodosPedidos'],
  ],
  ChangeOrderV2: [
    'PATCH',
    '/api/order-system/orders/1001-01/changes',
    { add: { items: [{ uniqueId: line().uniqueId, id: '18', quantity: 1 }] } },
    ['Changes', 'CancelAction', 'AcessaTodosPedidos'],
  ],
  GetChanges: [
    'GET',
    '/api/order-system/orders/1001-01/changes',
    undefined,
    ['Changes', 'CancelAction', 'AcessaTodosPedidos'],
  ],
  GetChange: [
    'GET',
    '/api/order-system/orders/1001-01/changes/x',
    undefined,
    ['Changes', 'CancelAction', 'AcessaTodosPedidos'],
  ],
  GetChangeSummary: [
    'GET',
    '/api/orders/pvt/document/1001-01/change-summary',
    undefined,
    ['OMSViewer'],
  ],
}

const orders = () => [
  order(),
  order({ orderId: '1002-01', status: 'ready-for-handling' }),
  order({
    orderId: '1003-01',
    status: 'invoiced',
    packageAttachment: {
      packages: [
        {
          items: [],
          courier: null,
          invoiceNumber: '1',
          invoiceValue: 11_000,
          invoiceUrl: null,
          issuanceDate: '2026-03-10T00:00:00Z',
          trackingNumber: null,
          invoiceKey: null,
          trackingUrl: null,
          embeddedInvoice: '',
          type: 'Output',
          courierStatus: null,
          cfop: null,
          restitutions: null,
          volumes: 0,
          EnableInferItems: true,
        },
      ],
    },
  }),
  order({ orderId: '1004-01', status: 'cancellation-requested' }),
]

describe.each(OPERATIONS)('%s', (operation) => {
  const [method, path, body, keys] = CALLS[operation]

  it.each(ALL)('with %s alone', async (key) => {
    const { call } = bench(orders())
    const { status } = await call(method, path, body, callerWith(key))
    if (keys.includes(key)) expect([200, 202, 204, 404]).toContain(status)
    else expect(status).toBe(403)
  })

  it('without any key is 403, not authenticated is 401', async () => {
    const { call } = bench(orders())
    expect((await call(method, path, body, callerWith())).status).toBe(403)
    const nobody = await call(method, path, body, null)
    expect([nobody.status, nobody.body]).toEqual([
      401,
      { error: { code: '1', message: 'Unauthorized access', exception: null } },
    ])
  })
})

it('an Input needs RefundAction, an Output ShippingAction', async () => {
  const input = invoice({ type: 'Input', invoiceNumber: 'R' })
  const { call } = bench(orders())
  const path = `${ORDERS}/1003-01/invoice`
  expect((await call('POST', path, input, callerWith('ShippingAction'))).status).toBe(403)
  expect((await call('POST', path, input, callerWith('RefundAction'))).status).toBe(200)
})

it('every operation has keys, every bug a description', () => {
  for (const operation of OPERATIONS)
    expect(rightsOf(operation, standardBehaviour())).not.toEqual([])
  for (const { says } of Object.values(BUGS)) expect(says.length).toBeGreaterThan(10)
})
