import { someParcel, someEvent, way } from '../testing/someParcel'
import { somePackage } from '../testing/someOrder'
import { keptBody } from './keptBody'
import { laneOf, LANES, joinedThrough, NOTHING_THROUGH } from './message'
import { namesOfPackage, namesOfReport } from './names'
import { invoiceOf, NO_PARCELS, withTold } from './orderParcels'

const KEY = '35261111222333000181550010000047111123456787'

describe('names', () => {
  it.each([
    [{ trackingNumber: 'aa 123 456 785 br' }, { trackingNumber: 'AA123456785BR' }],
    [{ invoiceKey: KEY }, { invoiceKey: `NFe${KEY}` }],
    [{ invoice: { issuerId: '11222333000181', series: '1', number: '4711' } }, { invoiceKey: KEY }],
  ])('%j finds the invoice with %j', (parcel, invoice) => {
    const names = namesOfReport(
      someParcel({ trackingNumber: null, invoiceKey: null, invoice: null, ...parcel })
    )
    const found = namesOfPackage(
      somePackage({ trackingNumber: null, invoiceKey: null, ...invoice })
    )
    expect(names.some((name) => found.includes(name))).toBe(true)
  })

  it.each([
    { issuerId: null, series: '1', number: '4711' },
    { issuerId: '11222333000181', series: null, number: '4711' },
  ])('a number with %j finds nothing: another series may have the same', (invoice) => {
    expect(namesOfReport(someParcel({ trackingNumber: null, invoice }))).toEqual([])
  })
})

describe('a message', () => {
  it('lies in one lane with others of its parcel', () => {
    const lane = laneOf([someParcel({ trackingNumber: 'A 1' })])
    expect(laneOf([someParcel({ trackingNumber: 'a1', events: [] })])).toBe(lane)
    expect(lane).toBeLessThan(LANES)
  })

  it('tells what failed before what was refused, and an order once', () => {
    const refused = { ...NOTHING_THROUGH, result: 'REFUSED' as const, orderIds: ['1'] }
    const failed = { ...NOTHING_THROUGH, result: 'FAILED' as const, orderIds: ['1', '2'] }
    for (const joined of [joinedThrough(refused, failed), joinedThrough(failed, refused)]) {
      expect(joined.result).toBe('FAILED')
      expect([...joined.orderIds].sort()).toEqual(['1', '2'])
    }
  })
})

describe('what is known of an order', () => {
  const told = (...lists: (readonly [string, ReturnType<typeof way>])[]) =>
    lists.reduce(
      (order, [from, events]) =>
        withTold(order, '1', [{ from, reports: [someParcel({ events })] }]),
      NO_PARCELS
    )

  it('is the same object where a message tells nothing new, in whatever words', () => {
    const order = told(['a', way('IN_TRANSIT')])
    const again = way('IN_TRANSIT').map((event) => ({ ...event, description: 'EM TRÂNSITO' }))
    expect(withTold(order, '1', [{ from: 'b', reports: [someParcel({ events: again })] }])).toBe(
      order
    )
  })

  it('keeps the words that came first, and who brought them', () => {
    const again = way('IN_TRANSIT', 'DELIVERED').map((one) => ({ ...one, description: 'Other' }))
    const { parcels, events } = invoiceOf(told(['a', way('IN_TRANSIT')], ['b', again]), '1')
    expect(parcels[0].events.map(({ description }) => description)).toEqual([
      'The carrier says IN_TRANSIT',
      'Other',
    ])
    expect(events.map(({ from }) => from)).toEqual(['a', 'b'])
  })

  it('is bounded', () => {
    const many = Array.from({ length: 700 }, (_, id) => someEvent({ id: String(id) }))
    const { parcels, events } = invoiceOf(told(['a', many]), '1')
    expect([events.length, parcels[0].events.length]).toEqual([500, 500])
  })
})

describe('a body that is kept', () => {
  it('shows its form, dates and what was read, and nothing of a person', () => {
    const body = {
      parcel: {
        number: 'OY000047110BR',
        weight: 12,
        at: '2026-11-09 08:30',
        epoch: 1_790_000_000_000,
      },
      receiver: { name: 'Joana', cpf: 12345678909, phone: '11 98765-4321', home: true },
      'Joana Prazeres, at her address in the street with a name that goes on and on': 1,
    }
    const kept = keptBody(body, [someParcel({ trackingNumber: 'OY000047110BR' })])
    expect(kept).toEqual({
      parcel: {
        number: 'OY000047110BR',
        weight: 12,
        at: '2026-11-09 08:30',
        epoch: 1_790_000_000_000,
      },
      receiver: { name: '[text]', cpf: '[number]', phone: '[text]', home: true },
      '[key]': 1,
    })
  })

  it('of a file that is no JSON is its length alone', () => {
    expect(keptBody('342 RECEBIDO POR JOANA', [])).toBe('[text of 22 characters]')
  })

  it('is bounded in size and depth', () => {
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => [inner], 'x')
    expect(JSON.stringify(keptBody(deep, []))).toContain('[more]')
    const wide = JSON.stringify(
      keptBody(
        Array.from({ length: 5_000 }, () => 'text'),
        []
      )
    )
    expect(wide.match(/\[text\]/g)!.length).toBeLessThan(301)
  })
})
