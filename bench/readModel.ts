// npm run bench:readmodel -- --documents 100000: what a page of a queue, the counts on the tabs and the back-fill cost on a
// store with so many documents. Master Data and OMS take 50 ms a call.
import { plantSeason } from '../tooling/season/plantSeason'
import { Bench, median, partOf, type OutboundCall } from './measure'
import { numberOf, print, type Line } from './table'

const ROUNDS = 9
const LATENCY_MS = 50
/** Longer than the app keeps a row it has read. */
const ROWS_ARE_OLD_MS = 120_000
/** Of which the first fill is measured: long enough for its starts and ends to weigh little. */
const FILL_SECONDS = 90
/** What a fill may read, in orders a second.  */
const FILL_PACE = 10

const PAGES = [
  { name: 'LATE, first page', asked: 'queue: LATE' },
  {
    name: 'IN_TRANSIT by value, third page',
    asked: 'queue: IN_TRANSIT, page: 3, sort: {by: VALUE, descending: true}',
  },
  { name: 'IN_TRANSIT of a carrier', asked: 'queue: IN_TRANSIT, carrier: "Correios"' },
  { name: 'DELIVERED, twentieth page', asked: 'queue: DELIVERED, page: 20' },
]

const isMasterData = ({ path }: OutboundCall) => path.includes('/dataentities/')

class Measured {
  private offsetMs = 0
  private readonly calls: readonly OutboundCall[]

  constructor(readonly bench: Bench) {
    this.calls = bench.watchingCalls()
  }

  async rowsGrowOld(): Promise<void> {
    this.offsetMs += ROWS_ARE_OLD_MS
    await this.bench.control('PUT', '/local/clock', { offsetMs: this.offsetMs })
  }

  async ask(query: string) {
    const before = this.calls.length
    const { ms } = await this.bench.graphql(query, {})
    const calls = this.calls.slice(before)
    const searches = calls.filter(isMasterData)
    return {
      ms,
      searches: searches.length,
      reads: calls.filter((one) => partOf(one) === 'OMS').length,
      search: Math.max(...searches.map((one) => one.ms)),
    }
  }
}

async function pages(measured: Measured): Promise<Line[]> {
  const lines: Line[] = []
  for (const { name, asked } of PAGES) {
    const query = `{orders(perPage: 25, ${asked}) {rows {orderId} total}}`
    await measured.ask(query)
    const cold: number[] = []
    const warm: number[] = []
    let first = await measured.ask(query)
    for (let round = 0; round < ROUNDS; round++) {
      await measured.rowsGrowOld()
      first = await measured.ask(query)
      cold.push(first.ms / first.search)
      const again = await measured.ask(query)
      warm.push(again.ms / again.search)
    }
    lines.push({
      page: name,
      searches: first.searches,
      'reads of orders': first.reads,
      '÷ one search': median(cold),
      'rows still known': median(warm),
    })
  }
  return lines
}

async function counts(measured: Measured): Promise<Line> {
  const ratios: number[] = []
  let last = await measured.ask('{queueCounts {queue count}}')
  for (let round = 0; round < ROUNDS; round++) {
    last = await measured.ask('{queueCounts {queue count}}')
    ratios.push(last.ms / last.search)
  }
  return {
    'counts of': 'every tab',
    searches: last.searches,
    'reads of orders': last.reads,
    '÷ one search': median(ratios),
  }
}

/** Of orders that nobody has read: the read model is switched on in a store that is as large. */
async function fill(): Promise<Line> {
  const bench = await Bench.start(1, {}, { ofSeason: 3_000 })
  try {
    const calls = bench.countingCalls()
    await bench.graphql('mutation {saveReadModel(readModel: {isOn: true}) {problems {code}}}', {})
    const began = performance.now()
    const looks = setInterval(() => void bench.graphql('{readModel {filled}}', {}), 5_000)
    await new Promise((resolve) => setTimeout(resolve, FILL_SECONDS * 1_000))
    clearInterval(looks)
    const seconds = (performance.now() - began) / 1_000
    const { data } = await bench.graphql<{ readModel: { filled: number } }>(
      '{readModel {filled}}',
      {}
    )
    const reads = calls().get('OMS') ?? 0
    return {
      'first fill': `${seconds.toFixed(0)} s`,
      orders: data.readModel.filled,
      'calls to OMS': reads,
      'orders a second': data.readModel.filled / seconds,
      'of its pace': data.readModel.filled / seconds / FILL_PACE,
    }
  } finally {
    await bench.stop()
  }
}

async function main() {
  const documents = numberOf('documents', 100_000)
  const bench = await Bench.start(1, {}, { ofSeason: documents, plant: plantSeason })
  try {
    await bench.control('PUT', '/local/oms/behaviour', { latencyMs: LATENCY_MS })
    await bench.control('PUT', '/local/masterdata/behaviour', { latencyMs: LATENCY_MS })
    const measured = new Measured(bench)
    print(`${documents} documents, every call ${LATENCY_MS} ms`, await pages(measured))
    print('Counts', [await counts(measured)])
  } finally {
    await bench.stop()
  }
  print('Back-fill', [await fill()])
}

void main()
