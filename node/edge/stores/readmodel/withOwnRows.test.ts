import fc from 'fast-check'
import type { SortedRow } from './steadyPage'
import { absentFirst, withOwnRows, type Sorting } from './withOwnRows'

const key = fc.option(fc.nat({ max: 5 }))
const sorting = fc.record({ isDown: fc.boolean(), isAbsentFirst: fc.boolean() })
/** Ids that lie between each other, so that equal keys are told apart by them. */
const queue = fc
  .uniqueArray(fc.nat({ max: 400 }), { maxLength: 40 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(`o${1000 + id}`), key })))
  )

const inOrder = (rows: readonly SortedRow[], { isDown, isAbsentFirst }: Sorting): SortedRow[] =>
  [...rows].sort((a, b) => {
    if (a.key === b.key) return a.id < b.id ? -1 : 1
    if (a.key === null || b.key === null) return (a.key === null) === isAbsentFirst ? -1 : 1
    return a.key < b.key !== isDown ? -1 : 1
  })

describe('rows that a search leaves out', () => {
  it('stand where their key belongs: pages hold every row once, in one order', () =>
    fc.assert(
      fc.property(
        queue,
        sorting,
        fc.nat({ max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, how, own, size) => {
          const others = rows.slice(0, own)
          const indexed = inOrder(rows.slice(own), how)
          const pages: string[] = []
          for (let from = 0; from === 0 || from < rows.length; from += size) {
            const at = Math.max(0, from - own)
            const stretch = { at, rows: indexed.slice(at, from + size) }
            const told = absentFirst(stretch, others) ?? indexed[0]?.key === null
            const page = withOwnRows(
              stretch,
              others,
              { from, to: from + size },
              { ...how, isAbsentFirst: told }
            )
            pages.push(...page)
          }
          // Whether those without a key come first is known by the first row that is searched for.
          const isAbsentFirst = indexed[0]?.key === null
          expect(pages).toEqual(inOrder(rows, { ...how, isAbsentFirst }).map(({ id }) => id))
        }
      ),
      { numRuns: 1_000 }
    ))

  it('are put by moments however they are written', () => {
    const rows = [
      { id: 'a', key: '2026-03-10T10:00:00Z' },
      { id: 'c', key: '2026-03-10T12:00:00.000Z' },
    ]
    const others = [{ id: 'b', key: '2026-03-10T08:00:00.000-03:00' }]
    const how = { isDown: false, isAbsentFirst: false }
    expect(withOwnRows({ rows, at: 0 }, others, { from: 0, to: 9 }, how)).toEqual(['a', 'b', 'c'])
  })
})
