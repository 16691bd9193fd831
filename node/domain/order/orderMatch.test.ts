import fc from 'fast-check'
import { cents } from '../values/money'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import {
  fitsDocument,
  invoiceNamed,
  namedBy,
  namesAnOrder,
  storedForms,
  type OrderReference,
} from './orderMatch'

const nothing: OrderReference = {
  reference: null,
  recipientId: null,
  value: null,
  issuanceDate: null,
  invoiceNumber: null,
  issuerId: null,
  series: null,
}
const marketplace = { name: 'Meli', isCertified: true, orderId: '2000015745230171' }

describe('a name', () => {
  const order = someOrder({ orderId: 'MLB-1400-01', sequence: '501400', marketplace })
  it.each([
    ['mlb-1400-01', 'ORDER_ID'],
    [' MLB-1400-01\n', 'ORDER_ID'],
    ['501400', 'SEQUENCE'],
    ['2000015745230171', 'MARKETPLACE_ID'],
    ['1400-01', null],
    ['50140', null],
    ['Ana', null],
  ])('%s is %s', (reference, by) => expect(namedBy(order, reference)).toBe(by))
})

it.each([
  ['1534080512345-01', true],
  ['MLB-2000009911229910-01', true],
  ['mlb-2000009911229910-01', true],
  ['order 1534080512345-01', false],
  ['1534080512345-01/2', false],
  ['1534080512345-010', false],
  ['1400-01', false],
  ['PED-77', false],
  [null, false],
])('%s names an order by its form: %s', (reference, names) =>
  expect(namesAnOrder(reference)).toBe(names)
)

describe('a document fits an order', () => {
  const document = {
    ...nothing,
    recipientId: '123.456.789-09',
    value: cents(11_500),
    issuanceDate: moment('2026-03-10T09:00:00-03:00'),
  }
  const fits = (order: Parameters<typeof someOrder>[0], of: Partial<OrderReference> = {}) =>
    fitsDocument(someOrder(order), { ...document, ...of })

  it('of the same person, worth what remains, that waits for an invoice', () => {
    expect(fits({})).toBe(true)
    expect(fits({ status: 'ready-for-handling' })).toBe(true)
  })

  it('of which a part is invoiced, by the rest', () => {
    const packages = [somePackage({ invoiceValue: cents(4_000) })]
    expect(fits({ packages })).toBe(false)
    expect(fits({ packages }, { value: cents(7_500) })).toBe(true)
  })

  it.each([
    ['of another person', {}, { recipientId: '529.982.247-25' }],
    ['without a person', {}, { recipientId: null }],
    ['of another value', {}, { value: cents(11_499) }],
    ['without a value', {}, { value: null }],
    ['that is paid for no more', { status: 'canceled' }, {}],
    ['that waits for its payment', { status: 'payment-pending' }, {}],
    ['that was made after it', { creationDate: moment('2026-03-10T13:30:00Z') }, {}],
  ])('but not one %s', (_name, order, of) => expect(fits(order, of)).toBe(false))

  it('that was made in the hour in which clocks may differ', () => {
    expect(fits({ creationDate: moment('2026-03-10T12:45:00Z') })).toBe(true)
    expect(fits({ creationDate: moment('2026-03-10T13:00:00Z') })).toBe(true)
    expect(fits({ creationDate: moment('2026-03-10T13:00:01Z') })).toBe(false)
  })
})

describe('the invoice that a carrier names', () => {
  const KEY = '35261111222333000181550010000047111000047110'
  const order = someOrder({
    packages: [
      somePackage({ invoiceNumber: '000004711', invoiceKey: KEY }),
      somePackage({ invoiceNumber: '4712' }),
      somePackage({ invoiceNumber: '4713', type: 'INPUT' }),
    ],
  })
  const named = (of: Partial<OrderReference>) =>
    invoiceNamed(order, { ...nothing, ...of })?.invoiceNumber ?? null

  it.each([
    [{ invoiceNumber: '00004711' }, '000004711'],
    [{ invoiceNumber: '4711', issuerId: '11.222.333/0001-81', series: '001' }, '000004711'],
    [{ invoiceNumber: '4711', series: '1' }, '000004711'],
    [{ invoiceNumber: '4711', series: '2' }, null],
    [{ invoiceNumber: '4711', issuerId: '99888777000166' }, null],
    // Without a key nothing tells who issued it.
    [{ invoiceNumber: '4712', issuerId: '99888777000166' }, '4712'],
    [{ invoiceNumber: '4713' }, null],
    [{ invoiceNumber: '47' }, null],
    [{}, null],
  ])('%j is %s', (of, number) => expect(named(of)).toBe(number))

  it('is none where two could be meant', () => {
    const packages = [somePackage({ invoiceNumber: '7' }), somePackage({ invoiceNumber: '007' })]
    expect(invoiceNamed(someOrder({ packages }), { ...nothing, invoiceNumber: '7' })).toBeNull()
  })

  it('is looked for without the space around it, and in the letters of its series as they are stored', () => {
    expect(storedForms(' 4711 ')).toEqual(['4711', '000004711'])
    expect(storedForms('nf-7')).toEqual(['nf-7', 'NF-7', '00000NF-7'])
  })

  it('is looked for in each form that stands for the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ max: 4, min: 0 }),
        (n, zeros) => {
          const written = '0'.repeat(zeros) + n
          const forms = storedForms(written)
          expect(forms).toContain(String(n))
          expect(forms).toContain(written)
          expect(new Set(forms.map(Number))).toEqual(new Set([n]))
        }
      )
    )
  })
})
