import fc from 'fast-check'
import { someDocument } from '../testing/someDocument'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import { someInvoice, someOrder } from '../testing/someOrder'
import type { FiscalDocument } from './document'
import {
  acuse,
  attached,
  cfdi,
  CUFE,
  dte,
  facturae,
  fatturaPa,
  ubl,
  UUID,
} from './fixtures/foreign'
import { readFiscalDocument } from './readFiscalDocument'

const read = (xml: string, storeTimeZone: string | null = null) =>
  readFiscalDocument(xml, { storeTimeZone })
const codes = ({ problems }: FiscalDocument) => problems.map(({ code }) => code)

describe('Mexico’s CFDI', () => {
  it('is read in full', () => {
    expect(read(cfdi(), 'America/Monterrey')).toMatchObject({
      kind: 'CFDI',
      rootElement: 'Comprobante',
      nature: 'SALE',
      key: UUID,
      keyIsValid: true,
      number: '481',
      series: 'A',
      issuanceDate: '2026-03-01T14:05:09-06:00',
      value: 11996,
      currency: 'MXN',
      issuerId: 'CVE990101AB1',
      recipientId: 'MOPI900101XX1',
      authorized: true,
      items: [{ code: 'SILLA-01', name: 'Silla & cojín', quantity: 2, value: 10341, ean: null }],
      problems: [],
    })
  })

  it('without the store’s zone has no moment, rather than a wrong one', () => {
    expect(read(cfdi()).issuanceDate).toBeNull()
  })

  it('of 3.2, in small letters, is one too', () => {
    const old = cfdi({ type: 'ingreso' }).replace(
      /\b(Version|Serie|Folio|Total|Moneda|TipoDeComprobante|Rfc)=/g,
      (name) => name.charAt(0).toLowerCase() + name.slice(1)
    )
    expect(read(old)).toMatchObject({ kind: 'CFDI', nature: 'SALE', number: '481', value: 11996 })
    expect(read(old).issuerId).toBe('CVE990101AB1')
  })

  it.each([
    ['E', 'CREDIT_NOTE'],
    ['P', 'PAYMENT'],
    ['N', 'PAYMENT'],
    ['T', 'TRANSPORT'],
  ])('of type %s is no sale but %s', (type, nature) => {
    expect(read(cfdi({ type })).nature).toBe(nature)
  })

  it('without a stamp proves nothing', () => {
    const document = read(cfdi({ stamp: false }))
    expect(document).toMatchObject({ key: null, authorized: false })
    expect(codes(document)).toEqual(['XML_NOT_AUTHORIZED'])
  })

  it('is cancelled by the tax office’s answer, where it took the request', () => {
    expect(read(acuse()).cancels).toEqual([UUID])
    expect(read(acuse('205')).cancels).toEqual([])
  })
})

