import fc from 'fast-check'

import type { FiscalDocument } from './document'
import { BUYER, cfe, CFE_KEY, ISSUER, keyOf, nfe, nfeProc, procEvento } from './fixtures/documents'
import { readFiscalDocument } from './readFiscalDocument'

const read = (xml: string, storeTimeZone: string | null = null) =>
  readFiscalDocument(xml, { storeTimeZone })
const codes = ({ problems }: FiscalDocument) => problems.map(({ code }) => code)

describe('an authorised NF-e', () => {
  it('is read in full and has no problem', () => {
    expect(read(nfeProc())).toEqual({
      kind: 'NFE',
      rootElement: 'nfeProc',
      nature: 'SALE',
      key: keyOf(),
      keyIsValid: true,
      number: '481',
      series: '1',
      issuanceDate: '2026-03-01T14:05:09-03:00',
      value: 11996,
      currency: 'BRL',
      issuerId: ISSUER,
      recipientId: BUYER,
      authorized: true,
      protocol: '135260001234567',
      protocolStatus: '100 Autorizado o uso da NF-e',
      testEnvironment: false,
      isEntry: false,
      items: [
        {
          code: 'CADEIRA-01',
          ean: '7899990003301',
          name: 'Cadeira de rattan & almofada',
          quantity: 2,
          value: 11996,
        },
      ],
      cancels: [],
      problems: [],
    })
  })

  it('is the same under any namespace prefix, declaration, byte order mark and space', () => {
    const plain = read(nfeProc())
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), (prefix) => {
        expect(read(nfeProc({ prefix }))).toEqual(plain)
      }),
      { numRuns: 30 }
    )
    for (const before of [
      '\uFEFF',
      'ï»¿',
      '\n  ',
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n',
      '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- ERP -->',
    ])
      expect(read(before + nfeProc())).toEqual(plain)
  })

  it('is found under any wrapper, its own root named', () => {
    const wrapped = read(`<envelope><lote>${nfeProc()}</lote></envelope>`)
    expect(wrapped).toEqual({ ...read(nfeProc()), rootElement: 'envelope' })
  })

  it('has an alphanumeric issuer, or a person', () => {
    const company = { issuer: '12ABC34501DE35' }
    expect(read(nfeProc(company))).toMatchObject({
      issuerId: '12ABC34501DE35',
      key: keyOf(company),
      keyIsValid: true,
    })
    const person = { issuer: BUYER, series: '920' }
    expect(read(nfeProc(person))).toMatchObject({ issuerId: BUYER, keyIsValid: true })
  })

  it('counts 150 as authorised', () => {
    const late = nfeProc({}, { status: '150', words: 'Autorizado fora de prazo' })
    expect(read(late)).toMatchObject({ authorized: true, problems: [] })
  })

  it('is an NFC-e by its model', () => {
    expect(read(nfeProc({ model: '65', recipient: '' }))).toMatchObject({
      kind: 'NFCE',
      recipientId: null,
      authorized: true,
    })
  })

  it('names a company as recipient, and no foreigner', () => {
    const recipient = (xml: string) => read(nfeProc({ recipient: xml })).recipientId
    expect(recipient('<CNPJ>12ABC34501DE35</CNPJ>')).toBe('12ABC34501DE35')
    expect(recipient('<idEstrangeiro>AB123</idEstrangeiro>')).toBeNull()
  })

  it.each([
    ['1', 'SALE'],
    ['2', 'COMPLEMENT'],
    ['3', 'ADJUSTMENT'],
    ['4', 'RETURN'],
    ['5', 'CREDIT_NOTE'],
    ['6', 'DEBIT_NOTE'],
    ['string', null],
  ])('by its finNFe %s is a %s', (purpose, nature) => {
    expect(read(nfeProc({ purpose })).nature).toBe(nature)
  })

  it('tells entry from exit', () => {
    expect(read(nfeProc({ direction: '0' })).isEntry).toBe(true)
  })

  it('may hold CDATA and character numbers', () => {
    const items = `<det nItem="1"><prod><cProd><![CDATA[A&amp;B]]></cProd><xProd>Caf&#233; &#xE7;</xProd>
      <cEAN>SEM GTIN</cEAN><qCom>0.5347</qCom><vProd>0.1</vProd></prod></det>`
    expect(read(nfeProc({ items })).items).toEqual([
      { code: 'A&amp;B', ean: null, name: 'Café ç', quantity: 0.5347, value: 10 },
    ])
  })
})

