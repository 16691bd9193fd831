import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startStand } from '..'
import { buildOrder } from '../demo/buildOrder'
import { MUG } from '../demo/catalog'
import { plainPlan } from './harness/orders'
import { until } from './harness/stand'

const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1])

interface Answer {
  data: Record<string, { outcome: string; problems: unknown[]; order?: { stage: string } }>
}
interface BatchAnswer {
  data: Record<string, { batch: { batchId?: string; state?: string }; problems: unknown[] }>
}
interface LookAnswer {
  data: { batch: { state: string; counts: { outcome: string; count: number }[] } }
}

const integrators = readFileSync(join(__dirname, '..', '..', 'docs', 'README.md'), 'utf8')
const operations = [...integrators.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text!)
const ofBatches = operations.filter((text) => /batch/i.test(text))
const ofCarriers = operations.filter((text) => /connector/i.test(text))
const ofOneOrder = operations.filter((text) => ![...ofBatches, ...ofCarriers].includes(text))

/** The orders of the examples are older than their events. */
const DAY_OF_THE_EXAMPLE = '2026-11-19T12:00:00Z'

/** Pastes the text into a shell, with the stand's own port for 3000; answers each line of JSON. */
async function paste(text: string, url: string): Promise<unknown[]> {
  const script = text.split('http://localhost:3000').join(url)
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { maxBuffer: 16_000_000 })
  return stdout
    .split('\n')
    .filter((line) => /^[[{]/.test(line))
    .map((line) => JSON.parse(line) as unknown)
}

describe('the examples of README.md, pasted into a shell', () => {
  let stand: Awaited<ReturnType<typeof startStand>>
  beforeAll(async () => {
    stand = await startStand({ port: 0, state: 'memory' })
    await fetch(`${stand.url}/local/oms/behaviour`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ applyDelayMs: 0 }),
    })
  })
  afterAll(() => stand.stop())

  it('walk an order in three steps, one in one call, and one in two steps as an ERP', async () => {
    expect(blocks).toHaveLength(5)
    const answers = await paste(blocks.slice(0, 3).join('\n'), stand.url)
    const requests = answers.pop() as { operation: string; token: string }[]
    const steps = answers.map((answer) => Object.values((answer as Answer).data)[0])

    expect(steps.map((step) => step.outcome)).toEqual([
      ...Array(5).fill('APPLIED'),
      'ALREADY_APPLIED',
      ...Array(2).fill('APPLIED'),
    ])
    expect(steps.flatMap((step) => step.problems)).toEqual([])
    expect(steps[0].order?.stage).toBe('TO_SHIP')
    expect(steps[3].order?.stage).toBe('DELIVERED')
    expect(steps[4].order?.stage).toBe('DELIVERED')
    expect(steps[6].order?.stage).toBe('IN_TRANSIT')
    expect(steps[7].order?.stage).toBe('DELIVERED')
    const written = requests
      .map((request) => request.operation)
      .filter((name) => !name.startsWith('Get'))
    expect(written).toEqual([
      'NotifyInvoice',
      'UpdatePartialInvoice',
      'UpdateTrackingStatus',
      'UpdateTrackingStatus',
      'NotifyInvoice',
      'UpdateTrackingStatus',
      'NotifyInvoice',
      'UpdateTrackingStatus',
    ])
  })

  it('take an order from its invoice to its delivery with no person, and tell of one that comes back', async () => {
    const [walk, look] = blocks.slice(3)
    const [switchedOn, ...answers] = await paste(walk!, stand.url)
    expect(switchedOn).toMatchObject({ data: { saveConnector: { problems: [] } } })
    expect(answers).toMatchObject([
      { receipt: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { receipt: expect.stringMatching(/^[0-9a-f]{32}$/) },
      ...Array(3).fill({ parcels: 1, problems: [] }),
      { receipt: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { parcels: 1, problems: [] },
    ])
    interface Look {
      data: {
        delivered: { stage: string; packages: { events: { description: string }[] }[] }
        activity: { actor: string; operation: string }[]
        returned: { stage: string; attention: { code: string }[] }
      }
    }
    // Its functions come from the block before.
    const [functions] = walk!.split('# once, by a person')
    let seen: Look['data'] | null = null
    await until(
      async () => {
        const [answer] = await paste(`${functions}\n${look}`, stand.url)
        seen = (answer as Look).data
        return seen.delivered.stage === 'DELIVERED' && seen.returned.attention.length > 0
      },
      'the carrier’s news are told',
      60_000
    )
    const { delivered, activity, returned } = seen!
    expect(
      delivered.packages.map(({ events }) => events.map(({ description }) => description))
    ).toEqual([['DELIVERED', 'IN_TRANSIT']])
    expect(new Set(activity.map(({ actor }) => actor))).toEqual(
      new Set(['carrier: generic', 'vtexappkey-storeops-LOCAL'])
    )
    expect(returned.stage).not.toBe('DELIVERED')
    expect(returned.attention.map(({ code }) => code)).toContain('TRACKING_RETURNED')
  })

  /** As the operator, who may invoice, unless said otherwise. */
  async function ask<T>(query: string, token = 'local-operator'): Promise<T> {
    const response = await fetch(stand.info.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', VtexIdclientAutCookie: token },
      body: JSON.stringify({ query }),
    })
    return (await response.json()) as T
  }

  it('of docs/README.md, for integrators, sent as they stand for orders with those ids', async () => {
    expect(ofOneOrder).toHaveLength(2)
    for (const [at, query] of ofOneOrder.entries()) {
      const [, orderId] = /orderId: "([^"]+)"/.exec(query)!
      // Worth what the first example invoices.
      const lines = [{ sku: MUG, quantity: 1, price: 24_990 }]
      const plan = { ...plainPlan({ lines, shipping: 0 }), orderId: orderId!, note: 'of the docs' }
      stand.world.oms.add(buildOrder(plan, 990 + at, Date.parse(DAY_OF_THE_EXAMPLE)))
      const { data } = await ask<Answer>(query)
      expect(Object.values(data)[0]).toMatchObject({ outcome: 'APPLIED', problems: [] })
    }

    expect(ofCarriers).toHaveLength(1)
    expect(await ask(ofCarriers[0]!, 'local-admin')).toMatchObject({
      data: { saveConnector: { connector: { hasSecret: true }, problems: [] } },
    })

    // A batch of the same two: its rehearsal finds all of it done.
    const [create, add, start, look] = ofBatches
    expect(ofBatches).toHaveLength(4)
    const created = await ask<BatchAnswer>(create!)
    const { batchId } = created.data['createBatch']!.batch
    const named = (query: string): string => query.replace('…', batchId!)
    const added = await ask<BatchAnswer>(named(add!))
    expect(added.data['addBatchRows']).toEqual({
      batch: { state: 'READY', received: 2 },
      problems: [],
    })
    const started = await ask<BatchAnswer>(named(start!))
    expect(started.data['startBatch']).toEqual({ batch: { state: 'RUNNING' }, problems: [] })
    let seen: LookAnswer['data']['batch'] | null = null
    await until(async () => {
      seen = (await ask<LookAnswer>(named(look!))).data.batch
      return seen.state === 'DONE'
    }, 'the rehearsal is done')
    expect(seen).toMatchObject({ counts: [{ outcome: 'ALREADY_APPLIED', count: 2 }] })
  })
})
