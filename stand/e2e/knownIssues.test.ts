import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BREAKFAST_KIT, CHEESE, COFFEE, MUG, SCREW, STICKER } from '../demo/catalog'
import { BUGS } from '../oms'
import { KnownIssues } from './harness/issues'
import { outputSum } from './harness/oracle'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { DAY_MS, HOUR_MS, MINUTE_MS, saoPaulo } from './harness/time'
import { bodiesOf } from './harness/wire'

const stand = useStand()
const known = new KnownIssues(stand)

const posts = async () => bodiesOf(await stand.requests(), 'NotifyInvoice')
const codes = ({ problems }: { problems: { code: string }[] }): string[] =>
  problems.map(({ code }) => code)

/** One SKU in two lines, as checkout splits it by a promotion. */
const TWINS = [
  { sku: MUG, quantity: 2, price: 5_000 },
  { sku: MUG, quantity: 3, price: 5_000, discount: 1_501 },
]

/** Invoices whatever remains; the order must then be invoiced on its value, to the cent. */
async function expectClosedByRest(orderId: string): Promise<void> {
  const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber: 'REST' })
  expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
  const stored = await stand.oms.order(orderId)
  expect([outputSum(stored), stored.status]).toEqual([stored.value, 'invoiced'])
}

const changeV2 = (orderId: string, body: object) =>
  stand.oms.call('PATCH', `/api/order-system/orders/${orderId}/changes`, {
    reason: 'test',
    ...body,
  })

/** A change v2 that is over, and too long ago to be suspected of going on. */
async function changedV2(orderId: string, body: object): Promise<void> {
  await stand.behave({ readings: { changeDelayMs: 0 } })
  expect((await changeV2(orderId, body)).status).toBe(202)
  await stand.pass(HOUR_MS)
}

describe('invoice number', () => {
  const unsafe = (invoiceNumber: string, suggestion: RegExp) => async () => {
    const { orderId } = stand.plant(plainPlan())
    const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber })
    expect(sent.outcome).toBe('REFUSED')
    const [problem] = sent.problems
    expect(problem!.code).toBe('INVOICE_NUMBER_UNSAFE')
    const offered = problem!.facts.find(({ name }) => name === 'suggestion')!.value
    expect(offered).toMatch(suggestion)
    expect(await posts()).toEqual([])
    const again = await stand.admin.notifyInvoice(orderId, { invoiceNumber: offered })
    expect(again.outcome).toBe('APPLIED')
    expect(
      (await stand.admin.updatePartialInvoice(orderId, offered, { trackingNumber: 'T1' })).outcome
    ).toBe('APPLIED')
  }

  known.it(
    'an-error-has-occurred-when-adding-tracking-information',
    'a number with a space is refused, the cleaned one offered',
    unsafe('NF 12 34', /^NF-?12-?34$/)
  )
  known.it(
    'special-characters-in-invoicenumber-cause-postpurchase-flow-to-fail',
    'a number with # is refused',
    unsafe('12#34', /^12-?34$/)
  )
  known.it(
    'tracking-update-fails-when-invoicenumber-contains-omsorders-invoice-routes',
    'a number with / is refused',
    unsafe('12/34', /^12-?34$/)
  )
  known.it(
    'space-in-invoicenumber-causes-failure-in-postpurchase-flow',
    'a trailing space never reaches OMS',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1234 ' })
      for (const { invoiceNumber } of await posts()) expect(invoiceNumber).toBe('1234')
    }
  )

  it('a stored number that tracking never reaches is offered no tracking and gets no call', async () => {
    const { orderId } = stand.plant(
      plainPlan({
        status: 'invoiced',
        packages: [{ number: 'NF 1/2', value: 'rest', hoursAgo: 20, trackingNumber: 'T1' }],
      })
    )
    const shown = (await stand.admin.order(orderId))!
    expect(shown.packages[0]!.allowedActions).toEqual([])
    const tracked = await stand.admin.updatePartialInvoice(orderId, 'NF 1/2', { courier: 'C' })
    const reported = await stand.admin.updateTrackingStatus(orderId, 'NF 1/2', {
      isDelivered: true,
    })
    for (const refused of [tracked, reported]) {
      expect(refused.outcome).toBe('REFUSED')
      expect(codes(refused)).toEqual(['INVOICE_NUMBER_UNSAFE'])
    }
    expect(await stand.writes()).toEqual([])
  })
})

