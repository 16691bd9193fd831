import fc from 'fast-check'
import { computed, expectFresh, expectFreshOne } from './testing/freshDocuments'
import type { OrderDocument } from '../domain/readmodel/orderDocument'
import { deeds, weather } from './testing/readModelDeeds'
import { ReadModelWeather } from './testing/readModelWeather'
import { quiet } from './testing/readModelWorld'

/** Each of ten to forty times one to three deeds at once; CONTRIBUTING.md has the long form. */
const RUNS = Number(process.env.READ_MODEL_RUNS ?? 60)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('whatever people, other systems, carriers, VTEX and Master Data do', () => {
  it(
    'every document is what its order is within one rota, and none goes back behind an own write',
    () =>
      fc.assert(
        fc.asyncProperty(deeds, weather, fc.boolean(), async (all, how, isLate) => {
          const store = new ReadModelWeather(how)
          const { world } = store
          await world.save(true)
          store.breaks()
          const newest = new Map<string, number>()
          for (const some of all) {
            await store.done(some)
            expectTruth(store, newest)
          }
          store.clears()
          await quiet()
          if (isLate) await store.allCome()
          const open = [...world.masterData.documents].filter(([, { closed }]) => closed === null)
          await world.passes(6.5 * HOUR_MS, 10 * MINUTE_MS)
          // What was open, and what nobody had heard of. What the index lost is found by the daily look for all orders.
          const known = new Set(world.masterData.documents.keys())
          if (how.losing === 0) {
            for (const [id] of open) expectFreshOne(world, id)
            expect([...store.ids].filter((id) => !known.has(id))).toEqual([])
          }
          await world.passes(20 * HOUR_MS, HOUR_MS)
          if (!isLate) await store.allCome()
          expectFresh(world, [...store.ids])
          expectTruth(store, newest)
        }),
        { numRuns: RUNS }
      ),
    Math.max(120_000, RUNS * 2_000)
  )
})

/** No document says what its order was before it was asked for, and none takes the place of one that was asked for later. */
function expectTruth(store: ReadModelWeather, newest: Map<string, number>): void {
  const { world } = store
  expect(store.wentBack).toEqual([])
  for (const [id, document] of world.masterData.documents) {
    const { readAt } = document
    const read = typeof readAt === 'string' ? Date.parse(readAt) : 0
    expect(read).toBeGreaterThanOrEqual(newest.get(id) ?? 0)
    newest.set(id, read)
    if (read === 0) continue
    const may = store.standings(id, read).map((order) => traits(computed(world, order, read)))
    expect(may).toContainEqual(traits(document))
  }
  for (const id of newest.keys()) if (!world.document(id)) newest.delete(id)
}

/** What OMS alone decides, not this app's journal. */
function traits(document: object) {
  const { carrier, lastEvent, invoiced, stage } = document as Partial<OrderDocument>
  return { carrier, lastEvent, invoiced, isCanceled: stage === 'CANCELED' }
}
