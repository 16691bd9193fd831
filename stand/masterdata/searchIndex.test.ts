import { Bench, SCHEMA, SCHEMA_BODY } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
})

describe('the lag', () => {
  test('a write is searched for 1.5 s later, a change and a deletion too', async () => {
    await md.put('1', { readAt: 1 })
    md.pass(1_499)
    expect(await md.ids()).toEqual([])
    md.pass(1)
    expect(await md.ids()).toEqual(['1'])
    await md.put('1', { readAt: 2 })
    expect(await md.ids('readAt=1')).toEqual(['1'])
    md.pass(1_500)
    expect(await md.ids('readAt=1')).toEqual([])
    await md.call('DELETE', 'documents/1')
    expect((await md.search()).headers['rest-content-range']).toBe('resources=0-100/1')
    md.pass(1_500)
    expect((await md.search()).headers['rest-content-range']).toBe('resources=0-100/0')
  })

  test.each([0, 30_000])('of %d ms by switch', async (indexLagMs) => {
    md.set({ indexLagMs })
    await md.put('1', { readAt: 1 })
    md.pass(Math.max(0, indexLagMs - 1))
    expect(await md.ids()).toEqual(indexLagMs === 0 ? ['1'] : [])
    md.pass(1)
    expect(await md.ids()).toEqual(['1'])
  })

  test('never: what was written meanwhile is not found, however long it takes, until it changes', async () => {
    md.set({ indexLagMs: 'never' })
    await md.put('1', { readAt: 1 })
    md.set({ indexLagMs: 0 })
    md.pass(86_400_000)
    await md.put('1', { readAt: 1 })
    expect(await md.ids()).toEqual([])
    await md.put('1', { readAt: 2 })
    expect(await md.ids()).toEqual(['1'])
  })

  test('v-immediate-indexing has a lag of its own only where a switch gives it one', async () => {
    await md.call('PUT', `schemas/${SCHEMA}`, {
      body: { ...SCHEMA_BODY, 'v-immediate-indexing': true },
    })
    await md.put('1', { readAt: 1 })
    expect(await md.ids()).toEqual([])
    md.set({ immediateLagMs: 0 })
    await md.put('2', { readAt: 1 })
    expect(await md.ids()).toEqual(['2'])
  })

  test('a lag that shrinks lets no older write overtake a newer one', async () => {
    md.set({ indexLagMs: 30_000 })
    await md.put('1', { readAt: 1 })
    md.set({ indexLagMs: 0 })
    await md.put('1', { readAt: 2 })
    md.pass(30_000)
    expect(await md.ids('readAt=2')).toEqual(['1'])
  })
})

describe('entries that go wrong', () => {
  test('lost: the index keeps what it had, the documents do not', async () => {
    md.set({ indexLagMs: 0 })
    await md.put('1', { readAt: 1 })
    md.set({ faults: [{ operation: 'writeDocument', kind: 'lost' }] })
    await md.put('1', { readAt: 2 })
    md.pass(86_400_000)
    expect(await md.ids('readAt=1')).toEqual(['1'])
    expect((await md.get('1')).body.readAt).toBe(2)
    await md.put('1', { readAt: 3 })
    expect(await md.ids('readAt=3')).toEqual(['1'])
  })

  test('a lost deletion leaves a row of a document that is no more', async () => {
    md.set({ indexLagMs: 0 })
    await md.put('1', { readAt: 1 })
    md.set({ faults: [{ operation: 'deleteDocument', kind: 'lost' }] })
    await md.call('DELETE', 'documents/1')
    expect([await md.ids(), (await md.get('1')).body]).toEqual([['1'], ''])
  })

  test('staleOrder: an older content takes the place of a newer one and stays', async () => {
    md.set({ faults: [{ operation: 'writeDocument', kind: 'staleOrder', slowMs: 4_000 }] })
    await md.put('1', { readAt: 1 })
    await md.put('1', { readAt: 2 })
    md.pass(5_499)
    expect(await md.ids('readAt=2')).toEqual(['1'])
    md.pass(1)
    expect(await md.ids('readAt=1')).toEqual(['1'])
    md.pass(86_400_000)
    expect(await md.ids('readAt=1')).toEqual(['1'])
  })
})

