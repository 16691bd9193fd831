import { Bench, type Params } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
  md.set({ indexLagMs: 0 })
})

const fill = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    await md.put(`id-${n}`, { readAt: n, stage: n % 2 === 0 ? 'EVEN' : 'ODD', value: n % 3 })
  }
}
const page = async (range: string, query: Params = {}) => {
  const { body } = await md.search({ _sort: 'readAt ASC', ...query }, range)
  return body.map(({ id }: { id: string }) => id)
}

describe('search', () => {
  test('answers the range and the total of all that fits', async () => {
    await fill(7)
    const answer = await md.search({ _where: 'stage="EVEN"', _sort: 'readAt ASC' }, 'resources=1-3')
    expect(answer.headers['rest-content-range']).toBe('resources=1-3/4')
    expect(answer.body).toEqual([{ id: 'id-2' }, { id: 'id-4' }])
    expect((await md.search({}, 'resources=0-0')).headers['rest-content-range']).toBe(
      'resources=0-0/7'
    )
    expect(await page('resources=5-30')).toEqual(['id-5', 'id-6'])
    expect(await page('resources=30-40')).toEqual([])
  })

  test('without a range it answers ten', async () => {
    await fill(12)
    const answer = await md.call('GET', 'search')
    expect([answer.body.length, answer.headers['rest-content-range']]).toEqual([
      10,
      'resources=0-10/12',
    ])
  })

  test.each(['resources=5', 'resources=9-3', '0-10', 'resources=-1-5'])(
    '%s is refused',
    async (range) => {
      expect((await md.search({}, range)).status).toBe(400)
    }
  )

  test('more than a hundred is refused, or cut by switch', async () => {
    await fill(120)
    expect((await md.search({}, 'resources=0-100')).body).toHaveLength(100)
    expect((await md.search({}, 'resources=10-111')).status).toBe(400)
    md.set({ overMost: 'cut' })
    const cut = await md.search({}, 'resources=10-120')
    expect([cut.body.length, cut.headers['rest-content-range']]).toEqual([
      100,
      'resources=10-110/120',
    ])
  })

  test.each([400, 500])('beyond the first ten thousand it answers %d', async (beyondReach) => {
    md.set({ beyondReach })
    expect((await md.search({}, 'resources=9900-10000')).status).toBe(200)
    expect((await md.search({}, 'resources=9901-10001')).status).toBe(beyondReach)
    expect((await md.search({}, 'resources=10000-10000')).status).toBe(beyondReach)
  })

  test('shows the default fields of the schema, or those that are named, or all', async () => {
    await fill(1)
    expect((await md.search({ _fields: '' })).body).toEqual([{ id: 'id-0', stage: 'EVEN' }])
    expect((await md.search({ _fields: 'readAt' })).body).toEqual([{ readAt: 0 }])
    expect((await md.search({ _fields: '_all' })).body).toMatchObject([
      { id: 'id-0', readAt: 0, dataEntityId: 'orders' },
    ])
    expect((await md.call('GET', 'search')).body).toEqual([{ id: 'id-0' }])
  })

  test.each([
    [{ _where: 'foo=1' }, "Field 'foo' not found in schema"],
    [{ _where: 'note=x' }, "Field 'note' not found in schema"],
    [{ _where: 'readAt=1', _schema: '' }, "Field 'readAt' not found in schema"],
    [{ _sort: 'note ASC' }, "Field 'note' not found in schema"],
    [{ _fields: 'id,foo' }, "Field 'foo' not found in schema"],
    [{ _fields: 'constructor' }, "Field 'constructor' not found in schema"],
    [{ _fields: 'stage', _schema: '' }, "Field 'stage' not found in schema"],
    [{ _schema: 'v9' }, "Schema 'v9' not found"],
    [{ _where: '(stage=A' }, 'closing parenthesis'],
    [{ _where: 'readAt>=1' }, 'no <='],
    [{ _sort: 'readAt,value ASC' }, '_sort'],
  ])('%j is refused by name', async (query, words) => {
    expect(await md.search(query)).toMatchObject({
      status: 400,
      body: { Message: expect.stringContaining(words) },
    })
  })

  test('its own fields need no schema', async () => {
    await fill(2)
    expect(await md.ids('id="id-1" AND createdIn>2026-11-29', { _schema: '' })).toEqual(['id-1'])
  })

  test('<= and >= by switch', async () => {
    await fill(4)
    md.set({ orEqual: 'taken' })
    expect(await md.ids('readAt<=1 OR readAt>=3')).toEqual(['id-0', 'id-1', 'id-3'])
  })
})

