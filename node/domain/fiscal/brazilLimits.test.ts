import { createHash } from 'node:crypto'

import { bareAccessKey, checkAccessKey, checkDigit, cleanInvoiceKey } from './accessKey'
import { isCancelledBy } from './cancellations'
import {
  BUYER,
  cfe,
  CFE_KEY,
  ISSUER,
  keyOf,
  nfe,
  nfeProc,
  procEvento,
  protNFe,
} from './fixtures/documents'
import { documentHash } from './identity'
import { readFiscalDocument } from './readFiscalDocument'

const read = (xml: string) => readFiscalDocument(xml, { storeTimeZone: null })
const OTHER = keyOf({ number: '999' })

describe('an access key', () => {
  it.each(['01', '12'])('may be of month %s', (month) =>
    expect(checkAccessKey(keyOf({ month: `26${month}` })).flaws).toEqual([])
  )
  it.each(['00', '13', '99'])('may not be of month %s', (month) =>
    expect(checkAccessKey(keyOf({ month: `26${month}` })).flaws).toEqual(['month'])
  )

  it('of the right length is told by its signs, not by what is left without them', () => {
    expect(checkAccessKey(`${keyOf().slice(0, 43)}-`).flaws).toEqual(['signs'])
    expect(checkAccessKey(`${keyOf().slice(0, 42)}-`).flaws).toEqual(['length'])
  })

  it('keeps the padding of an issuer that is no person', () => {
    const issuer = (padded: string) => {
      const first = `352603${padded}550010000004811123456789`.slice(0, 43)
      return checkAccessKey(first + checkDigit(first)).parts?.issuerId
    }
    expect(issuer(`000${BUYER}`)).toBe(BUYER)
    // Three zeros in front of what is no CPF: kept as it stands.
    expect(issuer('00012345678901')).toBe('00012345678901')
    expect(issuer(`111${BUYER}`)).toBe(`111${BUYER}`)
    expect(issuer(ISSUER)).toBe(ISSUER)
  })

  it.each(['NFE', 'NFCE', 'CFE', 'CTE', 'MDFE'])('stands behind %s', (prefix) =>
    expect(cleanInvoiceKey(prefix + keyOf())).toBe(keyOf())
  )

  it.each([`x${keyOf()}`, `${keyOf()}x`, `xNFe${keyOf()}`, `NFe${keyOf()}x`])(
    'is not part of a longer text: %s',
    (text) => {
      expect(cleanInvoiceKey(text)).toBe(text)
      expect(bareAccessKey(text)).toBe(text.toUpperCase())
      expect(checkAccessKey(text).flaws).toEqual(['length'])
    }
  )
})

describe('a document by its hash', () => {
  it('is kept for years: what it is made of stays', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const document = { key: null, issuerId: ISSUER, series: '001', number: '00481' }
    expect(documentHash(document)).toBe(sha256(`document:${ISSUER}:1:481`))
    expect(documentHash({ ...document, series: null })).toBe(sha256(`document:${ISSUER}:0:481`))
    expect(documentHash({ ...document, key: 'ab-c' })).toBe(sha256('key:AB-C'))
  })

  it('is the same in either case of its key, and keeps zeros within its number', () => {
    const document = { key: null, issuerId: ISSUER, series: '1', number: '1001' }
    const key = 'ad662d33-6934-459c-a128-bdf0393f0f44'
    expect(documentHash({ ...document, key })).toBe(
      documentHash({ ...document, key: key.toUpperCase() })
    )
    expect(documentHash({ ...document, number: '11' })).not.toBe(documentHash(document))
    expect(documentHash({ ...document, series: null })).toBe(
      documentHash({ ...document, series: '000' })
    )
  })
})