describe('items, value, cents', () => {
  known.it(
    'inference-invoice-system-is-not-working-properly-when-there-are-same-skuid-in-different-array-items',
    'value and units follow what was sent, not the package that OMS rebuilds',
    async () => {
      const { orderId, value } = stand.plant(plainPlan({ lines: TWINS }))
      const first = await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [
          { itemIndex: 0, quantity: 2 },
          { itemIndex: 1, quantity: 1 },
        ],
      })
      expect([first.outcome, first.problems]).toEqual(['APPLIED', []])
      const shown = (await stand.admin.order(orderId))!
      expect(shown.items.reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0)).toBe(2)
      expect(shown.remainingValue).toBe(value - first.invoice!.invoiceValue)
      await expectClosedByRest(orderId)
      expect(
        (await stand.admin.order(orderId))!.items.every(
          ({ remainingQuantity }) => remainingQuantity === 0
        )
      ).toBe(true)
    }
  )
  known.it(
    'delivery-flag-in-my-orders-due-to-an-error-in-filling-the-invoice',
    'foreign SKUs and extra units are refused',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const foreign = await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [{ id: '4711', quantity: 1 }],
      })
      expect(codes(foreign)).toContain('ITEM_NOT_IN_ORDER')
      const extra = await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [
          { id: MUG.id, quantity: 2 },
          { itemIndex: 0, quantity: 1 },
        ],
      })
      expect(codes(extra)).toContain('ITEM_QUANTITY_OVER_REMAINING')
      expect(await posts()).toEqual([])
    }
  )
  known.it(
    'delivery-status-not-updated-in-my-orders',
    'an invoice of everything names every unit',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({ lines: [...TWINS, { sku: COFFEE, quantity: 1 }] })
      )
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      const [body] = await posts()
      expect(
        (body!.items as { id: string; quantity: number }[]).map(({ id, quantity }) => [
          id,
          quantity,
        ])
      ).toEqual([
        [MUG.id, 5],
        [COFFEE.id, 1],
      ])
    }
  )
  known.it(
    'invoice-items-description-in-packages-overwritten-based-on-invoicevalue-rule-ordersoms-get-order-reconstruction',
    'a description that OMS overwrote makes no difference',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const invoice = {
        invoiceNumber: '1',
        issuanceDate: saoPaulo(stand.now() - HOUR_MS),
        items: [{ id: MUG.id, quantity: 2, description: 'engraved for Ana' }],
        invoiceValue: 11_000,
      }
      const accept = ['VALUE_NOT_ITEMS']
      expect((await stand.admin.notifyInvoice(orderId, invoice, { accept })).outcome).toBe(
        'APPLIED'
      )
      expect(JSON.stringify((await stand.oms.order(orderId)).packageAttachment)).not.toContain(
        'engraved'
      )
      const again = await stand.admin.notifyInvoice(orderId, invoice, { accept })
      expect(again.outcome).toBe('ALREADY_APPLIED')
      const other = {
        ...invoice,
        items: [{ id: MUG.id, quantity: 2, description: 'engraved for Bento' }],
      }
      expect(codes(await stand.admin.notifyInvoice(orderId, other, { accept }))).toEqual([
        'INVOICE_EXISTS',
      ])
    }
  )
  known.it(
    'orders-invoicing-calculation-using-input-invoice-value-in-output-invoice-validation',
    'only Output counts, and a refusal by OMS is told as one',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          status: 'payment-approved',
          packages: [
            { number: '1', value: 5_000, hoursAgo: 20, items: [[0, 1]] },
            { number: 'R1', type: 'Input', value: 1_000, hoursAgo: 10, items: [] },
          ],
        })
      )
      const shown = (await stand.admin.order(orderId))!
      expect(shown).toMatchObject({ invoicedValue: 5_000, remainingValue: 6_000 })
      const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '2' })
      expect((await posts())[0]).toMatchObject({ invoiceValue: '6000' })
      expect([sent.outcome, codes(sent)]).toEqual(['FAILED', ['OMS_REJECTED']])
      expect((await stand.admin.order(orderId))!.remainingValue).toBe(6_000)
    }
  )
  known.it('incorrect-value-on-package-due-discount-division', '4 × 17 − 3 is 65', async () => {
    const { orderId } = stand.plant(
      plainPlan({ lines: [{ sku: SCREW, quantity: 4, price: 17, discount: 3 }], shipping: 0 })
    )
    expect((await stand.admin.order(orderId))!.items[0]!.lineValue).toBe(65)
    expect((await stand.admin.previewInvoice(orderId, { invoiceNumber: '1' })).invoiceValue).toBe(
      65
    )
    await expectClosedByRest(orderId)
  })
  known.it(
    'sum-of-sellingprice-values-may-differ-from-total-product-value-minus-the-total-discounts',
    'sellingPrice decides nothing',
    async () => {
      const { orderId, value } = stand.plant(
        plainPlan({
          lines: [{ sku: MUG, quantity: 3, discount: 1_000 }],
          shape: (order) => order.items.forEach((item) => (item.sellingPrice = 1)),
        })
      )
      expect((await stand.admin.order(orderId))!.items[0]!.lineValue).toBe(value - 1_000)
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'divergence-between-the-total-value-of-each-product-and-the-subtotal-of-items-or-totalizers',
    'lines come from priceDefinition, else price, quantity, multiplier and rawValue',
    async () => {
      const plan = plainPlan({
        lines: [
          { sku: CHEESE, quantity: 3, discount: 101 },
          { sku: MUG, quantity: 1 },
        ],
      })
      const withDefinition = stand.plant(plan)
      const without = stand.plant({
        ...plan,
        shape: (order) => order.items.forEach((item) => delete item.priceDefinition),
      })
      const lines = async (orderId: string) =>
        (await stand.admin.order(orderId))!.items.map(({ lineValue }) => lineValue)
      expect(await lines(without.orderId)).toEqual(await lines(withDefinition.orderId))
      await expectClosedByRest(without.orderId)
    }
  )
  known.it(
    'divergence-between-total-order-value-and-total-products-value',
    'a residue of cents is spread over the lines',
    async () => {
      const { orderId, totals } = stand.plant(
        plainPlan({
          lines: [
            { sku: CHEESE, quantity: 1 },
            { sku: MUG, quantity: 1 },
          ],
          shape: (order) => {
            order.totals[0]!.value += 3
            order.value += 3
          },
        })
      )
      const shown = (await stand.admin.order(orderId))!
      expect(shown.items.reduce((sum, { lineValue }) => sum + lineValue, 0)).toBe(totals[0]!.value)
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'error-in-apportioning-the-discount-when-there-is-a-multiplier-unit',
    'unit by unit ends on the value',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({ lines: [{ sku: CHEESE, quantity: 3, discount: 100 }], shipping: 0 })
      )
      for (const invoiceNumber of ['1', '2']) {
        const sent = await stand.admin.notifyInvoice(orderId, {
          invoiceNumber,
          items: [{ id: CHEESE.id, quantity: 1 }],
        })
        expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
      }
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'incorrect-apportionment-of-kit-value-when-discount-is-applied',
    'a kit is its parent line, components never go out',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({ lines: [{ sku: BREAKFAST_KIT, quantity: 2, discount: 333 }] })
      )
      await expectClosedByRest(orderId)
      const [body] = await posts()
      expect((body!.items as { id: string }[]).map(({ id }) => id)).toEqual([BREAKFAST_KIT.id])
    }
  )
  known.it(
    'nominal-discount-unit-multipler-may-generate-negative-values',
    'no line falls below zero, the sum stays',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: MUG, quantity: 1, price: 500 },
            { sku: COFFEE, quantity: 1 },
          ],
          shape: (order) => {
            order.items[0]!.priceDefinition!.total = -200
            order.totals[0]!.value -= 700
            order.value -= 700
          },
        })
      )
      const shown = (await stand.admin.order(orderId))!
      expect(shown.items.every(({ lineValue }) => lineValue >= 0)).toBe(true)
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'wrong-value-for-pricedefinition-in-the-chain-order-for-a-multilevel-marketplace',
    'a chain order is reckoned from price and tags',
    async () => {
      const lines = [
        { sku: MUG, quantity: 2, discount: 999 },
        { sku: COFFEE, quantity: 1 },
      ]
      const { orderId } = stand.plant(plainPlan({ origin: 'Chain', lines }))
      expect((await stand.admin.order(orderId))!.items.map(({ lineValue }) => lineValue)).toEqual([
        2 * MUG.price - 999,
        COFFEE.price,
      ])
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'request-for-settlement-of-orders-does-not-account-for-the-value-of-interest',
    'the value is invoiced, not what was paid',
    async () => {
      const { orderId, value } = stand.plant(plainPlan({ interest: 2_345 }))
      expect((await stand.admin.previewInvoice(orderId, { invoiceNumber: '1' })).invoiceValue).toBe(
        value
      )
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'split-items-order-with-value-as-0-zero-on-the-invoice',
    'a return states its prices',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          status: 'invoiced',
          lines: [
            { sku: MUG, quantity: 1, price: 5_000 },
            { sku: MUG, quantity: 1, isGift: true },
          ],
          packages: [{ number: '1', value: 'rest', hoursAgo: 20 }],
        })
      )
      const sent = await stand.admin.notifyInvoice(
        orderId,
        {
          type: 'INPUT',
          invoiceNumber: 'R1',
          items: [{ itemIndex: 0, quantity: 1 }],
          invoiceValue: 5_000,
        },
        { accept: ['RETURN_TRIGGERS_REFUND'] }
      )
      expect(sent.outcome).toBe('APPLIED')
      expect((await posts())[0]!.items).toEqual([
        expect.objectContaining({ id: MUG.id, price: 5_000, quantity: 1 }),
      ])
    }
  )

  it('a gift at 0 goes out with its line', async () => {
    const { orderId } = stand.plant(
      plainPlan({
        lines: [
          { sku: MUG, quantity: 1 },
          { sku: STICKER, quantity: 1, isGift: true },
        ],
      })
    )
    await expectClosedByRest(orderId)
    expect((await posts())[0]!.items).toContainEqual(
      expect.objectContaining({ id: STICKER.id, price: 0, quantity: 1 })
    )
  })
})

