import { moment, someOrder, somePackage } from '../testing/someOrder'
import { agreesWithDocument, suggestInvoiceNumber } from './invoiceNumber'
import { packageVersion } from './packageVersion'
import { newEvents } from './trackingEvents'
import { cleanTrackingNumber, sameTrackingNumber } from './trackingNumber'
import { contentOf, differences, showsContent, type HeldContent } from './invoiceContent'
import { someOutgoing } from '../testing/someOutgoing'

describe('nine digits set apart by blanks', () => {
  it.each([
    ['000 600 101', '000600101'],
    ['NF 000 600 101', 'NF-000600101'],
    ['000 600 101/1', '000600101-1'],
    ['000\u00a0600\u00a0101', '000600101'],
    // Part of a longer row of digits: nobody can say how that is grouped.
    ['1000 600 101', '1000-600-101'],
    ['1 000 600 101', '1-000-600-101'],
    ['000 600 1012', '000-600-1012'],
    ['000 600 101 2', '000-600-101-2'],
  ])('%s becomes %s', (number, suggested) => expect(suggestInvoiceNumber(number)).toBe(suggested))
})

describe('a document’s number', () => {
  it('that has no digits agrees with no other number, whatever its series', () => {
    expect(agreesWithDocument('12', { number: 'ABC', series: '12' })).toBe(false)
    expect(agreesWithDocument('12', { number: '', series: null })).toBe(false)
    expect(agreesWithDocument('abc', { number: 'ABC', series: '12' })).toBe(true)
    expect(agreesWithDocument('x', { number: 'ABC', series: null })).toBe(false)
  })
})

describe('the version of a package', () => {
  it('is the same for one moment, in whichever zone it is written, and another for another', () => {
    const version = (issuanceDate: string) =>
      packageVersion(somePackage({ issuanceDate: moment(issuanceDate) }))
    expect(version('2026-03-10T06:00:00-03:00')).toBe(version('2026-03-10T09:00:00Z'))
    expect(version('2026-03-10T09:00:01Z')).not.toBe(version('2026-03-10T09:00:00Z'))
    expect(packageVersion(somePackage({ issuanceDate: null }))).not.toBe(
      version('2026-03-10T09:00:00Z')
    )
  })
})

it('events of one second stand in the order of their parts of it, not of their words', () => {
  const event = (date: string, description: string) => ({
    date: moment(date),
    description,
    city: null,
    state: null,
  })
  const [first, then] = [
    event('2026-03-10T09:00:00.100Z', 'z'),
    event('2026-03-10T09:00:00.900Z', 'a'),
  ]
  expect(newEvents([then, first], [])).toEqual([first, then])
  expect(newEvents([first, then], [])).toEqual([first, then])
})

describe('a tracking number', () => {
  it.each([
    ['1z 999 aa1 0123456784', '1Z999AA10123456784'],
    ['x1z999aa10123456784', 'x1z999aa10123456784'],
    ['1z999aa101234567845', '1z999aa101234567845'],
    ['xaa123456785br', 'xaa123456785br'],
    // Groups of one number may begin or end like words.
    ['12ABCD 345678', '12ABCD345678'],
    ['ABCD12 345678', 'ABCD12345678'],
    ['ABCD 12345678', 'ABCD 12345678'],
  ])('%s goes out as %s', (given, sent) => expect(cleanTrackingNumber(given)).toBe(sent))

  it('is one in either case', () => {
    expect(sameTrackingNumber('aa 1', 'AA1')).toBe(true)
    expect(sameTrackingNumber(null, '')).toBe(true)
  })
})

describe('a stored package', () => {
  const order = someOrder()
  const outgoing = someOutgoing({
    invoiceKey: null,
    invoiceUrl: 'https://a.com/1',
    courier: 'Correios',
    trackingNumber: 'AA1',
    trackingUrl: 'https://a.com/2',
  })
  const stored = somePackage({ ...outgoing, items: [] })

  it('shows what was sent, and none that differs in a single field', () => {
    const content = { ...contentOf(outgoing), items: [] }
    expect(showsContent(order, stored, content)).toBe(true)
    for (const other of [
      { invoiceUrl: 'https://a.com/x' },
      { courier: 'Jadlog' },
      { trackingNumber: 'AA2' },
      { trackingUrl: 'https://a.com/y' },
      { type: 'INPUT' as const },
      { invoiceUrl: null },
      { courier: null },
      { trackingUrl: null },
    ])
      expect([other, showsContent(order, { ...stored, ...other }, content)]).toEqual([other, false])
  })

  it('shows nothing and an empty text alike', () => {
    const empty = { invoiceUrl: null, courier: null, trackingUrl: null }
    const content = { ...contentOf({ ...outgoing, ...empty }), items: [] }
    const kept = { invoiceUrl: '', courier: '', trackingUrl: '' }
    expect(showsContent(order, { ...stored, ...kept }, content)).toBe(true)
  })
})

it('descriptions of a SKU on several lines differ where none of those that are known is the given one', () => {
  const item = { id: '101', quantity: 1, price: null, description: null }
  const held: HeldContent = {
    ...contentOf(someOutgoing()),
    items: [item, { ...item, description: 'red' }],
    alternativeItems: null,
  }
  const differ = (description: string | null) =>
    differences({ items: [{ ...item, quantity: 2, description }] }, held).map(({ field }) => field)
  expect(differ('blue')).toEqual(['items'])
  expect(differ('red')).toEqual([])
  expect(differ(null)).toEqual([])
})