describe('money', () => {
  it('comes from the digits of vNF, whatever the amount', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), (value) => {
        const digits = String(value).padStart(3, '0')
        const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(read(nfeProc({ value: text })).value).toBe(value)
      }),
      { numRuns: 50 }
    )
  })

  it.each(['string', '', '-1.00', '1,50', '1e3', '9'.repeat(30)])('is none in %p', (value) => {
    expect(read(nfeProc({ value })).value).toBeNull()
  })
})

describe('the issue date', () => {
  const date = (parts: Parameters<typeof nfe>[0], zone: string | null = null) =>
    read(nfeProc(parts), zone).issuanceDate

  it('keeps its offset', () => {
    expect(date({ date: '2026-03-01T14:05:09-05:00' })).toBe('2026-03-01T14:05:09-05:00')
  })

  it('without one goes by the clock of the issuer’s state, summer time of its day included', () => {
    const local = { date: '2015-01-10T10:00:00' }
    expect(date({ ...local, state: '13' })).toBe('2015-01-10T10:00:00-04:00')
    expect(date({ ...local, state: '35' })).toBe('2015-01-10T10:00:00-02:00')
    expect(date({ ...local, date: '2015-07-10T10:00:00' })).toBe('2015-07-10T10:00:00-03:00')
  })

  it('is the first moment of a day alone, where midnight may not exist', () => {
    const old = { dateName: 'dEmi', version: '2.00' }
    expect(date({ ...old, date: '2013-05-01' })).toBe('2013-05-01T00:00:00-03:00')
    expect(date({ ...old, date: '2017-10-15' })).toBe('2017-10-15T01:00:00-02:00')
  })

  it('falls back to the state in the address, then to the store', () => {
    const nowhere = { state: '99', date: '2026-03-01T10:00:00' }
    expect(date(nowhere)).toBe('2026-03-01T10:00:00-03:00')
    const stateless = nfeProc({ ...nowhere, key: null }).replace('<UF>SP</UF>', '')
    expect(read(stateless, 'America/Bogota').issuanceDate).toBe('2026-03-01T10:00:00-05:00')
    expect(read(stateless).issuanceDate).toBeNull()
    expect(read(stateless, 'Nowhere/Else').issuanceDate).toBeNull()
  })

  it.each(['', 'string', '2026-02-30', '01/03/2026'])('is none in %p', (text) => {
    expect(date({ date: text })).toBeNull()
  })
})

describe('authorisation', () => {
  const status = (xml: string) => {
    const document = read(xml)
    expect(document.authorized).toBe(false)
    const problem = document.problems.find(({ code }) => code === 'XML_NOT_AUTHORIZED')
    expect(problem?.severity).toBe('WARNING')
    return problem?.facts.find(({ name }) => name === 'status')?.value
  }

  it('is not proven by a bare NF-e', () => {
    expect(status(nfe())).toBe('no protocol')
  })

  it('is not proven by a protocol that denies, nor by one without a status', () => {
    expect(status(nfeProc({}, { status: '302', words: 'Uso Denegado' }))).toBe('302 Uso Denegado')
    expect(status(nfeProc({}, { status: '', words: '' }))).toBe('protocol without a status')
  })

  it('is not proven by the protocol of another key', () => {
    expect(status(nfeProc({}, { key: keyOf({ number: '999' }) }))).toBe('protocol of another key')
  })

  it('is undone by a cancellation in the same file, whatever the protocol says', () => {
    expect(status(nfeProc({}, {}, procEvento(keyOf())))).toBe('cancelled in the same file')
    expect(status(nfeProc({}, {}, procEvento(keyOf(), '110112')))).toBe(
      'cancelled in the same file'
    )
  })

  it('stands beside other events, and events about other documents', () => {
    const letter = procEvento(keyOf(), '110110')
    const other = procEvento(keyOf({ number: '999' }))
    expect(read(nfeProc({}, {}, letter + other)).problems).toEqual([])
  })
})

