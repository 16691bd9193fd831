import { checkDigit } from '../fiscal/accessKey'
import { ISSUER, keyOf, nfe } from '../fiscal/fixtures/documents'
import { readFiscalDocument } from '../fiscal/readFiscalDocument'
import { cents } from '../values/money'
import { someInvoice, someOrder, somePackage } from '../../usecases/testing/someOrder'
import { someQuestion } from '../../usecases/testing/someQuestion'
import { decideInvoice } from './decideInvoice'

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
