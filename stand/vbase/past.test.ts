import fc from 'fast-check'
import { Past, STALE_MS } from './past'

const step = fc.record({
  place: fc.constantFrom('a', 'b', 'c'),
  content: fc.option(fc.nat(), { nil: undefined }),
  after: fc.integer({ min: 0, max: 1_500 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const noted = (steps: readonly Step[]) => {
  const past = new Past<number>()
  let now = 0
  const all = steps.map(({ place, content, after }) => {
    now += after
    past.note(place, content, now)
    return { place, content, until: now }
  })
  return { past, all, now }
}

test('whatever was replaced within the last moments is told as it was', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.integer({ min: 0, max: STALE_MS }),
      fc.constantFrom('a', 'b', 'c'),
      (steps, ageMs, place) => {
        const { past, all, now } = noted(steps)
        const then = now - ageMs
        const expected = all.find((one) => one.place === place && one.until > then)
        const found = past.at(place, then)
        expect(found && { content: found.content }).toEqual(
          expected ? { content: expected.content } : null
        )
      }
    )
  )
})

test('what no stale read may show any more is not kept', () => {
  const past = new Past<number>()
  const MOST = STALE_MS / 10
  for (let write = 0; write < 50_000; write += 1) {
    past.note(`place ${write}`, write, write * 10)
    if (past.size > MOST) throw new Error(`${past.size} are kept at the ${write}th`)
  }
  expect(past.size).toBe(MOST)
})
