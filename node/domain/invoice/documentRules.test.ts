import type { FiscalDocument } from '../fiscal/document'
import type { Order } from '../order/order'
import { someDocument } from '../testing/someDocument'
import { moment, someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { documentProblems } from './documentRules'

type Question = Parameters<typeof documentProblems>[0]

const found = (changes: Partial<Omit<Question, 'command'>> & { command?: object } = {}) =>
  documentProblems({
    order: someOrder(),
    issuanceDate: null,
    document: null,
    stored: null,
    xmlRequired: 'NEVER',
    otherOrder: null,
    ...changes,
    command: someInvoice(changes.command),
  })
const codes = (...asked: Parameters<typeof found>) => found(...asked).map(({ code }) => code)
const FIELD = ['invoice', 'embeddedInvoice']

describe('the document that a store wants', () => {
  it('is missed on an invoice', () =>
    expect(found({ xmlRequired: 'ALWAYS' })).toMatchObject([
      { code: 'XML_REQUIRED', field: FIELD },
    ]))

  it.each([
    ['on a return', { command: { type: 'INPUT' } }],
    [
      'where it is given',
      { document: someDocument({ recipientId: null }), command: { invoiceNumber: null } },
    ],
    ['where the replaced invoice holds it', { stored: somePackage({ embeddedInvoice: '<a/>' }) }],
  ])('is not missed %s', (_, changes) =>
    expect(
      codes({ xmlRequired: 'ALWAYS', ...changes } as Parameters<typeof found>[0])
    ).not.toContain('XML_REQUIRED')
  )
})

it('what is wrong inside a document is told at the document’s field, whatever field it had', () => {
  const inside = { code: 'XML_TEST_ENVIRONMENT', field: ['elsewhere'] } as never
  const document = someDocument({ number: null, problems: [inside] })
  expect(found({ document })).toMatchObject([{ code: 'XML_TEST_ENVIRONMENT', field: FIELD }])
})

describe('a document on another order', () => {
  it('is told with that order; the same order is no other', () => {
    expect(found({ otherOrder: '9-01' })).toMatchObject([
      {
        code: 'DOCUMENT_ON_OTHER_ORDER',
        field: FIELD,
        facts: [{ name: 'orderId', value: '9-01' }],
      },
    ])
    expect(found({ otherOrder: '1400-01' })).toEqual([])
  })
})

describe('an access key', () => {
  const abroad = someOrder({ currency: { ...someOrder().currency, code: 'MXN' } })
  const of = (invoiceKey: string, order: Order) => codes({ order, command: { invoiceKey } })

  it('is checked in Brazil, in whatever form it comes', () => {
    expect(of('1', someOrder())).toEqual(['ACCESS_KEY_INVALID'])
    expect(found({ command: { invoiceKey: '1' } })).toMatchObject([
      { field: ['invoice', 'invoiceKey'] },
    ])
  })

  it('is checked abroad where it looks like a Brazilian one: 44 letters and digits', () => {
    expect(of('1'.repeat(44), abroad)).toEqual(['ACCESS_KEY_INVALID'])
    for (const other of ['1', '1'.repeat(43), '1'.repeat(45), `${'1'.repeat(43)}-`])
      expect(of(other, abroad)).toEqual([])
  })
})

describe('what is given beside a document', () => {
  const document = someDocument({ recipientId: null })
  const disagrees = (
    command: object,
    changes: Partial<FiscalDocument> = {},
    date: string | null = null
  ) =>
    found({
      document: { ...document, ...changes },
      issuanceDate: date === null ? null : moment(date),
      command: { invoiceNumber: null, ...command },
    }).map(({ field, severity }) => [field.at(-1), severity])

  it('disagrees: the key as an error, all else as a warning', () => {
    expect(
      disagrees({ invoiceKey: '35260311222333000181550010000004811000000018' })
    ).toContainEqual(['invoiceKey', 'ERROR'])
    expect(disagrees({ invoiceNumber: '1' })).toEqual([['invoiceNumber', 'WARNING']])
    expect(disagrees({ invoiceValue: 1 })).toEqual([['invoiceValue', 'WARNING']])
    expect(disagrees({ issuanceDate: 'x' }, {}, '2026-03-10T08:00:01-03:00')).toEqual([
      ['issuanceDate', 'WARNING'],
    ])
  })

  it('agrees where it is the same', () =>
    expect(
      disagrees(
        { invoiceNumber: '643797', invoiceValue: 11_500, issuanceDate: 'x' },
        {},
        '2026-03-10T11:00:00Z'
      )
    ).toEqual([]))

  it('disagrees with nothing that the document does not say', () => {
    const silent = { number: null, value: null, issuanceDate: null, key: null }
    const given = { invoiceNumber: '1', invoiceValue: 1, issuanceDate: 'x' }
    expect(disagrees(given, silent, '2026-03-10T11:00:00Z')).toEqual([])
    expect(disagrees({ invoiceKey: document.key }, silent)).toEqual([])
  })

  it('is judged as far as it was given, and as it could be read', () => {
    expect(disagrees({}, {}, '2026-03-11T11:00:00Z')).toEqual([])
    expect(disagrees({ issuanceDate: 'soon' })).toEqual([])
  })
})

describe('the recipient of a document', () => {
  const differs = (recipientId: string | null, ...customerDocuments: string[]) =>
    codes({
      order: someOrder({ customerDocuments }),
      document: someDocument({ number: null, recipientId }),
      command: { invoiceNumber: null },
    }).includes('XML_RECIPIENT_DIFFERS')
  const [CPF, CNPJ] = ['12345678909', '11222333000181']

  it('differs where both are known in full and none is the other', () => {
    expect(differs(CPF, '98765432100')).toBe(true)
    expect(differs(CNPJ, CPF)).toBe(true)
    expect(differs(CPF, CPF)).toBe(false)
    expect(differs(CPF, CNPJ, CPF)).toBe(false)
    expect(differs('12abc34501de35', '12ABC34501DE35')).toBe(false)
    expect(differs('12ABC34501DE35', '12abc34501de35')).toBe(false)
  })

  it.each([
    ['no recipient', null, [CNPJ]],
    ['no customer', CPF, []],
    ['a masked recipient', '***45678909', [CNPJ]],
    ['a masked customer beside a full one', CPF, [CNPJ, '***']],
    ['a recipient that is too short', '1234567890', [CNPJ]],
    ['one of twelve', '123456789012', [CNPJ]],
    ['one of fifteen', '112223330001812', [CPF]],
    ['a customer of twelve', CNPJ, ['123456789012']],
    ['a customer of fifteen', CPF, ['112223330001812']],
  ])('is not judged with %s', (_, recipient, customers) =>
    expect(differs(recipient, ...customers)).toBe(false)
  )
})

describe('what a document is', () => {
  const wrong = (type: 'OUTPUT' | 'INPUT', changes: Partial<FiscalDocument>) =>
    codes({
      document: someDocument({ recipientId: null, ...changes }),
      command: { type, invoiceNumber: null },
    })

  it.each(['RETURN', 'CREDIT_NOTE', 'ADJUSTMENT'] as const)('%s is for a return', (nature) => {
    expect(wrong('INPUT', { nature })).toEqual([])
    expect(wrong('OUTPUT', { nature })).toEqual(['XML_WRONG_TYPE'])
  })

  it('a sale is for an invoice; an entry that calls itself a sale is for a return', () => {
    expect(wrong('OUTPUT', { nature: 'SALE' })).toEqual([])
    expect(wrong('INPUT', { nature: 'SALE' })).toEqual(['XML_WRONG_TYPE'])
    expect(wrong('INPUT', { nature: 'SALE', isEntry: true })).toEqual([])
    expect(wrong('OUTPUT', { nature: 'SALE', isEntry: true })).toEqual(['XML_DISAGREES'])
    expect(wrong('OUTPUT', { nature: 'RETURN', isEntry: true })).toEqual(['XML_WRONG_TYPE'])
  })

  it('is not judged where it does not say', () => {
    expect(wrong('INPUT', { nature: null })).toEqual([])
    expect(wrong('OUTPUT', { nature: null })).toEqual([])
  })
})
