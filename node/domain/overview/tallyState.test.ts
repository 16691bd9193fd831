import fc from 'fast-check'
import { epochOf, instantAt, parseInstant } from '../values/instant'
import { AGES, madeWithin } from './ages'
import { COUNTS_FOR_DAYS } from './countedDay'
import { dayPlus, daysFrom, startOf, type Day } from './days'
import {
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

const ZONE = 'America/Sao_Paulo'
const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const BEGAN = parseInstant('2026-11-20T12:00:00Z')!
const NOW = epochOf(BEGAN) + HOUR_MS
const TODAY: Day = '2026-11-20'
const fresh = tallyFor(null, { began: BEGAN, keepClosedDays: 30 }, ZONE)

function countedAt(state: TallyState, days: readonly Day[], atMs: number, open = 1): TallyState {
  const one = { at: instantAt(atMs), orders: 3, open }
  return withCounted(state, Object.fromEntries(days.map((day) => [day, one])), atMs)
}

const counts = (count: number) =>
  Object.fromEntries(TILES.map((queue) => [queue, count])) as Record<(typeof TILES)[number], number>

describe('the days that are to be counted', () => {
  it('are all at first, the newest first, and none when all were', () => {
    const due = daysDue(fresh, NOW)
    expect(due[0]).toBe(TODAY)
    expect([...due].sort().reverse()).toEqual(due)
    expect(due.at(-1)).toBe(dayPlus(fresh.firstDay, -COUNTS_FOR_DAYS))
    expect(daysDue(countedAt(fresh, due, NOW), NOW)).toEqual([])
  })

  it('come again the sooner the newer they are, and those behind the last never', () => {
    const all = daysDue(fresh, NOW)
    const state = countedAt(fresh, all, NOW)
    expect(daysDue(state, NOW + 20 * 60_000)).toEqual([TODAY, dayPlus(TODAY, -1)])
    const later = daysDue(state, NOW + 6 * HOUR_MS)
    expect(later.at(-1)).toBe(dayPlus(TODAY, -COUNTS_FOR_DAYS - 1))
    const closed = countedAt(fresh, all, NOW, 0)
    expect(daysDue(closed, NOW + 6 * HOUR_MS)).toEqual([TODAY, dayPlus(TODAY, -1)])
  })

  it('are no more than tell of the days that can be shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const nowMs = NOW + days * DAY_MS
        const state = countedAt(fresh, daysDue(fresh, nowMs), nowMs)
        expect(Object.keys(state.made).length).toBeLessThanOrEqual(MOST_DAYS + COUNTS_FOR_DAYS)
      })
    )
  })
})

describe('a day', () => {
  it('is told once every day was counted whose orders may tell of it', () => {
    const all = daysFrom(dayPlus(TODAY, -COUNTS_FOR_DAYS), TODAY)
    expect(isTold(countedAt(fresh, all, NOW), TODAY)).toBe(true)
    for (const left of [all[0], all[30], TODAY])
      expect(
        isTold(
          countedAt(
            fresh,
            all.filter((day) => day !== left),
            NOW
          ),
          TODAY
        )
      ).toBe(false)
  })

  it('before which documents may have gone is never told', () => {
    const state = countedAt(fresh, daysFrom('2026-06-01', TODAY), NOW)
    expect(fresh.firstDay).toBe('2026-10-22')
    expect(isTold(state, '2026-10-22')).toBe(true)
    expect(isTold(state, '2026-10-21')).toBe(false)
  })

  it('of which all documents are kept begins after the oldest that is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 365 }),
        fc.integer({ min: 0, max: 400 * 24 }),
        (keep, hours) => {
          const nowMs = NOW + hours * HOUR_MS
          const first = startOf(wholeSince(ZONE, keep, nowMs), ZONE)
          expect(first).toBeGreaterThanOrEqual(nowMs - keep * DAY_MS)
          expect(first).toBeLessThan(nowMs - keep * DAY_MS + 25 * HOUR_MS)
        }
      )
    )
  })
})

describe('what was counted', () => {
  it('goes on for the same read model by the same clock, and begins again for another', () => {
    const state = countedAt(fresh, [TODAY], NOW)
    const model = { began: BEGAN, keepClosedDays: 30 }
    expect(tallyFor(state, { ...model, keepClosedDays: 60 }, ZONE)).toBe(state)
    expect(tallyFor(state, model, 'UTC').made).toEqual({})
    expect(tallyFor(state, { ...model, began: instantAt(NOW) }, ZONE).made).toEqual({})
  })

  it('is as old as the oldest count of what still moves', () => {
    const state = countedAt(countedAt(fresh, [TODAY], NOW), ['2026-11-10'], NOW - HOUR_MS)
    expect(countedSince(state, NOW)).toBe(instantAt(NOW - HOUR_MS))
    expect(countedSince(countedAt(fresh, [TODAY], NOW, 0), NOW)).toBeNull()
  })
})

describe('the tiles of yesterday', () => {
  const evening = startOf(TODAY, ZONE) + 23 * HOUR_MS

  it('are the last of that day, however often today was counted since', () => {
    let state = withTiles(withTiles(fresh, counts(1), evening - HOUR_MS), counts(2), evening)
    expect(tilesOfYesterday(state, evening)).toBeNull()
    expect(tilesOfYesterday(state, evening + 2 * HOUR_MS)).toEqual(counts(2))
    for (const hour of [2, 8, 20]) state = withTiles(state, counts(9), evening + hour * HOUR_MS)
    expect(tilesOfYesterday(state, evening + 20 * HOUR_MS)).toEqual(counts(2))
  })

  it('are not those of the day before yesterday', () => {
    const state = withTiles(fresh, counts(2), evening)
    expect(tilesOfYesterday(state, evening + 26 * HOUR_MS)).toBeNull()
  })
})

it('an order has one age', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2 * DAY_MS, max: 30 * DAY_MS }), (ageMs) => {
      const made = NOW - ageMs
      const within = AGES.filter((age) => {
        const { createdFrom, createdTo } = madeWithin(age, NOW)
        return (
          (createdFrom === null || made >= epochOf(createdFrom)) &&
          (createdTo === null || made <= epochOf(createdTo))
        )
      })
      expect(within.length).toBe(1)
    })
  )
})
