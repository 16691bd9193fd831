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
  city: null,
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
])('%s is told as what it is', (_name, stored, wanted) => expect(kinds(stored)).toEqual(wanted))

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
