import { Clock } from '../clock'
import type { Answer, Outcome } from '../http/exchange'
import { VBaseSwitches } from './behaviour'
import { FileStore } from './store'
import { answerAsVBase } from './vbase'

let clock: Clock
let store: FileStore
let switches: VBaseSwitches

beforeEach(() => {
  clock = new Clock()
  store = new FileStore(null, clock.now)
  switches = new VBaseSwitches()
})

const call = (
  method: string,
  path: string,
  { body = '', ...headers }: Record<string, string> = {}
): Promise<Outcome | null> =>
  answerAsVBase(
    {
      method,
      host: 'infra.io.vtex.com',
      path: '',
      query: new URLSearchParams(),
      headers,
      body: Buffer.from(body),
    },
    `/acc/ws/buckets/v.a/b/files${path === '' ? '' : `/${path}`}`,
    { account: 'acc', workspace: 'ws', appName: () => 'v.a', store, switches, clock }
  )

const put = (path: string, body: string) => call('PUT', path, { body })
const seen = async (path: string, headers: Record<string, string> = {}) =>
  told(await call('GET', path, headers))
const told = (outcome: Outcome | null): string | number => {
  if (outcome === null || typeof outcome === 'string') return String(outcome)
  return outcome.status === 200 ? String(outcome.body) : outcome.status
}

/** What a promise has come to so far. */
const soFar = async (promise: Promise<Outcome | null>): Promise<string | number> => {
  await new Promise((resolve) => setImmediate(resolve))
  return told(await Promise.race([promise, Promise.resolve('hang' as const)]))
}

function turn(faults: unknown[], more: Record<string, unknown> = {}): void {
  const set = switches.patch({ faults, ...more })
  if (!set.ok) throw new Error(set.message)
}

describe('slow', () => {
  test('a read waits, then looks: it sees what was saved meanwhile', async () => {
    await put('p', 'old')
    turn([{ method: 'GET', kind: 'slow', slowMs: 1_400 }])
    const reading = call('GET', 'p')
    clock.offsetMs += 1_000
    expect(await soFar(reading)).toBe('hang')
    await put('p', 'new')
    clock.offsetMs += 400
    expect(told(await reading)).toBe('new')
  })

  test('after the commit it looks, then waits: what it answers is old by then', async () => {
    await put('p', 'old')
    turn([{ method: 'GET', kind: 'slow', slowMs: 1_400, afterCommit: true }])
    const reading = call('GET', 'p')
    await put('p', 'new')
    clock.offsetMs += 1_400
    expect(told(await reading)).toBe('old')
  })

  test('a save is judged by If-Match when it looks', async () => {
    const first = (await put('p', 'one')) as Answer
    turn([{ method: 'PUT', kind: 'slow', times: 1 }])
    const saving = call('PUT', 'p', { body: 'two', 'if-match': first.headers!.etag! })
    await put('p', 'between')
    clock.offsetMs += 2_000
    expect(told(await saving)).toBe(412)
    expect(await seen('p')).toBe('between')
  })
})

describe('late', () => {
  test('the caller gets no answer, and the save lands afterwards', async () => {
    await put('p', 'old')
    turn([{ method: 'PUT', kind: 'late', slowMs: 5_000 }])
    expect(await put('p', 'new')).toBe('hang')
    expect(await seen('p')).toBe('old')
    clock.offsetMs += 4_999
    expect(await seen('p')).toBe('old')
    clock.offsetMs += 1
    await soFar(call('GET', 'p'))
    expect(await seen('p')).toBe('new')
  })

  test('its condition is judged when it lands', async () => {
    const first = (await put('p', 'one')) as Answer
    turn([{ method: 'PUT', kind: 'late' }])
    await call('PUT', 'p', { body: 'two', 'if-match': first.headers!.etag! })
    await put('p', 'three')
    clock.offsetMs += 2_000
    await soFar(call('GET', 'p'))
    expect(await seen('p')).toBe('three')
  })

  test('a deletion lands late too', async () => {
    await put('p', 'x')
    turn([{ method: 'DELETE', kind: 'late' }])
    expect(await call('DELETE', 'p')).toBe('hang')
    expect(await seen('p')).toBe('x')
    clock.offsetMs += 2_000
    await soFar(call('GET', 'p'))
    expect(await seen('p')).toBe(404)
  })

  test('it does not reach over a reset', async () => {
    turn([{ method: 'PUT', kind: 'late' }])
    await put('p', 'of the old world')
    store.clear()
    clock.offsetMs += 2_000
    await soFar(call('GET', 'p'))
    expect(await seen('p')).toBe(404)
  })
})