describe('schemas', () => {
  const put = (name: string, body: unknown) => md.call('PUT', `schemas/${name}`, { body })

  test('PUT answers VTEX’s text, the same again 304, and GET shows it', async () => {
    const first = await put('v2', { properties: { a: { type: 'string' } } })
    expect(first.status).toBe(200)
    expect(first.body.Message).toMatch(/^JSON Schema persisted successfully\./)
    expect((await put('v2', { properties: { a: { type: 'string' } } })).status).toBe(304)
    expect((await put('v2', { properties: {} })).status).toBe(200)
    expect((await md.call('GET', 'schemas/v2')).body).toEqual({ properties: {} })
    expect((await md.call('GET', 'schemas')).body).toEqual([
      { name: SCHEMA, schema: SCHEMA_BODY },
      { name: 'v2', schema: { properties: {} } },
    ])
    expect((await md.call('GET', 'schemas/none')).status).toBe(404)
  })

  test.each([
    [{ properties: {}, 'v-indexed': ['a'] }, 'v-indexed names a'],
    [[], 'object'],
    ['{', 'object'],
  ])('%j is refused', async (body, words) => {
    expect(await put('bad', body)).toMatchObject({
      status: 400,
      body: { Message: expect.stringContaining(words) },
    })
    expect((await md.call('GET', 'schemas/bad')).status).toBe(404)
  })

  test.each([
    { minLength: 1 },
    { properties: { a: { type: 'string', pattern: '^a' } } },
    { properties: { a: { type: 'array', items: { type: 'string', format: 'email' } } } },
    { properties: { a: { type: 'array', items: [{ type: 'string' }] } } },
    { additionalProperties: { type: 'string' } },
    { anyOf: [] },
  ])('%j asks more than is played', async (body) => {
    expect((await put('more', body)).body).toBe('unplanned')
    expect((await md.call('GET', 'schemas/more')).status).toBe(404)
  })

  test('words and VTEX’s own keys ask nothing of a document', async () => {
    const body = { $schema: 'x', title: 'x', description: 'x', default: {}, 'v-triggers': [] }
    expect((await put('words', body)).status).toBe(200)
  })

  test('there are sixty at most; one of them can still change', async () => {
    for (let n = 2; n <= 60; n += 1) expect((await put(`s${n}`, { title: 'x' })).status).toBe(200)
    expect((await put('s61', { title: 'x' })).status).toBe(400)
    expect((await put('s60', { title: 'y' })).status).toBe(200)
  })

  test('a search by schema finds its instances alone', async () => {
    md.set({ indexLagMs: 0 })
    await md.put('good', { readAt: 1 })
    await md.put('bad', { readAt: 'one' }, { _schema: '' })
    expect(await md.ids()).toEqual(['good'])
    expect(await md.ids(undefined, { _schema: '' })).toEqual(['bad', 'good'])
  })

  test('after a change documents are judged and indexed anew, one after another', async () => {
    md.set({ indexLagMs: 0, revalidationMs: 1_000 })
    for (const id of ['1', '2', '3']) await md.put(id, { readAt: 1, note: 'x' })
    await md.put('wrong', { readAt: 1, note: 5 }, { _schema: '' })
    const properties = { readAt: { type: 'integer' }, note: { type: 'string' } }
    await put('v2', { properties, 'v-indexed': ['note'] })
    const found = () => md.ids(undefined, { _schema: 'v2' })
    expect(await found()).toEqual([])
    md.pass(1_000)
    expect(await found()).toEqual(['1'])
    // Written meanwhile: judged at once.
    await md.put('3', { readAt: 2, note: 'y' })
    expect(await found()).toEqual(['1', '3'])
    md.pass(3_000)
    expect(await found()).toEqual(['1', '2', '3'])
  })

  test('a field that is newly indexed is found only where its document was indexed anew', async () => {
    md.set({ indexLagMs: 0, revalidationMs: 1_000 })
    for (const id of ['1', '2']) await md.put(id, { readAt: 1, note: 'x' })
    expect((await md.search({ _where: 'note=x' })).status).toBe(400)
    const indexed = [...SCHEMA_BODY['v-indexed'], 'note']
    await put(SCHEMA, { ...SCHEMA_BODY, 'v-indexed': indexed })
    md.pass(1_000)
    expect([await md.ids('note=x'), await md.ids('note is null')]).toEqual([['1'], ['2']])
    md.pass(1_000)
    expect([await md.ids('note=x'), await md.ids('note is null')]).toEqual([['1', '2'], []])
  })

  test('a stricter schema drops documents out of its searches and out of nothing else', async () => {
    md.set({ indexLagMs: 0, revalidationMs: 0 })
    await md.put('1', { readAt: 1 })
    await put(SCHEMA, { ...SCHEMA_BODY, required: ['readAt', 'stage'] })
    expect(await md.ids()).toEqual([])
    expect((await md.get('1')).body).toMatchObject({ readAt: 1, schemas: [] })
  })
})
