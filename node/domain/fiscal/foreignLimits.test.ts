import {
  attached,
  cfdi,
  CUFE,
  dte,
  facturae,
  fatturaPa,
  ubl,
  UUID,
  acuse,
} from './fixtures/foreign'
import { readFiscalDocument } from './readFiscalDocument'

const read = (xml: string, storeTimeZone: string | null = null) =>
  readFiscalDocument(xml, { storeTimeZone })

/** The text without an element or an attribute of that name. */
const without = (xml: string, name: string) =>
  xml
    .replace(new RegExp(`<((?:\\w+:)?${name})(?: [^>]*)?>[\\s\\S]*?</\\1>`, 'g'), '')
    .replace(new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?/>`, 'g'), '')
    .replace(new RegExp(` ${name}="[^"]*"`, 'g'), '')

describe('what a document does not say', () => {
  it.each([
    [
      'CFDI',
      cfdi(),
      ['TipoDeComprobante', 'Moneda', 'Folio', 'Total', 'NoIdentificacion', 'Emisor'],
    ],
    [
      'UBL',
      ubl(),
      [
        'DocumentCurrencyCode',
        'IssueDate',
        'PayableAmount',
        'AccountingCustomerParty',
        'Item',
        'StandardItemIdentification',
      ],
    ],
    ['DTE', dte(), ['TipoDTE', 'Folio', 'MntTotal', 'CdgItem', 'Receptor']],
    [
      'FATTURA_PA',
      fatturaPa(),
      ['TipoDocumento', 'Divisa', 'Numero', 'CodiceArticolo', 'CedentePrestatore'],
    ],
    [
      'FACTURAE',
      facturae(),
      ['InvoiceCurrencyCode', 'InvoiceHeader', 'InvoiceTotals', 'ArticleCode', 'Parties'],
    ],
  ])('%s leaves unknown, and tells the rest', (kind, xml, names) => {
    const nulls = (one: ReturnType<typeof read>) =>
      [...Object.values(one), ...Object.values(one.items[0])].filter((value) => value === null)
        .length
    for (const name of names) {
      const document = read(without(xml, name))
      expect([name, document.kind]).toEqual([name, kind])
      expect([name, nulls(document) > nulls(read(xml))]).toEqual([name, true])
      expect(document.items).toHaveLength(1)
    }
  })

  it('keeps a type that nobody knows apart from none at all', () => {
    expect(read(without(cfdi(), 'TipoDeComprobante')).nature).toBeNull()
    expect(read(without(dte(), 'TipoDTE')).nature).toBeNull()
    expect(read(without(fatturaPa(), 'TipoDocumento')).nature).toBeNull()
    expect(read(dte({ type: '33' })).isEntry).toBeNull()
  })
})

describe('what a document does', () => {
  it.each([
    [dte({ type: '111' }), 'DEBIT_NOTE'],
    [dte({ type: '112' }), 'CREDIT_NOTE'],
    [fatturaPa({ type: 'TD08' }), 'CREDIT_NOTE'],
    [fatturaPa({ type: 'TD09' }), 'DEBIT_NOTE'],
    [fatturaPa({ type: 'TD24' }), 'SALE'],
    [ubl({ type: '91' }), 'CREDIT_NOTE'],
    [ubl({ type: '383' }), 'DEBIT_NOTE'],
    [facturae({ invoiceClass: 'CR' }), 'ADJUSTMENT'],
    [facturae({ invoiceClass: 'RC' }), 'ADJUSTMENT'],
    [facturae().replace('</InvoiceHeader>', '<Corrective/></InvoiceHeader>'), 'ADJUSTMENT'],
  ])('is told by its type or its class: %#', (xml, nature) => expect(read(xml).nature).toBe(nature))

  it.each(['ApplicationResponse', 'ReceiptAdvice', 'OrderResponse'])('%s is a reply', (name) => {
    expect(read(`<${name}/>`).nature).toBe('REPLY')
    expect(read(`<My${name}/>`).nature).toBeNull()
    expect(read(`<${name}s/>`).nature).toBeNull()
  })
})

