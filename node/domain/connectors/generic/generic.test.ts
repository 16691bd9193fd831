import { connectorLaws, identitiesOf, optionsOf } from '../../testing/connectorLaws'
import { TEXT_LIMITS } from '../../problem/texts'
import hub from './fixtures/hub.json'
import own from './fixtures/own.json'
import { generic } from './generic'

const decode = (body: unknown) => generic.decode(body, optionsOf(generic))

describe('own form', () => {
  connectorLaws(generic, { messages: [own], words: ['description'], lists: ['events'] })

  it('reads parcels by number, key or invoice, and codes in any letters', () => {
    const { parcels, problems } = decode(own)
    expect(problems).toEqual([])
    expect(parcels).toMatchObject([
      {
        trackingNumber: 'AA123456785BR',
        invoiceKey: '35261111222333000181550010000047111123456787',
        invoice: { issuerId: '11222333000181', series: '1', number: '4711' },
        events: [
          { id: 'e-3', state: 'DELIVERED', date: '2026-11-09T13:52:00-03:00', city: 'Campinas' },
          { state: 'IN_TRANSIT', date: '2026-11-07T22:10:00-03:00', region: 'SP' },
          { state: 'OUT_FOR_DELIVERY', date: '2026-11-09T09:02:00-03:00', city: null },
        ],
      },
      {
        trackingNumber: null,
        invoiceKey: null,
        invoice: { issuerId: '11222333000181', series: '1', number: '4712' },
        events: [
          {
            id: null,
            state: 'AVAILABLE_FOR_PICKUP',
            description: 'Aguardando retirada, ligue …',
            pickupUntil: '2026-11-16T00:00:00-03:00',
          },
        ],
      },
    ])
  })

  it('tells what it leaves out, and where it stands', () => {
    const { parcels, problems } = decode({
      parcels: [
        { events: [] },
        {
          trackingNumber: '7,94645E+11',
          invoice: { number: '1' },
          events: [
            { code: 'IN_TRANSIT', date: 'soon', description: 'x' },
            { code: 'IN_TRANSIT', date: '2026-11-09', description: ' ' },
            { code: '??', date: '2026-11-09', description: 'x' },
            { date: '2026-11-09', description: 'without a code' },
          ],
        },
        { trackingNumber: 12345678901234567890, events: [] },
      ],
    })
    expect(problems.map(({ code, field }) => [code, field.join('.')])).toEqual([
      ['INVOICE_NOT_NAMED', 'parcels.0'],
      ['TRACKING_NUMBER_INVALID', 'parcels.1.trackingNumber'],
      ['DATE_INVALID', 'parcels.1.events.0.date'],
      ['TRACKING_EMPTY', 'parcels.1.events.1.description'],
      ['TRACKING_NUMBER_INVALID', 'parcels.2.trackingNumber'],
      ['INVOICE_NOT_NAMED', 'parcels.2'],
      ['TRACKING_UNKNOWN_CODE', ''],
    ])
    expect(problems[6].facts).toEqual([
      { name: 'connector', value: 'generic' },
      { name: 'code', value: '??' },
    ])
    expect(parcels).toMatchObject([
      { invoice: { number: '1' }, events: [{ code: '??', state: 'UNKNOWN' }, { code: '' }] },
    ])
  })

  it.each([[undefined], [null], [{ '0': { code: 'DELIVERED' } }], ['DELIVERED']])(
    'tells of events that are no list: %j',
    (events) =>
      expect(decode({ parcels: [{ trackingNumber: 'A1', events }] })).toMatchObject({
        parcels: [{ trackingNumber: 'A1', events: [] }],
        problems: [{ code: 'TRACKING_EMPTY', field: ['parcels', '0', 'events'] }],
      })
  )

  it.each([1e30, 4711.5, 2 ** 53])('takes %d for no invoice number, and says so', (number) =>
    expect(decode({ parcels: [{ invoice: { number }, events: [] }] })).toMatchObject({
      parcels: [],
      problems: [{ code: 'INVOICE_NOT_NAMED', field: ['parcels', '0'] }],
    })
  )

  it('takes a tracking number of signs that nobody sees for none', () =>
    expect(decode({ parcels: [{ trackingNumber: '\u0000\u200b', events: [] }] })).toMatchObject({
      parcels: [],
      problems: [{ code: 'INVOICE_NOT_NAMED' }],
    }))

  it('takes an invoice number that is no text', () =>
    expect(decode({ parcels: [{ invoice: { number: 4711 }, events: [] }] }).parcels).toMatchObject([
      { invoice: { number: '4711' } },
    ]))

  it('loses a key that a spreadsheet has rounded', () =>
    expect(
      decode({ parcels: [{ invoiceKey: '3,52611E+43', trackingNumber: 'A1', events: [] }] }).parcels
    ).toMatchObject([{ invoiceKey: null, trackingNumber: 'A1' }]))

  it.each([{}, { parcels: [] }, [], null, 7, { a: { events: 1 } }])(
    '%j holds no parcel, and says so',
    (body) =>
      expect(decode(body)).toMatchObject({
        parcels: [],
        problems: [{ code: 'TRACKING_EMPTY', field: ['parcels'] }],
      })
  )

  it("takes the store's own reading of a code that is written as it is sent", () => {
    const event = { code: 'in-house 7', date: '2026-11-09', description: 'x' }
    const body = { parcels: [{ trackingNumber: 'A1', events: [event] }] }
    const { parcels, problems } = generic.decode(body, optionsOf(generic, { 'In-House 7': 'LOST' }))
    expect(problems).toEqual([])
    expect(parcels[0].events).toMatchObject([{ code: 'IN_HOUSE_7', state: 'LOST' }])
  })

  it("takes the store's own reading of a code, and asks for none where the store has said that it means nothing", () => {
    const body = {
      parcels: [
        {
          trackingNumber: 'A1',
          events: [
            { code: 'x-9', date: '2026-11-09', description: 'x' },
            { code: 'noise', date: '2026-11-09', description: 'x' },
            { code: 'LOST', date: '2026-11-09', description: 'x' },
          ],
        },
      ],
    }
    const codes = { X_9: 'DELIVERED', noise: 'UNKNOWN', lost: 'EXCEPTION' } as const
    const { parcels, problems } = generic.decode(body, optionsOf(generic, codes))
    expect(parcels[0].events.map(({ state }) => state)).toEqual([
      'DELIVERED',
      'UNKNOWN',
      'EXCEPTION',
    ])
    expect(problems).toEqual([])
  })
})

