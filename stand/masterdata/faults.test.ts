import { Bench, type Told } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
  md.set({ indexLagMs: 0 })
})

/** Whether it is answered by now. */
const soFar = async (promise: Promise<Told>): Promise<Told | 'waits'> => {
  await new Promise((resolve) => setImmediate(resolve))
  return Promise.race([promise, Promise.resolve('waits' as const)])
}

describe('a failure', () => {
  test.each([
    ['status429', 429],
    ['status500', 500],
    ['status503', 503],
    ['html408', 408],
    ['status504', 504],
    ['reset', 0],
    ['timeout', 0],
  ])('%s hits once, before or after the call took effect', async (kind, status) => {
    md.set({ faults: [{ operation: 'writeDocument', kind }] })
    expect((await md.put('1', { readAt: 1 })).status).toBe(status)
    expect((await md.get('1')).body).toBe('')
    md.set({ faults: [{ operation: 'writeDocument', kind, afterCommit: true }] })
    expect((await md.put('1', { readAt: 1 })).status).toBe(status)
    expect((await md.get('1')).body.readAt).toBe(1)
    expect((await md.put('1', { readAt: 2 })).status).toBe(204)
  })

  test('a repeated conditional write after a lost answer meets a false condition, or no change', async () => {
    md.set({ faults: [{ operation: 'writeDocument', kind: 'reset', afterCommit: true, times: 2 }] })
    await md.put('1', { readAt: 5 }, { _where: 'readAt<5' })
    expect((await md.put('1', { readAt: 5 }, { _where: 'readAt<5' })).body).toBe('reset')
    expect((await md.put('1', { readAt: 5 }, { _where: 'readAt<5' })).status).toBe(204)
    expect((await md.put('1', { readAt: 5, stage: 'x' }, { _where: 'readAt<5' })).status).toBe(304)
  })

  test('408 and 504 are pages, 429 says when only if told to', async () => {
    md.set({
      faults: [
        { operation: 'search', kind: 'html408' },
        { operation: 'search', kind: 'status429' },
        { operation: 'search', kind: 'status429', retryAfterSeconds: 7 },
      ],
    })
    expect((await md.search()).headers['content-type']).toBe('text/html')
    expect((await md.search()).headers).not.toHaveProperty('retry-after')
    expect((await md.search()).headers['retry-after']).toBe('7')
    expect((await md.search()).status).toBe(200)
  })

  test('hits its own operation alone', async () => {
    md.set({ faults: [{ operation: 'scroll', kind: 'status503', times: 2 }] })
    expect((await md.search()).status).toBe(200)
    expect((await md.call('GET', 'scroll')).status).toBe(503)
    expect(md.masterData.switches.get().faults).toMatchObject([{ times: 1 }])
  })
})

describe('a lie', () => {
  test('empty: 200 and nothing, though there is something', async () => {
    await md.put('1', { readAt: 1 })
    md.set({
      faults: [
        { operation: 'search', kind: 'empty' },
        { operation: 'scroll', kind: 'empty' },
      ],
    })
    const lie = await md.search()
    expect([lie.status, lie.body, lie.headers['rest-content-range']]).toEqual([
      200,
      [],
      'resources=0-100/0',
    ])
    expect((await md.call('GET', 'scroll')).body).toEqual([])
    expect(await md.ids()).toEqual(['1'])
    expect((await md.call('GET', 'scroll')).body).toEqual([{ id: '1' }])
  })

  test('an empty page in the middle of a scroll loses nothing of it', async () => {
    for (const id of ['1', '2']) await md.put(id, { readAt: 1 })
    const first = await md.call('GET', 'scroll', { query: { _size: 1 } })
    const query = { _token: first.headers['x-vtex-md-token']! }
    md.set({ faults: [{ operation: 'scroll', kind: 'empty' }] })
    expect((await md.call('GET', 'scroll', { query })).body).toEqual([])
    const { body } = await md.call('GET', 'scroll', { query })
    expect([...first.body, ...body].map(({ id }: { id: string }) => id).sort()).toEqual(['1', '2'])
  })

  test('unsorted: the same rows in another order', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => String(n + 10))
    for (const id of ids) await md.put(id, { readAt: Number(id) })
    const order = async () => {
      const { body } = await md.search({ _sort: 'readAt ASC' })
      return body.map(({ id }: { id: string }) => id)
    }
    md.set({ faults: [{ operation: 'search', kind: 'unsorted' }] })
    const lie = await order()
    expect(lie).not.toEqual(ids)
    expect([...lie].sort()).toEqual(ids)
    expect(await order()).toEqual(ids)
  })
})

