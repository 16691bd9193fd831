import type { Problem } from '../problem/problem'
import { packageVersion } from '../package/packageVersion'
import { someIntent } from '../testing/someIntent'
import { moment, someInvoice, someItem, someOrder, somePackage } from '../testing/someOrder'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { cents } from '../values/money'
import { decideInvoice, type InvoiceQuestion } from './decideInvoice'

const problems = (question: InvoiceQuestion): readonly Problem[] => judgedOf(question).problems
const codes = (question: InvoiceQuestion): string[] => problems(question).map(({ code }) => code)

describe('what is there already', () => {
  const stored = somePackage({ invoiceValue: cents(4_000) })
  const order = someOrder({ packages: [stored] })
  const replacing = (changes: Partial<InvoiceQuestion> = {}, of = order) =>
    problems(
      someQuestion(of, {
        command: someInvoice({ invoiceValue: 5_000 }),
        replaceVersion: packageVersion(of.packages[0]),
        ...changes,
      })
    )
  const number = ['invoice', 'invoiceNumber']

  it('is told with its differences, and nothing is drafted', () => {
    const { draft, problems: found } = judgedOf(
      someQuestion(order, { command: someInvoice({ invoiceValue: 5_000 }) })
    )
    expect(found).toMatchObject([
      {
        code: 'INVOICE_EXISTS',
        field: number,
        differences: [{ field: 'invoiceValue', stored: '4000', given: '5000' }],
      },
    ])
    expect(draft).toEqual({
      invoiceNumber: 'NF-1',
      invoiceValue: null,
      issuanceDate: null,
      items: [],
      remainingAfter: null,
      completesOrder: false,
    })
  })

  it('in several packages is told with their count', () => {
    const twice = someOrder({ packages: [stored, somePackage({ invoiceNumber: 'NF-1 ' })] })
    expect(problems(someQuestion(twice))).toMatchObject([
      { code: 'INVOICE_AMBIGUOUS', field: number, facts: [{ name: 'count', value: '2' }] },
    ])
  })

  it('and is to be replaced under a number that is not, is told with the numbers that are', () =>
    expect(
      replacing({ command: someInvoice({ invoiceNumber: 'NF-9', invoiceValue: 5_000 }) })
    ).toMatchObject([
      {
        code: 'INVOICE_NOT_FOUND',
        field: ['replace'],
        facts: [{ name: 'invoiceNumbers', value: 'NF-1' }],
      },
    ]))

  it('is not replaced while an edit is on its way to it', () => {
    const since = moment('2026-03-10T11:59:00Z')
    const asked: string[] = []
    const writingSince = (of: string) => {
      asked.push(of)
      return since
    }
    expect(replacing({ writingSince })).toMatchObject([
      { code: 'IN_PROGRESS', facts: [{ name: 'since', value: since }] },
    ])
    expect(asked).toEqual(['NF-1'])
  })

  it('is not replaced by a return, nor in another version than was seen', () => {
    expect(replacing({ command: someInvoice({ type: 'INPUT' }) })).toMatchObject([
      { code: 'INVOICE_EXISTS' },
    ])
    expect(replacing({ replaceVersion: 'seen long ago' })).toMatchObject([
      {
        code: 'INVOICE_CHANGED',
        field: ['replace', 'version'],
        facts: [{ name: 'version', value: packageVersion(stored) }],
        differences: [{ field: 'invoiceValue' }],
      },
    ])
  })

  it('is compared with its own record, not with another’s', () => {
    const record = (invoiceNumber: string) => ({
      invoiceNumber,
      dispatchedDate: moment('2026-03-10T07:00:00Z'),
      wroteInvoice: true,
      descriptions: [],
    })
    const command = someInvoice({ dispatchedDate: '2026-03-10T08:00:00Z' })
    const asked = (...records: ReturnType<typeof record>[]) =>
      decideInvoice(someQuestion(order, { command, records })).verdict
    expect(asked(record('NF-2'), record('NF-1'))).toBe('JUDGED')
    expect(asked(record('NF-2'))).toBe('SAME')
  })

  it('may lose what the replacing call does not name, and keeps what it names', () => {
    const lost = (command: object, of = order) =>
      replacing({ command: someInvoice({ invoiceValue: 5_000, ...command }) }, of).find(
        ({ code }) => code === 'REPLACE_LOSES_FIELDS'
      )?.facts[0].value
    const dispatchedDate = '2026-03-10T08:00:00Z'
    expect(lost({})).toBe('dispatchedDate')
    expect(lost({ dispatchedDate })).toBeUndefined()
    const outside = { itemIndex: 9, id: null, quantity: 1, price: null, description: null }
    const odd = someOrder({ packages: [{ ...stored, items: [outside] }] })
    expect(lost({ dispatchedDate }, odd)).toBe('items')
    expect(lost({ dispatchedDate, items: [] }, odd)).toBeUndefined()
  })

  it('but for a field that cannot be read is no same invoice', () =>
    expect(codes(someQuestion(order, { command: someInvoice({ issuanceDate: 'soon' }) }))).toEqual([
      'DATE_INVALID',
    ]))

  it('stopped by the order’s state is told with that alone; a warning stops nothing', () => {
    const wrong = someInvoice({ invoiceUrl: 'ftp://a', invoiceNumber: 'NF-2' })
    expect(codes(someQuestion(someOrder({ status: 'cancel' }), { command: wrong }))).toEqual([
      'ORDER_CANCELING',
    ])
    const warned = someQuestion(someOrder({ status: 'cancellation-requested' }), { command: wrong })
    expect(codes(warned)).toEqual(['ORDER_CANCELING', 'URL_INVALID'])
  })
})