describe('order', () => {
  test('by numbers, texts and moments, both ways', async () => {
    await md.put('x', { readAt: 9, stage: 'B', promise: '2026-11-29T01:00:00+03:00' })
    await md.put('y', { readAt: 10, stage: 'a', promise: '2026-11-28T23:00:00Z' })
    const sorted = async (_sort: string) => page('resources=0-9', { _sort })
    expect(await sorted('readAt ASC')).toEqual(['x', 'y'])
    expect(await sorted('readAt DESC')).toEqual(['y', 'x'])
    expect(await sorted('stage')).toEqual(['x', 'y'])
    expect(await sorted('promise ASC')).toEqual(['x', 'y'])
  })

  test('what lacks the field stands last, or first by switch, whichever the direction', async () => {
    await md.put('a', { readAt: 1, value: 5 })
    await md.put('b', { readAt: 1 })
    const both = async () => [
      await page('resources=0-9', { _sort: 'value ASC' }),
      await page('resources=0-9', { _sort: 'value DESC' }),
    ]
    expect(await both()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    md.set({ absentSorts: 'first' })
    expect(await both()).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ])
  })

  test('without _sort pages overlap and miss rows', async () => {
    await fill(60)
    const seen = [
      ...(await page('resources=0-30', { _sort: '' })),
      ...(await page('resources=30-60', { _sort: '' })),
    ]
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBeLessThan(60)
  })

  test('among equals the order is another one each time', async () => {
    await fill(60)
    const first = await page('resources=0-20', { _sort: 'value ASC' })
    const second = await page('resources=0-20', { _sort: 'value ASC' })
    expect(second).not.toEqual(first)
    expect([...second].sort()).toEqual([...first].sort())
  })

  test('the same seed gives the same order', async () => {
    await fill(30)
    const order = async () => {
      md.set({ seed: 7 })
      return page('resources=0-30', { _sort: '' })
    }
    expect(await order()).toEqual(await order())
  })
})

describe('wildcards', () => {
  const wild = () => md.search({ _where: 'stage=*VEN' })

  test('too many in a minute close the search to everybody, for a while', async () => {
    md.set({ wildcardsPerMinute: 2, wildcardBlockMs: 30_000 })
    await fill(1)
    expect((await wild()).body).toEqual([{ id: 'id-0' }])
    await wild()
    expect((await md.search()).status).toBe(200)
    await wild()
    expect(await md.search()).toMatchObject({
      status: 503,
      body: { Message: 'Wildcard queries temporarily blocked due to excessive usage' },
    })
    expect((await md.call('GET', 'scroll')).status).toBe(200)
    md.pass(30_000)
    expect((await md.search()).status).toBe(200)
  })

  test('of a scroll they close the scroll, with 429', async () => {
    md.set({ wildcardsPerMinute: 0 })
    const query = { _schema: 'v1', _where: 'stage="A*"' }
    expect((await md.call('GET', 'scroll', { query })).status).toBe(200)
    expect((await md.call('GET', 'scroll')).status).toBe(429)
    expect((await md.search()).status).toBe(200)
  })

  test('a minute later they may come again', async () => {
    md.set({ wildcardsPerMinute: 1 })
    await wild()
    md.pass(60_000)
    await wild()
    expect((await md.search()).status).toBe(200)
  })

  test('_keyword is not played', async () => {
    expect((await md.search({ _keyword: 'x' })).body).toBe('unplanned')
  })
})