describe('changes', () => {
  known.it(
    'invoice-accepted-with-value-higher-than-order-total-via-orders-api-during-concurrent-change',
    'nothing is sent while a change runs',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.behave({ readings: { changeDelayMs: HOUR_MS } })
      await changeV2(orderId, { manualDiscountValue: 500 })
      const refused = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      expect([refused.outcome, codes(refused)]).toEqual(['REFUSED', ['ORDER_CHANGE_IN_PROGRESS']])
      expect(await posts()).toEqual([])
      await stand.pass(2 * HOUR_MS)
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'order-with-change-itens-cannot-be-invoiced-referencing-the-items',
    'after change v1 what remains is the new value, and the removed unit is offered no more',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: MUG, quantity: 2, price: 5_000 },
            { sku: COFFEE, quantity: 1 },
          ],
          changesV1: [
            { discount: COFFEE.price, increment: 0, reason: 'one removed', removed: [1] },
          ],
        })
      )
      const { remainingValue, value, items } = (await stand.admin.order(orderId))!
      expect([value, remainingValue]).toEqual([11_000, 11_000])
      expect(items.map(({ remainingQuantity }) => remainingQuantity)).toEqual([2, 0])
      await expectClosedByRest(orderId)
      const [sent] = (await stand.oms.order(orderId)).packageAttachment!.packages
      expect(sent!.items).toMatchObject([{ itemIndex: 0, quantity: 2 }])
    }
  )
  known.it(
    'item-added-to-change-order-is-in-another-package-after-invoiced',
    'a package without number is no error',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [{ id: MUG.id, quantity: 1 }],
      })
      await stand.behave({ readings: { partialStatus: 'handling' } })
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '2', items: [], invoiceValue: 100 })
      await changedV2(orderId, {
        add: { items: [{ id: COFFEE.id, quantity: 1, price: COFFEE.price, name: COFFEE.name }] },
      })
      const shown = (await stand.admin.order(orderId))!
      expect(shown.invoicedValue).toBe(outputSum(await stand.oms.order(orderId)))
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'change-v1-item-disappears-from-ui-after-being-invoiced-scenario-with-promotion',
    'lines that are null harm nothing else',
    async () => {
      const { orderId, value } = stand.plant(
        plainPlan({
          lines: [...TWINS, { sku: COFFEE, quantity: 1 }],
          changesV1: [{ discount: 1_000, increment: 0, reason: 'one removed', removed: [1] }],
        })
      )
      const shown = (await stand.admin.order(orderId))!
      expect(shown).toMatchObject({ value, remainingValue: value })
      expect(shown.items.map(({ id }) => id)).toContain(COFFEE.id)
      const sent = await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [],
        invoiceValue: value,
      })
      expect(sent.outcome).toBe('APPLIED')
      expect((await stand.oms.order(orderId)).status).toBe('invoiced')
    }
  )
  known.it(
    'erro-in-change-v2-flow-with-duplicated-itens',
    'the value that OMS made of the change is invoiced',
    async () => {
      const { orderId, items } = stand.plant(plainPlan({ lines: TWINS }))
      await changedV2(orderId, {
        remove: { items: [{ uniqueId: items[1]!.uniqueId, quantity: 1 }] },
      })
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'possible-errors-in-change-orders-notification-in-the-ui-api-and-gateway',
    'the value decides, not the list of changes',
    async () => {
      const { orderId, value } = stand.plant(plainPlan())
      await stand.oms.changeV1(orderId, 500, 0)
      await stand.pass(HOUR_MS)
      expect((await stand.admin.order(orderId))!.value).toBe(value)
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'error-in-viewing-the-orders-ui-after-requesting-the-invoice-via-app',
    'a package item that points outside the order is shown without a line',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: MUG, quantity: 2 },
            { sku: COFFEE, quantity: 1 },
          ],
        })
      )
      await stand.behave({ readings: { partialStatus: 'handling' } })
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [{ id: COFFEE.id, quantity: 1 }],
      })
      await changedV2(orderId, { manualDiscountValue: 100 })
      const { packages } = (await stand.admin.order(orderId))!
      expect(packages[0]!.items.every(({ itemIndex }) => itemIndex === null || itemIndex < 2)).toBe(
        true
      )
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'difference-in-values-between-the-total-changes-and-the-detail-of-values-by-product',
    'the total is right, its residue is spread',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: CHEESE, quantity: 3 },
            { sku: MUG, quantity: 1 },
          ],
        })
      )
      await changedV2(orderId, {
        remove: { items: [{ id: CHEESE.id, quantity: 1 }] },
        manualIncrementValue: 1,
      })
      await expectClosedByRest(orderId)
    }
  )
})

