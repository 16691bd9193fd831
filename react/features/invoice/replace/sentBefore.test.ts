import { draftOfSent, orderBefore, sentBefore } from './sentBefore'

const line = (itemIndex: number, id: string, quantity: number, invoicedQuantity: number) => ({
  itemIndex,
  id,
  quantity,
  invoicedQuantity,
  remainingQuantity: quantity - invoicedQuantity,
})
const reading = { fromCents: (cents: number) => String(cents / 100) } as never
const unanswered = [{ code: 'OMS_OUTCOME_UNKNOWN' }] as never
const preview = (items: Array<{ id: string; quantity: number }>, problems = unanswered) => ({
  problems,
  items: items as never,
  invoiceValue: 500,
})
const waitingFor = (...numbers: string[]) =>
  numbers.map((value) => ({
    code: 'OMS_OUTCOME_UNKNOWN',
    facts: [{ name: 'invoiceNumber', value }],
  }))
const orderOf = (items: Array<ReturnType<typeof line>>, attention = waitingFor('6', '7')) =>
  ({ items, attention, invoicedValue: 700, remainingValue: 300 }) as never

test('the units of a SKU are taken from its last lines, which hold what came last', () => {
  const lines = [line(0, 'a', 2, 2), line(1, 'b', 1, 0), line(2, 'a', 2, 1)]
  const sent = sentBefore(preview([{ id: 'a', quantity: 2 }]), lines)

  expect(sent).toEqual({ value: 500, units: { 0: 1, 2: 1 } })
  expect(orderBefore(orderOf(lines), '7', 'OUTPUT', sent!)).toMatchObject({
    invoicedValue: 200,
    remainingValue: 800,
    items: [
      { invoicedQuantity: 1, remainingQuantity: 1 },
      { invoicedQuantity: 0, remainingQuantity: 1 },
      { invoicedQuantity: 0, remainingQuantity: 2 },
    ],
  })
})

test('what the service no longer waits for is open again by itself', () => {
  expect(sentBefore(preview([], [] as never), [])).toBeNull()
})

test('a return takes nothing from the order', () => {
  const order = orderOf([line(0, 'a', 2, 2)])

  expect(orderBefore(order, '7', 'INPUT', { units: { 0: 2 }, value: 500 })).toBe(order)
})

test('what the order counts no more is not taken from it a second time', () => {
  const sent = { units: { 0: 2 }, value: 500 }
  const lines = [line(0, 'a', 2, 0)]
  const givenUp = orderOf(lines, waitingFor('6'))

  expect(orderBefore(givenUp, '7', 'OUTPUT', sent)).toBe(givenUp)
})

describe('the form', () => {
  const items = [line(0, 'a', 2, 0), line(1, 'b', 1, 0)]
  const order = (remainingValue: number) => ({ items, remainingValue }) as never
  const draft = (units: Record<number, number>, remainingValue = 900) =>
    draftOfSent('7', 'OUTPUT', { units, value: 500 }, order(remainingValue), reading)

  test('holds the units that were sent, and no others', () => {
    expect(draft({ 0: 1 })).toMatchObject({ covers: 'ITEMS', units: { 0: 1, 1: 0 } })
    expect(draft({ 0: 1 }).typed).toMatchObject({ invoiceNumber: '7', invoiceValue: '5' })
  })
  test('goes by value where the first one did', () => {
    expect(draft({})).toMatchObject({ covers: 'VALUE', typed: { invoiceValue: '5' } })
  })
  test('covers everything where that is what was sent', () => {
    expect(draft({ 0: 2, 1: 1 }, 500)).toMatchObject({
      covers: 'EVERYTHING',
      typed: { invoiceNumber: '7', invoiceValue: null },
    })
    expect(draft({ 0: 2, 1: 1 })).toMatchObject({ covers: 'ITEMS', typed: { invoiceValue: '5' } })
  })
})
