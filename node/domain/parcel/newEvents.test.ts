import fc from 'fast-check'
import { instantAt } from '../values/instant'
import { mergeReports, newEvents, notToldByOthers } from './newEvents'
import { parcelEventIdentity, parcelKey } from './parcelIdentity'
import { anyParcels, moment, NOW_MS, someEvent, someParcel, way } from '../testing/someParcel'

const NOTHING: ReadonlySet<string> = new Set()

describe('the identity of an event', () => {
  const identity = (more: Parameters<typeof someEvent>[0]) =>
    parcelEventIdentity(someParcel(), someEvent(more))

  it('is not changed by its words, by the case and accents of its place, nor by how its offset is written', () => {
    const first = identity({ city: 'São Paulo' })
    expect(identity({ city: 'SAO  PAULO ', description: 'other words' })).toBe(first)
    expect(identity({ city: 'São Paulo', date: moment('2026-11-09T16:52:00.250Z') })).toBe(first)
  })

  it('is another with another code, second or place', () => {
    const all = [
      {},
      { code: 'OTHER' },
      { date: moment('2026-11-09T13:52:01-03:00') },
      { city: 'Recife' },
      { region: 'PE' },
    ]
    expect(new Set(all.map(identity)).size).toBe(all.length)
  })

  it("is the provider's id where there is one, whatever else changes", () => {
    expect(identity({ id: '7', code: 'A' })).toBe(identity({ id: '7', code: 'B', city: null }))
    expect(identity({ id: '7' })).not.toBe(identity({ id: '8' }))
  })

  it('is that of its parcel', () => {
    const [a, b] = ['A1', 'B2'].map((trackingNumber) => someParcel({ trackingNumber }))
    expect(parcelEventIdentity(a, someEvent())).not.toBe(parcelEventIdentity(b, someEvent()))
  })
})

describe('the key of a parcel', () => {
  it("is the provider's id, else its number, else its invoice by key or by name", () => {
    const invoice = { issuerId: '11222333000181', series: '1', number: '4711' }
    const names = { parcelId: 'p', trackingNumber: 'T 1', invoiceKey: 'k', invoice }
    const keys = [
      parcelKey(names),
      parcelKey({ ...names, parcelId: null }),
      parcelKey({ ...names, parcelId: null, trackingNumber: null }),
      parcelKey({ ...names, parcelId: null, trackingNumber: null, invoiceKey: null }),
    ]
    expect(new Set(keys).size).toBe(4)
    expect(parcelKey({ ...names, parcelId: 'q' })).not.toBe(keys[0])
    const bare = { ...names, parcelId: null, trackingNumber: null, invoice: null }
    expect(parcelKey({ ...bare, invoiceKey: 'l' })).not.toBe(keys[2])
    expect(parcelKey({ ...bare, invoiceKey: null })).not.toBe(keys[3])
    expect(parcelKey({ ...names, parcelId: null, trackingNumber: 't 1' })).toBe(keys[1])
  })
})

describe('new events', () => {
  it('are those that are not known, each once, oldest first', () => {
    const [first, second] = way('IN_TRANSIT', 'DELIVERED')
    const parcel = someParcel({ events: [second, first, { ...second, description: 'again' }] })
    const { fresh, ahead } = newEvents(NOTHING, [parcel, parcel], NOW_MS)
    expect(fresh.map(({ event }) => event)).toEqual([first, second])
    expect(ahead).toEqual([])
    const known = new Set([fresh[0].identity])
    expect(newEvents(known, [parcel], NOW_MS).fresh.map(({ event }) => event)).toEqual([second])
  })

  it('of one instant stand in an order of their own, whichever came first', () => {
    const events = ['c', 'a', 'b'].map((code) => someEvent({ code }))
    const codesIn = (list: typeof events) => [
      newEvents(NOTHING, [someParcel({ events: list })], NOW_MS).fresh.map(
        ({ event }) => event.code
      ),
      mergeReports([someParcel({ events: list })])[0].events.map(({ code }) => code),
    ]
    expect(codesIn(events)).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
    expect(codesIn([...events].reverse())).toEqual(codesIn(events))
  })

  it('of the future wait', () => {
    const future = someEvent({ date: instantAt(NOW_MS + 6 * 60_000) })
    const soon = someEvent({ date: instantAt(NOW_MS + 4 * 60_000) })
    const { fresh, ahead } = newEvents(NOTHING, [someParcel({ events: [future, soon] })], NOW_MS)
    expect(fresh.map(({ event }) => event)).toEqual([soon])
    expect(ahead.map(({ event }) => event)).toEqual([future])
  })

  it('are none once all are known', () => {
    fc.assert(
      fc.property(anyParcels, (parcels) => {
        const { fresh } = newEvents(NOTHING, parcels, NOW_MS)
        const known = new Set(fresh.map(({ identity }) => identity))
        expect(known.size).toBe(fresh.length)
        expect(newEvents(known, mergeReports(parcels), NOW_MS).fresh).toEqual([])
      })
    )
  })
})

