import fc from 'fast-check'
import { documentOf, type OrderDocument } from '../../../domain/readmodel/orderDocument'
import { instantAt } from '../../../domain/values/instant'
import { someOrder } from '../../../domain/testing/someOrder'
import { FakeClock } from '../../testing/fakes'
import { masterDataFault, MemoryMasterData } from '../../testing/memoryMasterData'
import { entityOf, OrderDocumentStore } from './orderDocuments'
import { SCHEMA } from './orderSchema'

const ID = '1400-01'
const NOW = Date.parse('2026-03-10T12:00:00Z')

const document = (readAtMs: number, orderId = ID): OrderDocument =>
  documentOf(
    { order: someOrder({ orderId }), stage: 'TO_INVOICE', attention: [], shipments: [] },
    { readAtMs, keepClosedDays: 30, carriers: [] }
  )

const storeOn = (client: MemoryMasterData) => new OrderDocumentStore(client, 'orders', new Set())
const manners = fc.record({
  absentWithCondition: fc.constantFrom('writes' as const, 'refuses' as const),
  isRefusalTold: fc.boolean(),
  indexLagMs: fc.constant(0),
})

/** Lets the calls of several writers through, one at a time, in an order that chance picks; some end their writer. */
class Turns {
  private readonly waiting: (() => void)[] = []

  constructor(private readonly picks: Iterator<number>) {}

  wait = (): Promise<void> => new Promise((go) => this.waiting.push(go))

  async run(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate)
      if (this.waiting.length === 0) return
      const pick = (this.picks.next().value as number | undefined) ?? 0
      this.waiting.splice(pick % this.waiting.length, 1)[0]()
    }
  }
}

describe('documents of one order, written by several at once', () => {
  it('end as what was asked for last, whatever the order of their calls, and whoever dies', () =>
    fc.assert(
      fc.asyncProperty(
        manners,
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat({ max: 7 }), { maxLength: 40 }),
        fc.option(
          fc.record({ writer: fc.nat({ max: 3 }), at: fc.nat({ max: 6 }), after: fc.boolean() })
        ),
        async (how, ages, picks, death) => {
          const client = new MemoryMasterData(new FakeClock(NOW), how)
          const turns = new Turns(picks[Symbol.iterator]())
          const ends = ages.map(async (age, writer) => {
            let calls = 0
            const own = Object.create(client) as MemoryMasterData
            const dies = (after: boolean): boolean =>
              death?.writer === writer && death.at === calls && death.after === after
            own.pass = async () => {
              await turns.wait()
              if (dies(false)) throw masterDataFault('unavailable')
            }
            own.answered = async () => {
              const isLast = dies(true)
              calls += 1
              if (isLast) throw masterDataFault('unavailable')
            }
            return storeOn(own)
              .put(document(NOW + age))
              .catch(() => 'died' as const)
          })
          await turns.run()
          const outcomes = await Promise.all(ends)
          const readAt = client.documents.get(ID)?.readAt
          const written = ages
            .filter((_, writer) => outcomes[writer] !== 'died')
            .map((age) => NOW + age)
          if (written.length === 0) return
          // At least as new as whatever somebody was told is stored; whoever died may have stored something newer.
          expect(Date.parse(String(readAt))).toBeGreaterThanOrEqual(Math.max(...written))
          const { refreshDue, ...rest } = document(Date.parse(String(readAt)))
          expect(client.documents.get(ID)).toMatchObject(rest)
          // Sooner, where somebody made it anew just then.
          expect(String(client.documents.get(ID)?.refreshDue) <= refreshDue).toBe(true)
          outcomes.forEach((outcome, writer) => {
            if (outcome === 'newer')
              expect(Date.parse(String(readAt))).toBeGreaterThan(NOW + ages[writer])
          })
        }
      ),
      { numRuns: 400 }
    ))

  it('that is not there is made, also where a condition on nothing does not hold', async () => {
    for (const absentWithCondition of ['writes', 'refuses'] as const) {
      const client = new MemoryMasterData(new FakeClock(NOW), {
        absentWithCondition,
        isRefusalTold: false,
        indexLagMs: 0,
      })
      expect(await storeOn(client).put(document(NOW))).toBe('stored')
      expect(client.documents.get(ID)).toMatchObject({ orderId: ID, stage: 'TO_INVOICE' })
    }
  })

  it('that Master Data takes and never shows is a fault, and no answer', async () => {
    const client = new MemoryMasterData(new FakeClock(NOW))
    client.put = async () => 'taken'
    await expect(storeOn(client).put(document(NOW))).rejects.toMatchObject({ kind: 'rejected' })
    // What is left of it is read by the rota.
    expect(client.documents.get(ID)).toMatchObject({ refreshDue: instantAt(NOW) })
  })
})

describe('what is due', () => {
  it('is what is to be read by then, the longest overdue first, and what was delivered too long ago', async () => {
    const client = new MemoryMasterData(new FakeClock(NOW))
    const store = storeOn(client)
    await store.put(document(NOW - 86_400_000, 'old'))
    await store.put(document(NOW, 'new'))
    await store.note('noted', instantAt(NOW - 1))
    const delivered = { ...document(NOW, 'delivered'), stage: 'DELIVERED' as const }
    await store.put({ ...delivered, delivered: instantAt(NOW - 10_000) })
    const due = (before: number) => store.due(instantAt(NOW), instantAt(NOW - before), 9)
    expect(await due(20_000)).toEqual(['old', 'noted'])
    expect([...(await due(5_000))].sort()).toEqual(['delivered', 'noted', 'old'])
    expect(await store.count()).toBe(4)
    expect(await store.find('nobody')).toBeNull()
    expect(await store.find('noted')).toEqual({
      readAt: null,
      refreshDue: instantAt(NOW - 1),
      closed: null,
    })
  })
})

describe('the schema', () => {
  it('is put once in a process, and again after it was taken away', async () => {
    const client = new MemoryMasterData(new FakeClock(NOW))
    const store = storeOn(client)
    let puts = 0
    client.pass = async (operation) => void (puts += operation === 'putSchema' ? 1 : 0)
    await store.prepare()
    await store.prepare()
    expect([puts, client.schemas.size]).toEqual([1, 1])
    await store.dismantle()
    expect(client.schemas.size).toBe(0)
    await store.prepare()
    expect(puts).toBe(2)
  })

  it('names what a document holds and nothing else, twelve fields of it indexed', () => {
    expect(Object.keys(SCHEMA.properties).sort()).toEqual(Object.keys(document(NOW)).sort())
    expect(SCHEMA['v-indexed']).toHaveLength(12)
    for (const name of SCHEMA['v-indexed']) expect(SCHEMA.properties).toHaveProperty(name)
  })
})

test('the entity is the account’s, and every workspace that is no production has one of its own', () => {
  expect(entityOf('storeops.invoice-tracking@0.1.0', 'master', true)).toBe(
    'storeops_invoice_tracking_orders'
  )
  expect(entityOf('storeops.invoice-tracking@0.1.0', 'try-it', false)).toBe(
    'storeops_invoice_tracking_orders_try_it'
  )
})