describe('a protocol', () => {
  const wrapped = (invoice: string, ...protocols: string[]) =>
    read(`<nfeProc>${invoice}${protocols.join('')}</nfeProc>`)

  it('that names no key is about the document beside it, and so is one beside a document without a key', () => {
    expect(wrapped(nfe(), protNFe({})).authorized).toBe(true)
    expect(wrapped(nfe({ key: null }), protNFe({ key: OTHER })).authorized).toBe(true)
  })

  it('of the document is the one that counts among several', () => {
    const both = [protNFe({ key: OTHER, status: '302' }), protNFe({ key: keyOf() })]
    expect(wrapped(nfe(), ...both).authorized).toBe(true)
    expect(wrapped(nfe(), ...both.reverse()).authorized).toBe(true)
  })

  it('tells its words, at most 260 signs of them', () => {
    const status = (parts: { status?: string; words?: string }) =>
      wrapped(nfe(), protNFe({ key: keyOf(), ...parts })).protocolStatus
    expect(status({ words: 'x'.repeat(300) })).toHaveLength(260)
    expect(status({ status: '', words: 'Denegado' })).toBe('Denegado')
    expect(status({ status: '302', words: '' })).toBe('302')
  })

  it('without a status does not authorise', () => {
    expect(wrapped(nfe(), protNFe({ key: keyOf(), status: '' })).authorized).toBe(false)
  })

  it.each([
    ['1', false],
    ['2', true],
    ['3', null],
  ])('of environment %s says so where the document says nothing', (environment, test) => {
    const protocol = protNFe({ key: keyOf() }).replace('<tpAmb>1<', `<tpAmb>${environment}<`)
    expect(wrapped(nfe({ environment: '' }), protocol).testEnvironment).toBe(test)
    expect(wrapped(nfe({ environment: '1' }), protocol).testEnvironment).toBe(false)
  })
})

describe('a cancellation', () => {
  it('is about the keys that it names, or about any where one is missing', () => {
    expect(isCancelledBy([keyOf()], keyOf())).toBe(true)
    expect(isCancelledBy([OTHER], keyOf())).toBe(false)
    expect(isCancelledBy([OTHER], null)).toBe(true)
    expect(isCancelledBy([null], keyOf())).toBe(true)
    expect(isCancelledBy([], null)).toBe(false)
  })

  it('is judged by its own answer, not by that of another document', () => {
    const lot = (...events: string[]) => read(`<lote>${events.join('')}</lote>`).cancels
    const refused = procEvento(keyOf(), '110111', '501')
    const taken = procEvento(OTHER)
    expect(lot(refused, taken)).toEqual([OTHER])
    expect(lot(procEvento(keyOf(), '110111', null), procEvento(OTHER, '110111', '501'))).toEqual([
      keyOf(),
    ])
  })

  it('that names no document is none by name', () => {
    const nameless = procEvento(keyOf()).replace(/<chNFe>[^<]*<\/chNFe>/g, '')
    expect(read(nameless).cancels).toEqual([])
    expect(read(nfeProc({}, {}, nameless))).toMatchObject({ authorized: false, cancels: [] })
    expect(read(nfeProc({}, {}, procEvento('123'))).cancels).toEqual([])
    expect(read('<CFeCanc><infCFe chCanc=""/></CFeCanc>').cancels).toEqual([])
  })

  it.each(['101', '135', '136', '151', '155'])('was taken by answer %s', (status) =>
    expect(read(procEvento(keyOf(), '110111', status)).cancels).toEqual([keyOf()])
  )

  it('of before 2012 is one too', () => {
    const canc = (status: string) =>
      read(`<procCancNFe><cancNFe><infCanc><chNFe>${keyOf()}</chNFe></infCanc></cancNFe>
<retCancNFe><infCanc><chNFe>${keyOf()}</chNFe><cStat>${status}</cStat></infCanc></retCancNFe></procCancNFe>`)
    expect(canc('101').cancels).toEqual([keyOf()])
    expect(canc('218').cancels).toEqual([])
  })
})

describe('a CF-e', () => {
  const moment = (xml: string) => read(xml).issuanceDate

  it('has its time where it is a time, else its day alone', () => {
    expect(moment(cfe())).toBe('2026-03-01T14:05:09-03:00')
    for (const time of ['', '1405', '1405091', 'x140509', '140509x'])
      expect(moment(cfe().replace('140509', time))).toBe('2026-03-01T00:00:00-03:00')
    expect(moment(cfe().replace(/<hEmi>.*<\/hEmi>/, ''))).toBe('2026-03-01T00:00:00-03:00')
    expect(moment(cfe().replace(/<dEmi>.*<\/dEmi>/, ''))).toBeNull()
  })

  it('is told by its body: an empty one beside it is none', () => {
    const bare = cfe().replace('<?xml version="1.0"?>', '')
    expect(read(`<lote><CFe/>${bare}</lote>`)).toMatchObject({ kind: 'CFE_SAT', key: CFE_KEY })
    expect(read(`<lote>${bare}${bare}</lote>`).kind).toBe('OTHER')
    expect(read('<CFe/>').kind).toBe('OTHER')
  })
})

