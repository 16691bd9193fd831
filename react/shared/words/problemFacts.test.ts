import { factValues, ProblemLike, readList } from './problemFacts'
import { partsOf, remedies } from './remedies'

const problem = (
  code: string,
  facts: Record<string, string>,
  more: Partial<ProblemLike> = {}
): ProblemLike => ({
  code,
  severity: 'ERROR',
  field: [],
  message: 'English',
  facts: Object.keys(facts).map((name) => ({ name, value: facts[name] })),
  ...more,
})

const context = {
  language: 'en-US',
  timeZone: 'America/Sao_Paulo',
  now: Date.parse('2026-03-05T12:00:00Z'),
  currency: { code: 'USD', decimalDigits: 2 },
  wordForStatus: (status: string) => `<${status}>`,
}
const values = (one: ProblemLike) => factValues(one, context)

describe('factValues', () => {
  test.each([
    ['money', problem('VALUE_OVER_REMAINING', { remaining: '12990' }), { remaining: '$129.90' }],
    [
      'a moment in the zone',
      problem('ORDER_STUCK', { since: '2026-03-01T17:05:00Z' }),
      { since: '1 Mar, 14:05' },
    ],
    [
      'a status in words',
      problem('ORDER_STATE_FORBIDS', { status: 'handling' }),
      { status: '<handling>' },
    ],
    [
      'a list',
      problem('INVOICE_NOT_FOUND', { invoiceNumbers: '["1","2, b"]' }),
      { invoiceNumbers: '1 and 2, b' },
    ],
    [
      'lines from one',
      problem('ITEM_AMBIGUOUS', { itemIndexes: '0,2' }),
      { itemIndexes: '1 and 3' },
    ],
    [
      'units as they stand',
      problem('ITEM_QUANTITY_OVER_REMAINING', { remaining: '3' }),
      { remaining: '3' },
    ],
    [
      'an item without id by its line',
      problem('ITEM_NOT_IN_ORDER', { itemIndex: '4' }),
      { id: '#5' },
    ],
    [
      "a document's status as it stands: it is no status of the order",
      problem('XML_NOT_AUTHORIZED', { status: '302' }),
      { status: '302' },
    ],
  ])('%s', (_, one, expected) => {
    expect(values(one)).toMatchObject(expected)
  })

  test('what the document says is read by the field that it disagrees with', () => {
    const facts = { given: '10000', read: '12990' }
    const byField = (field: string) =>
      values(problem('XML_DISAGREES', facts, { field: ['invoice', field] }))
    expect(byField('invoiceValue')).toMatchObject({ given: '$100.00', read: '$129.90' })
    expect(byField('invoiceNumber')).toMatchObject({ given: '10000', read: '12990' })
  })

  test('what nobody knows reads none, and what cannot be read stays as it came', () => {
    expect(values(problem('XML_UNREADABLE', {}))).toMatchObject({ line: 'none' })
    expect(values(problem('LATE', { estimatedDelivery: 'soon' }))).toMatchObject({
      estimatedDelivery: 'soon',
    })
    expect(
      factValues(problem('VALUE_OVER_REMAINING', { remaining: '5' }), {
        ...context,
        currency: undefined,
      })
    ).toMatchObject({
      remaining: '0.05',
    })
    expect(values(problem('INVOICE_NOT_FOUND', { invoiceNumbers: '' }))).toMatchObject({
      invoiceNumbers: 'none',
    })
  })

  test('a star in a fact marks no link', () => {
    expect(values(problem('OMS_REJECTED', { omsMessage: 'a *b* c' })).omsMessage).not.toContain('*')
  })
})

test('a list is JSON or text with commas', () => {
  expect(readList('["a","b"]')).toEqual(['a', 'b'])
  expect(readList('a, b,')).toEqual(['a', 'b'])
  expect(readList('[broken')).toEqual(['[broken'])
})

test('stars part the active words of a remedy', () => {
  expect(partsOf('Wait, *Look again*')).toEqual([
    { text: 'Wait, ', isAction: false },
    { text: 'Look again', isAction: true },
  ])
  expect(partsOf('*Search*')).toEqual([{ text: 'Search', isAction: true }])
  expect(partsOf('Plain')).toEqual([{ text: 'Plain', isAction: false }])
})

test('a remedy that sets a field names the fact that it sets', () => {
  const unnamed = Object.keys(remedies).filter(
    (code) => remedies[code].action === 'USE_FACT' && !remedies[code].fact
  )
  expect(unnamed).toEqual([])
})
