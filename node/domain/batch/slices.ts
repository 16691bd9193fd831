/** Rows of one slice at most: what a handler has in memory, and what a death makes it look at again. */
export const MOST_ROWS_A_SLICE = 50
/** Of a slice's input as JSON. @unit bytes */
export const MOST_BYTES_A_SLICE = 1_000_000

export interface Weighed {
  /** The order that it is about. */
  readonly orderId: string
  /** As JSON. @unit bytes */
  readonly bytes: number
}

/**
 * Cuts rows into slices of few rows and bytes, so that rows whose claims lie in one shard stand together: then a slice
 * touches few shards. Rows of one order keep their order.
 * @param shardOf which shard an order's claim lies in
 * @returns positions of the rows, slice by slice; a row above the bytes stands alone
 */
export function cutSlices(
  rows: readonly Weighed[],
  shardOf: (orderId: string) => string
): readonly (readonly number[])[] {
  // What compares as equal keeps its place.
  const sorted = rows
    .map(({ orderId, bytes }, position) => ({ position, orderId, bytes, shard: shardOf(orderId) }))
    .sort((a, b) => compare(a.shard, b.shard) || compare(a.orderId, b.orderId))
  const slices: number[][] = []
  let room = 0
  for (const { position, bytes } of sorted) {
    const last = slices[slices.length - 1]
    if (last && last.length < MOST_ROWS_A_SLICE && bytes <= room) {
      last.push(position)
      room -= bytes
    } else {
      slices.push([position])
      room = MOST_BYTES_A_SLICE - bytes
    }
  }
  return slices
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
