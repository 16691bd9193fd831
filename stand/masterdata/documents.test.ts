import { APP, Bench, ENTITY, PERSON, SCHEMA, SCHEMA_BODY } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
})

describe('who may', () => {
  test.each([
    ['no token', null, 401],
    ['a token of nobody', 'local-expired', 401],
    ['a token of another account', 'local-foreign', 401],
    ['a person without the right', 'local-operator', 403],
    ['a person with it', PERSON, 204],
    ['the app', APP, 204],
  ])('%s', async (_, token, status) => {
    const { status: seen } = await md.call('PUT', 'documents/1', { body: { a: 1 }, token })
    expect(seen).toBe(status)
  })

  test('the app loses it with its policy', async () => {
    md.grants = new Set()
    expect((await md.get('1')).status).toBe(403)
  })

  test.each([['otherstore'], ['']])('an account named %j is refused', async (an) => {
    expect((await md.call('GET', 'search', { query: { an } })).status).toBe(400)
  })
})

describe('PUT and PATCH of an id', () => {
  test('creates, and a GET shows it at once', async () => {
    expect((await md.put('A-1', { stage: 'TO_SHIP', readAt: 1 })).status).toBe(204)
    md.pass(1_000)
    expect(await md.get('A-1')).toMatchObject({
      status: 200,
      body: {
        id: 'A-1',
        accountName: 'storeops',
        dataEntityId: ENTITY,
        createdIn: '2026-11-29T12:00:00.000Z',
        updatedIn: '2026-11-29T12:00:00.000Z',
        schemas: [SCHEMA],
        stage: 'TO_SHIP',
        readAt: 1,
      },
    })
  })

  test('PUT replaces, PATCH keeps what it does not name', async () => {
    await md.put('1', { stage: 'A', readAt: 1 })
    await md.call('PATCH', 'documents/1', { body: { stage: 'B' }, query: { _schema: SCHEMA } })
    expect((await md.get('1')).body).toMatchObject({ stage: 'B', readAt: 1 })
    await md.put('1', { readAt: 2 })
    expect((await md.get('1')).body).toMatchObject({ readAt: 2 })
    expect((await md.get('1')).body).not.toHaveProperty('stage')
  })

  test('what changes nothing makes no version and moves no date', async () => {
    await md.put('1', { readAt: 1, last: { code: 'x' } })
    md.pass(1_000)
    expect((await md.put('1', { last: { code: 'x' }, readAt: 1 })).status).toBe(204)
    md.set({ unchanged: 304 })
    expect((await md.put('1', { readAt: 1, last: { code: 'x' } })).status).toBe(304)
    expect(md.masterData.list()[0]!.documents).toMatchObject([
      { version: 1, document: { updatedIn: '2026-11-29T12:00:00.000Z' } },
    ])
    await md.put('1', { readAt: 2 })
    expect(md.masterData.list()[0]!.documents[0]!.version).toBe(2)
  })

  test.each([
    ['{', 'JSON'],
    ['[]', 'JSON'],
    [{ readAt: '1' }, 'readAt is not of type integer'],
    [{ stage: 'A' }, 'lacks readAt'],
    [{ readAt: 1, last: { code: 5 } }, 'last.code'],
    [{ readAt: 1, codes: ['a', 5] }, 'codes[1]'],
    [{ readAt: 1, promise: 'tomorrow' }, 'promise is no date-time'],
    [{ readAt: 1, promise: '2026-11-30' }, 'promise is no date-time'],
    [{ readAt: 1, promise: '2026-11-30T00:00:00' }, 'promise is no date-time'],
  ])('with the schema named %j is refused, and nothing is stored', async (body, words) => {
    const answer = await md.put('1', body)
    expect(answer).toMatchObject({ status: 400, body: { Message: expect.stringContaining(words) } })
    expect((await md.get('1')).body).toBe('')
  })

  test('without a schema anything is taken, and stands in no schema', async () => {
    expect((await md.put('1', { readAt: '1' }, { _schema: '' })).status).toBe(204)
    expect((await md.get('1')).body.schemas).toEqual([])
  })

  test('an id is read as it was encoded; a slash that was not encoded is another address', async () => {
    await md.put('A/B 1', { readAt: 1 })
    expect((await md.get('A/B 1')).body.id).toBe('A/B 1')
    expect((await md.call('GET', 'documents/A/B%201')).body).toBe('unplanned')
  })
})

