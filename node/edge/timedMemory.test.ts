import fc from 'fast-check'
import { FakeClock } from './testing/fakes'
import { TimedMemory } from './timedMemory'

const BOUNDS = { most: 3, ageMs: 100 }

describe('what is remembered for a while', () => {
  it('is there until its time, and not at it', () => {
    const clock = new FakeClock()
    const memory = new TimedMemory<string>(BOUNDS, clock)
    memory.set('a', 'kept')
    memory.set('b', 'kept for less', 10)
    clock.advance(9)
    expect([memory.get('a'), memory.get('b')]).toEqual(['kept', 'kept for less'])
    clock.advance(1)
    expect([memory.get('a'), memory.get('b')]).toEqual(['kept', undefined])
    clock.advance(90)
    expect(memory.get('a')).toBeUndefined()
    expect(memory.size).toBe(0)
  })

  it('is gone where the clock was put back by as much as it may be old: it would be there for as long', () => {
    const clock = new FakeClock()
    const memory = new TimedMemory<string>(BOUNDS, clock)
    clock.advance(6 * 3_600_000)
    memory.set('a', 'kept')
    clock.advance(-99)
    expect(memory.get('a')).toBe('kept')
    clock.advance(-1)
    expect(memory.get('a')).toBeUndefined()
    memory.set('a', 'kept again')
    expect(memory.get('a')).toBe('kept again')
  })

  it('may be nothing at all', () => {
    const memory = new TimedMemory<null>(BOUNDS, new FakeClock())
    memory.set('a', null)
    expect([memory.get('a'), memory.get('b')]).toEqual([null, undefined])
  })

  it('is, whatever is kept, asked for and dropped, what was kept last and has not been crowded out', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
    const step = fc.oneof(
      fc.record({ do: fc.constant('set' as const), key, ageMs: fc.option(fc.nat(150)) }),
      fc.record({ do: fc.constant('get' as const), key }),
      fc.record({ do: fc.constant('drop' as const), key }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.nat(60) })
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const clock = new FakeClock()
        const memory = new TimedMemory<number>(BOUNDS, clock)
        /** Newest last. */
        let expected: { key: string; value: number; until: number }[] = []
        const without = (gone: string) => expected.filter((one) => one.key !== gone)
        for (const [at, one] of steps.entries()) {
          if (one.do === 'pass') clock.advance(one.ms)
          if (one.do === 'drop') {
            memory.drop(one.key)
            expected = without(one.key)
          }
          if (one.do === 'set') {
            memory.set(one.key, at, one.ageMs ?? undefined)
            const until = clock.now() + (one.ageMs ?? BOUNDS.ageMs)
            expected = [...without(one.key), { key: one.key, value: at, until }].slice(-BOUNDS.most)
          }
          if (one.do === 'get') {
            const found = expected.find((kept) => kept.key === one.key && clock.now() < kept.until)
            expect(memory.get(one.key)).toBe(found?.value)
            expected = found ? [...without(one.key), found] : without(one.key)
          }
          expect(memory.size).toBeLessThanOrEqual(BOUNDS.most)
        }
      })
    )
  })
})
