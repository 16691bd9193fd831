import { BUGS, type BugSlug } from './bugs'
import { bench, invoice, line, order, ORDERS, type Bench, type Parsed } from './testOrders'
import type { WireOrder } from './wire'

const ORDER = `${ORDERS}/1001-01`
const PATH = `${ORDER}/invoice`
const CHANGES = '/api/order-system/orders/1001-01/changes'

interface Trial {
  orders?: WireOrder[]
  see: (made: Bench) => Promise<unknown>
  healthy: unknown
  ill: unknown
}

async function post(made: Bench, overrides: Record<string, unknown> = {}): Promise<number> {
  const { status } = await made.call('POST', PATH, invoice(overrides))
  made.pass(3_000)
  return status
}

const read = (made: Bench): Promise<Parsed> => made.order()
const first = async (made: Bench): Promise<Parsed> =>
  (await read(made)).packageAttachment.packages[0]
const statusOf = async (made: Bench): Promise<Parsed> => (await read(made)).status
const twins = [
  line({ quantity: 1, uniqueId: 'A' }),
  line({ quantity: 2, price: 4_000, uniqueId: 'B' }),
]
const addOne = {
  reason: 'r',
  add: { items: [{ uniqueId: line().uniqueId, id: '18', quantity: 1 }] },
}

async function changed(made: Bench): Promise<void> {
  made.oms.setBehaviour({ readings: { partialStatus: 'handling' } })
  await post(made, { invoiceValue: 5_000, items: [{ id: '18', price: 5_000, quantity: 1 }] })
  await made.call('PATCH', CHANGES, addOne)
  made.pass(10_000)
}

