import { differences, heldByPackage, showsContent } from '../package/invoiceContent'
import { documentHash } from '../fiscal/identity'
import { someDocument } from '../testing/someDocument'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { decideInvoice } from './decideInvoice'

const KEY = '31170758731662018088550010006437971006437976'
const FOURS = KEY.replace(/(....)(?=.)/g, '$1 ')
const ALPHANUMERIC = '352410KSP416L8000109550010000001231999999993'

describe('the access key of an invoice', () => {
  const sent = (invoiceKey: string, more = {}) =>
    judgedOf(someQuestion(someOrder(), { command: someInvoice({ invoiceKey }), ...more }))

  it.each([
    [FOURS, KEY],
    [`NFe${KEY}`, KEY],
    [ALPHANUMERIC.toLowerCase(), ALPHANUMERIC],
  ])('%s goes out as 44 bare characters', (given, key) => {
    expect(sent(given)).toMatchObject({ problems: [], invoice: { invoiceKey: key } })
  })

  it('agrees with its document in any form', () => {
    const document = someDocument({ key: KEY, number: null })
    expect(sent(FOURS, { document }).problems).toEqual([])
  })

  it('is what OMS holds in any form: the same content, nothing to send', () => {
    for (const stored of [KEY, FOURS, `CFe${KEY}`]) {
      const order = someOrder({ packages: [somePackage({ invoiceKey: stored })] })
      for (const invoiceKey of [KEY, FOURS])
        expect(
          decideInvoice(someQuestion(order, { command: someInvoice({ invoiceKey }) })).verdict
        ).toBe('SAME')
    }
  })

  it('that differs is told as it would go out', () => {
    const order = someOrder({ packages: [somePackage({ invoiceKey: ALPHANUMERIC })] })
    const { problems } = judgedOf(
      someQuestion(order, { command: someInvoice({ invoiceKey: FOURS }) })
    )
    expect(problems[0].differences).toEqual([
      { field: 'invoiceKey', stored: ALPHANUMERIC, given: KEY },
    ])
  })

  it('is shown by a package that holds another form of it', () => {
    const { invoice } = sent(KEY)
    if (!invoice) throw new Error('nothing to send')
    const { embeddedInvoice, ...rest } = invoice
    const stored = { ...somePackage(), ...rest, embeddedInvoice, courierStatus: null }
    const shown = { ...stored, items: somePackage().items, invoiceKey: `NFe${KEY}` }
    expect(showsContent(someOrder(), shown, { ...rest, embeddedInvoiceHash: null })).toBe(true)
    expect(differences({ invoiceKey: KEY }, heldByPackage(someOrder(), shown, null))).toEqual([])
  })

  it('names the same document in any case', () => {
    const other = { issuerId: null, series: null, number: null }
    const key = 'ad662d33-6934-459c-a128-bdf0393f0f44'
    expect(documentHash({ ...other, key })).toBe(documentHash({ ...other, key: key.toUpperCase() }))
  })
})
