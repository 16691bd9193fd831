import { checkDigit } from '../fiscal/accessKey'
import { ISSUER, keyOf, nfe } from '../fiscal/fixtures/documents'
import { readFiscalDocument } from '../fiscal/readFiscalDocument'
import { cents } from '../values/money'
import { someIntent } from '../testing/someIntent'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { someQuestion } from '../testing/someQuestion'
import { decideInvoice } from './decideInvoice'
import { bearerOf, namesOfIntent, namesOfPackage, type DocumentNames } from './sameDocument'

const KEY = keyOf()
const XML = nfe()
const order = (changes: Parameters<typeof somePackage>[0]) =>
  someOrder({
    packages: [
      somePackage({ invoiceNumber: '000600102-1', invoiceValue: cents(4_000), ...changes }),
    ],
  })
const decide = (
  of: ReturnType<typeof order>,
  command: Parameters<typeof someInvoice>[0],
  replaceVersion: string | null = null
) =>
  decideInvoice(
    someQuestion(of, {
      replaceVersion,
      command: someInvoice({ invoiceNumber: '600102', ...command }),
      document: command?.embeddedInvoice
        ? readFiscalDocument(command.embeddedInvoice, { storeTimeZone: null })
        : null,
    })
  )
const spaced = KEY.replace(/(.{4})/g, '$1 ').trim()

describe('one document under another number of the same order', () => {
  it.each([
    ['the key', { invoiceKey: KEY }, { invoiceKey: KEY }],
    ['the key in fours', { invoiceKey: KEY }, { invoiceKey: spaced }],
    ['the key as OMS stores it', { invoiceKey: spaced.toLowerCase() }, { invoiceKey: KEY }],
    ['the file of that key', { invoiceKey: KEY }, { embeddedInvoice: XML }],
    ['the key of that file', { embeddedInvoice: XML }, { invoiceKey: KEY }],
    ['the file', { embeddedInvoice: XML }, { embeddedInvoice: XML }],
    [
      'issuer, series and number',
      { embeddedInvoice: nfe({ key: null }) },
      { embeddedInvoice: XML },
    ],
  ])('is that invoice: by %s', (_, stored, given) => {
    const decision = decide(order(stored), { ...given, invoiceValue: cents(7_500) })
    expect(decision).toMatchObject({ verdict: 'JUDGED', invoice: null })
    expect(decision.verdict === 'JUDGED' && decision.problems[0]).toMatchObject({
      code: 'INVOICE_EXISTS',
      differences: expect.arrayContaining([
        { field: 'invoiceNumber', stored: '000600102-1', given: '600102' },
        { field: 'invoiceValue', stored: '4000', given: '7500' },
      ]) as unknown,
    })
  })

  it('is ALREADY_APPLIED under its stored number where nothing else differs', () => {
    const decision = decide(order({ invoiceKey: KEY }), { invoiceKey: KEY })
    expect(decision).toMatchObject({
      verdict: 'SAME',
      stored: { invoiceNumber: '000600102-1' },
    })
  })

  it('is not renamed by replacing, nor put on a second number', () => {
    const of = someOrder({
      packages: [
        somePackage({ invoiceNumber: '000600102-1', invoiceKey: KEY, invoiceValue: cents(4_000) }),
        somePackage({ invoiceNumber: '600102', invoiceValue: cents(1_000) }),
      ],
    })
    const decision = decide(of, { invoiceKey: KEY, invoiceValue: cents(1_000) }, 'any version')
    expect(decision.verdict === 'JUDGED' && decision.problems[0]).toMatchObject({
      code: 'INVOICE_EXISTS',
    })
  })

  it('that counts twice already is answered by the number that was asked for', () => {
    const of = someOrder({
      packages: ['000600102-1', '600102'].map((invoiceNumber) =>
        somePackage({ invoiceNumber, invoiceKey: KEY, invoiceValue: cents(4_000) })
      ),
    })
    expect(decide(of, { invoiceKey: KEY })).toMatchObject({
      verdict: 'SAME',
      stored: { invoiceNumber: '600102' },
    })
  })

  it('is found on its way too, and its call is answered as that one', () => {
    const sent = someQuestion(someOrder(), {
      command: someInvoice({ invoiceNumber: '643797', invoiceKey: KEY }),
    })
    const first = decideInvoice(sent)
    const invoice = first.verdict === 'JUDGED' ? first.invoice! : null
    const { embeddedInvoice: _, ...content } = invoice!
    const intent = {
      id: 'i',
      invoiceNumber: '643797',
      type: 'OUTPUT' as const,
      contentHash: 'h',
      value: invoice!.invoiceValue,
      units: [],
      actor: 'ana',
      sentAt: invoice!.issuanceDate,
      state: 'ACCEPTED' as const,
      receipt: null,
      invoicedBefore: cents(0),
      isReplacement: false,
      content: { ...content, embeddedInvoiceHash: null },
    }
    const again = { ...sent, intents: [intent] }
    const command = someInvoice({ invoiceNumber: '000643797', invoiceKey: KEY })
    expect(decideInvoice({ ...again, command })).toMatchObject({
      verdict: 'ACCEPTED',
      intent: { invoiceNumber: '643797' },
    })
    const unanswered = { ...intent, state: 'UNKNOWN' as const }
    expect(decideInvoice({ ...again, intents: [unanswered], command })).toMatchObject({
      verdict: 'UNANSWERED',
    })
  })
})

