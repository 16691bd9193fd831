// npm run bench:queue: a queue page of 25 rows (design bar: one list call, at most 25 reads, twice the slowest call;
// warm, one call). Cold: its rows are too old to be shown; first look: nobody has seen the page, so reads can only
// follow the list.
import { Bench, countParts, median } from './measure'

const ROUNDS = 7
const OMS_LATENCY_MS = 50
/** Longer than the app keeps a row. */
const ROWS_ARE_OLD_MS = 120_000

const QUEUE = `query ($createdFrom: Instant) {
  orders(queue: TO_INVOICE, perPage: 25, createdFrom: $createdFrom) { rows { orderId } unreadable { orderId } }
}`

async function page(bench: Bench, createdFrom: string | null = null) {
  const before = (await bench.outboundCalls()).length
  const { ms } = await bench.graphql(QUEUE, { createdFrom })
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

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
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
    const firstRatios: number[] = []
    let cold = await page(bench)
    let warm = cold
    for (let round = 0; round < ROUNDS; round++) {
      offsetMs += ROWS_ARE_OLD_MS
      await bench.control('PUT', '/local/clock', { offsetMs })
      cold = await page(bench)
      warm = await page(bench)
      offsetMs += ROWS_ARE_OLD_MS
      await bench.control('PUT', '/local/clock', { offsetMs })
      // Any date from before the first order: the same rows on a page that nobody has asked for yet.
      const first = await page(bench, daysAgo(300 + round))
      if (first.reads !== cold.reads) throw new Error('The first look read other rows.')
      firstRatios.push(first.ms / first.slowest)
      ratios.push(cold.ms / cold.slowest)
      warmRatios.push(warm.ms / warm.slowest)
    }
    const words = (parts: Map<string, number>) =>
      [...parts].map(([part, count]) => `${part} ${count}`).join(', ')
    console.log(
      `cold: ${cold.lists} list call, ${cold.reads} reads (all parts: ${words(cold.parts)})`
    )
    console.log(
      `cold page, OMS at ${OMS_LATENCY_MS} ms a call: ${median(ratios).toFixed(2)} times its slowest call (bar 2)`
    )
    console.log(
      `first look at a page: ${median(firstRatios).toFixed(2)} times its slowest call (its reads can only follow the list)`
    )
    console.log(
      `warm: ${warm.lists} list call, ${warm.reads} reads (all parts: ${words(warm.parts)}), ${median(warmRatios).toFixed(2)} times its slowest call`
    )
  } finally {
    await bench.stop()
  }
}

void main()
