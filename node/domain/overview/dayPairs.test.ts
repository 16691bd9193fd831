import { dayPlus, startOf, type Day } from './days'
import { instantAt } from '../values/instant'
import { COUNTS_FOR_DAYS, DayCount, NOTHING_COUNTED, settledDay } from './countedDay'
import { joinedSpread, stepOf, within } from './spread'
import { NO_TALLY, OTHERS, type TalliedOrder } from './tally'

const DAY: Day = '2026-11-02'
const HOUR_MS = 60 * 60 * 1000
const at = (hours: number) => instantAt(startOf(DAY, 'UTC') + hours * HOUR_MS)
const order = (changes: Partial<TalliedOrder>): TalliedOrder => ({
  created: at(0),
  authorized: null,
  invoiced: null,
  shipped: null,
  delivered: null,
  promise: null,
  carrier: null,
  marketplace: null,
  open: false,
  ...changes,
})

function counted(...orders: readonly TalliedOrder[]) {
  const count = new DayCount(DAY, 'UTC')
  for (const one of orders) count.add(one)
  return count.counted()
}

describe('the orders of a day', () => {
  it('are told by pair of names, with how many there are and how many are open', () => {
    const told = counted(
      order({ authorized: at(1), carrier: 'A', marketplace: 'Hub', open: true }),
      order({ authorized: at(1), carrier: 'A', marketplace: 'Hub' }),
      order({ authorized: at(1), carrier: 'A' })
    )
    expect([told.orders, told.open]).toEqual([3, 1])
    expect(told.days).toEqual({
      [DAY]: [
        { ...NO_TALLY, carrier: 'A', marketplace: 'Hub', authorized: 2 },
        { ...NO_TALLY, carrier: 'A', marketplace: '', authorized: 1 },
      ],
    })
    expect(counted()).toEqual(NOTHING_COUNTED)
  })

  it('are on time to the very moment of the promise, and tell of a step that took no time', () => {
    const [tally] = counted(
      order({ shipped: at(5), delivered: at(5), promise: at(5) }),
      order({ delivered: at(6), promise: at(5) }),
      order({ delivered: at(6) })
    ).days[DAY]
    expect(tally).toMatchObject({ delivered: 3, promised: 2, onTime: 1 })
    expect(tally.waits).toEqual({ ...NO_TALLY.waits, SHIPPED_TO_DELIVERED: { 0: 1 } })
  })

  it('are forty pairs, or thirty-nine that moved most and the others', () => {
    const of = (count: number) =>
      counted(
        ...Array.from({ length: count }, (_, pair) =>
          Array.from({ length: pair === count - 1 ? 2 : 1 }, () =>
            order({ authorized: at(1), carrier: `c${pair}` })
          )
        ).flat()
      ).days[DAY]
    expect(of(40)).toHaveLength(40)
    expect(of(40)[0].carrier).toBe('c0')
    const few = of(42)
    expect(few).toHaveLength(40)
    expect(few[0]).toMatchObject({ carrier: 'c41', authorized: 2 })
    expect(few[39]).toMatchObject({ carrier: OTHERS, marketplace: OTHERS, authorized: 3 })
  })
})

describe('a count that follows another', () => {
  const one = (day: Day, authorized: number, orders = 1) => ({
    orders,
    open: 0,
    days: { [day]: [{ ...NO_TALLY, carrier: '', marketplace: '', authorized }] },
  })

  it('is right of the very day from which on documents are whole, and of those before it where it found more', () => {
    const [less, more] = [one(DAY, 1), one(DAY, 2)]
    expect(settledDay(more, less, DAY).days).toEqual(less.days)
    expect(settledDay(more, less, dayPlus(DAY, 1)).days).toEqual(more.days)
    expect(settledDay(less, more, dayPlus(DAY, 1)).days).toEqual(more.days)
  })

  it('tells how many orders there are now, though they tell of nothing, and no empty day', () => {
    const nothing = { orders: 1, open: 1, days: {} }
    expect(settledDay(one(DAY, 1), nothing, DAY)).toEqual(nothing)
    const none = { orders: 0, open: 0, days: {} }
    expect(settledDay({ ...none, open: 5 }, none, DAY)).toEqual(none)
    expect(COUNTS_FOR_DAYS).toBe(60)
  })
})

describe('steps of time', () => {
  const MINUTE_MS = 60_000

  it('are a tenth each from a minute on, none below and no more than a hundred and fifty', () => {
    expect([0, 1, MINUTE_MS].map(stepOf)).toEqual([0, 0, 0])
    expect([MINUTE_MS + 1, MINUTE_MS * 1.0999, MINUTE_MS * 1.1001].map(stepOf)).toEqual([1, 1, 2])
    expect([1e12, 1e15].map(stepOf)).toEqual([150, 150])
  })

  it('are told in tenths of an hour, whatever the order they were put in', () => {
    const day = stepOf(24 * HOUR_MS)
    expect(within({ [day]: 1 }, 1)).toBeCloseTo(24, -0.5)
    expect(within({ [day]: 1, 0: 1 }, 0.5)).toBe(0)
    expect(within({ [stepOf(5 * MINUTE_MS)]: 1 }, 1)).toBe(0.1)
    expect(within({ 10: 1, 9: 1, 100: 1 }, 0.3)).toBe(within({ 9: 1 }, 1))
    expect(within(joinedSpread({ 0: 1 }, { [day]: 1 }), 0.5)).toBe(0)
    expect(within(joinedSpread({ 0: 1 }, { [day]: 1 }), 0.51)).toBe(within({ [day]: 1 }, 1))
  })
})
