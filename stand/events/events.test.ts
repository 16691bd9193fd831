import { ALL_POLICIES, createFixtureApp, type FixtureApp } from '../testing/fixtureApp'
import { startStand, type Stand } from '../index'
import type { RecordedEvent } from './queue'

jest.setTimeout(30_000)

let app: FixtureApp
let stand: Stand

beforeAll(async () => {
  app = createFixtureApp()
  stand = await startStand({ ...app, replicas: 2, env: {} })
})
afterAll(async () => {
  await stand?.stop()
  app?.remove()
})
beforeEach(async () => {
  app.setPolicies(ALL_POLICIES)
  await stand.world.reset()
  // What a test does not speak of does not wait.
  behave({ delayMs: 0, retryPauseMs: 10 })
})

const behave = (patch: unknown): void =>
  expect(stand.world.events.switches.patch(patch)).toMatchObject({ ok: true })

interface Told {
  readonly told: string
  readonly pid: number
  readonly [name: string]: unknown
}

/** What the handlers wrote down, in their order. */
const told = (): Told[] =>
  stand.world.logs.list().flatMap(({ text }) => {
    try {
      const said = JSON.parse(text) as Told
      return said.told ? [said] : []
    } catch {
      return []
    }
  })
const names = (): string[] => told().map((one) => one.told)
const events = (): readonly RecordedEvent[] => stand.world.events.list()

async function send(event: object): Promise<{ ok: boolean; status?: number; code?: string }> {
  const answer = await fetch(stand.info.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($text: String!) { event(text: $text) }',
      variables: { text: JSON.stringify(event) },
    }),
  })
  const { data } = (await answer.json()) as { data: { event: string } }
  return JSON.parse(data.event) as { ok: boolean }
}

