import fc from 'fast-check'
import { byCodeUnit, SortedNames } from './sortedNames'

const name = fc.stringMatching(/^[ab/é]{1,4}$/)
const change = fc.record({ name, isGone: fc.boolean() })

const sorted = (names: Iterable<string>): string[] => [...names].sort(byCodeUnit)

test('a page shows what a sorted list of all names would', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 60 }),
      fc.oneof(fc.constant(''), name),
      fc.oneof(fc.constant(''), name),
      fc.nat({ max: 20 }),
      (changes, prefix, after, most) => {
        const names = new SortedNames()
        const all = new Set<string>()
        for (const one of changes) {
          if (one.isGone) {
            names.delete(one.name)
            all.delete(one.name)
          } else {
            names.add(one.name)
            all.add(one.name)
          }
        }
        const wanted = sorted(all).filter((one) => one.startsWith(prefix) && one > after)
        expect(names.page(prefix, after, most)).toEqual(wanted.slice(0, most))
        expect(names.page(prefix, after, Infinity)).toEqual(wanted)
      }
    ),
    { numRuns: 400 }
  )
})

test('the same with thousands of names, which come and go in any order', () => {
  const names = new SortedNames()
  const all = Array.from({ length: 5_000 }, (_, number) => `n/${(number * 2_741) % 5_000}`)
  for (const one of all) names.add(one)
  expect(names.page('', '', Infinity)).toEqual(sorted(all))
  for (const one of all.slice(0, 4_000)) names.delete(one)
  expect(names.page('', '', Infinity)).toEqual(sorted(all.slice(4_000)))
  for (const one of all) names.delete(one)
  expect(names.page('', '', Infinity)).toEqual([])
})
