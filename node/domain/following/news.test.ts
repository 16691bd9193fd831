import fc from 'fast-check'
import type { CourierStatus, Package } from '../order/order'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { newsOf } from './news'

const at = (minute: number) => moment(`2026-03-10T12:${String(minute).padStart(2, '0')}:00Z`)
const event = (minute: number, description = 'Moved') => ({
  description,
  date: at(minute),
  dateText: `2026-03-10T12:${minute}`,
  city: null as string | null,
  state: '',
})
const courierStatus = (changes: Partial<CourierStatus> = {}): CourierStatus => ({
  status: null,
  finished: false,
  deliveredDate: null,
  events: [],
  ...changes,
})
const news = (...packages: Partial<Package>[]) =>
  newsOf(someOrder({ packages: packages.map((changes) => somePackage(changes)) }))
const kinds = (...packages: Partial<Package>[]) => news(...packages).map(({ kind }) => kind)
const [ITEM] = somePackage().items
const bare = { trackingNumber: null, courierStatus: null }

it.each<[string, Partial<Package>, readonly string[]]>([
  ['an invoice', bare, ['order-invoiced']],
  ['a tracking number', { ...bare, trackingNumber: 'AA1' }, ['order-invoiced', 'tracking-updated']],
  [
    'a delivery',
    { ...bare, courierStatus: courierStatus({ finished: true }) },
    ['order-invoiced', 'tracking-updated', 'order-delivered'],
  ],
  ['a return', { ...bare, type: 'INPUT' }, []],
])('%s is told as what it is', (_name, stored, wanted) =>
  expect(kinds(stored)).toStrictEqual(wanted)
)

it('has one id an order, invoice, kind and content, whoever looks and however often', () => {
  const stored = { courierStatus: courierStatus({ events: [event(1), event(2)], finished: true }) }
  const ids = news(stored, { ...stored, invoiceNumber: 'B' }).map(({ id }) => id)
  expect(new Set(ids).size).toBe(6)
  expect(news(stored, { ...stored, invoiceNumber: 'B' }).map(({ id }) => id)).toEqual(ids)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})

it('is the same for events in any order, and another one for any event more', () => {
  const events = [event(1), event(2), event(3, 'Out for delivery')]
  const tracking = (list: typeof events) =>
    news({ courierStatus: courierStatus({ events: list }) }).find(
      ({ kind }) => kind === 'tracking-updated'
    )!.id
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: 1 }), (some) => {
      expect(tracking(some) === tracking(events)).toBe(some.length === events.length)
    })
  )
})

it.each<[string, Partial<Package>]>([
  ['value', { invoiceValue: cents(1) }],
  ['key', { invoiceKey: 'another' }],
  ['document', { embeddedInvoice: '<NFe/>' }],
  ['date', { issuanceDate: at(7) }],
  ['address', { invoiceUrl: 'https://store.com/nf.pdf' }],
  ['list of items', { items: [] }],
  ['quantity', { items: [{ ...ITEM, quantity: 1 }] }],
  ['price', { items: [{ ...ITEM, price: cents(7) }] }],
])('an invoice replaced with another %s is news; its tracking is none', (_name, change) => {
  const [before, after] = [news({}), news(change)]
  expect(after[0].id).not.toBe(before[0].id)
  expect(after.slice(1)).toEqual(before.slice(1))
})

it('a delivery that is taken back is told as tracking, and one at another date anew', () => {
  const delivered = (deliveredDate: ReturnType<typeof at>) =>
    news({ ...bare, courierStatus: courierStatus({ finished: true, deliveredDate }) })
  const back = news({ ...bare, courierStatus: courierStatus({ events: [event(1)] }) })
  expect(back.map(({ kind }) => kind)).toEqual(['order-invoiced', 'tracking-updated'])
  expect(delivered(at(1))[2].id).not.toBe(delivered(at(2))[2].id)
})

describe('how a parcel stands', () => {
  const shipped = { trackingNumber: 'AA1', courierStatus: courierStatus({ events: [event(1)] }) }
  const tracking = (change: Partial<Package> = {}) =>
    news({ ...shipped, ...change }).find(({ kind }) => kind === 'tracking-updated')!.id
  const withEvent = (change: Partial<ReturnType<typeof event>>) =>
    tracking({ courierStatus: courierStatus({ events: [{ ...event(1), ...change }] }) })

  it.each<[string, string]>([
    ['a courier', tracking({ courier: 'Correios' })],
    ['a number', tracking({ trackingNumber: 'AA2' })],
    ['an address', tracking({ trackingUrl: 'https://carrier.com/AA1' })],
    ['words', withEvent({ description: 'Out' })],
    ['a moment', withEvent({ date: at(2) })],
    ['a city', withEvent({ city: 'Campinas' })],
    ['a region', withEvent({ state: 'SP' })],
    ['the end of its way', tracking({ courierStatus: courierStatus({ finished: true }) })],
  ])('is news with another %s', (_name, id) => expect(id).not.toBe(tracking()))

  it('with one more of each is news once more', () => {
    const full = { courier: 'Correios', trackingUrl: 'https://carrier.com/AA1' }
    expect(tracking({ ...full, courier: 'Jadlog' })).not.toBe(tracking(full))
    expect(tracking({ ...full, trackingUrl: 'https://carrier.com/2' })).not.toBe(tracking(full))
    expect(withEvent({ city: 'Campinas' })).not.toBe(withEvent({ city: 'Santos' }))
    expect(withEvent({ state: 'SP' })).not.toBe(withEvent({ state: 'PR' }))
  })

  it('is known by the moment of an event, else by what stands in its place', () => {
    expect(withEvent({ date: moment('2026-03-10T09:01:00-03:00') })).toBe(tracking())
    const undated = (dateText: string) => withEvent({ dateText, date: null as never })
    expect(undated('soon')).not.toBe(undated('later'))
  })
})

it('what is empty is as what is missing, and a moment is one however it is written', () => {
  const ids = (stored: Partial<Package>) => news(stored).map(({ id }) => id)
  const none = { courier: null, trackingNumber: null, trackingUrl: null, invoiceUrl: null }
  const empty = { courier: '', trackingNumber: '', trackingUrl: '', invoiceUrl: '' }
  const moved = (change: object) => ({
    courierStatus: courierStatus({ events: [{ ...event(1), city: null, ...change }] }),
  })
  expect(ids({ ...empty, ...moved({ city: '', state: null }) })).toEqual(
    ids({ ...none, ...moved({ state: '' }) })
  )
  const numbered = { trackingNumber: 'AA1' }
  expect(ids({ ...numbered, courierStatus: courierStatus() })).toEqual(
    ids({ ...numbered, courierStatus: null })
  )
  const delivered = (deliveredDate: ReturnType<typeof at> | null) =>
    ids({ courierStatus: courierStatus({ finished: true, deliveredDate }) })
  expect(delivered(moment('2026-03-10T09:01:00-03:00'))).toEqual(delivered(at(1)))
  expect(delivered(null)).not.toEqual(delivered(at(1)))
  expect(ids({ issuanceDate: moment('2026-03-10T09:01:00-03:00') })).toEqual(
    ids({ issuanceDate: at(1) })
  )
  expect(ids({ issuanceDate: null })).not.toEqual(ids({ issuanceDate: at(1) }))
})
