import { CHEESE, COFFEE, MUG, SCREW, STICKER } from '../demo/catalog'
import { COLOMBIA } from '../demo/stores'
import type { Order } from './harness/contract'
import { Dice } from './harness/dice'
import { outputSum } from './harness/oracle'
import { isUntouched, plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS } from './harness/time'

/** Whatever the split: the invoices of an order end on its value to the cent, and its units are all out. */

const stand = useStand()

/** The demo's certified marketplaces want the XML; what is at stake here is the money. */
const ACCEPT = { accept: ['XML_REQUIRED'] }

type Split = (shown: Order, dice: Dice) => object

/** Some of the remaining units, at least one that is paid for; by value where none is. */
const byValue: Split = ({ remainingValue }, dice) => ({
  items: [],
  invoiceValue: dice.between(1, Math.max(1, remainingValue - 1)),
})

const byItems: Split = (shown, dice) => {
  const open = shown.items.filter(({ remainingQuantity }) => remainingQuantity > 0)
  const paid = open.find(({ lineValue, quantity }) => lineValue >= quantity)
  if (!paid) return byValue(shown, dice)
  const chosen = open
    .map(({ itemIndex, remainingQuantity }) => ({
      itemIndex,
      quantity: dice.between(itemIndex === paid.itemIndex ? 1 : 0, remainingQuantity),
    }))
    .filter(({ quantity }) => quantity > 0)
  return { items: chosen }
}

const mixed: Split = (shown, dice) => (dice.next() < 0.5 ? byItems : byValue)(shown, dice)

/** Sends one invoice and holds the preview against what OMS then does. */
async function invoiceAsPreviewed(orderId: string, invoice: object): Promise<void> {
  const before = await stand.oms.order(orderId)
  const preview = await stand.admin.previewInvoice(orderId, invoice as Record<string, unknown>)
  const sent = await stand.admin.notifyInvoice(orderId, invoice as Record<string, unknown>, ACCEPT)
  const other = sent.problems.filter(({ code }) => code !== 'XML_REQUIRED')
  expect({ orderId, invoice, outcome: sent.outcome, other }).toEqual({
    orderId,
    invoice,
    outcome: 'APPLIED',
    other: [],
  })
  const after = await stand.oms.order(orderId)
  expect({
    value: preview.invoiceValue,
    remaining: preview.remainingAfter,
    completes: preview.completesOrder,
  }).toEqual({
    value: outputSum(after) - outputSum(before),
    remaining: after.value - outputSum(after),
    completes: after.status === 'invoiced',
  })
}

async function invoiceInParts(
  orderId: string,
  split: Split,
  dice: Dice,
  parts: number
): Promise<void> {
  for (let part = 1; part <= parts; part += 1) {
    const shown = (await stand.admin.order(orderId))!
    if (shown.remainingValue <= 1) break
    const units = shown.items.reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0)
    if (units <= 1) break
    const chosen = split(shown, dice) as { items: { quantity: number }[] }
    const takesAll = chosen.items.reduce((sum, { quantity }) => sum + quantity, 0) === units
    // The last invoice takes the remainder: that is the next step.
    if (takesAll) break
    await invoiceAsPreviewed(orderId, { invoiceNumber: `P${part}`, ...chosen })
  }
  // Items may be worth all that invoices by value left: then that was the last one.
  if ((await stand.oms.order(orderId)).status === 'invoiced') {
    await expectClosed(orderId)
    return
  }
  await closeWithRest(orderId)
}

async function expectClosed(orderId: string): Promise<Order> {
  const stored = await stand.oms.order(orderId)
  expect([orderId, outputSum(stored), stored.status]).toEqual([orderId, stored.value, 'invoiced'])
  const shown = (await stand.admin.order(orderId))!
  expect([shown.invoicedValue, shown.remainingValue]).toEqual([shown.value, 0])
  return shown
}

async function closeWithRest(orderId: string): Promise<void> {
  await invoiceAsPreviewed(orderId, { invoiceNumber: 'REST' })
  const shown = await expectClosed(orderId)
  expect(shown.items.map(({ remainingQuantity }) => remainingQuantity)).toEqual(
    shown.items.map(() => 0)
  )
}

