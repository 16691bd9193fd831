import fc from 'fast-check'
import { pause, pauseAt, TURNS } from './pauses'

const owners = fc.uuid()
const every = Array.from({ length: TURNS }, (_, turn) => turn)
const SHORTEST = 60
const SPREAD = 140
const of = (owner: string) => every.map((turn) => pauseAt(turn, owner, SHORTEST, SPREAD))

describe('a pause', () => {
  it('is whole milliseconds, from the shortest on and below its spread', () => {
    fc.assert(
      fc.property(owners, (owner) => {
        for (const ms of of(owner)) {
          expect(Number.isInteger(ms)).toBe(true)
          expect(ms).toBeGreaterThanOrEqual(SHORTEST)
          expect(ms).toBeLessThan(SHORTEST + SPREAD)
        }
      })
    )
  })

  it('is never as the one before it, whatever spread the claims ask for', () => {
    fc.assert(
      fc.property(owners, fc.constantFrom(25, 40, 140, 150), (owner, spread) => {
        const all = every.map((turn) => pauseAt(turn, owner, SHORTEST, spread))
        expect(all.filter((ms, turn) => ms === all[turn - 1])).toEqual([])
        expect(new Set(all).size).toBeGreaterThan(Math.min(spread, TURNS) / 2)
      })
    )
  })

  it('is another one for most of the writers that meet in one turn', () => {
    const met = fc.uniqueArray(owners, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(met, fc.constantFrom(...every), (all, turn) => {
        const pauses = all.map((owner) => pauseAt(turn, owner, SHORTEST, SPREAD))
        expect(new Set(pauses).size).toBeGreaterThan(10)
      })
    )
  })

  it('goes on with the next turn each time, and begins again after the last', () => {
    const said = every.map(() => pause('one', SHORTEST, SPREAD))
    expect([...said].sort()).toEqual(of('one').sort())
    expect(every.map(() => pause('one', SHORTEST, SPREAD))).toEqual(said)
  })
})