describe('a cancellation', () => {
  it('alone names the document that it cancels, and is no invoice', () => {
    const event = read(procEvento(keyOf()))
    expect(event).toMatchObject({ kind: 'OTHER', rootElement: 'procEventoNFe', key: null })
    expect(event.cancels).toEqual([keyOf()])
    expect(codes(event)).toEqual(['XML_NOT_AUTHORIZED'])
  })

  it('names every document of a lot, each once', () => {
    const keys = [keyOf(), keyOf({ number: '482' })]
    expect(
      read(`<lote>${[...keys, keys[0]].map((key) => procEvento(key)).join('')}</lote>`)
    ).toMatchObject({
      cancels: keys,
    })
    expect(read(`<CFeCanc><infCFe chCanc="CFe${CFE_KEY}"/></CFeCanc>`).cancels).toEqual([CFE_KEY])
  })

  it('counts without an answer, by either of its numbers, and out of time', () => {
    const cancels = (...more: [string?, (string | null)?]) =>
      read(procEvento(keyOf(), ...more)).cancels
    expect(cancels('110112')).toEqual([keyOf()])
    expect(cancels('110111', null)).toEqual([keyOf()])
    expect(cancels('110111', '155')).toEqual([keyOf()])
  })

  it('that SEFAZ refused cancels nothing, and neither does a letter of correction', () => {
    const refused = procEvento(keyOf(), '110111', '501')
    expect(read(refused).cancels).toEqual([])
    expect(read(nfeProc({}, {}, refused))).toMatchObject({ authorized: true, cancels: [] })
    expect(read(procEvento(keyOf(), '110110')).cancels).toEqual([])
    const both = refused + procEvento(keyOf())
    expect(read(nfeProc({}, {}, both))).toMatchObject({ authorized: false, cancels: [keyOf()] })
  })
})

describe('what is wrong with the document itself', () => {
  it('is a test environment', () => {
    const document = read(nfeProc({ environment: '2' }))
    expect(document.testEnvironment).toBe(true)
    expect(codes(document)).toEqual(['XML_TEST_ENVIRONMENT'])
  })

  it('is a wrong key, kept where it has the right shape', () => {
    const wrong = `${keyOf().slice(0, -1)}${(Number(keyOf().slice(-1)) + 1) % 10}`
    const document = read(nfeProc({ key: wrong }))
    expect(document).toMatchObject({ key: wrong, keyIsValid: false, authorized: true })
    expect(codes(document)).toEqual(['ACCESS_KEY_INVALID'])
    expect(read(nfeProc({ key: `${keyOf()}123` }))).toMatchObject({ key: null, keyIsValid: false })
  })

  it('is no key at all before signing', () => {
    expect(read(nfe({ key: null }))).toMatchObject({ key: null, keyIsValid: null })
  })
})

describe('a CF-e SAT', () => {
  it('is read, the issuer from emit and not from the software house', () => {
    expect(read(cfe())).toMatchObject({
      kind: 'CFE_SAT',
      rootElement: 'CFe',
      key: CFE_KEY,
      keyIsValid: true,
      number: '000481',
      series: '000123456',
      issuanceDate: '2026-03-01T14:05:09-03:00',
      value: 3590,
      issuerId: ISSUER,
      recipientId: BUYER,
      authorized: true,
      testEnvironment: false,
      isEntry: false,
      problems: [],
    })
    expect(read(cfe()).items).toHaveLength(1)
  })

  it('proves nothing before the device signed it', () => {
    const document = read(cfe({ signed: false }))
    expect(document).toMatchObject({ key: null, keyIsValid: null, authorized: false })
    expect(codes(document)).toEqual(['XML_NOT_AUTHORIZED'])
  })

  it('is undone by its cancellation beside it', () => {
    const both = `<lote>${cfe().replace('<?xml version="1.0"?>', '')}<CFeCanc/></lote>`
    expect(read(both)).toMatchObject({ kind: 'CFE_SAT', authorized: false })
    const about = (key: string) =>
      both.replace('<CFeCanc/>', `<CFeCanc><infCFe chCanc="${key}"/></CFeCanc>`)
    expect(read(about(`CFe${CFE_KEY}`))).toMatchObject({ authorized: false })
    const other = `CFe${CFE_KEY.slice(0, -1)}${(Number(CFE_KEY.slice(-1)) + 1) % 10}`
    expect(read(about(other))).toMatchObject({ authorized: true })
  })

  it('is not signed by a word where the key should be', () => {
    const template = cfe().replace(/ Id="[^"]*"/, ' Id="string"')
    expect(read(template)).toMatchObject({ key: null, keyIsValid: false, authorized: false })
  })
})

