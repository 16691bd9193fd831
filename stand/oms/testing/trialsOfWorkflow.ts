import type { BugSlug } from '../bugs'
import { invoice, line, order, ORDERS, type Parsed } from './bench'
import { ORDER, PATH, post, read, statusOf, type Trial } from './trial'

/** Known issues of statuses, reading and returns. */
export const TRIALS_OF_WORKFLOW = {
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
} satisfies Partial<Record<BugSlug, Trial>>
