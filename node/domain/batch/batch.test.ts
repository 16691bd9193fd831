import { placeOf, received, sliceCount, type Batch } from './batch'

const part = (id: string, count: number, slices: number) => ({
  id,
  count,
  slices,
  offset: 0,
  digest: id,
})
const filled = {
  parts: [part('a', 90, 2), part('b', 10, 1), part('c', 150, 3)],
} as unknown as Batch

describe('the slices of a batch', () => {
  it('are numbered through its parts, and each lies in one of them', () => {
    expect([sliceCount(filled), received(filled)]).toEqual([6, 250])
    expect([0, 1, 2, 3, 4, 5].map((slice) => placeOf(filled, slice))).toEqual([
      { partId: 'a', number: 0 },
      { partId: 'a', number: 1 },
      { partId: 'b', number: 0 },
      { partId: 'c', number: 0 },
      { partId: 'c', number: 1 },
      { partId: 'c', number: 2 },
    ])
    expect(placeOf(filled, 6)).toBeNull()
  })
})