async function openOrders(): Promise<string[]> {
  const notes = await stand.control<{ orderId: string; note: string }[]>('GET', '/local/orders')
  const changing = notes.filter(({ note }) => /change v2 is in progress/.test(note))
  return (await stand.everyOrder())
    .filter((order) => isUntouched(order) && order.items.length < 50)
    .map(({ orderId }) => orderId)
    .filter((orderId) => !changing.some((note) => note.orderId === orderId))
}

describe('every demo order to invoice', () => {
  it.each([
    ['by items', byItems],
    ['by value', byValue],
  ])(
    'in parts %s',
    async (_name, split) => {
      const dice = new Dice(20_260_301)
      const orders = await openOrders()
      expect(orders.length).toBeGreaterThan(20)
      for (const orderId of orders) await invoiceInParts(orderId, split, dice, 3)
    },
    60_000
  )

  it('unit by unit', async () => {
    for (const orderId of await openOrders()) {
      const shown = (await stand.admin.order(orderId))!
      const units = shown.items.flatMap(({ itemIndex, quantity }) =>
        Array.from({ length: quantity }, () => itemIndex)
      )
      for (const [at, itemIndex] of units.slice(0, Math.min(units.length - 1, 6)).entries()) {
        await invoiceAsPreviewed(orderId, {
          invoiceNumber: `U${at}`,
          items: [{ itemIndex, quantity: 1 }],
        })
      }
      await closeWithRest(orderId)
    }
  })

  it('with the freight on the first invoice', async () => {
    const settings = await stand.admin.settings()
    await stand.admin.saveSettings({ ...settings, freightOn: 'FIRST_INVOICE' })
    const dice = new Dice(7)
    for (const orderId of (await openOrders()).slice(0, 12))
      await invoiceInParts(orderId, byItems, dice, 2)
  })

  it('the ones with two hundred lines too', async () => {
    const { orderId } = await stand.orderWith(
      (order) => isUntouched(order) && order.items.length > 100
    )
    await invoiceInParts(orderId, byItems, new Dice(3), 2)
  })
})

it('goes on where an order is partially invoiced already', async () => {
  const dice = new Dice(11)
  const orders = (await stand.everyOrder()).filter(
    (order) => ['payment-approved', 'handling'].includes(order.status ?? '') && outputSum(order) > 0
  )
  expect(orders.length).toBeGreaterThan(2)
  for (const { orderId } of orders) await invoiceInParts(orderId, mixed, dice, 1)
})

describe('an order made to be hard', () => {
  const HARD: [string, Parameters<typeof plainPlan>[0]][] = [
    [
      'a discount that does not divide',
      { lines: [{ sku: SCREW, quantity: 4, price: 17, discount: 3 }], shipping: 1 },
    ],
    ['a price of one cent', { lines: [{ sku: SCREW, quantity: 7, price: 1 }], shipping: 0 }],
    [
      'weights',
      {
        lines: [
          { sku: CHEESE, quantity: 3, discount: 101 },
          { sku: CHEESE, quantity: 2, unitMultiplier: 1.337 },
        ],
      },
    ],
    [
      'gifts',
      {
        lines: [
          { sku: MUG, quantity: 2 },
          { sku: STICKER, quantity: 3, isGift: true },
        ],
      },
    ],
    [
      'free of charge but for the freight',
      { lines: [{ sku: STICKER, quantity: 3, isGift: true }], shipping: 999 },
    ],
    [
      'one SKU in three lines',
      {
        lines: [
          { sku: MUG, quantity: 2 },
          { sku: MUG, quantity: 1, discount: 4_989 },
          { sku: MUG, quantity: 3, discount: 1 },
        ],
      },
    ],
    [
      'tax and odd totals',
      {
        tax: 333,
        moreTotals: [
          { id: 'CustomTax', name: 'Tax', value: 7 },
          { id: 'CustomTax', name: 'Tax', value: 11 },
        ],
      },
    ],
    [
      'a discount on the whole',
      { moreTotals: [{ id: 'Acréscimo DFT', name: 'Desconto', value: -4_321 }] },
    ],
    [
      'Colombian pesos beyond 2^31 cents',
      { store: COLOMBIA, lines: [{ sku: MUG, quantity: 3, price: 899_000_001, discount: 2 }] },
    ],
    ['interest', { interest: 12_345, lines: [{ sku: COFFEE, quantity: 5, discount: 3 }] }],
  ]

  it.each(HARD)('%s', async (_name, plan) => {
    const dice = new Dice(42)
    for (const split of [byItems, byValue, mixed]) {
      await invoiceInParts(stand.plant(plainPlan(plan)).orderId, split, dice, 3)
    }
  })
})

