import fc from 'fast-check'
import { dayIn } from '../parcel/localMoment'
import { instantAt } from '../values/instant'
import { COUNTS_FOR_DAYS, DayCount, settledDay, type CountedDay } from './countedDay'
import { dayPlus, startOf, type Day } from './days'
import { dayCounts, deliveredBy, leadTimes, onTimeShares } from './pictures'
import { OTHERS, type TalliedOrder } from './tally'

const ZONE = 'America/Sao_Paulo'
const DAY: Day = '2026-11-02'
const START = startOf(DAY, ZONE)
const HOUR_MS = 60 * 60 * 1000
const ALL = { carrier: null, marketplace: null }

const name = fc.constantFrom(null, 'Correios', 'Jadlog', 'Loggi')
const moment = fc.option(
  fc.integer({ min: 0, max: 40 * 24 }).map((h) => instantAt(START + h * HOUR_MS))
)
const order: fc.Arbitrary<TalliedOrder> = fc.record({
  created: fc.constant(instantAt(START)),
  authorized: moment,
  invoiced: moment,
  shipped: moment,
  delivered: moment,
  promise: moment,
  carrier: name,
  marketplace: name,
  open: fc.boolean(),
})
const orders = fc.array(order, { maxLength: 30 })

function counted(all: readonly TalliedOrder[], zone = ZONE): CountedDay {
  const count = new DayCount(DAY, zone)
  for (const one of all) count.add(one)
  return count.counted()
}

const told = (day: CountedDay) =>
  Object.keys(day.days)
    .sort()
    .map((one) => ({ day: one, tally: day.days[one] }))

describe('the orders of a day', () => {
  it('count once each for what came about, on its day', () => {
    fc.assert(
      fc.property(orders, (all) => {
        for (const { day, ...counts } of dayCounts(told(counted(all)), ALL)) {
          const on = (at: (one: TalliedOrder) => TalliedOrder['created'] | null) =>
            all.filter((one) => at(one) !== null && dayIn(Date.parse(at(one)!), ZONE) === day)
              .length
          expect(counts).toEqual({
            authorised: on((one) => one.authorized),
            invoiced: on((one) => one.invoiced),
            shipped: on((one) => one.shipped),
            delivered: on((one) => one.delivered),
          })
        }
      })
    )
  })

  it('count the same in any order, and lose none by names', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const days = told(counted(all))
        expect(dayCounts(told(counted([...all].reverse())), ALL)).toEqual(dayCounts(days, ALL))
        const sums = (['Correios', 'Jadlog', 'Loggi'] as const).flatMap((carrier) =>
          dayCounts(days, { ...ALL, carrier })
        )
        const whole = dayCounts(days, ALL).reduce((sum, one) => sum + one.delivered, 0)
        const unnamed = all.filter((one) => one.carrier === null && one.delivered !== null).length
        expect(sums.reduce((sum, one) => sum + one.delivered, 0) + unnamed).toBe(whole)
      })
    )
  })

  it('deliver no more on time than had a promise, and no more than were delivered', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const rows = deliveredBy('CARRIER', told(counted(all)), ALL)
        for (const { delivered, onTime } of rows) expect(onTime).toBeLessThanOrEqual(delivered)
        const promised = all.filter((one) => one.delivered !== null && one.promise !== null).length
        expect(rows.reduce((sum, one) => sum + one.delivered, 0)).toBe(promised)
      })
    )
  })

  it('tell a time only of steps that end after they began', () => {
    const at = (hours: number) => instantAt(START + hours * HOUR_MS)
    const one = { created: at(0), promise: null, carrier: null, marketplace: null, open: true }
    const day = counted([
      { ...one, authorized: at(1), invoiced: at(5), shipped: at(3), delivered: null },
    ])
    const times = leadTimes(told(day), ALL)
    expect(times.map(({ step }) => step)).toEqual([
      'PAID_TO_INVOICED',
      'INVOICED_TO_SHIPPED',
      'SHIPPED_TO_DELIVERED',
    ])
    expect(times[0].medianHours).toBeCloseTo(4, 0)
    expect(times.slice(1).map(({ medianHours }) => medianHours)).toEqual([null, null])
  })

  it('count for so many days, by the clock of the store', () => {
    const late = startOf(dayPlus(DAY, COUNTS_FOR_DAYS), ZONE)
    const of = (ms: number): TalliedOrder => ({
      created: instantAt(START),
      authorized: instantAt(ms),
      invoiced: null,
      shipped: null,
      delivered: null,
      promise: null,
      carrier: null,
      marketplace: null,
      open: false,
    })
    expect(Object.keys(counted([of(START - 1)]).days)).toEqual([])
    expect(Object.keys(counted([of(late)]).days)).toEqual([dayPlus(DAY, COUNTS_FOR_DAYS)])
    expect(Object.keys(counted([of(late + 24 * HOUR_MS)]).days)).toEqual([])
    // Nine in the evening there is the next day in UTC.
    expect(Object.keys(counted([of(START + 21 * HOUR_MS)]).days)).toEqual([DAY])
    expect(Object.keys(counted([of(START + 21 * HOUR_MS)], 'UTC').days)).toEqual(['2026-11-03'])
  })

  it('of too many carriers are told apart as far as most came about', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      created: instantAt(START),
      authorized: null,
      invoiced: null,
      shipped: null,
      delivered: instantAt(START + HOUR_MS),
      promise: instantAt(START),
      carrier: `carrier ${at}`,
      marketplace: null,
      open: false,
    }))
    const rows = deliveredBy('CARRIER', told(counted(many)), ALL)
    expect(rows.length).toBe(12)
    expect(rows.at(-1)).toMatchObject({ name: OTHERS, delivered: 90 })
  })
})

