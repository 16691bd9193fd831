import { acceptedCodes, openProblems, tickOf } from '../../shared/problems/acceptance'
import {
  allUnits,
  chosenUnits,
  emptyInvoice,
  giveDocument,
  hasContent,
  leaveField,
  openLines,
  setUnits,
  takeNone,
  typeField,
} from './invoiceDraft'
import {
  coversNothing,
  filledByDocument,
  invoiceInput,
  sentLines,
  shownField,
  underCursor,
} from './invoiceInput'
import { isSilent, linePlace, placeOf, placeProblems } from './problemPlaces'

const reading = {
  toInstant: (local: string) => (local.startsWith('2026') ? `${local}:00-03:00` : null),
  toLocal: (instant: string) => instant.slice(0, 16),
  toCents: (text: string) => (/^\d+\.\d\d$/.test(text) ? Number(text.replace('.', '')) : null),
  fromCents: (cents: number) =>
    `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
}
const items = [
  { itemIndex: 0, remainingQuantity: 0, invoicedQuantity: 1 },
  { itemIndex: 1, remainingQuantity: 4, invoicedQuantity: 0 },
  { itemIndex: 2, remainingQuantity: 1, invoicedQuantity: 2 },
]
const lines = openLines('OUTPUT', items)
const document = {
  fileName: 'nfe.xml',
  xml: '<nfeProc/>',
  read: {
    kind: 'NFE' as const,
    number: '123',
    key: '3526',
    value: 11996,
    issuanceDate: '2026-03-01T14:05:00-03:00',
    authorized: true,
  },
}
const problem = (
  code: string,
  field: string[],
  severity = 'ERROR',
  facts: Array<[string, string]> = []
) =>
  ({
    code,
    severity,
    field,
    message: '',
    differences: [],
    facts: facts.map(([name, value]) => ({ name, value })),
  }) as any

test('the value of a number that is registered is no remainder', () => {
  const shown = (isStored: boolean) =>
    shownField(emptyInvoice('OUTPUT'), 'invoiceValue', { invoiceValue: 15980 }, reading, isStored)

  expect(shown(true)).toEqual({ text: '159.80', source: 'STORED' })
  expect(shown(false)).toEqual({ text: '159.80', source: 'REMAINDER' })
})

describe('what an invoice covers', () => {
  test('lines with nothing left are not offered, a return offers what is invoiced', () => {
    expect(lines).toEqual([
      { itemIndex: 1, open: 4 },
      { itemIndex: 2, open: 1 },
    ])
    expect(openLines('INPUT', items)).toEqual([
      { itemIndex: 0, open: 1 },
      { itemIndex: 2, open: 2 },
    ])
  })
  test('everything is the default and is sent by leaving the items out', () => {
    expect(invoiceInput(emptyInvoice('OUTPUT'), lines, reading)).toEqual({ type: 'OUTPUT' })
    expect(chosenUnits(emptyInvoice('OUTPUT'), lines)).toBe(allUnits(lines))
  })
  test('by items sends the lines that have units, by position', () => {
    const draft = setUnits(takeNone({ ...emptyInvoice('OUTPUT'), covers: 'ITEMS' }, lines), 2, 1)

    expect(invoiceInput(draft, lines, reading).items).toEqual([{ itemIndex: 2, quantity: 1 }])
    expect(chosenUnits(draft, lines)).toBe(1)
  })
  test('by value sends an empty list and counts no unit', () => {
    const draft = { ...emptyInvoice('OUTPUT'), covers: 'VALUE' as const }

    expect(invoiceInput(draft, lines, reading).items).toEqual([])
    expect(chosenUnits(draft, lines)).toBe(0)
    expect(coversNothing(draft, lines)).toBe(false)
  })
  test('by items with no unit is told apart from by value', () => {
    expect(
      coversNothing(takeNone({ ...emptyInvoice('OUTPUT'), covers: 'ITEMS' }, lines), lines)
    ).toBe(true)
  })
})

describe('invoiceInput', () => {
  test('texts become what the service takes', () => {
    let draft = emptyInvoice('OUTPUT')

    draft = typeField(draft, 'invoiceNumber', ' 000123 ')
    draft = typeField(draft, 'issuanceDate', '2026-03-01T14:05')
    draft = typeField(draft, 'invoiceValue', '119.96')
    draft = typeField(draft, 'invoiceKey', '3526 0312')
    expect(invoiceInput(draft, lines, reading)).toEqual({
      type: 'OUTPUT',
      invoiceNumber: '000123',
      issuanceDate: '2026-03-01T14:05:00-03:00',
      invoiceValue: 11996,
      invoiceKey: '35260312',
    })
  })
  test('what cannot be read goes as typed, for the answer to name its field', () => {
    const draft = typeField(
      typeField(emptyInvoice('OUTPUT'), 'invoiceValue', 'ten'),
      'issuanceDate',
      'soon'
    )

    expect(invoiceInput(draft, lines, reading)).toMatchObject({
      invoiceValue: 'ten',
      issuanceDate: 'soon',
    })
  })
  test('a document goes as its text alone; tracking goes with an invoice and never with a return', () => {
    const tracking = {
      ...emptyInvoice('OUTPUT').tracking,
      trackingNumber: 'A1',
      dispatched: '2026-03-01T15:00',
    }

    expect(invoiceInput({ ...emptyInvoice('OUTPUT'), document, tracking }, lines, reading)).toEqual(
      {
        type: 'OUTPUT',
        embeddedInvoice: '<nfeProc/>',
        trackingNumber: 'A1',
        dispatchedDate: '2026-03-01T15:00:00-03:00',
      }
    )
    expect(invoiceInput({ ...emptyInvoice('INPUT'), document, tracking }, lines, reading)).toEqual({
      type: 'INPUT',
      embeddedInvoice: '<nfeProc/>',
    })
  })
})

describe('shownField', () => {
  const preview = { invoiceValue: 24990 }
  const empty = emptyInvoice('OUTPUT')

  test.each([
    ['the remainder', empty, 'invoiceValue', { text: '249.90', source: 'REMAINDER' }],
    [
      'the items',
      { ...empty, covers: 'ITEMS' as const },
      'invoiceValue',
      { text: '249.90', source: 'ITEMS' },
    ],
    [
      'the document',
      { ...empty, document },
      'invoiceValue',
      { text: '119.96', source: 'DOCUMENT' },
    ],
    [
      'the person',
      typeField({ ...empty, document }, 'invoiceValue', '1.00'),
      'invoiceValue',
      { text: '1.00', source: 'YOU' },
    ],
    [
      'the document',
      { ...empty, document },
      'issuanceDate',
      { text: '2026-03-01T14:05', source: 'DOCUMENT' },
    ],
    ['nobody', empty, 'invoiceNumber', { text: '', source: 'NONE' }],
  ] as const)('%s fills %#', (_who, draft, field, shown) => {
    expect(shownField(draft as any, field, preview, reading)).toEqual(shown)
  })
  test('a field emptied and left shows the document again', () => {
    const emptied = leaveField(
      typeField({ ...empty, document }, 'invoiceNumber', ' '),
      'invoiceNumber'
    )

    expect(shownField(emptied, 'invoiceNumber', null, reading).text).toBe('123')
  })
  test('a document fills what is empty, also while it is typed in, and nothing else', () => {
    const typed = typeField(typeField(empty, 'invoiceNumber', ' '), 'invoiceValue', '1.00')
    const filled = giveDocument(typed, document as any)

    expect(shownField(filled, 'invoiceNumber', null, reading).text).toBe('123')
    expect(shownField(filled, 'invoiceValue', null, reading).text).toBe('1.00')
  })
  test('an answer leaves the field alone in which the person is, and shows once they have left it', () => {
    const before = { field: 'invoiceValue' as const, text: '300.00' }
    const fresh = shownField(empty, 'invoiceValue', preview, reading)
    const shown = (held: typeof before | null) => underCursor(empty, 'invoiceValue', fresh, held)

    expect(shown(before).text).toBe('300.00')
    expect(shown({ ...before, text: '' })).toEqual({ text: '', source: 'NONE' })
    expect(shown(null)).toEqual(fresh)
    expect(underCursor(empty, 'invoiceNumber', fresh, before)).toEqual(fresh)
  })
  test('what is typed is what is shown, held or not', () => {
    const typed = typeField(empty, 'invoiceValue', '1')
    const fresh = shownField(typed, 'invoiceValue', preview, reading)

    expect(underCursor(typed, 'invoiceValue', fresh, { field: 'invoiceValue', text: '9' })).toEqual(
      {
        text: '1',
        source: 'YOU',
      }
    )
  })
  test('a typed field is not counted as filled by the document', () => {
    expect(filledByDocument({ ...empty, document }, reading)).toBe(4)
    expect(filledByDocument(typeField({ ...empty, document }, 'invoiceNumber', '9'), reading)).toBe(
      3
    )
  })
})

test('only what a person would miss counts as content', () => {
  const empty = emptyInvoice('OUTPUT')

  expect(hasContent(empty)).toBe(false)
  expect(hasContent(typeField(empty, 'invoiceNumber', ' '))).toBe(false)
  expect(hasContent(typeField(empty, 'invoiceNumber', '1'))).toBe(true)
  expect(hasContent({ ...empty, document })).toBe(true)
})

describe('where problems stand', () => {
  const draft = setUnits({ ...emptyInvoice('OUTPUT'), covers: 'ITEMS' as const }, 1, 0)
  const sent = sentLines(draft, lines)

  test.each([
    [['invoice', 'invoiceNumber'], 'invoiceNumber'],
    [['invoice', 'embeddedInvoice'], 'document'],
    [['invoice', 'items'], 'covers'],
    [['invoice', 'items', '0', 'quantity'], linePlace(2)],
    [['invoice', 'items', '7', 'quantity'], 'covers'],
    [['invoice', 'dispatchedDate'], 'dispatchedDate'],
    [['orderId'], 'whole'],
    [[], 'whole'],
  ])('%p at %s', (field, place) => {
    expect(placeOf({ field }, sent)).toBe(place)
  })
  test('first on the page first, errors before warnings at one field', () => {
    const placed = placeProblems(
      [
        problem('ORDER_INCOMPLETE', []),
        problem('VALUE_NOT_ITEMS', ['invoice', 'invoiceValue'], 'WARNING'),
        problem('VALUE_NOT_POSITIVE', ['invoice', 'invoiceValue']),
        problem('XML_UNREADABLE', ['invoice', 'embeddedInvoice']),
      ],
      sent,
      lines
    )

    expect(placed.map((one) => one.problem.code)).toEqual([
      'XML_UNREADABLE',
      'VALUE_NOT_POSITIVE',
      'VALUE_NOT_ITEMS',
      'ORDER_INCOMPLETE',
    ])
  })
  test('a required field is silent until it was visited or a send was tried', () => {
    const required = problem('INVOICE_NUMBER_REQUIRED', ['invoice', 'invoiceNumber'])
    const none = new Set<string>()
    const number = new Set(['invoiceNumber'])
    const isQuiet = (tried: boolean, touched = none, filled = none, said = required) =>
      isSilent(said, 'invoiceNumber', { tried, touched, filled })

    expect(isQuiet(false)).toBe(true)
    expect(isQuiet(true)).toBe(false)
    expect(isQuiet(false, number)).toBe(false)
    // Filled since the answer that misses it.
    expect(isQuiet(true, number, number)).toBe(true)
    expect(isQuiet(false, none, number, problem('INVOICE_NUMBER_UNSAFE', []))).toBe(false)
  })
})

describe('ticks', () => {
  const over = problem('VALUE_NOT_ITEMS', ['invoice', 'invoiceValue'], 'WARNING', [
    ['itemsValue', '11996'],
  ])
  const number = problem('XML_DISAGREES', ['invoice', 'invoiceNumber'], 'WARNING', [
    ['given', '1'],
    ['read', '2'],
  ])
  const value = problem('XML_DISAGREES', ['invoice', 'invoiceValue'], 'WARNING', [
    ['given', '3'],
    ['read', '4'],
  ])

  test('a tick dies with its facts, and not with their order', () => {
    const ticks = new Set([tickOf(over)])

    expect(openProblems([over], ticks)).toEqual([])
    expect(
      openProblems([{ ...over, facts: [{ name: 'itemsValue', value: '11997' }] }], ticks)
    ).toHaveLength(1)
    expect(tickOf({ ...number, facts: [...number.facts].reverse() })).toBe(tickOf(number))
  })
  test('a code is accepted when each of its warnings is ticked', () => {
    expect(acceptedCodes([over, number, value], new Set([tickOf(over), tickOf(number)]))).toEqual([
      'VALUE_NOT_ITEMS',
    ])
    expect(acceptedCodes([number, value], new Set([tickOf(number), tickOf(value)]))).toEqual([
      'XML_DISAGREES',
    ])
  })
  test('an error has no tick', () => {
    const error = problem('VALUE_OVER_REMAINING', [])

    expect(openProblems([error], new Set([tickOf(error)]))).toHaveLength(1)
    expect(acceptedCodes([error], new Set([tickOf(error)]))).toEqual([])
  })
})
