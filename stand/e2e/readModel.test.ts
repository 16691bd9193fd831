import { ReadModelFace, type ReadModel } from './harness/readModel'
import { until, useStand } from './harness/stand'

/** Documents of orders in Master Data, through the real runtime: switched on, fed, killed and removed. */

const stand = useStand({ replicas: 2 })
const readModel = new ReadModelFace(stand)

/** All that a document may hold of an order: nothing of a person, no free text. */
const FIELDS = [
  'orderId',
  'stage',
  'open',
  'reason',
  'attention',
  'promise',
  'created',
  'authorized',
  'invoiced',
  'shipped',
  'lastEvent',
  'delivered',
  'closed',
  'carrier',
  'marketplace',
  'salesChannel',
  'value',
  'currency',
  'parcelState',
  'readAt',
  'refreshDue',
]
/** What Master Data adds by itself. */
const OWN =
  /^(id|accountId|accountName|dataEntityId|createdBy|createdIn|updatedBy|updatedIn|lastInteraction.*|followers|tags|auto_filter|schemas)$/

const calls = async () =>
  (await stand.control<{ host: string }[]>('GET', '/local/egress/calls')).filter(
    ({ host }) => host === 'api.vtex.com'
  )

const filled = () => readModel.until(({ fill }) => fill === 'IDLE')

/** Orders that can be read and whose stage the service shows otherwise than their document does, or that have none. */
async function astray(): Promise<unknown[]> {
  const documents = new Map((await readModel.stored()).map((one) => [one.orderId, one]))
  const found: unknown[] = []
  for (const { orderId, isCompleted } of await stand.everyOrder()) {
    if (isCompleted === false) continue
    const { data } = await stand.admin.reply('order', { orderId })
    const stage = (data?.order as { stage: string } | null | undefined)?.stage
    const document = documents.get(orderId)
    // What was over long ago is not kept.
    if (!stage || (!document && OVER.includes(stage))) continue
    if (stage !== document?.stage) found.push([orderId, stage, document])
  }
  return found
}

const HOUR_MS = 60 * 60_000
const OVER = ['DELIVERED', 'CANCELED']

it('costs nothing until a store switches it on', async () => {
  expect(await readModel.look()).toEqual({
    isOn: false,
    keepClosedDays: 30,
    documents: 0,
    fill: 'IDLE',
    filled: 0,
    toFill: null,
    asOf: null,
  })
  const before = (await calls()).length
  await stand.admin.orders({ queue: 'TO_INVOICE' })
  await stand.admin.orders({ queue: 'IN_TRANSIT' })
  expect((await calls()).length).toBe(before)
  expect(await readModel.entities()).toEqual([])
})

it('is switched by whoever may change settings, and its days are judged', async () => {
  for (const token of ['local-viewer', 'local-operator', 'local-app']) {
    const { errors } = await stand
      .as(token)
      .send('mutation {removeReadModel @ctx {problems {code}}}')
    expect([token, errors[0]?.extensions?.code]).toEqual([token, 'FORBIDDEN'])
  }
  for (const days of [0, 366, -1]) {
    const { readModel: saved, problems } = await readModel.save(true, days)
    expect(saved).toBeNull()
    expect(problems).toMatchObject([
      { code: 'SETTINGS_INVALID', field: ['readModel', 'keepClosedDays'] },
    ])
  }
  expect(await readModel.entities()).toEqual([])
})

it('says what Master Data did not take', async () => {
  await readModel.behave({ faults: [{ operation: 'writeSchema', kind: 'status500', times: 9 }] })
  const { readModel: saved, problems } = await readModel.save(true)
  expect(saved).toBeNull()
  expect(problems).toMatchObject([{ code: 'READ_MODEL_REFUSED', field: ['readModel', 'isOn'] }])
  expect((await readModel.look()).isOn).toBe(false)
})

describe('switched on', () => {
  it('has a document of every order, with nothing personal in it, and follows what this app writes', async () => {
    const { problems } = await readModel.save(true)
    expect(problems).toEqual([])
    const model = await filled()
    expect(model.filled).toBe(model.toFill)
    expect(model.asOf).not.toBeNull()
    expect(await astray()).toEqual([])
    const stored = await readModel.stored()
    // The count is the index's, which is behind: the next one tells what came last.
    await readModel.until(({ documents }) => documents === stored.length)
    const names = new Set(
      stored.flatMap((one) => Object.keys(one).filter((name) => !OWN.test(name)))
    )
    expect([...names].filter((name) => !FIELDS.includes(name))).toEqual([])

    const { orderId } = await stand.orderWith(({ status }) => status === 'ready-for-handling')
    await stand.pass(5_000)
    await stand.admin.startHandling(orderId)
    await until(
      async () => (await readModel.of(orderId))?.stage === 'TO_INVOICE',
      'the document says so'
    )
  })

  it('comes through where replicas die and Master Data fails, loses and is late', async () => {
    await readModel.behave({
      indexLagMs: 3_000,
      falseCondition: 204,
      faults: [
        { operation: 'writeDocument', kind: 'status503', probability: 0.1 },
        { operation: 'writeDocument', kind: 'status500', probability: 0.1, afterCommit: true },
        { operation: 'writeDocument', kind: 'lost', probability: 0.2 },
        { operation: 'readDocument', kind: 'status503', probability: 0.1 },
        { operation: 'search', kind: 'status429', probability: 0.2, retryAfterSeconds: 20 },
        { operation: 'search', kind: 'empty', probability: 0.2 },
      ],
    })
    await until(async () => (await readModel.save(true)).problems.length === 0, 'it is on')
    for (let deaths = 0; deaths < 4; deaths += 1) {
      await readModel.look()
      await stand.kill(1 + (deaths % 2))
      await stand.replicaUp(1 + (deaths % 2))
      await stand.pass(61_000)
    }
    await readModel.behave({ faults: [] })
    await filled()
    // What the index lost is found when all orders are looked for, once a day.
    await stand.pass(25 * HOUR_MS)
    const isRecent = ({ asOf }: ReadModel) =>
      asOf !== null && Date.parse(asOf) > stand.now() - 6.5 * HOUR_MS
    await readModel.until(isRecent)
    expect(await astray()).toEqual([])
  })
})

describe('removed', () => {
  it('leaves nothing of ours in Master Data, a replica killed in between', async () => {
    await readModel.save(true)
    await filled()
    expect((await readModel.stored()).length).toBeGreaterThan(0)
    const { problems } = await readModel.removeAll()
    expect(problems).toEqual([])
    expect((await readModel.save(true)).problems).toMatchObject([{ code: 'READ_MODEL_REMOVING' }])
    await stand.kill(1)
    await readModel.until(({ fill }) => fill === 'IDLE')
    expect(await readModel.entities()).toEqual([])
    expect(await readModel.look()).toMatchObject({ isOn: false, documents: 0, fill: 'IDLE' })
    await stand.admin.orders({ queue: 'TO_INVOICE' })
    expect(await readModel.entities()).toEqual([])

    // Either replica remembers a schema that is gone.
    expect((await readModel.save(true)).problems).toEqual([])
    expect((await filled()).documents).toBeGreaterThan(0)
  })
})