describe('a count that follows another', () => {
  it('twice is once', () => {
    fc.assert(
      fc.property(orders, orders, fc.integer({ min: 0, max: 50 }), (before, after, days) => {
        const whole = dayPlus(DAY, days)
        const once = settledDay(counted(before), counted(after), whole)
        expect(settledDay(once, counted(after), whole)).toEqual(once)
      })
    )
  })

  it('takes nothing away of days whose documents may have gone, and is right of the others', () => {
    fc.assert(
      fc.property(orders, orders, fc.integer({ min: 0, max: 50 }), (before, after, days) => {
        fc.pre(after.length > 0)
        const whole = dayPlus(DAY, days)
        const [known, now] = [counted(before), counted(after)]
        const settled = settledDay(known, now, whole)
        const weight = (one: CountedDay, day: Day) =>
          dayCounts([{ day, tally: one.days[day] ?? [] }], ALL).reduce(
            (sum, { authorised, invoiced, shipped, delivered }) =>
              sum + authorised + invoiced + shipped + delivered,
            0
          )
        for (const day of new Set([...Object.keys(known.days), ...Object.keys(now.days)]))
          if (day >= whole) expect(settled.days[day]).toEqual(now.days[day])
          else expect(weight(settled, day)).toBe(Math.max(weight(known, day), weight(now, day)))
      })
    )
  })

  it('that found no order at all is not believed', () => {
    const known = counted(fc.sample(order, { numRuns: 5, seed: 7 }))
    expect(settledDay(known, counted([]), '2026-01-01')).toBe(known)
    expect(settledDay(null, counted([]), '2026-01-01')).toEqual(counted([]))
  })
})

describe('what is late now', () => {
  it('adds up to all that is late', () => {
    fc.assert(
      fc.property(orders, fc.nat(9), fc.nat(9), fc.nat(9), (all, some, none, rest) => {
        const rows = deliveredBy('CARRIER', told(counted(all)), ALL)
        const named = rows.map((row) => row.name).filter((one) => one !== OTHERS)
        const lateOf = new Map(named.map((one) => [one, one === '' ? none : some]))
        const sum = [...lateOf.values()].reduce((a, b) => a + b, 0)
        const shares = onTimeShares(rows, lateOf, sum + rest)
        expect(shares.reduce((total, one) => total + one.openLate, 0)).toBe(sum + rest)
        const isSilent = (one: (typeof shares)[number]) =>
          ['', OTHERS].includes(one.name) && one.delivered + one.openLate === 0
        expect(shares.filter(isSilent)).toEqual([])
      })
    )
  })
})