describe('UBL', () => {
  it('of Colombia is read in full', () => {
    expect(read(ubl())).toMatchObject({
      kind: 'UBL',
      rootElement: 'Invoice',
      nature: 'SALE',
      key: CUFE,
      keyIsValid: true,
      number: 'SETP990000481',
      series: null,
      issuanceDate: '2026-03-01T14:05:09-05:00',
      value: 11996,
      currency: 'COP',
      issuerId: '900123456',
      recipientId: '1020304050',
      authorized: null,
      testEnvironment: false,
      items: [{ code: 'SILLA-01', ean: '7709990003301', name: 'Silla', quantity: 2, value: 10081 }],
      problems: [],
    })
  })

  it('of Peru has its series in its number, and Lima’s clock', () => {
    const peru = { id: 'F001-481', country: 'PE', currency: 'PEN', time: '14:05:09.5', cufe: null }
    expect(read(ubl({ ...peru, profile: '' }))).toMatchObject({
      number: 'F001-481',
      series: 'F001',
      key: null,
      issuanceDate: '2026-03-01T14:05:09-05:00',
    })
  })

  it('of Romania is worth what the customer has paid before, too', () => {
    const totals =
      '<cbc:PrepaidAmount>119.96</cbc:PrepaidAmount><cbc:PayableAmount>0.00</cbc:PayableAmount>'
    const romania = { country: 'RO', currency: 'RON', time: '', profile: '', cufe: null, totals }
    expect(read(ubl({ ...romania, type: '380' }))).toMatchObject({
      value: 11996,
      issuanceDate: '2026-03-01T00:00:00+02:00',
      nature: 'SALE',
    })
    expect(read(ubl({ totals })).value).toBe(0)
  })

  it.each([
    [{ root: 'CreditNote' as const, type: '' }, 'CREDIT_NOTE'],
    [{ root: 'DebitNote' as const, type: '' }, 'DEBIT_NOTE'],
    [{ type: '381' }, 'CREDIT_NOTE'],
    [{ type: '92' }, 'DEBIT_NOTE'],
    [{ type: '384' }, 'ADJUSTMENT'],
  ])('%j is no sale but %s', (parts, nature) => {
    expect(read(ubl(parts))).toMatchObject({ kind: 'UBL', nature, items: [{ quantity: 2 }] })
  })

  it('takes no code of another scheme for an EAN', () => {
    const item = (scheme: string) =>
      `<cac:StandardItemIdentification><cbc:ID schemeID="${scheme}">12345678</cbc:ID></cac:StandardItemIdentification>`
    expect(read(ubl({ item: item('999') })).items[0].ean).toBeNull()
    expect(read(ubl({ item: item('0160') })).items[0].ean).toBe('12345678')
  })

  it('in Colombia’s container is authorised by the answer beside it', () => {
    expect(read(attached(ubl(), '02'))).toMatchObject({
      kind: 'UBL',
      rootElement: 'AttachedDocument',
      number: 'SETP990000481',
      authorized: true,
      problems: [],
    })
    expect(codes(read(attached(ubl(), '04')))).toEqual(['XML_NOT_AUTHORIZED'])
  })

  it('tells a test, and a wrong CUFE', () => {
    expect(codes(read(ubl({ environment: '2' })))).toEqual(['XML_TEST_ENVIRONMENT'])
    expect(codes(read(ubl({ cufe: 'abc' })))).toEqual(['ACCESS_KEY_INVALID'])
  })

  it.each([
    ['ApplicationResponse', 'REPLY'],
    ['DespatchAdvice', 'TRANSPORT'],
  ])('%s is no invoice: %s', (root, nature) => {
    expect(read(`<${root} xmlns="urn:oasis:x"/>`)).toMatchObject({ kind: 'OTHER', nature })
  })
})

describe('Chile’s DTE', () => {
  it('is read in full, alone and in its envelope', () => {
    const whole = {
      kind: 'DTE',
      nature: 'SALE',
      key: null,
      number: '481',
      series: '33',
      issuanceDate: '2026-03-01T00:00:00-03:00',
      value: 1_199_600,
      currency: 'CLP',
      issuerId: '76543210K',
      recipientId: '123456785',
      authorized: true,
      items: [{ code: 'SILLA-01', ean: '7809990003301', name: 'Silla', quantity: 2 }],
      problems: [],
    }
    expect(read(dte())).toMatchObject({ ...whole, rootElement: 'DTE' })
    const envelope = `<EnvioDTE><SetDTE>${dte()}</SetDTE></EnvioDTE>`
    expect(read(envelope)).toMatchObject({ ...whole, rootElement: 'EnvioDTE' })
    expect(read(`<EnvioDTE>${dte()}${dte()}</EnvioDTE>`).kind).toBe('OTHER')
  })

  it.each([
    ['39', 'SALE'],
    ['52', 'TRANSPORT'],
    ['56', 'DEBIT_NOTE'],
    ['61', 'CREDIT_NOTE'],
  ])('of type %s is a %s', (type, nature) => expect(read(dte({ type })).nature).toBe(nature))

  it('is an entry where the buyer issues it, and made out to nobody by a general RUT', () => {
    expect(read(dte({ type: '46' })).isEntry).toBe(true)
    expect(read(dte({ type: '39', recipient: '66666666-6' })).recipientId).toBeNull()
  })

  it('without its stamp proves nothing', () => {
    expect(codes(read(dte({ stamp: false })))).toEqual(['XML_NOT_AUTHORIZED'])
  })
})

