// npm run bench:readmodel -- --documents 100000 --no-fill: what a page of a queue, the counts on the tabs and the back-fill
// cost on a store with so many documents. Master Data and OMS take 50 ms a call.
import { plantSeason } from '../tooling/season/plantSeason'
import type { World } from '../stand/world'
import { Bench, median, partOf, type OutboundCall } from './measure'
import { numberOf, print, type Line } from './table'

const ROUNDS = 9
const LATENCY_MS = 50
/** Longer than the app keeps a row it has read. */
const ROWS_ARE_OLD_MS = 120_000
/** Longer than it takes the read model's switch for known: a page reads it anew. */
const SWITCH_IS_OLD_MS = 31_000
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

  async passes(ms: number): Promise<void> {
    this.offsetMs += ms
    await this.bench.control('PUT', '/local/clock', { offsetMs: this.offsetMs })
  }

  async ask(query: string) {
    const before = this.calls.length
    const { ms, data } = await this.bench.graphql(query, {})
    const calls = this.calls.slice(before)
    const searches = calls.filter(isMasterData)
    return {
      ms,
      data,
      searches: searches.length,
      reads: calls.filter((one) => partOf(one) === 'OMS').length,
      // Handlers search besides: the shortest search is no longer than the page's own.
      search: Math.min(...searches.map((one) => one.ms)),
      longest: Math.max(...searches.map((one) => one.ms)),
    }
  }
}

/** What the panel asks: the page from documents, then its rows live; and beside it the page whose rows are all live. */
async function pages(measured: Measured): Promise<Line[]> {
  const lines: Line[] = []
  for (const { name, asked } of PAGES) {
    const page = `perPage: 25, ${asked}`
    const kept = `{orders(fromDocuments: true, ${page}) {documents {${FIELDS}} total asOf}}`
    const whole = `{orders(${page}) {rows {orderId} total}}`
    const { data } = await measured.ask(kept)
    const ids = (data as KeptPage).orders.documents.map(({ orderId }) => orderId)
    const [queue] = /(?<=queue: )[A-Z_]+/.exec(asked) ?? []
    const rows = `{queueRows(queue: ${queue}, orderIds: ${JSON.stringify(ids)}) {rows {orderId} left}}`
    await measured.ask(whole)
    const ratios: number[] = []
    const live: number[] = []
    const searches: number[] = []
    const reads: number[] = []
    const behind: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await measured.passes(SWITCH_IS_OLD_MS)
      const first = await measured.ask(kept)
      ratios.push(first.ms / first.search)
      searches.push(first.searches)
      reads.push(first.reads)
      behind.push((await measured.ask(rows)).reads)
      await measured.passes(ROWS_ARE_OLD_MS)
      const all = await measured.ask(whole)
      live.push(all.ms / all.search)
    }
    lines.push({
      page: name,
      searches: median(searches),
      'reads before first rows': median(reads),
      'first rows ÷ one search': median(ratios),
      'reads behind it': median(behind),
      'all rows live ÷ one search': median(live),
    })
  }
  return lines
}

/** Those of a document that a row shows. */
const FIELDS = `orderId stage attention creationDate estimatedDelivery lastEventDate deliveredDate carrier parcelState
  marketplace value currency readAt`

interface KeptPage {
  readonly orders: { readonly documents: readonly { readonly orderId: string }[] }
}

async function counts(measured: Measured): Promise<Line> {
  const ratios: number[] = []
  let last = await measured.ask('{queueCounts {queue count}}')
  for (let round = 0; round < ROUNDS; round++) {
    last = await measured.ask('{queueCounts {queue count}}')
    ratios.push(last.ms / last.longest)
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
  const planting = { seconds: 0 }
  const plant = async (world: World) => {
    const began = performance.now()
    await plantSeason(world)
    planting.seconds = (performance.now() - began) / 1_000
  }
  const bench = await Bench.start(1, {}, { ofSeason: documents, plant })
  try {
    await bench.control('PUT', '/local/oms/behaviour', { latencyMs: LATENCY_MS })
    await bench.control('PUT', '/local/masterdata/behaviour', { latencyMs: LATENCY_MS })
    const measured = new Measured(bench)
    const title = `${documents} documents, planted in ${planting.seconds.toFixed(0)} s, every call ${LATENCY_MS} ms`
    print(title, await pages(measured))
    print('Counts', [await counts(measured)])
  } finally {
    await bench.stop()
  }
  if (!process.argv.includes('--no-fill')) print('Back-fill', [await fill()])
}

void main()
