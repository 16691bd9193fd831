import { ISSUER, keyOf } from '../fiscal/fixtures/documents'
import { packageVersion } from '../package/packageVersion'
import { buildLedger } from '../standing/ledger'
import { someDocument } from '../testing/someDocument'
import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { cents } from '../values/money'
import { DEFAULT_SETTINGS } from '../values/settings'
import { chosenUnits } from './invoiceItems'
import { readInvoiceCommand } from './invoiceGiven'
import { bearerOf, namesOfCommand, namesOfPackage, type DocumentNames } from './sameDocument'

const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code)

describe('an invoice that is refused as a whole', () => {
  it('has a draft of its number and nothing else', () => {
    const order = someOrder({ packages: [somePackage()] })
    const command = someInvoice({ courier: 'Other' })
    expect(judgedOf(someQuestion(order, { command })).draft).toEqual({
      invoiceNumber: 'NF-1',
      invoiceValue: null,
      issuanceDate: null,
      items: [],
      remainingAfter: null,
      completesOrder: false,
    })
  })

  it('names the other number of its document in what differs, and in no other problem', () => {
    const key = keyOf()
    const order = someOrder({ packages: [somePackage({ invoiceKey: key, invoiceNumber: '481' })] })
    const command = someInvoice({
      invoiceNumber: '482',
      invoiceKey: key,
      courier: 'Other',
      trackingUrl: 'x',
    })
    const { problems } = judgedOf(someQuestion(order, { command }))
    expect(codes({ problems })).toEqual(['INVOICE_EXISTS', 'URL_INVALID'])
    expect(problems[0]!.differences.map(({ field }) => field)).toContain('invoiceNumber')
    expect(problems[1]!.differences ?? []).toEqual([])
  })
})

describe('an invoice that replaces', () => {
  const stored = somePackage({ invoiceValue: cents(5_000) })
  const order = someOrder({ status: 'payment-approved', packages: [stored] })
  const replacing = (changes: Parameters<typeof someInvoice>[0]) =>
    judgedOf(
      someQuestion(order, {
        command: someInvoice(changes),
        replaceVersion: packageVersion(stored),
      })
    )

  it('keeps its units without a problem of their own', () => {
    const { problems, draft } = replacing({ courier: 'Other', invoiceValue: 5_000 })
    expect(draft.items.map(({ quantity }) => quantity)).toEqual([2])
    expect(problems.every((found) => typeof found === 'object')).toBe(true)
    expect(codes({ problems })).not.toContain(undefined)
  })
})

describe('a return', () => {
  it('leaves of the order what was left before', () => {
    const order = someOrder({
      status: 'invoiced',
      packages: [somePackage({ invoiceValue: cents(5_000) })],
    })
    const command = someInvoice({ type: 'INPUT', invoiceNumber: 'R-1', invoiceValue: 1_000 })
    expect(judgedOf(someQuestion(order, { command })).draft.remainingAfter).toBe(6_500)
  })

  it('of an order that was invoiced by value is worth what is named', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage({ items: [] })] })
    const command = someInvoice({ type: 'INPUT', invoiceNumber: 'R-1', invoiceValue: 1_000 })
    expect(codes(judgedOf(someQuestion(order, { command })))).toEqual(['RETURN_TRIGGERS_REFUND'])
  })

  it('may carry a plain entry, and no entry of another nature', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage()] })
    const wrong = (nature: 'SALE' | 'PAYMENT', isEntry: boolean) => {
      const document = someDocument({ nature, isEntry })
      const command = someInvoice({ type: 'INPUT', invoiceNumber: '643797' })
      return codes(judgedOf(someQuestion(order, { command, document }))).includes('XML_WRONG_TYPE')
    }
    expect(wrong('SALE', true)).toBe(false)
    expect(wrong('SALE', false)).toBe(true)
    expect(wrong('PAYMENT', true)).toBe(true)
  })
})

describe('a document’s recipient', () => {
  const differs = (recipientId: string, ...customerDocuments: string[]) => {
    const order = someOrder({ customerDocuments })
    const command = someInvoice({ invoiceNumber: '643797' })
    const { problems } = judgedOf(
      someQuestion(order, { command, document: someDocument({ recipientId }) })
    )
    return problems
      .filter(({ code }) => code === 'XML_RECIPIENT_DIFFERS')
      .map(({ field }) => field.join('.'))
  }

  it('with letters is the customer in either case, and another one in either case', () => {
    expect(differs('12abc34501de35', '12ABC34501DE35')).toEqual([])
    expect(differs('12ABC34501DE35', '12abc34501de35')).toEqual([])
    expect(differs('12abc34501de36', '12ABC34501DE35')).toEqual(['invoice.embeddedInvoice'])
    expect(differs('12ABC34501DE36', '12abc34501de35')).toEqual(['invoice.embeddedInvoice'])
  })
})

