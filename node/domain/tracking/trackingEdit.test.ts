import type { TrackingCommand } from '../invoice/command'
import type { InvoiceRecord } from '../journal/intent'
import type { Package } from '../order/order'
import { moment, somePackage } from '../testing/someOrder'
import {
  decideTrackingEdit,
  dispatchAfterDelivery,
  showsTexts,
  withEdits,
  withStoredValues,
} from './trackingEdit'

const DATE = moment('2026-03-10T10:00:00Z')
const record = (changes: Partial<InvoiceRecord> = {}): InvoiceRecord => ({
  invoiceNumber: 'NF-1',
  dispatchedDate: null,
  wroteInvoice: false,
  descriptions: [],
  ...changes,
})
const edit = (
  given: Partial<TrackingCommand>,
  stored: Partial<Package> = {},
  of: InvoiceRecord | null = null
) =>
  decideTrackingEdit(
    somePackage(stored),
    [],
    of,
    { trackingNumber: null, trackingUrl: null, courier: null, dispatchedDate: null, ...given },
    Date.parse('2026-03-10T12:00:00Z')
  )

describe('an edit of tracking', () => {
  it.each([
    ['no field', {}, ['tracking']],
    ['an empty number', { trackingNumber: ' \u200b' }, ['tracking', 'trackingNumber']],
    ['a number of control signs', { trackingNumber: '\u0000' }, ['tracking', 'trackingNumber']],
    ['an empty carrier', { courier: '' }, ['tracking', 'courier']],
    ['an empty dispatch date', { dispatchedDate: '' }, ['tracking', 'dispatchedDate']],
  ])('with %s is empty', (_, given, field) =>
    expect(edit(given).problems).toMatchObject([{ code: 'TRACKING_EMPTY', field }])
  )

  it.each([
    ['a link that leads nowhere', { trackingUrl: 'ftp://a' }, 'URL_INVALID', 'trackingUrl'],
    ['a date that is none', { dispatchedDate: 'soon' }, 'DATE_INVALID', 'dispatchedDate'],
    [
      'a rounded number',
      { trackingNumber: '7,9E+11' },
      'TRACKING_NUMBER_INVALID',
      'trackingNumber',
    ],
    ['a carrier that is too long', { courier: 'x'.repeat(100_000) }, 'TEXT_TOO_LONG', 'courier'],
  ])('with %s is refused at its field', (_, given, code, name) =>
    expect(edit(given).problems).toMatchObject([{ code, field: ['tracking', name] }])
  )

  it('says why a link leads nowhere', () =>
    expect(edit({ trackingUrl: 'ftp://a' }).problems[0].facts).toEqual([
      { name: 'reason', value: 'SCHEME' },
    ]))

  it('of a carrier takes what looks like a rounded number: it is none', () =>
    expect(edit({ courier: ' 7,9E+11 ' })).toMatchObject({
      problems: [],
      tracking: { courier: '7,9E+11' },
    }))

  it('of another number asks, with both of them told', () =>
    expect(edit({ trackingNumber: 'BB2' }, { trackingNumber: 'AA1' }).problems).toMatchObject([
      {
        code: 'TRACKING_REPLACES',
        field: ['tracking', 'trackingNumber'],
        facts: [{ name: 'stored', value: 'AA1' }],
      },
    ]))

  it('of a dispatch after the delivery is doubted at its field', () => {
    const courierStatus = { status: null, finished: true, deliveredDate: DATE, events: [] }
    const dispatchedDate = '2026-03-10T10:01:00Z'
    expect(edit({ dispatchedDate }, { courierStatus }).problems).toMatchObject([
      { code: 'DELIVERED_BEFORE_DISPATCH', field: ['tracking', 'dispatchedDate'] },
    ])
    const field = ['invoice', 'dispatchedDate']
    const of = (changes: object) => somePackage({ courierStatus: { ...courierStatus, ...changes } })
    const late = moment(dispatchedDate)
    expect(dispatchAfterDelivery(of({}), late, field)).toHaveLength(1)
    expect(dispatchAfterDelivery(of({}), DATE, field)).toEqual([])
    expect(dispatchAfterDelivery(of({}), null, field)).toEqual([])
    expect(dispatchAfterDelivery(of({ finished: false }), late, field)).toEqual([])
    expect(dispatchAfterDelivery(of({ deliveredDate: null }), late, field)).toEqual([])
  })

  it('tells field by field what was there and what comes', () =>
    expect(
      edit(
        { trackingNumber: 'BB2', courier: 'Loggi', dispatchedDate: '2026-03-10T11:00:00Z' },
        { trackingNumber: 'AA1' },
        record({ dispatchedDate: DATE })
      ).summary
    ).toBe(
      `trackingNumber: AA1 → BB2; courier: none → Loggi; dispatchedDate: ${DATE} → 2026-03-10T11:00:00Z`
    ))

  it('of a dispatch date is known by our own record, to the second', () => {
    const dispatchedDate = '2026-03-10T07:00:00.9-03:00'
    const known = (of: InvoiceRecord | null) => edit({ dispatchedDate }, {}, of).isKnown
    expect(known(record({ dispatchedDate: DATE }))).toBe(true)
    expect(known(record({ dispatchedDate: DATE, dispatchIsUnsure: true }))).toBe(false)
    expect(known(record({ dispatchedDate: moment('2026-03-10T10:00:01Z') }))).toBe(false)
    expect(known(record())).toBe(false)
    expect(known(null)).toBe(false)
  })
})

