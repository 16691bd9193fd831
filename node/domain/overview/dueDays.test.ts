import { instantAt, parseInstant } from '../values/instant'
import { COUNTS_FOR_DAYS } from './countedDay'
import { dayPlus, daysApart, daysFrom, startOf, type Day } from './days'
import {
  areTilesDue,
  countedSince,
  daysDue,
  isTold,
  MOST_DAYS,
  tallyFor,
  tilesOfYesterday,
  TILES,
  wholeSince,
  withCounted,
  withTiles,
  type TallyState,
} from './tallyState'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const BEGAN = parseInstant('2026-11-20T12:00:00Z')!
const NOW = Date.parse(BEGAN)
const TODAY: Day = '2026-11-20'
const fresh = tallyFor(null, { began: BEGAN, keepClosedDays: 30 }, 'UTC')
const day = (age: number) => dayPlus(TODAY, -age)
const counts = (count: number) =>
  Object.fromEntries(TILES.map((queue) => [queue, count])) as Record<(typeof TILES)[number], number>

/** All days were counted long ago but for one, which was so long before now. */
function isDueAgain(age: number, agoMs: number, of: { orders: number; open: number }): boolean {
  const made = { ...fresh.made, [day(age)]: { at: instantAt(NOW - agoMs), ...of } }
  return daysDue({ ...fresh, made }, NOW).includes(day(age))
}

describe('a day is counted again', () => {
  const open = { orders: 2, open: 1 }
  const closed = { orders: 2, open: 0 }
  const none = { orders: 0, open: 0 }

  it.each([
    ['today', 0, open, 15 * MINUTE_MS],
    ['yesterday', 1, closed, 15 * MINUTE_MS],
    ['before, with open orders', 2, open, 2 * HOUR_MS],
    ['before, with none at all', 2, none, 2 * HOUR_MS],
    ['before, with closed ones alone', 2, closed, DAY_MS],
    ['the last that moves', COUNTS_FOR_DAYS + 1, open, 2 * HOUR_MS],
  ])('%s', (_, age, of, afterMs) => {
    expect([isDueAgain(age, afterMs - 1, of), isDueAgain(age, afterMs, of)]).toEqual([false, true])
  })

  it('never, once the last of its days is over', () => {
    expect(isDueAgain(COUNTS_FOR_DAYS + 2, 99 * DAY_MS, open)).toBe(false)
  })
})

describe('the days that are needed', () => {
  it('reach as far back as one that can be shown has orders', () => {
    const later = NOW + 200 * DAY_MS
    const today = dayPlus(TODAY, 200)
    expect(daysDue(fresh, later).at(-1)).toBe(dayPlus(today, 1 - MOST_DAYS - COUNTS_FOR_DAYS))
    expect([MOST_DAYS, COUNTS_FOR_DAYS]).toEqual([92, 60])
    const oldest = dayPlus(today, 1 - MOST_DAYS - COUNTS_FOR_DAYS)
    const one = { at: BEGAN, orders: 1, open: 0 }
    const kept = withCounted(fresh, { [dayPlus(oldest, -1)]: one, [oldest]: one }, later)
    expect(kept.made).toEqual({ [oldest]: one })
  })

  it('begin with a day of which every document is kept, its first moment among them', () => {
    const midnight = startOf(TODAY, 'UTC')
    expect(wholeSince('UTC', 30, midnight)).toBe(day(30))
    expect(wholeSince('UTC', 30, midnight + 1)).toBe(day(29))
    expect(fresh).toEqual({
      zone: 'UTC',
      began: BEGAN,
      firstDay: day(29),
      made: {},
      tiles: null,
      tilesBefore: null,
    })
  })
})

describe('days of the calendar', () => {
  it('are told from one to the other, both among them', () => {
    expect(daysFrom(day(1), TODAY)).toEqual([day(1), TODAY])
    expect([daysFrom(TODAY, TODAY), daysFrom(TODAY, day(1)), daysFrom(TODAY, day(9))]).toEqual([
      [TODAY],
      [],
      [],
    ])
    expect([daysApart(day(3), TODAY), daysApart(TODAY, day(3))]).toEqual([3, -3])
  })
})

describe('how old what is told is', () => {
  const at = (ms: number) => instantAt(NOW - ms)
  const since = (made: TallyState['made']) => countedSince({ ...fresh, made }, NOW)

  it('is the oldest count of open orders that are counted still', () => {
    const [old, older] = [at(2 * HOUR_MS), at(3 * HOUR_MS)]
    const open = { orders: 1, open: 1 }
    expect(
      since({
        [TODAY]: { ...open, at: old },
        [day(1)]: { ...open, at: at(HOUR_MS) },
        [day(2)]: { orders: 1, open: 0, at: older },
        [day(COUNTS_FOR_DAYS + 1)]: { ...open, at: older },
      })
    ).toBe(old)
    expect(since({ [day(COUNTS_FOR_DAYS)]: { ...open, at: older } })).toBe(older)
    expect(since({})).toBeNull()
  })

  it('is told of a day once the first that may tell of it was counted, and not before', () => {
    const one = { at: BEGAN, orders: 0, open: 0 }
    const all = daysFrom(day(COUNTS_FOR_DAYS), TODAY)
    const made = Object.fromEntries(all.map((each) => [each, one]))
    expect(isTold({ ...fresh, made }, TODAY)).toBe(true)
    expect(isTold({ ...fresh, made, firstDay: dayPlus(TODAY, 1) }, TODAY)).toBe(false)
  })
})

describe('tiles', () => {
  it('are due where there are none, and after a quarter of an hour', () => {
    const state = withTiles(fresh, counts(1), NOW)
    expect([areTilesDue(fresh, NOW), areTilesDue(state, NOW)]).toEqual([true, false])
    const after = (ms: number) => areTilesDue(state, NOW + ms)
    expect([after(15 * MINUTE_MS - 1), after(15 * MINUTE_MS)]).toEqual([false, true])
  })

  it('of a day stay when the next one begins, and the newer ones of a day replace the older', () => {
    const first = withTiles(fresh, counts(1), NOW)
    expect(first).toEqual({ ...fresh, tiles: { at: instantAt(NOW), counts: counts(1) } })
    const second = withTiles(first, counts(2), NOW + HOUR_MS)
    expect(second.tilesBefore).toBeNull()
    const third = withTiles(second, counts(3), NOW + DAY_MS)
    expect(third.tilesBefore).toEqual(second.tiles)
    expect(tilesOfYesterday(third, NOW + DAY_MS)).toEqual(counts(2))
    expect(tilesOfYesterday(fresh, NOW)).toBeNull()
  })
})