describe("the Shipping Network's form", () => {
  connectorLaws(generic, {
    messages: [hub],
    words: ['description'],
    lists: ['events'],
    byFlag: true,
  })

  it('is delivered by its flag, on the event of that date, and by no word', () => {
    const { parcels, problems } = decode(hub)
    expect(problems).toEqual([])
    expect(parcels).toMatchObject([
      { trackingNumber: '1234567', events: [{ state: 'DELIVERED' }, { state: 'UNKNOWN' }] },
      { trackingNumber: '7654321', events: [{ state: 'UNKNOWN' }] },
    ])
    const parcel = { ...hub['1234567'], isDelivered: false }
    expect(decode({ '1234567': parcel }).parcels[0].events.map(({ state }) => state)).toEqual([
      'UNKNOWN',
      'UNKNOWN',
    ])
  })

  it('is the newest event where the date names none, and no delivery once it went back', () => {
    const parcel = { ...hub['1234567'], deliveredDate: null }
    expect(decode({ '1234567': parcel }).parcels[0].events[0].state).toBe('DELIVERED')
    const back = { ...parcel, hasReturnedToSender: true }
    expect(decode({ '1234567': back }).parcels[0].events[0].state).toBe('RETURNED')
  })

  it('tells of a delivery without any event', () =>
    expect(decode({ '1': { isDelivered: true, events: [] } }).problems).toMatchObject([
      { code: 'TRACKING_EMPTY', field: ['1', 'events'] },
    ]))

  it('gives an event the same identity before and after it is known to be the delivery', () => {
    const before = { '1234567': { ...hub['1234567'], isDelivered: false } }
    const after = { '1234567': hub['1234567'] }
    expect(identitiesOf(decode(after).parcels)).toEqual(identitiesOf(decode(before).parcels))
  })
})

describe('a file', () => {
  it('of OCOREN is read by its codes, in the name of this connector', () => {
    const line = '342112223330001811  000047110109112026135200'.padEnd(120)
    expect(decode(`341${'9'.repeat(14)}\r\n${line}`).parcels).toMatchObject([
      { invoice: { number: '4711' }, events: [{ code: '1', state: 'DELIVERED' }] },
    ])
    expect(decode(line.replace('0109112026', '9909112026')).problems).toMatchObject([
      { code: 'TRACKING_UNKNOWN_CODE', facts: [{ value: 'generic' }, { value: '99' }] },
    ])
  })

  it('of CSV is read by its headings', () =>
    expect(decode('tracking;data;status\nA1;09/11/2026;LOST').parcels).toMatchObject([
      { trackingNumber: 'A1', events: [{ state: 'LOST' }] },
    ]))

  it('that is none holds no row', () =>
    expect(decode('text')).toMatchObject({
      parcels: [],
      problems: [{ code: 'TRACKING_EMPTY', field: ['rows'] }],
    }))
})

describe('the end of a parcel', () => {
  const [EARLY, LATE] = ['2026-11-08T10:00:00-03:00', '2026-11-09T10:00:00-03:00']
  const statesOf = (deliveredDate: string | null) => {
    const events = [EARLY, LATE, null].map((date) => ({ date, description: 'x' }))
    const parcel = { events, deliveredDate, isDelivered: true }
    return decode({ '1': parcel }).parcels[0].events.map(({ state }) => state)
  }

  it('is the newest event in whatever order they stand, and one without a date is none', () =>
    expect(statesOf(null)).toEqual(['UNKNOWN', 'DELIVERED']))

  it('is the event of the delivery date, newer ones or not', () =>
    expect(statesOf(EARLY)).toEqual(['DELIVERED', 'UNKNOWN']))
})

it.each([
  ['3,52611E+43', null],
  ['35E+42', null],
  ['352E42', null],
  ['3.5e43', null],
  ['AB12E43', 'AB12E43'],
  ['12E43AB', '12E43AB'],
  // The issuer's own number holds a letter.
  ['35261111E22333000181550010000047111123456787', '35261111E22333000181550010000047111123456787'],
])('a key %s reads as %s: what a spreadsheet has rounded is none', (invoiceKey, read) =>
  expect(
    decode({ parcels: [{ invoiceKey, trackingNumber: 'A1', events: [] }] }).parcels
  ).toMatchObject([{ invoiceKey: read }])
)

it('a code is its canonical name whatever parts its words, and a place no longer than OMS takes', () => {
  const city = 'x'.repeat(TEXT_LIMITS.city + 1)
  const event = { code: 'in - transit', date: '2026-11-09', description: 'x', city }
  expect(decode({ parcels: [{ trackingNumber: 'A1', events: [event] }] }).parcels).toMatchObject([
    { events: [{ state: 'IN_TRANSIT', city: city.slice(1) }] },
  ])
})