describe('Italy’s FatturaPA', () => {
  it('is read in full, its total added up where it is left out', () => {
    const whole = {
      kind: 'FATTURA_PA',
      rootElement: 'FatturaElettronica',
      nature: 'SALE',
      number: '481/A',
      issuanceDate: '2026-03-01T00:00:00+01:00',
      value: 11996,
      currency: 'EUR',
      issuerId: 'IT01234567890',
      recipientId: 'MRNPRD90A41H501X',
      authorized: null,
      items: [{ code: 'SEDIA-01', ean: '8009990003301', name: 'Sedia', quantity: 2, value: 9833 }],
      problems: [],
    }
    expect(read(fatturaPa())).toMatchObject(whole)
    expect(read(fatturaPa({ total: false }))).toMatchObject(whole)
  })

  it('may be a credit or debit note, or a whole lot', () => {
    expect(read(fatturaPa({ type: 'TD04' })).nature).toBe('CREDIT_NOTE')
    expect(read(fatturaPa({ type: 'TD05' })).nature).toBe('DEBIT_NOTE')
    expect(read(fatturaPa({ bodies: 2 })).kind).toBe('OTHER')
  })
})

describe('Spain’s Facturae', () => {
  it('is read in full, its day by the store’s clock', () => {
    expect(read(facturae(), 'Atlantic/Canary')).toMatchObject({
      kind: 'FACTURAE',
      rootElement: 'Facturae',
      nature: 'SALE',
      number: '481',
      series: 'A',
      issuanceDate: '2026-03-01T00:00:00+00:00',
      value: 11996,
      currency: 'EUR',
      issuerId: 'B12345678',
      recipientId: '12345678Z',
      authorized: null,
      items: [{ code: 'SILLA-01', name: 'Silla', quantity: 2, value: 9914 }],
      problems: [],
    })
  })

  it('may correct an earlier invoice', () => {
    expect(read(facturae({ invoiceClass: 'OR' })).nature).toBe('ADJUSTMENT')
  })
})

describe('any document of another country', () => {
  const texts = [cfdi(), ubl(), attached(ubl(), '02'), dte(), fatturaPa(), facturae()]

  it('is answered with any part cut out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(4000), fc.nat(300), (text, from, length) => {
        const document = read(text.slice(0, from) + text.slice(from + length))
        expect(Array.isArray(document.problems)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it('is a template with a word in every field, and has no value then', () => {
    for (const text of texts) {
      const template = text.replace(/>[^<>]+</g, '>string<').replace(/="[^"]*"/g, '="string"')
      expect(read(template).value).toBeNull()
    }
  })

  it('fills an order of its currency, and no value of another', () => {
    const order = { ...someOrder(), currency: { ...someOrder().currency, code: 'COP' } }
    const judge = (currency: string | null) => {
      const document = someDocument({ currency, key: null, number: 'F001-481' })
      const command = someInvoice({ invoiceNumber: 'F001-481' })
      return judgedOf(
        someQuestion(order, { command, document: { ...document, value: 500 as never } })
      )
    }
    expect(judge('COP').draft.invoiceValue).toBe(500)
    expect(judge(null).draft.invoiceValue).toBe(500)
    expect(judge('USD').draft.invoiceValue).toBe(11_500)
    expect(judge('USD').problems).toEqual([])
  })
})

describe('a file that is no XML', () => {
  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'PDF'],
    ['PK\u0003\u0004\u0014', 'ZIP'],
  ])('is named: %j', (text, format) => {
    const [found] = read(text).problems
    expect(found.code).toBe('XML_UNREADABLE')
    expect(found.facts).toContainEqual({ name: 'format', value: format })
  })
})
