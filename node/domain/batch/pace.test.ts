import fc from 'fast-check'
import { MOST_BATCH_PACE } from '../values/settings'
import {
  cut,
  FRESH_LEDGER,
  LONGEST_WAIT_MS,
  paceAt,
  slotsAtOnce,
  withSlots,
  type PaceLedger,
} from './pace'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ledger: fc.Arbitrary<PaceLedger> = fc.record({
  nextAt: fc.integer({ min: NOW - 60_000, max: NOW + 60_000 }),
  pace: fc.integer({ min: 60, max: MOST_BATCH_PACE }),
  cutAt: fc.integer({ min: NOW - 60_000, max: NOW }),
  resumeAt: fc.integer({ min: NOW - 60_000, max: NOW + 60_000 }),
})
const full = fc.integer({ min: 60, max: MOST_BATCH_PACE })
const wait = fc.nat(5_000)

describe('slots', () => {
  it('are never given twice, never before now, and never before OMS asked for', () => {
    fc.assert(
      fc.property(ledger, full, full, wait, (found, first, second, later) => {
        const a = withSlots(found, NOW, first)
        const b = withSlots(a.ledger, NOW + later, second)
        expect(a.slots.from).toBeGreaterThanOrEqual(Math.max(NOW, found.resumeAt))
        expect(b.slots.from).toBeGreaterThanOrEqual(
          a.slots.from + a.slots.count * a.slots.every - 1e-6
        )
        expect(b.slots.from).toBeGreaterThanOrEqual(NOW + later)
      }),
      { seed: 20261128 }
    )
  })

  it('keep to the pace over any time, however many lanes take them', () => {
    fc.assert(
      fc.property(full, fc.array(wait, { minLength: 5, maxLength: 60 }), (pace, takes) => {
        let found = FRESH_LEDGER
        let now = NOW
        const moments: number[] = []
        for (const later of takes) {
          now += later
          const granted = withSlots(found, now, pace)
          found = granted.ledger
          for (let slot = 0; slot < granted.slots.count; slot += 1)
            moments.push(granted.slots.from + slot * granted.slots.every)
        }
        // In any minute that begins with one of them.
        for (const from of moments) {
          const inMinute = moments.filter((at) => at >= from && at < from + 60_000).length
          expect(inMinute).toBeLessThanOrEqual(pace + 1)
        }
      }),
      { seed: 20261128, numRuns: 30 }
    )
  })

  it('are few at a low pace: whoever takes them and goes leaves little unused', () => {
    expect([60, 600, MOST_BATCH_PACE].map(slotsAtOnce)).toEqual([1, 3, 25])
  })

  it('wait as long as OMS may ask for, to the millisecond', () => {
    const furthest = NOW + LONGEST_WAIT_MS
    expect(
      withSlots({ ...FRESH_LEDGER, resumeAt: furthest }, NOW, MOST_BATCH_PACE).slots.from
    ).toBe(furthest)
  })

  it('forget a moment that lies absurdly far ahead: a clock was wrong', () => {
    const wrong = { ...FRESH_LEDGER, nextAt: NOW + 3_600_000, resumeAt: NOW + 3_600_000 }
    expect(withSlots(wrong, NOW, MOST_BATCH_PACE).slots.from).toBe(NOW)
  })
})

describe('a refusal for the rate', () => {
  it('cuts the pace once, however many tell of it at one moment', () => {
    const once = cut(FRESH_LEDGER, NOW, null, MOST_BATCH_PACE)
    expect(paceAt(once, NOW, MOST_BATCH_PACE)).toBeCloseTo(MOST_BATCH_PACE * 0.6)
    expect(cut(once, NOW + 1_999, null, MOST_BATCH_PACE)).toEqual({
      ...once,
      resumeAt: NOW + 1_999,
    })
    expect(
      paceAt(cut(once, NOW + 2_000, null, MOST_BATCH_PACE), NOW + 2_000, MOST_BATCH_PACE)
    ).toBeCloseTo(MOST_BATCH_PACE * 0.64 * 0.6)
  })

  it('keeps the wait that OMS asks for, also where the pace was cut just now', () => {
    const once = cut(FRESH_LEDGER, NOW, 1_000, MOST_BATCH_PACE)
    const twice = cut(once, NOW + 500, 30_000, MOST_BATCH_PACE)
    expect(withSlots(twice, NOW + 500, MOST_BATCH_PACE).slots.from).toBe(NOW + 30_500)
    expect(cut(twice, NOW + 600, 0, MOST_BATCH_PACE).resumeAt).toBe(NOW + 30_500)
  })

  it('climbs back to the full pace and not beyond, and never stops altogether', () => {
    fc.assert(
      fc.property(ledger, fc.nat(120_000), fc.nat(120_000), (found, some, more) => {
        const early = paceAt(found, NOW + some, MOST_BATCH_PACE)
        const late = paceAt(found, NOW + some + more, MOST_BATCH_PACE)
        expect(late).toBeGreaterThanOrEqual(early)
        expect(late).toBeLessThanOrEqual(MOST_BATCH_PACE)
        expect(early).toBeGreaterThanOrEqual(60)
      }),
      { seed: 20261128 }
    )
    const low = { ...FRESH_LEDGER, pace: 60, cutAt: NOW }
    expect(paceAt(low, NOW + 51_000, MOST_BATCH_PACE)).toBe(MOST_BATCH_PACE)
  })
})