describe('an NF-e', () => {
  it('is told by its body: an empty one beside it is none', () => {
    expect(read(`<lote><NFe/>${nfe()}</lote>`)).toMatchObject({ kind: 'NFE', key: keyOf() })
    expect(read('<NFe/>').kind).toBe('OTHER')
  })

  it('without a model is told by its key, and by nothing where it has none', () => {
    const bare = (parts: Parameters<typeof nfe>[0]) => nfe(parts).replace(/<mod>.*<\/mod>/, '')
    expect(read(bare({ model: '65' })).kind).toBe('NFCE')
    expect(read(bare({ model: '55' })).kind).toBe('NFE')
    expect(read(bare({ key: null })).kind).toBe('NFE')
    expect(read(bare({ key: 'string' })).kind).toBe('NFE')
    expect(read(nfe({ model: '65', key: null })).kind).toBe('NFCE')
  })

  it.each(['x7899990003301', '7899990003301x', '1234567', '123456789012345'])(
    'has no EAN in %s',
    (ean) => {
      const items = `<det><prod><cProd>1</cProd><cEAN>${ean}</cEAN></prod></det>`
      expect(read(nfe({ items })).items).toEqual([
        { code: '1', ean: null, name: null, quantity: null, value: null },
      ])
    }
  )

  it('has a root whose name is told, at most sixty signs of it', () => {
    const name = 'a'.repeat(80)
    const bare = cfe().replace('<?xml version="1.0"?>', '')
    for (const xml of [nfe(), bare])
      expect(read(`<${name}>${xml}</${name}>`).rootElement).toBe('a'.repeat(60))
  })
})

describe('a file of the tax office', () => {
  const isWarnedOf = (xml: string) => read(xml).problems.length > 0

  it.each([
    '<a xmlns="http://x/nfs-e"/>',
    '<a xmlns="http://x/nfse"/>',
    '<Rps/>',
    '<ListaRps/>',
    '<RpsLote/>',
    '<enviNFe/>',
    '<enviarNFse/>',
    '<infCFe/>',
    '<HTML/>',
  ])('is told by %s', (xml) => expect(isWarnedOf(xml)).toBe(true))

  it.each([
    '<a uri="http://www.portalfiscal.inf.br/nfe"/>',
    '<a xmlnsx="http://www.portalfiscal.inf.br/nfe"/>',
    '<a xxmlns="http://www.portalfiscal.inf.br/nfe"/>',
    '<xhtml/>',
    '<htmlx/>',
    '<Rpsx/>',
    '<aNFe/>',
    '<NFeX/>',
    '<resNFeX/>',
    '<aevento/>',
    '<xcte/>',
  ])('is not %s', (xml) => expect(isWarnedOf(xml)).toBe(false))

  it('counts the invoices in it by what they hold', () => {
    const status = (xml: string) => read(xml).problems[0].facts[0].value
    const info = '<infNFe><ide/></infNFe>'
    expect(status(`<enviNFe>${info}<infNFe/></enviNFe>`)).toBe('no invoice but enviNFe')
    expect(status(`<enviNFe>${info}${info}<infNFe/></enviNFe>`)).toBe('2 invoices in one file')
  })
})

describe('a file that is no XML', () => {
  const format = (text: string) =>
    read(text).problems[0].facts.find(({ name }) => name === 'format')?.value

  it('is a PDF by its first signs alone', () => {
    expect(format('\n %PDF-1.7')).toBe('PDF')
    expect(format('x %PDF-1.7')).not.toBe('PDF')
    expect(format('x%PDF-1.7')).not.toBe('PDF')
    expect(read('text').cancels).toEqual([])
  })
})