describe('status and workflow', () => {
  known.it(
    'orders-stuck-in-requestcancel-on-marketplace-when-seller-invoices-at-the-same-time-cancel-vs-invoice-race-condition',
    'the order is read right before the POST; any cancel stops it',
    async () => {
      for (const status of ['request-cancel', 'waiting-for-seller-decision', 'cancel']) {
        const { orderId } = stand.plant(plainPlan({ status }))
        const refused = await stand.admin.notifyInvoice(
          orderId,
          { invoiceNumber: '1' },
          { accept: ['ORDER_CANCELING'] }
        )
        expect([status, refused.outcome, codes(refused)]).toEqual([
          status,
          'REFUSED',
          ['ORDER_CANCELING'],
        ])
      }
      expect(await posts()).toEqual([])
    }
  )
  known.it(
    'orders-that-fail-to-reach-the-invoiced-status-even-after-the-invoice-has-been-correctly-entered',
    'fully invoiced is no work any more; it is shown as stuck, and nothing is sent twice',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const invoice = { invoiceNumber: '1', issuanceDate: saoPaulo(stand.now() - HOUR_MS) }
      expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('APPLIED')
      expect((await stand.oms.order(orderId)).status).toBe('payment-approved')
      const shown = (await stand.admin.order(orderId))!
      expect([shown.stage, shown.remainingValue]).toEqual(['TO_SHIP', 0])
      expect(shown.allowedActions).not.toContain('NOTIFY_INVOICE')
      expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('ALREADY_APPLIED')
      expect((await stand.admin.notifyInvoice(orderId, { invoiceNumber: '2' })).outcome).toBe(
        'REFUSED'
      )
      expect(await posts()).toHaveLength(1)
      await stand.pass(DAY_MS)
      expect((await stand.admin.order(orderId))!.attention.map(({ code }) => code)).toContain(
        'ORDER_STUCK'
      )
    }
  )
  known.it(
    'order-with-status-of-verifying-invoice-does-not-update-to-invoiced',
    'shown as stuck, never sent again',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const invoice = { invoiceNumber: '1', issuanceDate: saoPaulo(stand.now() - HOUR_MS) }
      expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('APPLIED')
      await stand.pass(DAY_MS)
      const shown = (await stand.admin.order(orderId))!
      expect([shown.status, shown.stage]).toEqual(['invoice', 'TO_SHIP'])
      expect(shown.attention.map(({ code }) => code)).toContain('ORDER_STUCK')
      expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('ALREADY_APPLIED')
      expect(await posts()).toHaveLength(1)
      expect(
        (await stand.admin.updatePartialInvoice(orderId, '1', { trackingNumber: 'T1' })).outcome
      ).toBe('APPLIED')
    }
  )
  known.it(
    'orders-stuck-in-starthandling-status',
    "OMS's refusal is told, and the order shown as stuck",
    async () => {
      const { orderId } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
      const started = await stand.admin.startHandling(orderId)
      expect((await stand.oms.order(orderId)).status).toBe('start-handling')
      expect(started.order!.status).toBe('start-handling')
      const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      expect([sent.outcome, codes(sent)]).toEqual(['FAILED', ['OMS_REJECTED']])
      await stand.pass(DAY_MS)
      expect((await stand.admin.order(orderId))!.attention.map(({ code }) => code)).toContain(
        'ORDER_STUCK'
      )
    }
  )
  known.it(
    'two-different-workflows-for-the-same-order-resulting-in-status-detailstatenull',
    'a status of null is shown, and nothing is done',
    async () => {
      const { orderId } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
      await stand.admin.startHandling(orderId)
      expect((await stand.oms.order(orderId)).status).toBeNull()
      const shown = (await stand.admin.order(orderId))!
      expect(shown.stage).toBe('NOT_READY')
      expect(shown.allowedActions).toEqual([])
      const refused = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      expect(codes(refused)).toEqual(['ORDER_STATE_FORBIDS'])
      expect(
        (await stand.admin.orders({ queue: 'ALL', search: orderId })).rows.map((row) => row.orderId)
      ).toEqual([orderId])
    }
  )
  known.it(
    'partial-issue-of-invoice-changes-date-of-payment-authorization',
    'a moved date of payment moves nothing of an order shown',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const { creationDate, estimatedDelivery } = (await stand.admin.order(orderId))!
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        items: [{ id: MUG.id, quantity: 1 }],
      })
      expect((await stand.admin.order(orderId))!).toMatchObject({
        creationDate,
        estimatedDelivery,
        invoicedDate: null,
      })
      await expectClosedByRest(orderId)
    }
  )
  known.it(
    'delay-in-canceling-the-order-in-marketplace',
    'cancel and canceled both stop an invoice',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.behave({ applyDelayMs: 1_000, readings: { settleDelayMs: 1_000 } })
      expect((await stand.oms.cancel(orderId)).status).toBe(200)
      for (let step = 0; step < 5; step += 1) {
        await stand.pass(1_100)
        const shown = (await stand.admin.order(orderId))!
        expect(shown.stage).toBe('CANCELED')
        expect((await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe(
          'REFUSED'
        )
      }
      expect(await posts()).toEqual([])
    }
  )
  known.it(
    'order-isnt-fully-canceled',
    'an incomplete order is neither handled nor invoiced',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({ status: 'ready-for-handling', isCompleted: false })
      )
      await stand.oms.cancel(orderId)
      expect(codes(await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' }))).toEqual([
        'ORDER_INCOMPLETE',
      ])
      expect(codes(await stand.admin.startHandling(orderId))).toEqual(['ORDER_INCOMPLETE'])
      expect(await stand.writes()).toEqual([])
    }
  )
  known.it(
    'the-fulfillmentseller-order-flow-progresses-regardless-of-whether-it-has-the-incomplete-order-flag-iscompletedfalse-in-the-marketplace-order',
    'isCompleted is looked at before handling and invoicing',
    async () => {
      const { orderId } = stand.plant(plainPlan({ isCompleted: false }))
      expect((await stand.admin.order(orderId))!.allowedActions).toEqual([])
      expect(codes(await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' }))).toEqual([
        'ORDER_INCOMPLETE',
      ])
    }
  )
  known.it(
    'order-stuck-at-seller-status-cancellationrequestdeniedffm',
    'an unknown state is left alone',
    async () => {
      const { orderId } = stand.plant(plainPlan({ status: 'cancellation-requested' }))
      expect(
        (
          await stand.oms.call(
            'POST',
            `/api/orders/pvt/document/${orderId}/deny-cancellation-request`
          )
        ).status
      ).toBe(204)
      expect((await stand.oms.order(orderId)).status).toBe('cancellation-request-denied-ffm')
      const refused = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      expect([refused.outcome, codes(refused)]).toEqual(['REFUSED', ['ORDER_STATE_FORBIDS']])
      expect(await posts()).toEqual([])
    }
  )
})