describe('missing', () => {
  test('a file that exists is answered 404, as often as said, and is there afterwards', async () => {
    await put('p', 'x')
    turn([{ method: 'GET', kind: 'missing', times: 2 }])
    expect([await seen('p'), await seen('p'), await seen('p')]).toEqual([404, 404, 'x'])
  })

  test('a file that is not there does not use it up, and the listing names what exists', async () => {
    await put('p', 'x')
    turn([{ method: 'GET', kind: 'missing' }])
    expect(await seen('q')).toBe(404)
    expect(await seen('')).toContain('"path":"p"')
    expect([await seen('p'), await seen('p')]).toEqual([404, 'x'])
  })

  test('no-cache does not end it', async () => {
    await put('p', 'x')
    turn([{ method: 'GET', kind: 'missing' }])
    expect(await seen('p', { 'cache-control': 'no-cache' })).toBe(404)
  })
})

describe('stale', () => {
  const ALWAYS = [{ method: 'GET', kind: 'stale', probability: 1 }]
  const FRESH = { 'cache-control': 'no-cache' }

  test('a read shows what stood there 2 s ago, with its ETag', async () => {
    const first = (await put('p', 'one')) as Answer
    clock.offsetMs += 10_000
    await put('p', 'two')
    clock.offsetMs += 1_000
    await put('p', 'three')
    turn(ALWAYS)
    const stale = (await call('GET', 'p')) as Answer
    expect([told(stale), stale.headers!.etag]).toEqual(['one', first.headers!.etag])
    clock.offsetMs += 1_000
    expect(await seen('p')).toBe('two')
    clock.offsetMs += 1_000
    expect(await seen('p')).toBe('three')
  })

  test('what was not there yet is absent, what was deleted is there', async () => {
    turn(ALWAYS)
    await put('p', 'x')
    expect(await seen('p')).toBe(404)
    clock.offsetMs += 2_000
    expect(await seen('p')).toBe('x')
    await call('DELETE', 'p')
    expect(await seen('p')).toBe('x')
    clock.offsetMs += 2_000
    expect(await seen('p')).toBe(404)
  })

  test('no-cache ends it; a switch lets it outlive that', async () => {
    await put('p', 'one')
    clock.offsetMs += 10_000
    await put('p', 'two')
    turn(ALWAYS)
    expect([await seen('p'), await seen('p', FRESH)]).toEqual(['one', 'two'])
    turn(ALWAYS, { staleOutlivesNoCache: true })
    expect(await seen('p', FRESH)).toBe('one')
  })

  test('saves are judged by what is stored, not by what was shown', async () => {
    await put('p', 'one')
    clock.offsetMs += 10_000
    await put('p', 'two')
    turn(ALWAYS)
    const { etag } = ((await call('GET', 'p')) as Answer).headers!
    expect(told(await call('PUT', 'p', { body: 'three', 'if-match': etag! }))).toBe(412)
  })
})

test('a probability hits its share of the calls, and the same ones for the same seed', async () => {
  await put('p', 'x')
  const misses = async (): Promise<boolean[]> => {
    turn([{ method: 'GET', kind: 'missing', probability: 0.3 }], { seed: 7 })
    const answers: boolean[] = []
    for (let n = 0; n < 200; n += 1) answers.push((await seen('p')) === 404)
    return answers
  }
  const first = await misses()
  expect(first.filter(Boolean).length).toBeGreaterThan(35)
  expect(first.filter(Boolean).length).toBeLessThan(85)
  expect(await misses()).toEqual(first)
})

test('with times a probability ends after so many hits', async () => {
  await put('p', 'x')
  turn([{ method: 'GET', kind: 'missing', probability: 0.5, times: 3 }])
  let hits = 0
  for (let n = 0; n < 100; n += 1) hits += (await seen('p')) === 404 ? 1 : 0
  expect(hits).toBe(3)
})

test.each([
  [{ method: 'PUT', kind: 'missing' }, 'faults.0.kind'],
  [{ method: 'DELETE', kind: 'stale' }, 'faults.0.kind'],
  [{ method: 'GET', kind: 'timeout', slowMs: 5 }, 'faults.0.slowMs'],
  [{ method: 'PUT', kind: 'late', afterCommit: true }, 'faults.0.afterCommit'],
  [{ method: 'GET', kind: 'slow', probability: 2 }, 'faults.0.probability'],
])('%j is refused by name', (fault, name) => {
  expect(switches.patch({ faults: [fault] })).toMatchObject({
    ok: false,
    message: expect.stringContaining(name),
  })
})

test('a clock moved back wakes who sleeps by it', async () => {
  clock.offsetMs = 60_000
  const sleeping = clock.sleep(5_000)
  clock.offsetMs = 0
  await sleeping
})