describe('another document', () => {
  const nfce = keyOf({ model: '65' })
  it.each([
    ['another key', { invoiceKey: keyOf({ number: '482' }) }, { invoiceKey: KEY }],
    ['the consumer note of the same number', { invoiceKey: nfce }, { invoiceKey: KEY }],
    ['another series', { invoiceKey: keyOf({ series: '2' }) }, { embeddedInvoice: XML }],
    [
      'the file of another issuer',
      { embeddedInvoice: nfe({ key: null, issuer: '22333444000181' }) },
      { embeddedInvoice: XML },
    ],
    ['a placeholder for a key', { invoiceKey: '0' }, { invoiceKey: '0' }],
    ['no key', { invoiceKey: '' }, {}],
    ['a return of that document', { invoiceKey: KEY, type: 'INPUT' as const }, { invoiceKey: KEY }],
  ])('is an invoice of its own: %s', (_, stored, given) => {
    const decision = decide(order(stored), given)
    expect(decision.verdict === 'JUDGED' && decision.invoice).toMatchObject({
      invoiceNumber: '600102',
    })
  })

  it('has keys of its own in these tests', () => {
    for (const key of [KEY, nfce]) expect(checkDigit(key.slice(0, -1))).toBe(key.slice(-1))
    expect(KEY).toContain(ISSUER)
  })
})

describe('what a document is known by', () => {
  const names = (changes: Partial<DocumentNames>): DocumentNames => ({
    key: null,
    identity: null,
    textHash: null,
    ...changes,
  })
  const bears = (asked: Partial<DocumentNames>, of: Partial<DocumentNames>) =>
    bearerOf(names(asked), 'OUTPUT', [{ type: 'OUTPUT' }], () => names(of)) !== null

  it('is any one of its names', () => {
    expect(bears({ key: 'k' }, { key: 'k' })).toBe(true)
    expect(bears({ identity: 'i' }, { identity: 'i' })).toBe(true)
    expect(bears({ textHash: 't' }, { textHash: 't' })).toBe(true)
    expect(bears({ key: 'k', identity: 'i' }, { identity: 'i' })).toBe(true)
    expect(bears({ key: 'k', textHash: 't' }, { key: null, textHash: 't' })).toBe(true)
  })

  it('is the key alone where both have one', () => {
    const rest = { identity: 'i', textHash: 't' }
    expect(bears({ key: 'k', ...rest }, { key: 'other', ...rest })).toBe(false)
    expect(bears({ key: 'k' }, { key: 'k', ...rest })).toBe(true)
  })

  it('is not what neither of them has', () => {
    expect(bears({}, {})).toBe(false)
    expect(bears({ textHash: 't' }, {})).toBe(false)
    expect(bears({ key: 'k' }, { identity: 'i' })).toBe(false)
  })

  it('of a package is its key from twenty characters on; a shorter one is a placeholder', () => {
    const long = 'A'.repeat(20)
    expect(namesOfPackage(somePackage({ invoiceKey: long })).key).toBe(long)
    expect(namesOfPackage(somePackage({ invoiceKey: long.slice(1) })).key).toBeNull()
    const withFile = somePackage({ invoiceKey: '0', embeddedInvoice: XML })
    expect(namesOfPackage(withFile).key).toBe(KEY)
    expect(namesOfPackage({ ...withFile, invoiceKey: null }).key).toBe(KEY)
  })

  it('of a package with a key is not read from its file', () => {
    const other = nfe({ key: keyOf({ number: '482' }) })
    const held = namesOfPackage(somePackage({ invoiceKey: 'A'.repeat(20), embeddedInvoice: other }))
    expect(held).toMatchObject({ key: 'A'.repeat(20), identity: null })
  })

  it('is kind, issuer, series and number, from the file as from the key, zeros before them off', () => {
    const byFile = namesOfPackage(somePackage({ embeddedInvoice: XML }))
    const byKey = namesOfPackage(somePackage({ invoiceKey: KEY }))
    expect(byKey.identity).toBe(byFile.identity)
    expect(JSON.parse(byKey.identity ?? '')).toEqual(['NFE', ISSUER, '1', '481'])
    const parts = (changes: Parameters<typeof keyOf>[0]) =>
      JSON.parse(
        namesOfPackage(somePackage({ invoiceKey: keyOf(changes) })).identity ?? ''
      ) as string[]
    expect(parts({ model: '65' })[0]).toBe('NFCE')
    expect(parts({ number: '600100', series: '10' }).slice(2)).toEqual(['10', '600100'])
  })

  it('is not told by a key of another country', () =>
    expect(namesOfPackage(somePackage({ invoiceKey: 'A'.repeat(44) })).identity).toBeNull())

  it('of an invoice on its way is what went out, and nothing where that is not known', () => {
    const intent = someIntent()
    const content = { ...intent.content!, invoiceKey: KEY, embeddedInvoiceHash: 'h' }
    expect(namesOfIntent({ ...intent, content })).toMatchObject({ key: KEY, textHash: 'h' })
    expect(namesOfIntent({ ...intent, content: undefined })).toEqual(names({}))
  })
})

it('a document that this app sent with an invoice that is shown without it by now may go with another', () => {
  const content = { ...someIntent().content!, invoiceKey: KEY }
  const intents = [someIntent({ content, invoiceNumber: '000600102-1' })]
  const decision = (of: ReturnType<typeof order>) =>
    decideInvoice(
      someQuestion(of, {
        intents,
        command: someInvoice({ invoiceNumber: '7', invoiceKey: KEY, invoiceValue: 100 }),
      })
    )
  expect(decision(order({}))).toMatchObject({ verdict: 'JUDGED', invoice: { invoiceNumber: '7' } })
  expect(decision(someOrder())).toMatchObject({
    problems: [{ code: 'INVOICE_EXISTS' }],
  })
})