describe('reading', () => {
  known.it(
    'status-in-the-order-list-is-different-from-the-current-order-status',
    'the live order decides',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      const listed = await stand.oms.call('GET', `/api/oms/pvt/orders?q=${orderId}`)
      expect((listed.body as { list: { status: string }[] }).list[0]!.status).toBe('handling')
      expect((await stand.admin.orders({ queue: 'TO_INVOICE', search: orderId })).rows).toEqual([])
      expect((await stand.admin.orders({ queue: 'ALL', search: orderId })).rows[0]).toMatchObject({
        status: 'invoiced',
        stage: 'TO_SHIP',
      })
    }
  )
  known.it(
    'rounding-of-totalvalue-in-listorders',
    "an order's value is not the list's",
    async () => {
      const { orderId, value } = stand.plant(plainPlan({ shipping: 1_099 }))
      const { rows } = await stand.admin.orders({ queue: 'ALL', search: orderId })
      expect(rows[0]!.value).toBe(value)
    }
  )
  known.it(
    'error-when-including-many-filters-in-the-order-list',
    'few filters are sent',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const page = await stand.admin.orders({
        queue: 'TO_INVOICE',
        search: orderId,
        createdFrom: saoPaulo(stand.now() - 90 * DAY_MS),
        createdTo: saoPaulo(stand.now()),
      })
      expect(page.rows.map((row) => row.orderId)).toEqual([orderId])
    }
  )
  known.it(
    'logisticsinfo-with-incorrect-order-in-the-orderform',
    'delivery is looked up by itemIndex',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: MUG, quantity: 1 },
            { sku: COFFEE, quantity: 1 },
          ],
        })
      )
      const reversed = (await stand.admin.order(orderId))!
      await stand.behave({ bugs: { 'logisticsinfo-with-incorrect-order-in-the-orderform': false } })
      const straight = (await stand.admin.order(orderId))!
      expect(reversed).toEqual(straight)
    }
  )
})

