import fc from 'fast-check'
import { joinedSpread, NO_SPREAD, stepOf, within, type Spread } from './spread'

const HOUR_MS = 60 * 60 * 1000
const times = fc.array(fc.integer({ min: 1, max: 60 * 24 * HOUR_MS }), {
  minLength: 1,
  maxLength: 60,
})

const spreadOf = (all: readonly number[]): Spread =>
  all.reduce<Spread>((sum, ms) => joinedSpread(sum, { [stepOf(ms)]: 1 }), NO_SPREAD)

describe('how long steps took', () => {
  it('is within a twentieth, or half a minute, of the nearest rank', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9, 1), (all, share) => {
        const sorted = [...all].sort((a, b) => a - b)
        const exact = sorted[Math.ceil(share * all.length) - 1] / HOUR_MS
        const told = within(spreadOf(all), share)!
        // Told to a tenth of an hour.
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * 0.051 + 0.06)
      })
    )
  })

  it('is the same however days are added up', () => {
    fc.assert(
      fc.property(times, times, (one, other) => {
        const joined = joinedSpread(spreadOf(one), spreadOf(other))
        expect(joined).toEqual(spreadOf([...other, ...one]))
        expect(joinedSpread(joined, NO_SPREAD)).toEqual(joined)
      })
    )
  })

  it('never falls with the share', () => {
    fc.assert(
      fc.property(times, (all) => {
        const spread = spreadOf(all)
        expect(within(spread, 0.9)!).toBeGreaterThanOrEqual(within(spread, 0.5)!)
      })
    )
  })

  it('is not told of nothing', () => {
    expect(within(NO_SPREAD, 0.5)).toBeNull()
  })
})