describe('a day of UBL', () => {
  it.each([
    ['CO', '-05:00'],
    ['PE', '-05:00'],
    ['RO', '+02:00'],
    ['PA', '-05:00'],
    ['CR', '-06:00'],
    ['DO', '-04:00'],
    ['DE', '+01:00'],
  ])('of %s is by the clock of the country, else of the store: %s', (country, offset) => {
    const xml = ubl({ country, time: '14:05:09', profile: '' })
    expect(read(xml, 'Europe/Berlin').issuanceDate).toBe(`2026-03-01T14:05:09${offset}`)
  })

  it('may have parts of a second', () => {
    expect(read(ubl({ time: '14:05:09.1234567-05:00' })).issuanceDate).toBe(
      '2026-03-01T14:05:09-05:00'
    )
    expect(read(without(ubl(), 'IssueDate')).issuanceDate).toBeNull()
  })
})

describe('the worth of UBL', () => {
  const prepaid = '<cbc:PrepaidAmount>20.00</cbc:PrepaidAmount>'
  const payable = '<cbc:PayableAmount>99.96</cbc:PayableAmount>'
  const worth = (totals: string, profile = '') => read(ubl({ totals, profile })).value

  it('is what is left to pay and what was paid before', () => {
    expect(worth(payable)).toBe(9996)
    expect(worth(prepaid + payable)).toBe(11996)
    expect(worth(prepaid + payable, 'DIAN 2.1')).toBe(9996)
  })

  it('is unknown where nobody says what is left to pay, or where it is no amount', () => {
    expect(worth(prepaid)).toBeNull()
    expect(worth('')).toBeNull()
    const huge = '<cbc:PayableAmount>90071992547409.91</cbc:PayableAmount>'
    expect(worth(prepaid + huge)).toBeNull()
  })
})

describe('a key', () => {
  it.each([`x${UUID}`, `${UUID}x`, UUID.slice(1), 'string'])('of Mexico is no UUID: %s', (key) => {
    expect(read(cfdi().replace(UUID, key))).toMatchObject({ key, keyIsValid: false })
  })

  it('of Mexico is that of the stamp, and says so', () => {
    expect(read(cfdi()).protocolStatus).toBe('stamped')
    expect(read(cfdi({ stamp: false })).protocolStatus).toBe('no stamp (TimbreFiscalDigital)')
    expect(read(cfdi({ stamp: false })).keyIsValid).toBeNull()
  })

  it.each([`x${CUFE}`, `${CUFE}x`, CUFE.slice(1), CUFE.replace('a', 'g')])(
    'of Colombia is no CUFE: %s',
    (cufe) => expect(read(ubl({ cufe }))).toMatchObject({ key: cufe, keyIsValid: false })
  )

  it('of UBL is judged only where it says that it is a CUFE or CUDE', () => {
    const named = (scheme: string) =>
      read(ubl({ cufe: 'abc' }).replace('CUFE-SHA384', scheme)).keyIsValid
    expect(named('CUDE-SHA384')).toBe(false)
    expect(named('UUID')).toBeNull()
    expect(named('no CUFE')).toBeNull()
    expect(read(ubl({ cufe: null }))).toMatchObject({ key: null, keyIsValid: null })
    expect(read(ubl({ cufe: '' }))).toMatchObject({ key: null, keyIsValid: null })
  })
})

describe('Colombia’s container', () => {
  it('tells the answer that is in it, and nothing where there is none', () => {
    expect(read(attached(ubl(), '02')).protocolStatus).toBe('answer 02')
    expect(read(attached(ubl(), '')).authorized).toBeNull()
    expect(read(attached(ubl(), '')).protocolStatus).toBeNull()
    const silent = attached(ubl(), '02').replace(/<ResponseCode>[^<]*<\/ResponseCode>/, '')
    expect(read(silent)).toMatchObject({ kind: 'UBL', authorized: null, protocolStatus: null })
  })

  it('may refer to other documents before the one that holds the answer', () => {
    const more = attached(ubl(), '02').replace(
      '<cac:DocumentReference>',
      '<cac:DocumentReference><cbc:ID>1</cbc:ID></cac:DocumentReference><cac:DocumentReference>'
    )
    expect(read(more).authorized).toBe(true)
  })

  it('is one by its name alone: an invoice refers to documents without being answered', () => {
    const response = '<![CDATA[<R><ResponseCode>04</ResponseCode></R>]]>'
    const reference = `<cac:DocumentReference><cac:Attachment><cac:ExternalReference><cbc:Description>${response}
</cbc:Description></cac:ExternalReference></cac:Attachment></cac:DocumentReference>`
    const attachment = `<cac:Attachment><cac:ExternalReference><cbc:Description><![CDATA[${facturae()}]]>
</cbc:Description></cac:ExternalReference></cac:Attachment>`
    const xml = ubl().replace('</Invoice>', `${reference}${attachment}</Invoice>`)
    expect(read(xml)).toMatchObject({ kind: 'UBL', authorized: null, protocolStatus: null })
  })
})

