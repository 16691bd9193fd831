import { Bench, SCHEMA, SCHEMA_BODY, type Params } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
  md.set({ indexLagMs: 0 })
})

describe('aggregations', () => {
  beforeEach(async () => {
    await md.put('1', { readAt: 1, stage: 'A', value: 10, promise: '2026-11-27T23:30:00-03:00' })
    await md.put('2', { readAt: 2, stage: 'B', value: 5, promise: '2026-11-28T01:00:00Z' })
    await md.put('3', { readAt: 3, stage: 'B', value: 30, promise: '2026-12-01T01:00:00Z' })
    await md.put('4', { readAt: 4 })
  })
  const ask = (query: Params) =>
    md.call('GET', 'aggregations', { query: { _schema: 'v1', ...query } })

  test.each([
    [
      { _type: 'sum', _field: 'value' },
      { all_docs: 4, all_docs_aggregated: 3, result: 45 },
    ],
    [
      { _type: 'sum', _field: 'value', _where: 'stage=B' },
      { all_docs: 4, all_docs_aggregated: 2, result: 35 },
    ],
    [{ _type: 'max', _field: 'value' }, { result: 30 }],
    [{ _type: 'min', _field: 'value' }, { result: 5 }],
    [{ _type: 'avg', _field: 'value' }, { result: 15 }],
    [{ _type: 'stats', _field: 'value' }, { result: { min: 5, max: 30, avg: 15, sum: 45 } }],
    [
      { _type: 'count', _field: 'stage' },
      {
        all_docs: 4,
        all_docs_aggregated: 3,
        result: [
          { key: 'B', value: 2 },
          { key: 'A', value: 1 },
        ],
      },
    ],
    [
      {
        _type: 'date-time-interval',
        _field: 'promise',
        _interval: 'day',
        _cumulative: 'true',
        _derivative: 'true',
      },
      {
        all_docs_aggregated: 3,
        result: [
          { key: '2026-11-28T00:00:00.000Z', doc_count: 2, sum: 2, cumulative_sum: 2 },
          {
            key: '2026-12-01T00:00:00.000Z',
            doc_count: 1,
            sum: 1,
            cumulative_sum: 3,
            derivative_sum: -1,
          },
        ],
      },
    ],
    [
      { _type: 'date-time-interval', _field: 'promise', _interval: 'year' },
      { result: [{ key: '2026-01-01T00:00:00.000Z', doc_count: 3, sum: 3 }] },
    ],
  ])('%j', async (query, expected) => {
    const { status, body } = await ask(query)
    expect(status).toBe(200)
    expect(body).toEqual({ all_docs: 4, all_docs_aggregated: 3, ...expected })
  })

  test.each([
    { _type: 'median', _field: 'value' },
    { _type: 'sum', _field: 'note' },
    { _type: 'date-time-interval', _field: 'promise', _interval: 'text' },
    { _type: 'date-time-interval', _field: 'promise', _interval: 'toString' },
    { _type: 'date-time-interval', _field: 'promise' },
    { _type: 'sum' },
    { _type: 'sum', _field: 'value', _where: 'foo=1' },
  ])('%j is refused', async (query) => {
    expect((await ask(query)).status).toBe(400)
  })

  test.each([400, 403, 404])('are away with %d by switch', async (aggregations) => {
    md.set({ aggregations })
    expect((await ask({ _type: 'sum', _field: 'value' })).status).toBe(aggregations)
  })

  test('answer so many groups and no more, by switch', async () => {
    md.set({ groupsMost: 1 })
    const { body } = await ask({ _type: 'count', _field: 'stage' })
    expect(body.result).toEqual([{ key: 'B', value: 2 }])
  })

  test('see of a field that is newly indexed what was indexed anew', async () => {
    md.set({ revalidationMs: 1_000 })
    await md.put('5', { readAt: 5, note: 'x' })
    await md.put('6', { readAt: 6, note: 'x' })
    const indexed = [...SCHEMA_BODY['v-indexed'], 'note']
    await md.call('PUT', `schemas/${SCHEMA}`, { body: { ...SCHEMA_BODY, 'v-indexed': indexed } })
    const counted = async () =>
      (await ask({ _type: 'count', _field: 'note' })).body.all_docs_aggregated
    md.pass(5_000)
    expect(await counted()).toBe(1)
    md.pass(1_000)
    expect(await counted()).toBe(2)
  })

  test('by parts of values count as such searches, and are closed with them', async () => {
    md.set({ wildcardsPerMinute: 0 })
    expect((await ask({ _type: 'sum', _field: 'value', _where: 'stage=*' })).status).toBe(200)
    expect((await md.search()).status).toBe(503)
    expect((await ask({ _type: 'sum', _field: 'value' })).status).toBe(503)
  })
})
