// npm run bench:queue: a queue page of 25 rows, cold and warm (design bar: one list call, at most 25 reads, twice the slowest call; warm, one call).
import { Bench, countParts, median } from './measure'

const ROUNDS = 7
const OMS_LATENCY_MS = 50
/** Longer than the app keeps a row. */
const ROWS_ARE_OLD_MS = 120_000

const QUEUE =
  '{ orders(queue: TO_INVOICE, perPage: 25) { rows { orderId } unreadable { orderId } } }'

async function page(bench: Bench) {
  const before = (await bench.outboundCalls()).length
  const { ms } = await bench.graphql(QUEUE, {})
  const calls = (await bench.outboundCalls()).slice(before)
  const oms = calls.filter((one) => one.host.startsWith('portal.'))
  const isList = (path: string) => /\/orders\?/.test(path) || /\/orders$/.test(path)
  return {
    ms,
    parts: countParts(calls),
    lists: oms.filter((one) => isList(one.path)).length,
    reads: oms.filter((one) => !isList(one.path)).length,
    slowest: Math.max(...oms.map((one) => one.ms)),
  }
}

async function main() {
  const bench = await Bench.start()
  try {
    await bench.control('PUT', '/local/oms/behaviour', {
      latencyMs: OMS_LATENCY_MS,
      applyDelayMs: 0,
      indexDelayMs: 0,
    })
    await page(bench)
    let offsetMs = 0
    const ratios: number[] = []
    const warmRatios: number[] = []
    let cold = await page(bench)
    let warm = cold
    for (let round = 0; round < ROUNDS; round++) {
      offsetMs += ROWS_ARE_OLD_MS
      await bench.control('PUT', '/local/clock', { offsetMs })
      cold = await page(bench)
      warm = await page(bench)
      ratios.push(cold.ms / cold.slowest)
      warmRatios.push(warm.ms / warm.slowest)
    }
    const words = (parts: Map<string, number>) =>
      [...parts].map(([part, count]) => `${part} ${count}`).join(', ')
    console.log(
      `cold: ${cold.lists} list call, ${cold.reads} reads (all parts: ${words(cold.parts)})`
    )
    console.log(
      `cold page, OMS at ${OMS_LATENCY_MS} ms a call: ${median(ratios).toFixed(2)} times its slowest call (bar 2; list and reads follow one another)`
    )
    console.log(
      `warm: ${warm.lists} list call, ${warm.reads} reads (all parts: ${words(warm.parts)}), ${median(warmRatios).toFixed(2)} times its slowest call`
    )
  } finally {
    await bench.stop()
  }
}

void main()