describe('Peru’s series', () => {
  it.each([
    ['F001-481', 'F001'],
    ['B0A1-1', 'B0A1'],
    ['F01-481', null],
    ['xF001-481', null],
    ['F001-481x', null],
    ['f001-481', null],
    ['481', null],
  ])('of %s is %j', (id, series) => expect(read(ubl({ id })).series).toBe(series))
})

describe('an environment of UBL', () => {
  it.each([
    ['1', false],
    ['2', true],
    ['', null],
    ['3', null],
  ])('%j: test %p', (environment, test) =>
    expect(read(ubl({ environment })).testEnvironment).toBe(test)
  )
})

describe('an item of UBL', () => {
  const standard = (attributes: string) =>
    `<cac:StandardItemIdentification><cbc:ID${attributes}>12345678</cbc:ID></cac:StandardItemIdentification>`
  const item = (attributes: string, own = true) => {
    const xml = ubl({ item: standard(attributes) })
    return read(own ? xml : without(xml, 'SellersItemIdentification')).items[0]
  }

  it.each(['', ' schemeID="gtin"', ' schemeID="ean"', ' schemeID="EAN"', ' schemeID="010"'])(
    'has an EAN by%s',
    (scheme) => {
      expect(item(scheme)).toMatchObject({ code: 'SILLA-01', ean: '12345678' })
      expect(item(scheme, false)).toMatchObject({ code: null, ean: '12345678' })
    }
  )

  it('has the code of another scheme where it has none of its own', () => {
    expect(item(' schemeID="999"', false)).toMatchObject({ code: '12345678', ean: null })
    const none = without(ubl({ item: '' }), 'SellersItemIdentification')
    expect(read(none).items[0]).toMatchObject({ code: null, ean: null })
  })
})

describe('one file', () => {
  it('holds one invoice, or it is nobody’s', () => {
    expect(read(`<lote>${body(cfdi())}${body(cfdi())}</lote>`).kind).toBe('OTHER')
    expect(read(`<lote>${facturae()}${facturae()}</lote>`).kind).toBe('OTHER')
    expect(read(`<lote>${fatturaPa()}${fatturaPa()}</lote>`).kind).toBe('OTHER')
    expect(read(`<lote>${body(ubl())}${body(ubl())}</lote>`).kind).toBe('OTHER')
    const many = facturae().replace(/<Invoice>[\s\S]*<\/Invoice>/, (one) => one + one)
    expect(read(many).kind).toBe('OTHER')
  })

  it('has a root whose name is told, at most sixty signs of it', () => {
    const name = 'a'.repeat(80)
    for (const xml of [cfdi(), ubl(), dte(), fatturaPa(), facturae(), '<b/>']) {
      const wrapped = read(`<${name}>${body(xml)}</${name}>`)
      expect(wrapped.rootElement).toBe('a'.repeat(60))
    }
  })
})

describe('an export of Chile', () => {
  it('is in a currency that only has a name, so its worth is unknown', () => {
    const xml = dte({ type: '110' }).replace(/Documento\b/g, 'Exportaciones')
    expect(read(xml)).toMatchObject({ kind: 'DTE', nature: 'SALE', value: null, currency: null })
  })
})

describe('Italy’s total, added up', () => {
  it('is unknown where a rate leaves out its tax, or where there is no rate', () => {
    const open = fatturaPa({ total: false })
    expect(read(without(open, 'Imposta')).value).toBeNull()
    expect(read(without(open, 'DatiRiepilogo')).value).toBeNull()
  })
})

describe('Mexico’s answer to a request of cancellation', () => {
  it('counts where it was cancelled now or before', () => {
    expect(read(acuse('202')).cancels).toEqual([UUID])
    expect(read(without(acuse(), 'EstatusUUID')).cancels).toEqual([])
    expect(read(acuse().replace(/<UUID>[\s\S]*?<\/UUID>/, '')).cancels).toEqual([])
  })
})

const body = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\s*/, '')

it('a root whose letters hold a name of Brazil’s offices by chance is none of theirs', () => {
  expect(read('<ProteinConfections/>')).toMatchObject({
    kind: 'OTHER',
    rootElement: 'ProteinConfections',
    problems: [],
  })
})