describe('scroll', () => {
  const begin = (query: Params = {}) =>
    md.call('GET', 'scroll', { query: { _schema: 'v1', _fields: 'id', ...query } })
  const next = (_token: string, query: Params = {}) =>
    md.call('GET', 'scroll', { query: { _token, ...query } })

  test('goes on by its token until an empty page, then is over', async () => {
    await fill(5)
    const first = await begin({ _size: 3, _sort: 'readAt DESC' })
    const token = first.headers['x-vtex-md-token']!
    expect(first.headers['rest-content-total']).toBe('5')
    expect(first.body).toEqual([{ id: 'id-4' }, { id: 'id-3' }, { id: 'id-2' }])
    const second = await next(token)
    expect(second.body).toEqual([{ id: 'id-1' }, { id: 'id-0' }])
    expect(second.headers).not.toHaveProperty('x-vtex-md-token')
    expect((await next(token)).body).toEqual([])
    expect(await next(token)).toMatchObject({
      status: 400,
      body: { Message: `Operation not found for this token: '${token}'` },
    })
  })

  test('shows what there was when it began', async () => {
    await fill(3)
    const { headers } = await begin({ _size: 1, _sort: 'readAt ASC' })
    await md.call('DELETE', 'documents/id-1')
    await md.put('id-2', { readAt: -1 })
    const token = headers['x-vtex-md-token']!
    expect((await next(token)).body).toEqual([{ id: 'id-1' }])
    expect((await next(token)).body).toEqual([{ id: 'id-2' }])
  })

  test('dies after twenty idle minutes, and each call keeps it alive', async () => {
    await fill(5)
    const token = (await begin({ _size: 1 })).headers['x-vtex-md-token']!
    md.pass(20 * 60_000 - 1)
    expect((await next(token)).status).toBe(200)
    md.pass(20 * 60_000 - 1)
    expect((await next(token)).status).toBe(200)
    md.pass(20 * 60_000)
    expect((await next(token)).status).toBe(400)
  })

  test('ten at once; an eleventh is answered 429 until one ends', async () => {
    await fill(1)
    const tokens: string[] = []
    for (let n = 0; n < 10; n += 1) tokens.push((await begin()).headers['x-vtex-md-token']!)
    expect((await begin()).status).toBe(429)
    await next(tokens[0]!)
    expect((await begin()).status).toBe(200)
    expect((await begin()).status).toBe(429)
    md.pass(20 * 60_000)
    expect((await begin()).status).toBe(200)
  })

  test('keeps the filter that it began with', async () => {
    await fill(4)
    const query = { _where: 'stage=EVEN' }
    const token = (await begin({ ...query, _size: 1 })).headers['x-vtex-md-token']!
    expect((await next(token, { ...query, _schema: 'v1', _fields: 'id' })).status).toBe(200)
    expect((await next(token, { _where: 'stage=ODD' })).status).toBe(400)
  })

  test('is of its entity alone', async () => {
    await fill(2)
    const token = (await begin({ _size: 1 })).headers['x-vtex-md-token']!
    const elsewhere = { entity: 'days', query: { _token: token } }
    expect((await md.call('GET', 'scroll', elsewhere)).status).toBe(400)
    expect((await next(token)).body).toHaveLength(1)
  })

  test.each([
    [0, 'refused', 400],
    [1_001, 'refused', 400],
    [1_001, 'cut', 200],
    ['x', 'cut', 400],
  ])('a size of %s, %s: %d', async (_size, overMost, status) => {
    md.set({ overMost })
    expect((await begin({ _size })).status).toBe(status)
  })

  test('names its token on each page by switch', async () => {
    md.set({ scrollHeaders: 'each' })
    await fill(2)
    const token = (await begin({ _size: 1 })).headers['x-vtex-md-token']!
    expect((await next(token)).headers).toMatchObject({
      'x-vtex-md-token': token,
      'rest-content-total': '2',
    })
  })
})
