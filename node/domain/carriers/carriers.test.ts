import type { ParcelEvent } from '../parcel/parcelReport'
import { moment, NOW_MS, someParcel, someEvent, way } from '../testing/someParcel'
import { somePackage } from '../testing/someOrder'
import { namesOfPackage, namesOfReport } from './names'
import { eventsOf, invoiceOf, NO_PARCELS, toTell, withTellings, withTold } from './orderParcels'

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

describe('a name', () => {
  const nameless = { trackingNumber: null, invoiceKey: null, invoice: null }
  const named = (parcel: Partial<ReturnType<typeof someParcel>>) =>
    namesOfReport(someParcel({ ...nameless, ...parcel }))
  const issued = (issuerId: string, series: string, number: string) =>
    named({ invoice: { issuerId, series, number } })

  it('is one however issuer, series and number are written', () => {
    const [name, ...others] = issued('11222333000181', '1', '4711')
    expect(others).toEqual([])
    expect(issued('11.222.333/0001-81', ' 001', '000004711')).toEqual([name])
    expect(issued('11222333000181', '0', '4711')).toEqual(issued('11222333000181', '000', '4711'))
    expect(issued('11222333000181', '0', '4711')).not.toEqual([name])
    expect(issued('99222333000181', '1', '4711')).not.toEqual([name])
    expect(issued('11222333000181', '1', '471')).not.toEqual([name])
    expect(issued('11222333000181', '101', '7')).not.toEqual(issued('11222333000181', '11', '7'))
  })

  it('of a tracking number goes first, then the key, then issuer, series and number, each once', () => {
    const invoice = { issuerId: '11222333000181', series: '1', number: '4711' }
    const all = named({ trackingNumber: 'A1', invoiceKey: KEY, invoice })
    expect(all).toEqual([...named({ trackingNumber: 'A1' }), ...named({ invoiceKey: KEY })])
    expect(all).toHaveLength(3)
    expect(all[2]).toBe(named({ invoice })[0])
  })

  it('of a key that is none is the key alone', () => {
    expect(named({ invoiceKey: 'not a key' })).toHaveLength(1)
    expect(named({ invoiceKey: 'another' })).not.toEqual(named({ invoiceKey: 'not a key' }))
    expect(named({ invoiceKey: 'NOT A KEY' })).toEqual(named({ invoiceKey: 'not a key' }))
  })

  it('is none where nothing names it', () => {
    expect(named({})).toEqual([])
    expect(named({ trackingNumber: '', invoiceKey: '' })).toEqual([])
    expect(namesOfPackage(somePackage({ trackingNumber: null, invoiceKey: null }))).toEqual([])
    expect(namesOfPackage(somePackage({ trackingNumber: '', invoiceKey: '' }))).toEqual([])
  })

  it('of an invoice that is tracked by its own key is there once', () => {
    const names = namesOfPackage(somePackage({ trackingNumber: 'a 1', invoiceKey: KEY }))
    expect(names).toEqual(named({ trackingNumber: 'A1', invoiceKey: KEY }))
  })
})

describe('what is known of an order', () => {
  const markOfEvent = (event: ParcelEvent) => eventsOf(someParcel({ events: [event] }))[0].mark
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

  it('knows an invoice by its number in any form, and the others stay', () => {
    const reports = [someParcel()]
    const first = withTold(NO_PARCELS, '0007', [{ reports, from: 'a' }])
    const two = withTold(first, '8', [{ reports, from: 'a' }])
    expect(two.invoices.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['0007', '8'])
    const later = [someParcel({ events: way('DELIVERED') })]
    const three = withTold(two, '0007', [{ from: 'b', reports: later }])
    expect(three.invoices.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['8', '0007'])
    expect(invoiceOf(three, '0007').events).toHaveLength(2)
    expect(invoiceOf(three, '9')).toEqual({ invoiceNumber: '9', parcels: [], events: [] })
  })

  it('learns a name that a parcel was not told under before', () => {
    const unnamed = someParcel({ parcelId: 'p', trackingNumber: null, invoiceKey: KEY })
    const order = withTold(NO_PARCELS, '1', [{ from: 'a', reports: [unnamed] }])
    const named = { ...unnamed, trackingNumber: 'OY1' }
    const after = withTold(order, '1', [{ from: 'b', reports: [named] }])
    expect(invoiceOf(after, '1').parcels).toMatchObject([{ trackingNumber: 'OY1' }])
    expect(invoiceOf(after, '1').events).toEqual(invoiceOf(order, '1').events)
  })

  it('marks an event by sixteen signs, however long its identity is', () => {
    const [one] = eventsOf(someParcel({ events: [someEvent({ id: 'i'.repeat(900) })] }))
    expect(one.mark).toMatch(/^[\w-]{16}$/)
  })

  it('marks what became of events, and what was told once stays told so', () => {
    const order = told(['a', way('IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED')])
    const [first, second] = invoiceOf(order, '1').events.map(({ mark }) => mark)
    const sent = withTellings(order, '1', new Map([[first, 'SENT']]), false)
    expect(invoiceOf(sent, '1').events.map((event) => event.told)).toEqual(['SENT', null, null])
    expect(invoiceOf(sent, '1')).not.toHaveProperty('isDeliveryTold')
    const others = new Map([
      [first, 'OTHERS'],
      [second, 'OTHERS'],
    ] as const)
    const both = invoiceOf(withTellings(sent, '1', others, true), '1')
    expect(both.events.map((event) => event.told)).toEqual(['SENT', 'OTHERS', null])
    expect(both.isDeliveryTold).toBe(true)
  })

  it('holds still to tell what no telling was about, and what is dated ahead apart', () => {
    const [moving, ahead] = [
      way('IN_TRANSIT')[0],
      someEvent({ date: moment('2026-11-21T12:00:00Z') }),
    ]
    const order = told(['a', [...way('IN_TRANSIT', 'OUT_FOR_DELIVERY'), ahead]])
    const { events } = invoiceOf(order, '1')
    const mark = events.find((one) => one.mark === markOfEvent(moving))!.mark
    const after = withTellings(order, '1', new Map([[mark, 'SENT']]), false)
    const { fresh, ahead: later } = toTell(invoiceOf(after, '1'), NOW_MS)
    expect(fresh.map(({ event }) => event.state)).toEqual(['OUT_FOR_DELIVERY'])
    expect(later.map(({ event }) => event.date)).toEqual([ahead.date])
  })

  it('is bounded', () => {
    const many = Array.from({ length: 700 }, (_, id) => someEvent({ id: String(id) }))
    const { parcels, events } = invoiceOf(told(['a', many]), '1')
    expect([events.length, parcels[0].events.length]).toEqual([500, 500])
    const full = told(['a', many])
    const more = [someEvent({ id: 'one more' })]
    expect(withTold(full, '1', [{ from: 'b', reports: [someParcel({ events: more })] }])).toBe(full)
  })
})
