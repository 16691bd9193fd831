import fc from 'fast-check'
import { cutSlices, MOST_BYTES_A_SLICE, MOST_ROWS_A_SLICE } from './slices'

const shardOf = (orderId: string) => String(orderId.length % 3)
const row = fc.record({
  orderId: fc.stringMatching(/^[ab]{1,6}$/),
  bytes: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 700_000 })),
})
const rows = fc.array(row, { maxLength: 200 })

describe('slices', () => {
  it('hold every row once, few of them and few bytes', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const slices = cutSlices(given, shardOf)
        const positions = slices.flat()
        expect([...positions].sort((a, b) => a - b)).toEqual(given.map((_, at) => at))
        for (const slice of slices) {
          expect(slice.length).toBeLessThanOrEqual(MOST_ROWS_A_SLICE)
          const bytes = slice.reduce((sum, at) => sum + given[at].bytes, 0)
          expect(slice.length === 1 || bytes <= MOST_BYTES_A_SLICE).toBe(true)
        }
      }),
      { seed: 20261128 }
    )
  })

  it('keep shards together and the order of one order’s rows', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const positions = cutSlices(given, shardOf).flat()
        const shards = positions.map((at) => shardOf(given[at].orderId))
        expect([...shards].sort()).toEqual(shards)
        for (const orderId of new Set(given.map((one) => one.orderId))) {
          const own = positions.filter((at) => given[at].orderId === orderId)
          expect([...own].sort((a, b) => a - b)).toEqual(own)
        }
      }),
      { seed: 20261128 }
    )
  })

  it('a row above the bytes stands alone', () => {
    const given = [10, MOST_BYTES_A_SLICE + 1, 10].map((bytes) => ({ orderId: 'a', bytes }))
    expect(cutSlices(given, shardOf)).toEqual([[0], [1], [2]])
  })

  it('are filled: a new one begins only where the last one has no room', () => {
    const sizesOf = (count: number, bytes: number) =>
      cutSlices(
        Array.from({ length: count }, () => ({ bytes, orderId: 'a' })),
        shardOf
      ).map((slice) => slice.length)
    expect(sizesOf(2 * MOST_ROWS_A_SLICE + 1, 10)).toEqual([50, 50, 1])
    expect(sizesOf(5, MOST_BYTES_A_SLICE / 2)).toEqual([2, 2, 1])
    expect(sizesOf(3, MOST_BYTES_A_SLICE / 2 + 1)).toEqual([1, 1, 1])
  })

  it('hold the rows of one order side by side', () => {
    const given = ['b', 'a', 'b', 'a'].map((orderId) => ({ orderId, bytes: 10 }))
    expect(cutSlices(given, shardOf)).toEqual([[1, 3, 0, 2]])
  })
})