async function until(holds: () => boolean): Promise<void> {
  for (const limit = Date.now() + 10_000; !holds();) {
    if (Date.now() > limit) throw new Error(`waited for: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
/** What a handler writes down comes by another line than its answer, and may come after it. */
const answered = (count: number) => () => {
  const deliveries = events().flatMap((event) => event.deliveries)
  const handled = deliveries.filter(({ status }) => status === 204)
  return deliveries.length >= count && told().length >= handled.length
}

test('an event reaches its handler with the app’s credential and no person’s token', async () => {
  expect(await send({ name: 'a' })).toMatchObject({ ok: true })
  await until(answered(1))
  expect(told()).toEqual([
    {
      told: 'a',
      key: 'fixture.told',
      sender: 'storeops.fixture',
      route: 'told',
      pid: expect.any(Number),
      app: true,
      person: null,
    },
  ])
  expect(events()[0]!.deliveries).toEqual([
    expect.objectContaining({ handler: 'told', status: 204 }),
  ])
})

test('events go to any replica', async () => {
  // After the sends, which take their turns too.
  behave({ delayMs: 300 })
  for (const name of ['a', 'b', 'c', 'd']) await send({ name })
  await until(answered(4))
  expect(new Set(told().map(({ pid }) => pid)).size).toBe(2)
})

test('without colossus-fire-event nothing is sent', async () => {
  app.setPolicies(ALL_POLICIES.filter(({ name }) => name !== 'colossus-fire-event'))
  await stand.world.reset()
  expect(await send({ name: 'a' })).toMatchObject({ ok: false, status: 403 })
  expect(events()).toEqual([])
})

test('a handler that fails gets the event again, so often and no oftener', async () => {
  behave({ attempts: 3 })
  await send({ name: 'a', fails: true })
  await until(answered(3))
  await until(() => names().length >= 3)
  expect(names()).toEqual(['a', 'a', 'a'])
  expect(events()[0]!.deliveries.map(({ status }) => status)).toEqual([500, 500, 500])
})

test('a handler that takes long gets the event again while it runs', async () => {
  behave({ impatienceMs: 100, attempts: 2 })
  await send({ name: 'slow', ms: 600 })
  await until(() => names().length === 2)
  expect(events()[0]!.deliveries).toEqual([])
  await until(answered(2))
  expect(events()[0]!.deliveries.map(({ status }) => status)).toEqual([204, 204])
})

test('a handler that is answered in time gets the event once', async () => {
  await send({ name: 'a', ms: 50 })
  await until(answered(1))
  await send({ name: 'b' })
  await until(answered(2))
  expect(names()).toEqual(['a', 'b'])
})

test('a handler beyond the service’s timeout is not waited for', async () => {
  behave({ impatienceMs: 60_000, attempts: 1 })
  await send({ name: 'a', ms: 4_000 })
  await until(answered(1))
  expect(events()[0]!.deliveries[0]!.status).toBeNull()
})

test('what a dying replica had comes again elsewhere', async () => {
  behave({ impatienceMs: 60_000 })
  await send({ name: 'a', ms: 2_000 })
  await until(() => names().length === 1)
  const { pid } = told()[0]!
  const holder = stand.world.replicas.list().find((one) => one.pid === pid)!
  stand.world.replicas.get(holder.index)!.kill()
  await until(() => names().length === 2)
  expect(told()[1]!.pid).not.toBe(pid)
})

test('an event is lost by a switch, and the sender hears nothing of it', async () => {
  behave({ faults: [{ kind: 'lose' }] })
  expect(await send({ name: 'lost' })).toMatchObject({ ok: true })
  await send({ name: 'kept' })
  await until(answered(1))
  expect(names()).toEqual(['kept'])
  expect(events().map(({ isLost }) => isLost)).toEqual([true, false])
})

test('an event comes twice, late, or after its followers', async () => {
  behave({ faults: [{ kind: 'twice' }] })
  await send({ name: 'twice' })
  await until(answered(2))
  behave({ faults: [{ kind: 'late', lateMs: 60_000 }] })
  await send({ name: 'late' })
  await send({ name: 'after' })
  await until(answered(3))
  expect(names()).toEqual(['twice', 'twice', 'after'])
  await stand.world.setClock(60_000)
  await until(answered(4))
  expect(names()[3]).toBe('late')
})

test('a send fails before or after the event was taken', async () => {
  behave({
    faults: [
      { kind: 'status500' },
      { kind: 'status500', afterCommit: true },
      { kind: 'timeout', afterCommit: true },
    ],
  })
  expect(await send({ name: 'a' })).toMatchObject({ ok: false, status: 500 })
  expect(await send({ name: 'b' })).toMatchObject({ ok: false, status: 500 })
  expect(await send({ name: 'c' })).toMatchObject({ ok: false, code: 'ECONNABORTED' })
  await until(answered(2))
  expect(names().sort()).toEqual(['b', 'c'])
})

test('a body beyond the worker’s limit is never handled', async () => {
  behave({ attempts: 1 })
  await send({ name: 'a', filling: 'x'.repeat(1_100_000) })
  await until(answered(1))
  expect(events()[0]!.deliveries[0]!.status).toBe(500)
  expect(names()).toEqual([])
})

test('a reset drops what is on its way', async () => {
  behave({ delayMs: 5_000 })
  await send({ name: 'a' })
  await stand.world.reset()
  await stand.world.setClock(10_000)
  behave({ delayMs: 0 })
  await send({ name: 'b' })
  await until(answered(1))
  expect(names()).toEqual(['b'])
})

test.each([
  [{ unheard: 1 }, 'unheard'],
  [{ faults: [{ kind: 'lose', lateMs: 5 }] }, 'goes with late'],
  [{ faults: [{ kind: 'lose', afterCommit: true }] }, 'goes with status500'],
])('%j is refused with its reason', (patch, words) => {
  expect(stand.world.events.switches.patch(patch)).toMatchObject({
    ok: false,
    message: expect.stringContaining(words),
  })
})