describe('changes between two invoices', () => {
  it.each([
    ['a discount', 1_234, 0],
    ['an increment', 0, 777],
  ])('v1, %s', async (_name, discount, increment) => {
    const { orderId, value } = stand.plant(
      plainPlan({ lines: [{ sku: MUG, quantity: 3, price: 5_000 }] })
    )
    await invoiceAsPreviewed(orderId, { invoiceNumber: '1', items: [{ id: MUG.id, quantity: 1 }] })
    expect((await stand.oms.changeV1(orderId, discount, increment)).status).toBe(200)
    const shown = (await stand.admin.order(orderId))!
    expect(shown.value).toBe(value - discount + increment)
    expect(shown.remainingValue).toBe(shown.value - 5_000)
    await closeWithRest(orderId)
  })

  it('v1, a unit less: what was taken away is neither left nor named again', async () => {
    const { orderId } = stand.plant(
      plainPlan({
        lines: [
          { sku: MUG, quantity: 3, price: 5_000, discount: 1 },
          { sku: COFFEE, quantity: 1 },
        ],
      })
    )
    const open = async () =>
      (await stand.admin.order(orderId))!.items.map(({ remainingQuantity }) => remainingQuantity)
    await invoiceAsPreviewed(orderId, { invoiceNumber: '1', items: [{ id: MUG.id, quantity: 1 }] })
    const itemsRemoved = [{ id: MUG.id, quantity: 1, price: 5_000 }]
    await stand.oms.changeV1(orderId, 5_000, 0, { itemsRemoved })
    await stand.pass(HOUR_MS)
    expect(await open()).toEqual([1, 1])
    const two = await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: '2',
      items: [{ id: MUG.id, quantity: 2 }],
    })
    expect(two.problems.map(({ code }) => code)).toEqual(['ITEM_QUANTITY_OVER_REMAINING'])
    await invoiceAsPreviewed(orderId, {
      invoiceNumber: '2',
      items: [{ id: COFFEE.id, quantity: 1 }],
    })
    await closeWithRest(orderId)
    const [, , rest] = (await stand.oms.order(orderId)).packageAttachment!.packages
    expect(rest!.items).toMatchObject([{ itemIndex: 0, quantity: 1 }])
  })

  it('v1, a unit less and back again', async () => {
    const { orderId } = stand.plant(plainPlan({ lines: [{ sku: MUG, quantity: 3, price: 5_000 }] }))
    const mug = [{ id: MUG.id, quantity: 2, price: 5_000 }]
    await stand.oms.changeV1(orderId, 10_000, 0, { itemsRemoved: mug })
    await stand.pass(HOUR_MS)
    await stand.oms.changeV1(orderId, 0, 5_000, { itemsAdded: [{ ...mug[0]!, quantity: 1 }] })
    await stand.pass(HOUR_MS)
    const [line] = (await stand.admin.order(orderId))!.items
    expect(line).toMatchObject({ quantity: 3, remainingQuantity: 2, removedQuantity: 1 })
    await closeWithRest(orderId)
  })

  it('v1, one of two lines of a SKU', async () => {
    const { orderId } = stand.plant(
      plainPlan({
        lines: [
          { sku: MUG, quantity: 1, price: 5_000, discount: 1_000 },
          { sku: MUG, quantity: 2, price: 6_000 },
        ],
      })
    )
    const itemsRemoved = [{ id: MUG.id, quantity: 1, price: 5_000 }]
    await stand.oms.changeV1(orderId, 4_000, 0, { itemsRemoved })
    await stand.pass(HOUR_MS)
    const preview = await stand.admin.previewInvoice(orderId, {
      invoiceNumber: '1',
      items: [{ id: MUG.id, quantity: 1 }],
    })
    expect(preview).toMatchObject({ invoiceValue: 6_000, problems: [] })
    await invoiceAsPreviewed(orderId, { invoiceNumber: '1', items: [{ id: MUG.id, quantity: 1 }] })
    await closeWithRest(orderId)
  })

  it.each(['shown', 'absent'] as const)('v2, a unit less, changes %s', async (shown) => {
    await stand.behave({ readings: { changesAttachmentV2: shown } })
    const { orderId, items } = stand.plant(
      plainPlan({ lines: [{ sku: MUG, quantity: 3, price: 5_000, discount: 1 }] })
    )
    await stand.behave({ readings: { partialStatus: 'handling', changeDelayMs: 0 } })
    await invoiceAsPreviewed(orderId, { invoiceNumber: '1', items: [{ id: MUG.id, quantity: 1 }] })
    const asked = await stand.oms.call('PATCH', `/api/order-system/orders/${orderId}/changes`, {
      reason: 'test',
      remove: { items: [{ uniqueId: items[0]!.uniqueId, quantity: 1 }] },
    })
    expect(asked.status).toBe(202)
    await stand.pass(HOUR_MS)
    expect((await stand.admin.order(orderId))!.items).toMatchObject([
      { quantity: 2, invoicedQuantity: 1, remainingQuantity: 1 },
    ])
    await closeWithRest(orderId)
  })

  it('down to what is invoiced: nothing is left to send', async () => {
    const { orderId } = stand.plant(
      plainPlan({ lines: [{ sku: MUG, quantity: 2, price: 5_000 }], shipping: 0 })
    )
    await invoiceAsPreviewed(orderId, { invoiceNumber: '1', items: [{ id: MUG.id, quantity: 1 }] })
    expect((await stand.oms.changeV1(orderId, 5_000, 0)).status).toBe(200)
    const shown = (await stand.admin.order(orderId))!
    expect([shown.remainingValue, shown.allowedActions.includes('NOTIFY_INVOICE')]).toEqual([
      0,
      false,
    ])
    const refused = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '2' })
    expect(refused.outcome).toBe('REFUSED')
  })
})

