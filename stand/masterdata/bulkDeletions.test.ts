import { Bench } from './testing/bench'

let md: Bench
beforeEach(async () => {
  md = await new Bench().prepare()
  md.set({ indexLagMs: 0 })
})

describe('deletion in bulk', () => {
  const JSON_TYPE = { 'content-type': 'application/json' }
  const begin = (body: unknown, more: { token?: string; headers?: Record<string, string> } = {}) =>
    md.call('POST', 'delete', { body, token: 'local-admin', headers: JSON_TYPE, ...more })
  const job = (id: string) => md.call('GET', `delete/jobs/${id}`, { token: 'local-admin' })
  const CLOSED = { filter: 'open=false', schema: 'v1' }

  beforeEach(async () => {
    await md.put('1', { readAt: 1, open: false })
    await md.put('2', { readAt: 1, open: true })
  })

  test('deletes in the background what the filter found', async () => {
    const { status, body } = await begin(CLOSED)
    expect(status).toBe(202)
    expect((await job(body.JobId)).body).toMatchObject({
      Status: 'InProgress',
      DocumentsDeleted: 0,
      Filter: 'open=false',
      Entity: 'orders',
    })
    expect(md.masterData.list()[0]!.stored).toBe(2)
    md.pass(5_000)
    expect((await job(body.JobId)).body).toMatchObject({ Status: 'Success', DocumentsDeleted: 1 })
    expect(await md.ids()).toEqual(['2'])
    expect((await md.get('1')).body).toBe('')
  })

  test('one job of an entity at a time: for twelve hours, or while it runs', async () => {
    await begin(CLOSED)
    md.pass(12 * 3_600_000 - 1)
    expect((await begin(CLOSED)).status).toBe(409)
    md.set({ bulkDeletionLock: 'whileItRuns' })
    expect((await begin(CLOSED)).status).toBe(202)
    expect((await begin(CLOSED)).status).toBe(409)
    md.set({ bulkDeletionLock: 'twelveHours' })
    md.pass(12 * 3_600_000)
    expect((await begin(CLOSED)).status).toBe(202)
  })

  test('one that fails has deleted half of it, and says so', async () => {
    await md.put('3', { readAt: 1, open: false })
    md.set({ bulkDeletionEnd: 'Failed' })
    const { JobId } = (await begin(CLOSED)).body
    md.pass(5_000)
    expect((await job(JobId)).body).toMatchObject({ Status: 'Failed', DocumentsDeleted: 1 })
    expect(md.masterData.list()[0]!.stored).toBe(2)
  })

  test('knows what the index knows: what was written later, or back, is not asked', async () => {
    md.set({ indexLagMs: 1_500 })
    await md.put('1', { readAt: 2, open: true })
    await md.put('2', { readAt: 2, open: false })
    await begin(CLOSED)
    md.pass(5_000)
    expect([(await md.get('1')).body, (await md.get('2')).body.open]).toEqual(['', false])
  })

  test('a job is forgotten after sixty days', async () => {
    const { JobId } = (await begin(CLOSED)).body
    md.pass(60 * 86_400_000 - 1)
    expect((await job(JobId)).status).toBe(200)
    md.pass(1)
    expect((await job(JobId)).status).toBe(404)
  })

  test('is for people, by switch for the app too', async () => {
    const token = 'local-own-app-credential'
    expect((await begin(CLOSED, { token })).status).toBe(403)
    md.set({ bulkDeletionBy: 'anybody' })
    expect((await begin(CLOSED, { token })).status).toBe(202)
  })

  test.each([
    [{}, 'filter field is required'],
    [{ filter: 'stage=A*', schema: 'v1' }, 'Wildcard filters are not allowed'],
    [{ filter: 'open=false' }, "so the 'schema' that declares it as indexed must be provided"],
    [{ filter: 'note=x', schema: 'v1' }, "The field 'note' is not indexed in the schema 'v1'"],
    [{ filter: 'open=', schema: 'v1' }, 'a value'],
    [{ filter: 'readAt<=5', schema: 'v1' }, 'no <='],
    [{ filter: 'createdIn<2099-01-01', schema: 'v9' }, "Schema 'v9' not found"],
    [{ filter: 'createdIn<2099-01-01', schema: 5 }, "Schema '5' not found"],
  ])('%j is refused', async (body, words) => {
    expect(await begin(body)).toMatchObject({
      status: 400,
      body: { Message: expect.stringContaining(words) },
    })
    md.pass(60_000)
    expect(md.masterData.list()[0]!.stored).toBe(2)
  })

  test('without its content type it is answered 415', async () => {
    expect((await begin(CLOSED, { headers: {} })).status).toBe(415)
  })
})
