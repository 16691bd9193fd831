// npm run bench:size -- --sizes 1000,10000,100000: one batch of each size with no quota: what a row costs, and what a
// replica holds (design bar: cost within 10 %, memory flat).
import { startUnpaced, unpaced } from './batch/unpaced'
import { print, textOf, type Line } from './table'

const REPLICAS = 2

async function main() {
  const sizes = (textOf('sizes') ?? '1000,10000,100000').split(',').map(Number)
  if (!sizes.every((size) => size > 0)) throw new Error('--sizes wants numbers above 0')
  const lines: Line[] = []
  let first: number | null = null
  for (const size of sizes) {
    // Replicas of its own: what a size leaves in memory is not the next one's.
    const bench = await startUnpaced(REPLICAS)
    try {
      const run = await unpaced(bench, 1, size, 0)
      first ??= run.cpuOfRow
      lines.push({
        rows: size,
        'replica CPU ms a row': run.cpuOfRow,
        'of the first': run.cpuOfRow / first,
        'VBase calls a row': run.callsOfRow,
        'replica MB': run.peakMb,
        'rows a second': run.rows / (run.ms / 1_000),
      })
      console.error(`${size} rows: through`)
    } finally {
      await bench.stop()
    }
  }
  print(`One batch, no quota, OMS at 50 ms, ${REPLICAS} replicas`, lines)
}

void main()
