import fc from 'fast-check'
import { isSorted, steadyPage, type Among, type SearchSorted, type SortedRow } from './steadyPage'

interface Manners {
  readonly isDown: boolean
  readonly isAbsentFirst: boolean
}

const isAmong = (key: SortedRow['key'], among: Among, isDown: boolean): boolean => {
  if (among.kind === 'absent') return key === null
  if (key === null) return false
  return among.kind === 'equal' ? key === among.key : isDown ? key > among.key : key < among.key
}

/** By the key, and by id where it is equal. */
const inOrder = (rows: readonly SortedRow[], { isDown, isAbsentFirst }: Manners): SortedRow[] =>
  [...rows].sort((a, b) => {
    if (a.key === b.key) return a.id < b.id ? -1 : 1
    if (a.key === null || b.key === null) return (a.key === null) === isAbsentFirst ? -1 : 1
    return a.key < b.key !== isDown ? -1 : 1
  })

/** As Master Data does: equal rows in an order that chance picks at each search, at most a hundred of them. */
function searchOf(rows: readonly SortedRow[], manners: Manners, dice: () => number) {
  const asked: number[] = []
  const search: SearchSorted = async (from, most, among) => {
    asked.push(most)
    if (most > 100 || from + most > 10_000) throw new Error(`${from} ${most}: not reached`)
    if (among) {
      const some = rows.filter(({ key }) => isAmong(key, among, manners.isDown))
      return { rows: inOrder(some, manners).slice(from, from + most), total: some.length }
    }
    const tossed = rows.map((row) => ({ ...row, toss: dice() }))
    const sorted = inOrder(rows, manners)
    const place = new Map(sorted.map(({ key }, at) => [key, at]))
    tossed.sort((a, b) => place.get(a.key)! - place.get(b.key)! || a.toss - b.toss)
    const shown = tossed.slice(from, from + most).map(({ id, key }) => ({ id, key }))
    return { rows: shown, total: rows.length }
  }
  return { search, asked }
}

const manners = fc.record({ isDown: fc.boolean(), isAbsentFirst: fc.boolean() })
/** Few keys, so that many rows are equal in them. */
const someRows = fc
  .array(fc.option(fc.nat({ max: 4 })), { maxLength: 130 })
  .map((keys) => keys.map((key, at) => ({ id: `o${String(at).padStart(4, '0')}`, key })))
const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))

describe('pages of a search that leaves equal rows in any order', () => {
  it('hold every row once, in one order, however large they are', () =>
    fc.assert(
      fc.asyncProperty(
        someRows,
        manners,
        dice,
        fc.integer({ min: 1, max: 110 }),
        async (rows, how, tosses, size) => {
          const { search } = searchOf(rows, how, () => tosses.next().value as number)
          const ids: string[] = []
          for (let from = 0; from === 0 || from < rows.length; from += size) {
            const page = await steadyPage(search, from, from + size)
            expect(page.total).toBe(rows.length)
            ids.push(...page.ids)
          }
          expect(ids).toEqual(inOrder(rows, how).map(({ id }) => id))
        }
      ),
      { numRuns: 300 }
    ))

  it('cost one search where their ends part no equal rows', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ id: `o${100 + at}`, key: at }))
    const { search, asked } = searchOf(rows, { isDown: false, isAbsentFirst: false }, Math.random)
    expect((await steadyPage(search, 25, 50)).ids).toHaveLength(25)
    expect(asked).toEqual([27])
  })

  it('keep what was found where the index goes on between two searches', async () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id, key: 1 }))
    const { search } = searchOf(rows, { isDown: false, isAbsentFirst: false }, () => 0)
    const gone: SearchSorted = (from, most, among) =>
      among ? Promise.resolve({ rows: [], total: 0 }) : search(from, most)
    expect((await steadyPage(gone, 0, 2)).ids).toEqual(['a', 'b'])
  })

  it('reach to the last row that a search reaches', async () => {
    const rows = Array.from({ length: 10_050 }, (_, at) => ({ id: `o${10_000 + at}`, key: 7 }))
    const { search } = searchOf(rows, { isDown: false, isAbsentFirst: false }, Math.random)
    const { ids, total } = await steadyPage(search, 9_950, 10_000)
    expect([ids.length, ids[0], ids[49], total]).toEqual([50, 'o19950', 'o19999', 10_050])
  })
})

test('a search that did not keep its sort is told from one that did', () => {
  const rows = (...keys: SortedRow['key'][]) => keys.map((key, at) => ({ id: String(at), key }))
  expect(isSorted(rows(null, null, 1, 1, 2), false)).toBe(true)
  expect(isSorted(rows(2, 1, null), true)).toBe(true)
  expect(isSorted(rows('2026-01-01', '2026-01-02'), true)).toBe(false)
  expect(isSorted(rows(1, null, 2), false)).toBe(false)
  expect(isSorted([], false)).toBe(true)
})