describe('returns', () => {
  const ACCEPT = { accept: ['RETURN_TRIGGERS_REFUND'] }
  const invoiced = (lines: typeof TWINS = TWINS) =>
    stand.plant(
      plainPlan({
        status: 'invoiced',
        lines,
        packages: [{ number: '1', value: 'rest', hoursAgo: 20 }],
      })
    )

  known.it(
    'input-invoice-is-not-triggering-the-refund-process-at-the-gateway',
    'a return names each SKU once',
    async () => {
      const { orderId } = invoiced()
      const sent = await stand.admin.notifyInvoice(
        orderId,
        {
          type: 'INPUT',
          invoiceNumber: 'R1',
          items: [
            { itemIndex: 0, quantity: 1 },
            { itemIndex: 1, quantity: 1 },
          ],
        },
        ACCEPT
      )
      expect(sent.outcome).toBe('APPLIED')
      expect((await posts())[0]!.items).toHaveLength(1)
      const returned = (await stand.oms.order(orderId)).packageAttachment!.packages[1]!
      expect(returned.restitutions).not.toBeNull()
    }
  )
  known.it(
    'refund-limited-incorrectly-due-to-duplicated-receipt-from-race-condition-oms-invoicerestutions',
    "OMS's refusal is told in its words",
    async () => {
      const { orderId, value } = invoiced()
      const half = Math.floor(value / 2)
      expect(
        (
          await stand.admin.notifyInvoice(
            orderId,
            { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: half, items: [] },
            ACCEPT
          )
        ).outcome
      ).toBe('APPLIED')
      const second = await stand.admin.notifyInvoice(
        orderId,
        { type: 'INPUT', invoiceNumber: 'R2', invoiceValue: value - half - 1, items: [] },
        ACCEPT
      )
      expect([second.outcome, codes(second)]).toEqual(['FAILED', ['OMS_REJECTED']])
      expect(JSON.stringify(second.problems[0]!.facts)).toContain('restitution Refund')
    }
  )
  known.it(
    'scenarios-involving-goodwill-following-an-order-modification',
    'its message is shown, nothing is retried',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          status: 'invoiced',
          changesV1: [{ discount: 100, increment: 0, reason: 'test' }],
          packages: [{ number: '1', value: 'rest', hoursAgo: 20 }],
        })
      )
      const sent = await stand.admin.notifyInvoice(
        orderId,
        { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: 500, items: [] },
        ACCEPT
      )
      expect([sent.outcome, codes(sent)]).toEqual(['FAILED', ['OMS_REJECTED']])
      expect(JSON.stringify(sent.problems[0]!.facts)).toContain('more than 0.0')
      expect(await posts()).toHaveLength(1)
    }
  )
  known.it(
    'returned-package-as-delivering-to-final-customer-on-my-account',
    'a return is no shipment',
    async () => {
      const { orderId } = stand.plant(
        plainPlan({
          status: 'invoiced',
          packages: [
            {
              number: '1',
              value: 'rest',
              hoursAgo: 20,
              trackingNumber: 'T1',
              events: [{ hoursAgo: 3, description: 'Delivered' }],
              deliveredHoursAgo: 3,
            },
            { number: 'R1', type: 'Input', value: 1_000, hoursAgo: 1, items: [] },
          ],
        })
      )
      const shown = (await stand.admin.order(orderId))!
      expect(shown.stage).toBe('DELIVERED')
      expect(shown.packages.find(({ type }) => type === 'INPUT')!.allowedActions).toEqual([])
      expect(shown.remainingValue).toBe(0)
    }
  )
})