describe('a return', () => {
  const ACCEPT_RETURN = { accept: ['RETURN_TRIGGERS_REFUND'] }

  it('leaves what was invoiced as it is', async () => {
    const { orderId, value } = stand.plant(plainPlan())
    await invoiceInParts(orderId, byItems, new Dice(1), 1)
    const sent = await stand.admin.notifyInvoice(
      orderId,
      { type: 'INPUT', invoiceNumber: 'R1', items: [{ itemIndex: 0, quantity: 1 }] },
      ACCEPT_RETURN
    )
    expect(sent.outcome).toBe('APPLIED')
    expect(sent.order).toMatchObject({ invoicedValue: value, remainingValue: 0 })
  })

  it('of everything in parts gives back no cent more than was invoiced', async () => {
    const { orderId, value } = stand.plant(
      plainPlan({ lines: [{ sku: MUG, quantity: 3, discount: 1 }] })
    )
    await closeWithRest(orderId)
    const dice = new Dice(5)
    let left = value
    for (let part = 1; left > 0; part += 1) {
      const invoiceValue = part === 4 ? left : dice.between(1, left)
      const sent = await stand.admin.notifyInvoice(
        orderId,
        { type: 'INPUT', invoiceNumber: `R${part}`, invoiceValue, items: [] },
        ACCEPT_RETURN
      )
      expect(sent.outcome).toBe('APPLIED')
      left -= invoiceValue
    }
    const over = await stand.admin.notifyInvoice(
      orderId,
      { type: 'INPUT', invoiceNumber: 'R9', invoiceValue: 1, items: [] },
      ACCEPT_RETURN
    )
    expect([over.outcome, over.problems.map(({ code }) => code)]).toEqual([
      'REFUSED',
      ['VALUE_OVER_REFUNDABLE'],
    ])
  })
})
