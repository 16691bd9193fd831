// npm run bench:scale: batches side by side on 1, 2 and 4 replicas with no quota, OMS and all doubles at 50 ms a call
// (design bar: 3.4 times from one replica to four, or what the cores allow).
import { cpus } from 'node:os'
import { startUnpaced, unpaced } from './batch/unpaced'
import { numberOf, print, type Line } from './table'

const BATCHES = 4
const DOUBLES_LATENCY_MS = 50

const percent = (share: number): number => Math.round(100 * share)

async function main() {
  const rows = Math.ceil(numberOf('rows', 2_000) / BATCHES)
  const lines: Line[] = []
  let alone: number | null = null
  for (const replicas of [1, 2, 4]) {
    const bench = await startUnpaced(replicas)
    try {
      const run = await unpaced(bench, BATCHES, rows, DOUBLES_LATENCY_MS)
      const rate = run.rows / (run.ms / 1_000)
      alone ??= rate
      lines.push({
        replicas,
        'rows a second': rate,
        'times one': rate / alone,
        'replica CPU ms a row': run.cpuOfRow,
        'CPU %': `${percent(run.busy)} (${percent(run.replicas)}+${percent(run.stand)})`,
      })
      console.error(`${replicas} replicas: through`)
    } finally {
      await bench.stop()
    }
  }
  print(
    `${BATCHES} batches of ${rows} rows, no quota, every call 50 ms, ${cpus().length} cores`,
    lines
  )
}

void main()
