import { cpus } from 'node:os'
import { join } from 'node:path'
import { Bench } from '../measure'
import { Field } from './field'
import { watchMachine } from './machine'
import { filled, ran } from './ours'

const OMS_LATENCY_MS = 50

export interface Unpaced {
  readonly rows: number
  /** From the first start to the last end. @unit milliseconds */
  readonly ms: number
  /** Of a replica's CPU. @unit milliseconds a row */
  readonly cpuOfRow: number
  /** Of all cores. */
  readonly replicas: number
  readonly stand: number
  readonly busy: number
  readonly peakMb: number
  readonly callsOfRow: number
}

/** A stand on which nothing but the machine and the latency holds a batch back. */
export function startUnpaced(replicas: number): Promise<Bench> {
  const preload = join(__dirname, 'anyPace.cjs')
  return Bench.start(replicas, { NODE_OPTIONS: `--require ${preload}` })
}

/** Batches of so many rows each, side by side; every row ends APPLIED. */
export async function unpaced(
  bench: Bench,
  batches: number,
  rowsOfEach: number,
  doublesLatencyMs: number
): Promise<Unpaced> {
  await bench.reset()
  const field = new Field(bench)
  try {
    await bench.control('PUT', '/local/oms/behaviour', { applyDelayMs: 0, indexDelayMs: 0 })
    await ran(bench, await filled(bench, field.plainRows(60)))
    await bench.control('PUT', '/local/oms/behaviour', { latencyMs: OMS_LATENCY_MS })
    const ids: string[] = []
    for (let batch = 0; batch < batches; batch += 1)
      ids.push(await filled(bench, field.plainRows(rowsOfEach)))
    await bench.control('PUT', '/local/doubles', { latencyMs: doublesLatencyMs })
    const endCount = bench.countingCalls()
    const endWatch = watchMachine(bench)
    const startedAt = performance.now()
    const runs = await Promise.all(ids.map((id) => ran(bench, id)))
    const ms = performance.now() - startedAt
    const load = endWatch()
    const calls = endCount()
    const rows = batches * rowsOfEach
    const applied = runs
      .flatMap(({ counts }) => counts)
      .reduce((sum, { outcome, count }) => sum + (outcome === 'APPLIED' ? count : 0), 0)
    if (applied !== rows) throw new Error(`${applied} of ${rows} rows are applied`)
    return {
      ...load,
      rows,
      ms,
      cpuOfRow: (load.replicas * cpus().length * ms) / rows,
      callsOfRow: (calls.get('VBase') ?? 0) / rows,
    }
  } finally {
    field.leave()
  }
}