describe('_where on a write', () => {
  const older = { _where: 'readAt<5' }

  test.each([304, 204, 400, 412])(
    'one that does not hold answers %d and writes nothing',
    async (status) => {
      md.set({ falseCondition: status })
      await md.put('1', { readAt: 5 })
      expect((await md.put('1', { readAt: 6 }, older)).status).toBe(status)
      expect((await md.get('1')).body.readAt).toBe(5)
    }
  )

  test('one that holds writes; it asks what is stored, not what is indexed', async () => {
    await md.put('1', { readAt: 4 })
    expect((await md.put('1', { readAt: 9 }, older)).status).toBe(204)
    expect((await md.put('1', { readAt: 3 }, older)).status).toBe(304)
    expect((await md.get('1')).body.readAt).toBe(9)
  })

  test('a PATCH is held by it too', async () => {
    await md.put('1', { readAt: 5 })
    const query = { _schema: SCHEMA, ...older }
    expect((await md.call('PATCH', 'documents/1', { body: { stage: 'B' }, query })).status).toBe(
      304
    )
    expect((await md.get('1')).body).not.toHaveProperty('stage')
  })

  test.each([
    ['writes', 204, 1],
    ['refuses', 304, 0],
  ])('on an absent document it %s', async (absentWithCondition, status, stored) => {
    md.set({ absentWithCondition })
    expect((await md.put('1', { readAt: 1 }, older)).status).toBe(status)
    expect(md.masterData.list()[0]!.stored).toBe(stored)
  })

  test('what would change nothing is told before the condition is asked', async () => {
    await md.put('1', { readAt: 7 })
    expect((await md.put('1', { readAt: 7 }, older)).status).toBe(204)
  })

  test.each([
    ['readAt<', 'a value'],
    ['note=x', "Field 'note' not found in schema"],
    ['foo<5', "Field 'foo' not found in schema"],
    ['readAt<=5', 'no <='],
  ])('%s is refused', async (_where, words) => {
    await md.put('1', { readAt: 5 })
    const answer = await md.put('1', { readAt: 6 }, { _where })
    expect(answer).toMatchObject({ status: 400, body: { Message: expect.stringContaining(words) } })
    expect((await md.get('1')).body.readAt).toBe(5)
  })
})

describe('writes without an id in the path', () => {
  test('POST answers the ids, and makes one where the body has none', async () => {
    const named = await md.call('POST', 'documents', { body: { id: 'A 1', readAt: 1 } })
    expect(named).toMatchObject({
      status: 201,
      body: {
        Id: `${ENTITY}-A 1`,
        DocumentId: 'A 1',
        Href: `http://storeops.vtexcommercestable.com.br/api/dataentities/${ENTITY}/documents/A%201`,
      },
    })
    const made = await md.call('POST', 'documents', { body: { readAt: 2 } })
    expect((await md.get(made.body.DocumentId)).body.readAt).toBe(2)
    expect(made.body.DocumentId).not.toBe('A 1')
  })

  test('with 202 the document comes later', async () => {
    md.set({ postAnswer: 202 })
    expect((await md.call('POST', 'documents', { body: { id: '1', readAt: 1 } })).status).toBe(202)
    md.pass(999)
    expect((await md.get('1')).body).toBe('')
    md.pass(1)
    expect((await md.get('1')).body.readAt).toBe(1)
  })

  test('POST of a stored id replaces, or is refused by a switch', async () => {
    await md.put('1', { readAt: 1 })
    expect((await md.call('POST', 'documents', { body: { id: '1', readAt: 2 } })).status).toBe(201)
    md.set({ postStored: 'refused' })
    expect((await md.call('POST', 'documents', { body: { id: '1', readAt: 3 } })).status).toBe(400)
    expect((await md.get('1')).body.readAt).toBe(2)
  })

  test('PUT replaces, PATCH merges; PUT’s status is a switch', async () => {
    const body = { id: '1', readAt: 1, stage: 'A' }
    expect((await md.call('PUT', 'documents', { body })).status).toBe(200)
    md.set({ putWithoutId: 201 })
    expect((await md.call('PUT', 'documents', { body })).status).toBe(201)
    expect((await md.call('PATCH', 'documents', { body: { id: '1', readAt: 2 } })).status).toBe(200)
    expect((await md.get('1')).body).toMatchObject({ readAt: 2, stage: 'A' })
  })

  test('an id that is no text is refused', async () => {
    expect((await md.call('POST', 'documents', { body: { id: 5 } })).status).toBe(400)
  })
})