describe('other XML', () => {
  const nfeSpace = 'xmlns="http://www.portalfiscal.inf.br/nfe"'

  it.each([
    [
      'cteProc',
      '<cteProc xmlns="http://www.portalfiscal.inf.br/cte"><CTe><infCte><infDoc><infNFe><chave>1</chave></infNFe></infDoc></infCte></CTe></cteProc>',
    ],
    [
      'mdfeProc',
      '<mdfeProc xmlns="http://www.portalfiscal.inf.br/mdfe"><infNFe><chNFe>1</chNFe></infNFe></mdfeProc>',
    ],
    ['procEventoNFe', procEvento(keyOf())],
    ['retConsSitNFe', `<retConsSitNFe ${nfeSpace}><cStat>100</cStat></retConsSitNFe>`],
    ['CompNfse', '<CompNfse xmlns="http://www.abrasf.org.br/nfse.xsd"><Nfse/></CompNfse>'],
    [
      'Envelope',
      `<soap:Envelope xmlns:soap="x"><soap:Body><r><retEnviNFe ${nfeSpace}/></r></soap:Body></soap:Envelope>`,
    ],
    ['MDFe', '<MDFe><infMDFe/></MDFe>'],
    ['CFeCanc', '<CFeCanc><infCFe/></CFeCanc>'],
    // Out of the wild: exports drop the namespace, and every town has its own service invoice.
    ['retConsReciNFe', '<retConsReciNFe><protNFe><infProt/></protNFe></retConsReciNFe>'],
    ['retEnviNFe', '<retEnviNFe><cStat>104</cStat></retEnviNFe>'],
    ['protNFe', '<protNFe><infProt><cStat>100</cStat></infProt></protNFe>'],
    ['retConsSitNFe', '<retConsSitNFe/>'],
    ['inutNFe', '<inutNFe><infInut/></inutNFe>'],
    ['retInutNFe', '<retInutNFe/>'],
    ['evento', '<evento><infEvento/></evento>'],
    ['envEvento', '<envEvento/>'],
    ['eventoMDFe', '<eventoMDFe/>'],
    ['resNFe', '<resNFe/>'],
    ['retDistDFeInt', '<retDistDFeInt/>'],
    ['envCFe', '<envCFe/>'],
    ['infNFe', '<infNFe Id="NFe1"><ide/></infNFe>'],
    ['NFe', '<NFe><ChaveNFe><NumeroNFe>1</NumeroNFe></ChaveNFe></NFe>'],
    [
      'RetornoConsulta',
      '<RetornoConsulta xmlns="http://www.prefeitura.sp.gov.br/nfe"><Sucesso/></RetornoConsulta>',
    ],
    ['ConsultarNfseResposta', '<ConsultarNfseResposta><ListaNfse/></ConsultarNfseResposta>'],
    ['NFSe', '<NFSe xmlns="http://www.sped.fazenda.gov.br/nfse"><infNFSe/></NFSe>'],
    ['EnviarLoteRpsEnvio', '<EnviarLoteRpsEnvio><LoteRps/></EnviarLoteRpsEnvio>'],
    ['Lista', '<e:Lista xmlns:e="http://www.betha.com.br/e-nota-contribuinte-ws"/>'],
    ['html', '<html><body>Login</body></html>'],
  ])('of Brazil’s tax offices is named and warned of: %s', (root, xml) => {
    const document = read(xml)
    expect(document).toMatchObject({ kind: 'OTHER', rootElement: root, key: null, items: [] })
    expect(document.problems).toMatchObject([
      { code: 'XML_NOT_AUTHORIZED', facts: [{ name: 'status', value: `no invoice but ${root}` }] },
    ])
  })

  it('holds several invoices in one file', () => {
    const lot = `<enviNFe ${nfeSpace}>${nfe()}${nfe({ number: '482' })}</enviNFe>`
    expect(read(lot)).toMatchObject({ kind: 'OTHER', rootElement: 'enviNFe' })
    expect(read(lot).problems[0].facts[0].value).toBe('2 invoices in one file')
  })

  it.each([
    ['Comprobante', '<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Total="10.00"/>'],
    ['DTE', '<DTE xmlns="http://www.sii.cl/SiiDte"><Documento/></DTE>'],
    ['Invoice', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'],
    ['Response', '<Response><Corps/><Resource/></Response>'],
  ])('of other countries passes without a word: %s', (root, xml) => {
    expect(read(xml)).toMatchObject({ kind: 'OTHER', rootElement: root, problems: [] })
  })

  it('may be a template of the schema, with a word in every field', () => {
    const template = nfeProc()
      .replace(/>[^<>]+</g, '>string<')
      .replace(/"NFe[^"]*"/, '"string"')
    expect(read(template)).toMatchObject({
      kind: 'NFE',
      key: null,
      keyIsValid: false,
      number: null,
      series: null,
      issuanceDate: null,
      value: null,
      issuerId: null,
      recipientId: null,
      authorized: false,
      testEnvironment: null,
      isEntry: null,
      items: [{ code: 'string', ean: null, name: 'string', quantity: null, value: null }],
    })
  })
})

describe('no XML, or none to be trusted', () => {
  it.each([
    ['', null],
    ['   \n ', null],
    ['%PDF-1.7 …', 1],
    ['{"invoice": 1}', 1],
    ['<a>\n<b>\n</a>', 3],
    ['\n\n<a>\n<b></a>', 4],
    ['<a/><b/>', null],
    ['<a></a>\n<b></b>', 2],
    [nfeProc().slice(0, 400), null],
  ])('%#: is unreadable and says the line', (xml, line) => {
    const document = read(xml)
    expect(document).toMatchObject({ kind: 'OTHER', rootElement: null, authorized: null })
    expect(codes(document)).toEqual(['XML_UNREADABLE'])
    const [fact] = document.problems[0].facts
    if (line !== null) expect(fact).toEqual({ name: 'line', value: String(line) })
  })

  it.each([
    ['a DTD', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an outside entity', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>'],
    ['an entity alone', '<a/><!ENTITY x "y">'],
    ['depth', '<a>'.repeat(100) + '</a>'.repeat(100)],
    ['size', `<a>${'x'.repeat(2_500_001)}</a>`],
  ])('is unsafe by %s', (_name, xml) => {
    expect(codes(read(xml))).toEqual(['XML_UNSAFE'])
  })

  it('does not take the words in CDATA or a comment for a DTD', () => {
    const harmless = '<a><!-- <!DOCTYPE --><![CDATA[<!ENTITY x>]]></a>'
    expect(codes(read(harmless))).toEqual([])
  })

  it('leaves unknown entities as they stand', () => {
    expect(
      read(nfeProc({ items: '<det><prod><xProd>a&nbsp;b</xProd></prod></det>' })).items[0].name
    ).toBe('a&nbsp;b')
  })
})

describe('any text at all', () => {
  it('is answered, never thrown at', () => {
    const fragments = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<NFe>',
      '</NFe>',
      '<infNFe Id="NFe1">',
      '<ide>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?xml?>',
      '<!DOCTYPE',
      '&amp;',
      '&#x110000;',
      '&#0;',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      'x',
      '__proto__',
      '<__proto__>',
      '<constructor/>',
      '<toString>',
      ':',
      '\uFEFF',
      '<CFe><infCFe/></CFe>',
      '\u0000'
    )
    const soup = fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          fc.string(),
          soup.map((text) => `<NFe><infNFe>${text}</infNFe></NFe>`)
        ),
        (text) => {
          const document = read(text)
          expect(['NFE', 'NFCE', 'CFE_SAT', 'OTHER']).toContain(document.kind)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('is answered for a whole file with any part cut out', () => {
    const whole = nfeProc()
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(200), (from, length) => {
        const document = read(whole.slice(0, from) + whole.slice(from + length))
        expect(Array.isArray(document.problems)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it('takes under a second for a megabyte', () => {
    const item = '<det><prod><cProd>1</cProd><xProd>Cadeira</xProd><vProd>1.00</vProd></prod></det>'
    const big = nfeProc({ items: item.repeat(Math.ceil(1_000_000 / item.length)) })
    const start = process.cpuUsage()
    expect(read(big).items).toHaveLength(990)
    // Its own time, for other tests run beside it; three times the bar, for they slow the machine down all the same.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000)
  })
})