describe('slow', () => {
  test('the call waits, then looks', async () => {
    md.set({ faults: [{ operation: 'readDocument', kind: 'slow', slowMs: 2_000 }] })
    const reading = md.get('1')
    expect(await soFar(reading)).toBe('waits')
    await md.put('1', { readAt: 1 })
    md.pass(2_000)
    expect((await reading).body.readAt).toBe(1)
  })

  test('after the commit it looks, then waits', async () => {
    md.set({ faults: [{ operation: 'writeDocument', kind: 'slow', afterCommit: true }] })
    const writing = md.put('1', { readAt: 1 })
    expect(await soFar(writing)).toBe('waits')
    expect((await md.get('1')).body.readAt).toBe(1)
    md.pass(5_000)
    expect((await writing).status).toBe(204)
  })

  test('its condition is judged when it looks', async () => {
    await md.put('1', { readAt: 1 })
    md.set({ faults: [{ operation: 'writeDocument', kind: 'slow' }] })
    const late = md.put('1', { readAt: 2 }, { _where: 'readAt<2' })
    await md.put('1', { readAt: 3 }, { _where: 'readAt<3' })
    md.pass(5_000)
    expect((await late).status).toBe(304)
    expect((await md.get('1')).body.readAt).toBe(3)
  })

  test('it does not reach over a reset', async () => {
    md.set({ faults: [{ operation: 'writeDocument', kind: 'slow' }] })
    const late = md.put('1', { readAt: 1 }, { _schema: '' })
    md.masterData.reset()
    md.pass(5_000)
    expect((await late).body).toBe('reset')
    expect(md.masterData.list()).toEqual([])
  })
})

test('above the rate every call is answered 429 until the minute is over', async () => {
  md.set({ ratePerMinute: 2 })
  await md.search()
  await md.search()
  expect(await md.put('1', { readAt: 1 })).toMatchObject({ status: 429 })
  md.pass(10_000)
  md.set({ retryAfter: 'seconds' })
  expect((await md.search()).headers['retry-after']).toBe('50')
  md.pass(50_000)
  expect(await md.ids()).toEqual([])
})

test.each([
  [{ unheard: 1 }, 'unheard'],
  [{ falseCondition: 409 }, 'falseCondition'],
  [{ indexLagMs: -1 }, 'indexLagMs'],
  [{ faults: [{ operation: 'search', kind: 'lost' }] }, 'about writes'],
  [{ faults: [{ operation: 'writeDocument', kind: 'empty' }] }, 'about search'],
  [{ faults: [{ operation: 'search', kind: 'reset', slowMs: 5 }] }, 'goes with slow'],
  [{ faults: [{ operation: 'search', kind: 'reset', retryAfterSeconds: 5 }] }, 'status429'],
  [{ faults: [{ operation: 'search', kind: 'empty', afterCommit: true }] }, 'says nothing'],
])('%j is refused with its reason', (patch, words) => {
  const before = md.masterData.switches.get()
  expect(md.masterData.switches.patch(patch)).toMatchObject({
    ok: false,
    message: expect.stringContaining(words),
  })
  expect(md.masterData.switches.get()).toBe(before)
})