describe('GET and DELETE', () => {
  test('a GET shows the fields that it names, and the id alone where it names none', async () => {
    await md.put('1', { readAt: 1, stage: 'A' })
    const read = (query: Record<string, string>) => md.call('GET', 'documents/1', { query })
    expect((await read({})).body).toEqual({ id: '1' })
    expect((await read({ _fields: 'stage, nothing' })).body).toEqual({ stage: 'A' })
  })

  test.each([200, 204, 404])('a document that is not there is answered %d', async (status) => {
    md.set({ missingDocument: status })
    const answer = await md.get('1')
    expect(answer.status).toBe(status)
    if (status < 400) expect(answer.body).toBe('')
  })

  test('DELETE ends it; a second one by switch', async () => {
    await md.put('1', { readAt: 1 })
    expect((await md.call('DELETE', 'documents/1')).status).toBe(204)
    expect((await md.get('1')).body).toBe('')
    md.set({ missingDeletion: 404 })
    expect((await md.call('DELETE', 'documents/1')).status).toBe(404)
  })

  test('v-cache shows the document as it was for a minute; writes are judged by what is stored', async () => {
    await md.call('PUT', 'schemas/cached', { body: { properties: {} } })
    await md.put('1', { readAt: 1 })
    expect((await md.get('1')).body.readAt).toBe(1)
    await md.put('1', { readAt: 2 }, { _where: 'readAt<2' })
    md.pass(59_999)
    expect((await md.get('1')).body.readAt).toBe(1)
    expect((await md.put('1', { readAt: 3 }, { _where: 'readAt<2' })).status).toBe(304)
    md.pass(1)
    expect((await md.get('1')).body.readAt).toBe(2)
  })
})

test('ids that differ in case are one document with two rows, or two documents by switch', async () => {
  await md.put('abc', { readAt: 1 })
  await md.put('ABC', { readAt: 2 })
  md.pass(1_500)
  expect((await md.get('abc')).body).toMatchObject({ id: 'abc', readAt: 2 })
  expect((await md.search()).body).toHaveLength(2)
  expect(md.masterData.list()[0]).toMatchObject({ stored: 1, indexed: 2 })

  const apart = await new Bench().prepare()
  apart.set({ idCase: 'apart' })
  await apart.put('abc', { readAt: 1 })
  await apart.put('ABC', { readAt: 2 })
  expect((await apart.get('abc')).body.readAt).toBe(1)
})

test('what is stored is counted, by entity, and what is larger than a document of the tariff', async () => {
  await md.put('1', { readAt: 1 })
  await md.put('2', { readAt: 2, note: 'x'.repeat(102_400) })
  expect(md.masterData.list()).toMatchObject([
    { entity: ENTITY, stored: 2, over100KB: 1, indexed: 0, schemas: [SCHEMA] },
  ])
  await md.call('DELETE', `schemas/${SCHEMA}`)
  expect(md.masterData.list()).toMatchObject([{ stored: 2, schemas: [] }])
})

test('an entity that was only asked for does not exist', async () => {
  const asked = new Bench()
  expect((await asked.call('GET', 'search')).status).toBe(200)
  expect(asked.masterData.list()).toEqual([])
})

test.each(['acme.orders', 'acme-orders', 'acme orders'])(
  '%s is no name of an entity',
  async (entity) => {
    expect(await md.call('GET', 'search', { entity: encodeURIComponent(entity) })).toMatchObject({
      status: 400,
      body: { Message: 'Invalid data entity name.' },
    })
  }
)

test.each(['documents/1/versions', 'indices', 'documents/1/clusters', 'personalData'])(
  '%s is not played',
  async (path) => {
    expect((await md.call('GET', path)).body).toBe('unplanned')
  }
)

describe('documents that an app has written long ago', () => {
  const plant = () =>
    md.masterData.plant('planted', {
      by: 'v.a',
      schema: { name: SCHEMA, body: SCHEMA_BODY },
      documents: new Map([
        ['A-1', { stage: 'TO_SHIP', readAt: 1 }],
        ['A-2', { stage: 'DELIVERED' }],
      ]),
    })

  test('are stored, judged by the schema, and found at once', async () => {
    plant()
    const [entity] = md.masterData.list().filter((one) => one.entity === 'planted')
    expect(entity).toMatchObject({ stored: 2, indexed: 2, schemas: [SCHEMA] })
    expect(entity!.documents.map(({ document }) => document.schemas)).toEqual([[SCHEMA], []])
    const found = await md.call('GET', 'search', {
      entity: 'planted',
      query: { _where: 'stage=TO_SHIP', _schema: SCHEMA, _fields: 'id' },
    })
    expect(found.body).toEqual([{ id: 'A-1' }])
  })

  test('go with a reset', () => {
    plant()
    md.masterData.reset()
    expect(md.masterData.list()).toEqual([])
  })
})
