import fc from 'fast-check'
import { CLOCK_TOLERANCE_MS, judgeClock, judgeTimeZone } from './timeVerdicts'

describe('the zone', () => {
  it.each([
    [
      'PASSED',
      { named: 'E. South America Standard Time', zone: 'America/Sao_Paulo' },
      'America/Sao_Paulo',
    ],
    ['FAILED', { named: null, zone: null }, 'names no time zone'],
    ['FAILED', { named: ' ', zone: null }, 'names no time zone'],
    ['FAILED', { named: 'Nowhere Time', zone: null }, '"Nowhere Time"'],
  ])('is %s for %j', (verdict, seen, words) => {
    expect(judgeTimeZone(seen)).toEqual({ verdict, detail: expect.stringContaining(words) })
  })
})

describe('the clock', () => {
  const NOON = Date.parse('2026-03-10T12:00:00Z')
  /** What a replica sees of an OMS whose clock is so far ahead. */
  const seen = (aheadMs: number, { at = NOON, wayThere = 20, wayBack = 20 } = {}) => ({
    sentAt: at,
    answeredAt: at + wayThere + wayBack,
    date: Math.floor((at + wayThere + aheadMs) / 1_000) * 1_000,
  })

  it.each([
    ['PASSED', seen(0)],
    ['PASSED', seen(900)],
    ['FAILED', seen(10 * 60_000)],
    ['FAILED', seen(-10 * 60_000)],
    ['FAILED', seen(4_000)],
    ['FAILED', seen(-4_000)],
    ['UNPROVEN', seen(0, { wayThere: 4_000, wayBack: 4_000 })],
    ['UNPROVEN', { ...seen(0), date: null }],
    ['UNPROVEN', { ...seen(0), date: Number.NaN }],
  ])('is %s for %j', (verdict, clock) => {
    expect(judgeClock(clock).verdict).toBe(verdict)
  })

  it('says the span that was seen', () => {
    expect(judgeClock(seen(60_000)).detail).toContain('between 60.0 and 61.0 s ahead')
  })

  const way = fc.integer({ min: 0, max: 6_000 })
  const moment = fc.integer({ min: NOON, max: NOON + 10_000 })

  it('never fails a clock that is right, however long the way', () => {
    fc.assert(
      fc.property(moment, way, way, (at, wayThere, wayBack) => {
        expect(judgeClock(seen(0, { at, wayThere, wayBack })).verdict).not.toBe('FAILED')
      })
    )
  })

  it('never passes a clock that is wrong by more than a second over the tolerance', () => {
    const ahead = fc.integer({ min: CLOCK_TOLERANCE_MS + 1_001, max: 3_600_000 })
    fc.assert(
      fc.property(moment, way, way, ahead, fc.boolean(), (at, wayThere, wayBack, by, isBehind) => {
        const clock = seen(isBehind ? -by : by, { at, wayThere, wayBack })
        expect(judgeClock(clock).verdict).not.toBe('PASSED')
      })
    )
  })
})