it('a link that cannot be followed says why', () => {
  const read = readInvoiceCommand(someOrder(), someInvoice({ invoiceUrl: 'ftp://a.com' }), 0)
  expect(read.problems).toMatchObject([
    { code: 'URL_INVALID', facts: [{ name: 'reason', value: 'SCHEME' }] },
  ])
})

describe('items', () => {
  it('that name nothing have no place to name', () => {
    const order = someOrder()
    const ledger = buildLedger(order, [], [])
    const { problems } = chosenUnits(order, ledger, 'OUTPUT', [someItem({})])
    expect(problems).toMatchObject([{ code: 'ITEM_AMBIGUOUS', facts: [] }])
  })

  it('by their SKU leave free what stands at a place, as long as the SKU has it', () => {
    const lines = [someLine({ itemIndex: 0 }), someLine({ itemIndex: 1 })]
    const order = someOrder({ lines })
    const ledger = buildLedger(order, [], [])
    const both = [someItem({ id: '101', quantity: 2 }), someItem({ itemIndex: 0, quantity: 2 })]
    expect(chosenUnits(order, ledger, 'OUTPUT', both).problems).toEqual([])
  })
})

describe('the freight on the first invoice', () => {
  const settings = { ...DEFAULT_SETTINGS, freightOn: 'FIRST_INVOICE' as const }
  const order = someOrder({ lines: [someLine({ quantity: 4, roughValue: cents(20_000) })] })
  const value = (of: typeof order, price: number | null) => {
    const command = someInvoice({ items: [someItem({ id: '101', price })] })
    return judgedOf(someQuestion(of, { command, settings })).draft.invoiceValue
  }

  it('comes on top of prices, the order’s and the caller’s, and on no second invoice', () => {
    expect(value(order, null)).toBe(6_500)
    expect(value(order, 4_000)).toBe(5_500)
    const packages = [
      somePackage({
        invoiceNumber: 'A',
        invoiceValue: cents(6_500),
        items: [{ itemIndex: 0, id: '101', quantity: 1, price: cents(5_000), description: null }],
      }),
    ]
    const second = { ...order, status: 'payment-approved', packages }
    expect(value(second, null)).toBe(5_000)
    expect(value(second, 4_000)).toBe(4_000)
  })
})

describe('the names of a document', () => {
  const names = (changes: Partial<DocumentNames>): DocumentNames => ({
    key: null,
    identity: null,
    textHash: null,
    ...changes,
  })
  const isSame = (asked: DocumentNames, other: DocumentNames) =>
    bearerOf(asked, 'OUTPUT', [{ type: 'OUTPUT' as const }], () => other) !== null

  it('are compared by the text where only one of them has a key', () => {
    expect(isSame(names({ textHash: 'h' }), names({ textHash: 'h', key: 'k' }))).toBe(true)
    expect(isSame(names({ textHash: 'h', key: 'k' }), names({ textHash: 'h' }))).toBe(true)
    expect(isSame(names({ textHash: 'h', key: 'a' }), names({ textHash: 'h', key: 'k' }))).toBe(
      false
    )
    expect(isSame(names({}), names({}))).toBe(false)
  })

  it('are not made of a number whose issuer nobody knows', () => {
    const of = (changes: Parameters<typeof someDocument>[0]) =>
      namesOfCommand(someInvoice(), someDocument({ key: null, ...changes })).identity
    expect(of({ issuerId: null })).toBeNull()
    expect(of({ number: null })).toBeNull()
    expect(of({})).not.toBeNull()
  })

  it.each(['55', '65', '59'])(
    'are in the key of a model %s, zeros before the number aside',
    (model) => {
      const kind = { '55': 'NFE', '65': 'NFCE', '59': 'CFE_SAT' }[model] as 'NFE'
      const key = keyOf({ model, number: '100100' })
      const { identity } = namesOfPackage(somePackage({ invoiceKey: key }))
      const [, , series, number] = JSON.parse(identity!) as string[]
      const own = (text: string) =>
        namesOfCommand(
          someInvoice(),
          someDocument({ key: null, kind, issuerId: ISSUER, series: series!, number: text })
        ).identity
      expect(own(number!)).toBe(identity)
      expect(own(`00${number!}`)).toBe(identity)
      expect(own(number!.replace('0', ''))).not.toBe(identity)
    }
  )

  it('are in no key of another model', () => {
    const key = keyOf({ model: '57' })
    expect(namesOfPackage(somePackage({ invoiceKey: key })).identity).toBeNull()
  })
})