describe('tracking', () => {
  known.it(
    'magazine-luiza-tracking-erro-data-de-entrega-ao-cliente-deve-ser-maior-que-a-data-de-despacho-e-deve-ser-igual-ou-menor-a-data-de-hoje',
    'delivered lies after dispatched and not ahead of now',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      const at = (minutes: number) => saoPaulo(stand.now() + minutes * MINUTE_MS)
      await stand.admin.notifyInvoice(orderId, {
        invoiceNumber: '1',
        trackingNumber: 'T1',
        dispatchedDate: at(-60),
      })
      const delivered = (deliveredDate: string) =>
        stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: true, deliveredDate })
      expect(codes(await delivered(at(-90)))).toEqual(['DELIVERED_BEFORE_DISPATCH'])
      expect(codes(await delivered(at(30)))).toEqual(['DATE_IN_FUTURE'])
      expect((await delivered(at(-30))).outcome).toBe('APPLIED')
    }
  )
  known.it(
    'the-first-shipping-update-email-is-not-sent-when-the-shipping-status-is',
    'no event is sent twice to force a mail',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', trackingNumber: 'T1' })
      const events = [{ date: saoPaulo(stand.now() - HOUR_MS), description: 'Posted' }]
      await stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: false, events })
      await stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: false, events })
      expect(bodiesOf(await stand.requests(), 'UpdateTrackingStatus')).toHaveLength(1)
    }
  )
  known.it(
    'order-tracking-via-jadlog-returns-delivery-confirmation-without-the-order-being-delivered',
    'a delivery taken back is asked about, and then taken back',
    async () => {
      const { orderId } = stand.plant(plainPlan())
      await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', trackingNumber: 'T1' })
      await stand.admin.updateTrackingStatus(orderId, '1', {
        isDelivered: true,
        events: [{ date: saoPaulo(stand.now() - HOUR_MS), description: 'Delivered' }],
      })
      const correction = {
        isDelivered: false,
        events: [{ date: saoPaulo(stand.now()), description: 'Found at the depot' }],
      }
      expect(codes(await stand.admin.updateTrackingStatus(orderId, '1', correction))).toEqual([
        'DELIVERED_ALREADY',
      ])
      const accepted = await stand.admin.updateTrackingStatus(orderId, '1', correction, [
        'DELIVERED_ALREADY',
      ])
      expect(accepted.outcome).toBe('APPLIED')
      expect(accepted.order!.stage).toBe('IN_TRANSIT')
    }
  )
})

it('every issue that the stand can switch on has its test here, or its reason in docs/known-issues.md', () => {
  const page = join(__dirname, '..', '..', 'docs', 'known-issues.md')
  const told = existsSync(page) ? readFileSync(page, 'utf8') : ''
  expect(
    Object.keys(BUGS).filter((slug) => !known.named.has(slug) && !told.includes(slug))
  ).toEqual([])
})