describe('edits on their way', () => {
  const intent = (tracking: object) => ({
    id: 'e',
    invoiceNumber: 'NF-1',
    sentAt: DATE,
    tracking,
  })

  it('change what they name and nothing else, the last one last', () => {
    const stored = somePackage({ trackingNumber: 'AA1', courier: 'Correios' })
    expect(
      withEdits(stored, [
        intent({ courier: 'Loggi' }),
        intent({ courier: 'Jadlog', trackingUrl: null }),
      ])
    ).toEqual({ ...stored, courier: 'Jadlog' })
  })

  it('show where every named value stands', () => {
    const stored = somePackage({ trackingNumber: 'AA1' })
    expect(showsTexts(stored, {})).toBe(true)
    expect(showsTexts(stored, { trackingNumber: 'AA1', courier: null })).toBe(true)
    expect(showsTexts(stored, { trackingNumber: 'AA1', courier: 'Loggi' })).toBe(false)
  })
})

describe('the second try, where OMS demands a field', () => {
  const stored = somePackage({ trackingNumber: 'AA1', trackingUrl: null, courier: 'Correios' })
  const again = (
    message: string,
    tracking: object = { trackingUrl: 'https://a.com' },
    of: InvoiceRecord | null = null
  ) => withStoredValues(stored, of, tracking, message)
  const all = { trackingNumber: 'AA1', trackingUrl: 'https://a.com', courier: 'Correios' }

  it.each(['trackingNumber', 'tracking_number', 'Tracking number', 'tracking-number'])(
    'adds what is stored where %s is demanded',
    (name) => expect(again(`${name} is required`)).toEqual(all)
  )

  it('is none where nothing is demanded that was not given', () => {
    expect(again('no such invoice')).toBeNull()
    expect(again('courier is required', { courier: 'Loggi' })).toBeNull()
  })

  it('names a dispatch date only where it is known, or known to be none', () => {
    const message = 'dispatchedDate is required'
    expect(again(message)).toBeNull()
    expect(again(message, undefined, record())).toBeNull()
    expect(again(message, undefined, record({ wroteInvoice: true }))).toEqual({
      ...all,
      dispatchedDate: null,
    })
    const known = record({ dispatchedDate: DATE })
    expect(again(message, undefined, known)).toEqual({ ...all, dispatchedDate: DATE })
    expect(again('courier is required', undefined, known)).toEqual({ ...all, dispatchedDate: DATE })
    expect(again('courier is required', undefined, record())).toEqual(all)
  })
})