describe('what is on its way under the same number', () => {
  const intent = someIntent({ invoiceNumber: 'NF-1' })
  const asked = (command: object, more: Partial<InvoiceQuestion> = {}) =>
    decideInvoice(
      someQuestion(someOrder(), { intents: [intent], command: someInvoice(command), ...more })
    )
  const told = (...of: Parameters<typeof asked>) => {
    const decision = asked(...of)
    return decision.verdict === 'JUDGED' ? decision.problems : decision.verdict
  }

  it('is that invoice where nothing differs', () => {
    expect(told({})).toBe('ACCEPTED')
    expect(told({ invoiceValue: 3_000 })).toBe('ACCEPTED')
    expect(told({ invoiceValue: 4_000 }, { intents: [{ ...intent, content: undefined }] })).toBe(
      'ACCEPTED'
    )
  })

  it('is another one where something differs, and what cannot be read is told beside it', () => {
    expect(told({ invoiceValue: 4_000, issuanceDate: 'soon' })).toMatchObject([
      { code: 'INVOICE_EXISTS', differences: [{ field: 'invoiceValue' }] },
      { code: 'DATE_INVALID' },
    ])
    expect(told({ issuanceDate: 'soon' })).toMatchObject([{ code: 'DATE_INVALID' }])
  })

  it('is waited for by who wants it replaced', () =>
    expect(told({ invoiceValue: 4_000 }, { replaceVersion: 'seen' })).toMatchObject([
      { code: 'IN_PROGRESS', facts: [{ name: 'since', value: intent.sentAt }] },
    ]))

  it('is no other number’s', () =>
    expect(told({ invoiceNumber: 'NF-3', invoiceValue: 1_000, items: [] })).toEqual([]))
})

it.each([
  ['a number', { invoiceNumber: null }, 'INVOICE_NUMBER_REQUIRED', 'invoiceNumber'],
  [
    'a number that OMS can find',
    { invoiceNumber: 'NF 1' },
    'INVOICE_NUMBER_UNSAFE',
    'invoiceNumber',
  ],
  [
    'a number that is not endless',
    { invoiceNumber: '1'.repeat(10_000) },
    'TEXT_TOO_LONG',
    'invoiceNumber',
  ],
  ['a link that leads somewhere', { invoiceUrl: 'ftp://a' }, 'URL_INVALID', 'invoiceUrl'],
])('an invoice needs %s, and its field is told', (_, command, code, field) =>
  expect(problems(someQuestion(someOrder(), { command: someInvoice(command) }))).toContainEqual(
    expect.objectContaining({ code, field: ['invoice', field] })
  )
)

it('amounts that are none are told at their fields, of what is stored already too', () => {
  const order = someOrder({ packages: [somePackage()] })
  const item = someItem({ id: '101', quantity: 2, price: '1', description: 'x'.repeat(10_000) })
  const command = someInvoice({
    invoiceValue: 'x',
    items: [someItem({ id: '101', quantity: 0, price: 1 }), item],
  })
  const fields = problems(someQuestion(order, { command })).map(({ code, field }) =>
    [code, ...field].join(' ')
  )
  expect(fields).toEqual(
    expect.arrayContaining([
      'VALUE_INVALID invoice invoiceValue',
      'VALUE_INVALID invoice items 1 price',
      'TEXT_TOO_LONG invoice items 1 description',
    ])
  )
  expect(fields.filter((one) => one.startsWith('VALUE_INVALID'))).toHaveLength(2)
})

describe('the same call once more', () => {
  const file = '<file/>'
  const stored = somePackage({
    invoiceValue: cents(5_000),
    items: [{ itemIndex: 0, id: '101', quantity: 1, price: cents(5_000), description: null }],
    embeddedInvoice: file,
    trackingNumber: 'AA1',
  })
  const order = someOrder({ packages: [stored] })
  const decided = (command: Parameters<typeof someInvoice>[0]) =>
    decideInvoice(someQuestion(order, { command: someInvoice(command) }))

  it('is the same by whatever it names its items: by SKU or by position', () => {
    for (const item of [{ id: '101' }, { itemIndex: 0 }])
      expect(decided({ items: [someItem(item)] })).toMatchObject({ verdict: 'SAME' })
  })

  it.each<[string, Parameters<typeof someInvoice>[0]]>([
    ['units', { items: [someItem({ id: '101', quantity: 2 })] }],
    ['a position that holds another SKU', { items: [someItem({ itemIndex: 4 })] }],
    ['file', { embeddedInvoice: '<other/>' }],
    ['tracking number', { trackingNumber: 'BB2' }],
  ])('is another with other %s', (_name, command) =>
    expect(decided(command)).toMatchObject({
      verdict: 'JUDGED',
      problems: [{ code: 'INVOICE_EXISTS' }],
    })
  )

  it('is the same with the very file and number', () =>
    expect(decided({ embeddedInvoice: file, trackingNumber: 'AA1' })).toMatchObject({
      verdict: 'SAME',
    }))
})

it('a number of a parcel that cannot be one is told at its place', () =>
  expect(
    problems(someQuestion(someOrder(), { command: someInvoice({ trackingNumber: '7,94645E+11' }) }))
  ).toMatchObject([{ code: 'TRACKING_NUMBER_INVALID', field: ['invoice', 'trackingNumber'] }]))

it('where its items are refused, nothing else is told of a value that was left out', () =>
  expect(
    codes(someQuestion(someOrder(), { command: someInvoice({ items: [someItem({ id: '900' })] }) }))
  ).toStrictEqual(['ITEM_NOT_IN_ORDER']))
