import { ReadModelFace } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** What waits, and how it went, through the real runtime. */

const stand = useStand()
const readModel = new ReadModelFace(stand)

const OVERVIEW = `query ($from: Instant, $to: Instant, $carrier: String, $marketplace: String) {
  overview(from: $from, to: $to, carrier: $carrier, marketplace: $marketplace) @ctx {
    asOf orders tiles {queue count yesterday} ageing {stage fromDays toDays count}
    days {day authorised invoiced shipped delivered} leadTimes {step day medianHours p90Hours}
    onTime {by name delivered onTime openLate} attention {code count}}}`

interface Overview {
  readonly asOf: string | null
  readonly orders: number
  readonly tiles: readonly { queue: string; count: number | null; yesterday: number | null }[]
  readonly ageing: readonly { stage: string; count: number }[]
  readonly days: readonly { day: string; invoiced: number; delivered: number }[]
  readonly leadTimes: readonly { step: string; medianHours: number | null }[]
  readonly onTime: readonly { by: string; name: string; delivered: number; openLate: number }[]
  readonly attention: readonly { code: string; count: number }[]
}

async function overview(asked: Record<string, unknown> = {}): Promise<Overview> {
  const { data, text } = await stand.admin.send(OVERVIEW, asked)
  if (!data) throw new Error(text)
  return data.overview as Overview
}

async function counts(): Promise<Record<string, number | null>> {
  const { data, text } = await stand.admin.send('{queueCounts @ctx {queue count}}')
  if (!data) throw new Error(text)
  const all = data.queueCounts as { queue: string; count: number | null }[]
  return Object.fromEntries(all.map(({ queue, count }) => [queue, count]))
}

const tilesOf = ({ tiles }: Overview) => tiles.map(({ queue, count }) => [queue, count])
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

async function filled(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
}

/** The newest days are counted first, and told as soon as they are. */
async function counted(): Promise<Overview> {
  let told = await overview()
  await until(
    async () => {
      if (told.days.length === 30) return true
      await stand.pass(61_000)
      await new Promise((resolve) => setTimeout(resolve, 200))
      told = await overview()
      return false
    },
    'the days',
    90_000
  )
  return told
}

it('without the read model counts what the list can, and says nothing of the rest', async () => {
  const told = await overview()
  const listed = await counts()
  expect(told).toMatchObject({ asOf: null, orders: 0, ageing: [], days: [], onTime: [] })
  expect(tilesOf(told)).toEqual([
    ['TO_HANDLE', listed.TO_HANDLE],
    ['TO_INVOICE', listed.TO_INVOICE],
    ['TO_SHIP', null],
    ['IN_TRANSIT', null],
    ['LATE', null],
    ['ATTENTION', null],
  ])
  expect(tilesOf(await overview({ carrier: 'Correios' })).map(([, count]) => count)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

it('is told to whoever may see orders, and refuses what cannot be asked', async () => {
  expect((await stand.as('local-viewer').send(OVERVIEW)).errors).toEqual([])
  expect((await stand.as('').send(OVERVIEW)).data?.overview ?? null).toBeNull()
  const codeOf = async (asked: Record<string, unknown>) =>
    (await stand.admin.send(OVERVIEW, asked)).errors[0]?.extensions?.code
  expect(await codeOf({ from: 'yesterday' })).toBe('DATE_INVALID')
  expect(await codeOf({ carrier: 'a" OR stage="TO_SHIP' })).toBe('FILTER_INVALID')
})

it('with the read model adds up, by queue, age, day and carrier', async () => {
  await filled()
  const told = await counted()
  const queues = await counts()
  expect(tilesOf(told)).toEqual(told.tiles.map(({ queue }) => [queue, queues[queue]]))
  expect(told.asOf).not.toBeNull()
  expect(told.orders).toBe(queues.ALL)
  for (const stage of ['TO_HANDLE', 'TO_INVOICE', 'TO_SHIP', 'IN_TRANSIT']) {
    const ages = told.ageing.filter((one) => one.stage === stage)
    expect([stage, ages.length, sum(ages.map(({ count }) => count))]).toEqual([
      stage,
      4,
      queues[stage],
    ])
  }
  const stored = (await readModel.stored()).filter((one) => typeof one.readAt === 'string')
  const days = told.days.map(({ day }) => day)
  const delivered = stored.filter((one) => days.some((day) => dayOf(one.delivered) === day))
  expect(sum(told.days.map((one) => one.delivered))).toBe(delivered.length)
  const invoiced = stored.filter((one) => days.some((day) => dayOf(one.invoiced) === day))
  expect(invoiced.length).toBeGreaterThan(0)
  expect(sum(told.days.map((one) => one.invoiced))).toBe(invoiced.length)
  expect(told.leadTimes.some(({ medianHours }) => medianHours !== null)).toBe(true)
  const carriers = told.onTime.filter(({ by }) => by === 'CARRIER')
  expect(sum(carriers.map(({ openLate }) => openLate))).toBe(queues.LATE)
  expect(told.attention.find(({ code }) => code === 'LATE')?.count).toBe(queues.LATE)

  const { name, openLate } = carriers.find((one) => one.name !== '' && one.name !== '*')!
  const filtered = await overview({ carrier: name })
  expect(filtered.tiles.find(({ queue }) => queue === 'LATE')?.count).toBe(openLate)
  expect(filtered.orders).toBe(stored.filter((one) => one.carrier === name).length)
})

it('keeps what it has counted where Master Data finds nothing any more', async () => {
  await filled()
  const before = await counted()
  expect((await overview()).days).toEqual(before.days)
  expect(sum(before.days.map(({ delivered }) => delivered))).toBeGreaterThan(0)
  await readModel.behave({ faults: [{ operation: 'scroll', kind: 'empty', times: 500 }] })
  for (let hours = 0; hours < 3; hours += 1) {
    await stand.pass(60 * 60_000)
    await overview()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  const known = new Map(before.days.map((one) => [one.day, one]))
  for (const one of (await overview()).days)
    if (known.has(one.day)) expect(one).toEqual(known.get(one.day))
})

function dayOf(moment: unknown): string | null {
  if (typeof moment !== 'string') return null
  // The store's clock: three hours behind UTC.
  return new Date(Date.parse(moment) - 3 * 60 * 60_000).toISOString().slice(0, 10)
}