describe('what others told', () => {
  const told = (date: string, city: string | null = 'CAMPINAS') => ({
    date: moment(date),
    city,
    state: 'sp',
  })
  const { fresh } = newEvents(
    NOTHING,
    [someParcel({ events: [someEvent({ code: 'a' }), someEvent({ code: 'b' })] })],
    NOW_MS
  )

  it('is recognised by second and place, in other words', () => {
    expect(notToldByOthers(fresh.slice(0, 1), [told('2026-11-09T16:52:00Z')])).toEqual([])
    expect(notToldByOthers(fresh.slice(0, 1), [told('2026-11-09T16:52:01Z')])).toHaveLength(1)
    expect(notToldByOthers(fresh.slice(0, 1), [told('2026-11-09T16:52:00Z', null)])).toHaveLength(1)
  })

  it('stands for one event each, and what has no date for none', () => {
    expect(notToldByOthers(fresh, [told('2026-11-09T16:52:00Z')])).toEqual(fresh.slice(1))
    const two = [told('2026-11-09T16:52:00Z'), told('2026-11-09T16:52:00Z')]
    expect(notToldByOthers(fresh, two)).toEqual([])
    expect(notToldByOthers(fresh, [{ date: null, city: 'Campinas', state: 'SP' }])).toEqual(fresh)
  })
})

describe('reports put together', () => {
  it('are one list however often and in which pieces they come', () => {
    fc.assert(
      fc.property(anyParcels, anyParcels, (some, more) => {
        const once = mergeReports(some, more)
        expect(mergeReports(once)).toEqual(once)
        expect(mergeReports(once, some, more, some)).toEqual(once)
      })
    )
  })

  it('take up what a later message names', () => {
    const label = someParcel({
      parcelId: 'label',
      trackingNumber: null,
      events: way('INFO_RECEIVED'),
    })
    const posted = someParcel({
      parcelId: 'label',
      trackingNumber: 'T1',
      events: way('IN_TRANSIT'),
    })
    expect(mergeReports([label], [posted])).toMatchObject([
      { parcelId: 'label', trackingNumber: 'T1', events: [{}, {}] },
    ])
  })

  it('keep what the first one named', () => {
    const invoice = { issuerId: null, series: null, number: '1' }
    const first = someParcel({ parcelId: 'p', trackingNumber: 'T1', invoiceKey: 'k', invoice })
    const other = { ...first, trackingNumber: 'T2', invoiceKey: 'l', invoice: null }
    expect(mergeReports([first], [other])).toMatchObject([
      { trackingNumber: 'T1', invoiceKey: 'k', invoice },
    ])
  })

  it('take up the state of an event that nobody knew before, and leave its words', () => {
    const before = someEvent({ code: '77', state: 'UNKNOWN', description: 'first' })
    const now = someEvent({ code: '77', state: 'LOST', description: 'second' })
    const merged = mergeReports([someParcel({ events: [before] })], [someParcel({ events: [now] })])
    expect(merged[0].events).toEqual([{ ...before, state: 'LOST' }])
  })
})
