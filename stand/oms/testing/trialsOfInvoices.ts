import type { BugSlug } from '../bugs'
import { line, order, type Parsed } from './bench'
import { CHANGES, ORDER, PATH, changed, first, post, read, twins, type Trial } from './trial'

/** Known issues of numbers, items, values and changes. */
export const TRIALS_OF_INVOICES = {
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
} satisfies Partial<Record<BugSlug, Trial>>
