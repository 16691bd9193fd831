import { remedies } from '../../shared/words/remedies'
import { emptyInvoice, typeField } from './invoiceDraft'
import { applyRemedy } from './invoiceRemedy'

const context = {
  sent: [{ itemIndex: 4, open: 3 }],
  remainingValue: 24990,
  now: Date.parse('2026-03-01T17:05:00Z'),
  reading: {
    toInstant: (local: string) => local,
    toLocal: (instant: string) => instant.slice(0, 16),
    toCents: () => 0,
    fromCents: (cents: number) => (cents / 100).toFixed(2),
  },
}
const problem = (code: string, field: string[], facts: Record<string, string> = {}) =>
  ({
    code,
    field,
    facts: Object.keys(facts).map((name) => ({ name, value: facts[name] })),
  }) as any
const apply = (draft: any, one: any): any => applyRemedy(draft, remedies[one.code], one, context)
const empty = emptyInvoice('OUTPUT')

test.each([
  [
    problem('INVOICE_NUMBER_UNSAFE', ['invoice', 'invoiceNumber'], { suggestion: '000123-1' }),
    'invoiceNumber',
    '000123-1',
  ],
  [
    problem('VALUE_OVER_REMAINING', ['invoice', 'invoiceValue'], { remaining: '11996' }),
    'invoiceValue',
    '119.96',
  ],
  [
    problem('VALUE_LEAVES_REMAINDER', ['invoice', 'invoiceValue'], { remainder: '12994' }),
    'invoiceValue',
    '249.90',
  ],
  [problem('DATE_IN_FUTURE', ['invoice', 'issuanceDate']), 'issuanceDate', '2026-03-01T17:05'],
])('%# sets one field', (one, field, text) => {
  expect(apply(typeField(empty, 'invoiceNumber', '000123/1'), one).typed[field]).toBe(text)
})

test('what the document says comes back by taking the typed value away', () => {
  const one = problem('XML_DISAGREES', ['invoice', 'invoiceValue'], { given: '1', read: '2' })

  expect(apply(typeField(empty, 'invoiceValue', '0.01'), one).typed.invoiceValue).toBeNull()
})

test('units of the very line that was sent', () => {
  const path = ['invoice', 'items', '0', 'quantity']

  expect(
    apply(empty, problem('ITEM_QUANTITY_OVER_REMAINING', path, { remaining: '2' })).units
  ).toEqual({ 4: 2 })
  expect(apply(empty, problem('ITEM_NOT_IN_ORDER', ['invoice', 'items', '0'])).units).toEqual({
    4: 0,
  })
})

test('everything is one click away from nothing', () => {
  const none = { ...empty, covers: 'ITEMS', units: { 4: 0 } }

  expect(apply(none, problem('ITEMS_EMPTY', []))).toMatchObject({ covers: 'EVERYTHING', units: {} })
})

test('a text is cut to what fits', () => {
  const long = typeField(empty, 'invoiceUrl', 'https://a.example/long')

  expect(
    apply(long, problem('TEXT_TOO_LONG', ['invoice', 'invoiceUrl'], { max: '9' })).typed.invoiceUrl
  ).toBe('https://a')
})

test('a remedy that is no change of the draft changes nothing', () => {
  expect(apply(empty, problem('XML_REQUIRED', []))).toBeNull()
})