/** One trial for each slug, so that none is a name without effect. */
const TRIALS: Record<BugSlug, Trial> = {
  'an-error-has-occurred-when-adding-tracking-information': {
    see: async (made) => {
      await post(made, { invoiceNumber: 'NF 1' })
      const patch = await made.call('PATCH', `${PATH}/NF%201`, { courier: 'x' })
      const put = await made.call('PUT', `${PATH}/NF%201/tracking`, { isDelivered: false })
      return [patch.status, put.status]
    },
    healthy: [200, 200],
    ill: [500, 500],
  },
  'tracking-update-fails-when-invoicenumber-contains-omsorders-invoice-routes': {
    see: async (made) => {
      await post(made, { invoiceNumber: 'NF/1' })
      return (await made.call('PATCH', `${PATH}/NF%2F1`, { courier: 'x' })).status
    },
    healthy: 200,
    ill: 404,
  },
  'space-in-invoicenumber-causes-failure-in-postpurchase-flow': {
    see: async (made) => {
      await post(made, { invoiceNumber: '4711 ' })
      const without = await made.call('PATCH', `${PATH}/4711`, { courier: 'x' })
      const withIt = await made.call('PATCH', `${PATH}/4711%20`, { courier: 'x' })
      return [(await first(made)).invoiceNumber, without.status, withIt.status]
    },
    healthy: ['4711', 200, 404],
    ill: ['4711 ', 404, 500],
  },
  'special-characters-in-invoicenumber-cause-postpurchase-flow-to-fail': {
    see: async (made) => {
      await post(made, { invoiceNumber: '47#11' })
      made.pass(86_400_000)
      const { status, workflowIsInError } = await read(made)
      return [status, workflowIsInError]
    },
    healthy: ['invoiced', false],
    ill: ['invoice', true],
  },
  'inference-invoice-system-is-not-working-properly-when-there-are-same-skuid-in-different-array-items':
    {
      orders: [order({ items: twins })],
      see: async (made) => {
        await post(made, { items: [], invoiceValue: 14_000 })
        return (await first(made)).items.map((item: Parsed) => [item.itemIndex, item.quantity])
      },
      healthy: [
        [0, 1],
        [1, 2],
      ],
      ill: [
        [0, 1],
        [0, 1],
      ],
    },
  'invoice-items-description-in-packages-overwritten-based-on-invoicevalue-rule-ordersoms-get-order-reconstruction':
    {
      see: async (made) => {
        await post(made, { items: [{ id: '18', quantity: 2, price: 5_000, description: 'mine' }] })
        return (await first(made)).items[0].description
      },
      healthy: 'mine',
      ill: 'Product 18',
    },
  'invoice-accepted-with-value-higher-than-order-total-via-orders-api-during-concurrent-change': {
    see: async (made) => {
      await made.call('POST', `${ORDER}/changes`, { discountValue: 5_000 })
      made.pass(500)
      return post(made, { invoiceValue: 12_000 })
    },
    healthy: 400,
    ill: 200,
  },
  'orders-invoicing-calculation-using-input-invoice-value-in-output-invoice-validation': {
    see: async (made) => {
      await post(made, { invoiceValue: 5_000 })
      await post(made, { type: 'Input', invoiceNumber: 'R', invoiceValue: 1_000 })
      return post(made, { invoiceNumber: '4712', invoiceValue: 6_000 })
    },
    healthy: 200,
    ill: 400,
  },
  'wrong-value-for-pricedefinition-in-the-chain-order-for-a-multilevel-marketplace': {
    orders: [
      order({
        origin: 'Chain',
        items: [
          line({
            sellingPrice: 4_000,
            priceDefinition: {
              sellingPrices: [{ value: 4_000, quantity: 2 }],
              calculatedSellingPrice: 4_000,
              total: 8_000,
              reason: null,
            },
          }),
        ],
      }),
    ],
    see: async (made) => (await read(made)).items[0].priceDefinition.total,
    healthy: 8_000,
    ill: 10_000,
  },
  'item-added-to-change-order-is-in-another-package-after-invoiced': {
    see: async (made) => {
      await changed(made)
      return (await read(made)).packageAttachment.packages.map((one: Parsed) => one.invoiceNumber)
    },
    healthy: ['4711'],
    ill: ['4711', null],
  },
  'change-v1-item-disappears-from-ui-after-being-invoiced-scenario-with-promotion': {
    orders: [order({ items: [...twins, line({ id: '20' })] })],
    see: async (made) => {
      await made.call('POST', `${ORDER}/changes`, {
        discountValue: 4_000,
        itemsRemoved: [{ id: '18', quantity: 1, price: 4_000 }],
      })
      made.pass(2_000)
      return (await read(made)).items.map((item: Parsed) => item?.id ?? null)
    },
    healthy: ['18', '18', '20'],
    ill: [null, null, '20'],
  },
  'erro-in-change-v2-flow-with-duplicated-itens': {
    orders: [order({ items: twins })],
    see: async (made) => {
      await made.call('PATCH', CHANGES, { remove: { items: [{ uniqueId: 'B', quantity: 1 }] } })
      made.pass(10_000)
      return (await read(made)).items.map((item: Parsed) => [item.uniqueId, item.quantity])
    },
    healthy: [
      ['A', 1],
      ['B', 1],
    ],
    ill: [['B', 2]],
  },
  'possible-errors-in-change-orders-notification-in-the-ui-api-and-gateway': {
    see: async (made) => {
      await made.call('POST', `${ORDER}/changes`, { discountValue: 1_000 })
      made.pass(2_000)
      const { value, changesAttachment } = await read(made)
      return [value, changesAttachment.changesData.length]
    },
    healthy: [10_000, 1],
    ill: [11_000, 1],
  },
  'error-in-viewing-the-orders-ui-after-requesting-the-invoice-via-app': {
    see: async (made) => {
      await changed(made)
      return (await first(made)).items[0].itemIndex
    },
    healthy: 0,
    ill: 1,
  },
  'orders-stuck-in-requestcancel-on-marketplace-when-seller-invoices-at-the-same-time-cancel-vs-invoice-race-condition':
    {
      see: async (made) => {
        const cancel = await made.call('POST', `${ORDER}/cancel`, {})
        made.pass(200)
        const invoiced = await post(made)
        made.pass(86_400_000)
        const { status, workflowIsInError } = await read(made)
        return [cancel.status, invoiced, status, workflowIsInError]
      },
      healthy: [200, 400, 'canceled', false],
      ill: [200, 200, 'request-cancel', true],
    },
  'orders-that-fail-to-reach-the-invoiced-status-even-after-the-invoice-has-been-correctly-entered':
    {
      see: async (made) => {
        await post(made)
        made.pass(86_400_000)
        return statusOf(made)
      },
      healthy: 'invoiced',
      ill: 'payment-approved',
    },
  'order-with-status-of-verifying-invoice-does-not-update-to-invoiced': {
    see: async (made) => {
      await post(made)
      made.pass(86_400_000)
      return statusOf(made)
    },
    healthy: 'invoiced',
    ill: 'invoice',
  },
  'orders-stuck-in-starthandling-status': {
    orders: [order({ status: 'ready-for-handling' })],
    see: async (made) => {
      await made.call('POST', `${ORDER}/start-handling`)
      made.pass(86_400_000)
      return [await statusOf(made), await post(made)]
    },
    healthy: ['handling', 200],
    ill: ['start-handling', 400],
  },
  'two-different-workflows-for-the-same-order-resulting-in-status-detailstatenull': {
    orders: [order({ status: 'ready-for-handling' })],
    see: async (made) => {
      made.oms.setBehaviour({ indexDelayMs: 0 })
      await made.call('POST', `${ORDER}/start-handling`)
      made.pass(2_000)
      const { status, statusDescription } = await read(made)
      return [status, statusDescription, (await made.call('GET', ORDERS)).body.list[0].status]
    },
    healthy: ['handling', 'Preparando Entrega', 'handling'],
    ill: [null, 'detail.state.null', ''],
  },
  'partial-issue-of-invoice-changes-date-of-payment-authorization': {
    see: async (made) => {
      await post(made, { invoiceValue: 1_000 })
      return (await read(made)).authorizedDate
    },
    healthy: '2026-03-09T10:30:00.0000000+00:00',
    ill: '2026-03-10T12:00:02.0000000+00:00',
  },
  'delay-in-canceling-the-order-in-marketplace': {
    see: async (made) => {
      await made.call('POST', `${ORDER}/cancel`, {})
      const seen: unknown[] = []
      for (const pause of [2_000, 500, 500, 500, 500]) {
        made.pass(pause)
        seen.push(await statusOf(made))
      }
      return seen
    },
    healthy: ['cancel', 'canceled', 'canceled', 'canceled', 'canceled'],
    ill: ['cancel', 'canceled', 'cancel', 'canceled', 'canceled'],
  },
  'order-isnt-fully-canceled': {
    orders: [order({ isCompleted: false })],
    see: async (made) => {
      const { status } = await made.call('POST', `${ORDER}/cancel`, {})
      made.pass(10_000)
      return [status, await statusOf(made)]
    },
    healthy: [400, 'handling'],
    ill: [200, 'handling'],
  },
  'order-stuck-at-seller-status-cancellationrequestdeniedffm': {
    orders: [order({ status: 'cancellation-requested' })],
    see: async (made) => {
      await made.call('POST', '/api/orders/pvt/document/1001-01/deny-cancellation-request')
      made.pass(86_400_000)
      return statusOf(made)
    },
    healthy: 'handling',
    ill: 'cancellation-request-denied-ffm',
  },
  'status-in-the-order-list-is-different-from-the-current-order-status': {
    see: async (made) => {
      await post(made)
      made.pass(86_400_000)
      return (await made.call('GET', ORDERS)).body.list[0].status
    },
    healthy: 'invoiced',
    ill: 'handling',
  },
  'rounding-of-totalvalue-in-listorders': {
    orders: [order({ value: 10_950 })],
    see: async (made) => (await made.call('GET', ORDERS)).body.list[0].totalValue,
    healthy: 10_950,
    ill: 11_000,
  },
  'error-when-including-many-filters-in-the-order-list': {
    see: async (made) => {
      const query = 'f_status=handling&q=1001&f_salesChannel=1&f_hasInputInvoice=false'
      return (await made.call('GET', `${ORDERS}?${query}`)).status
    },
    healthy: 200,
    ill: 404,
  },
  'logisticsinfo-with-incorrect-order-in-the-orderform': {
    orders: [order({ shippingData: { logisticsInfo: [{ itemIndex: 0 }, { itemIndex: 1 }] } })],
    see: async (made) =>
      (await read(made)).shippingData.logisticsInfo.map((info: Parsed) => info.itemIndex),
    healthy: [0, 1],
    ill: [1, 0],
  },
  'input-invoice-is-not-triggering-the-refund-process-at-the-gateway': {
    see: async (made) => {
      await post(made)
      const item = { id: '18', quantity: 1, price: 5_000 }
      await post(made, {
        type: 'Input',
        invoiceNumber: 'R',
        invoiceValue: 10_000,
        items: [item, item],
      })
      return (await read(made)).packageAttachment.packages[1].restitutions !== null
    },
    healthy: true,
    ill: false,
  },
  'refund-limited-incorrectly-due-to-duplicated-receipt-from-race-condition-oms-invoicerestutions':
    {
      see: async (made) => {
        await post(made)
        await post(made, { type: 'Input', invoiceNumber: 'R1', invoiceValue: 4_000 })
        return post(made, { type: 'Input', invoiceNumber: 'R2', invoiceValue: 4_000 })
      },
      healthy: 200,
      ill: 400,
    },
  'scenarios-involving-goodwill-following-an-order-modification': {
    see: async (made) => {
      await made.call('POST', `${ORDER}/changes`, { discountValue: 1_000 })
      made.pass(2_000)
      await post(made, { invoiceValue: 10_000 })
      const back = invoice({ type: 'Input', invoiceNumber: 'R', invoiceValue: 1_000 })
      return (await made.call('POST', PATH, back)).body.error?.message ?? 'taken'
    },
    healthy: 'taken',
    ill: 'Unable to use the restitution Refund more than 0.0',
  },
  'split-items-order-with-value-as-0-zero-on-the-invoice': {
    orders: [order({ items: [line({ quantity: 1 }), line({ quantity: 1, price: 0 })] })],
    see: async (made) => {
      await post(made, { invoiceValue: 6_000, items: [] })
      const items = [{ id: '18', quantity: 1, price: 5_000 }]
      await post(made, { type: 'Input', invoiceNumber: 'R', invoiceValue: 5_000, items })
      return (await read(made)).packageAttachment.packages[1].restitutions.Refund.items[0].price
    },
    healthy: 5_000,
    ill: 0,
  },
}

describe.each(Object.entries(TRIALS))('%s', (slug, { orders, see, healthy, ill }) => {
  it.each([
    ['off', false, healthy],
    ['on', true, ill],
  ])('%s', async (_name, on, expected) => {
    const made = bench(orders)
    made.oms.setBehaviour({ bugs: { [slug]: on } })
    expect(await see(made)).toEqual(expected)
  })
})

it('each bug has its trial', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(Object.keys(BUGS).sort())
})
