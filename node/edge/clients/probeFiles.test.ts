import type { IOContext } from '@vtex/api'
import { PlatformServer } from '../testing/platformServer'

// The platform reads these when it is loaded: address and protocol of its services, name of the app.
process.env.VTEX_IO = 'true'
process.env.VTEX_APP_ID = 'storeops.invoice-tracking@0.1.0'

const platform = new PlatformServer()
let loaded: typeof import('./probeFiles')
// VTEX's clients are many files: on a busy machine they take longer to load than a test may.
beforeAll(async () => {
  loaded = await import('./probeFiles')
  await platform.start()
}, 60_000)
afterAll(() => platform.stop())
beforeEach(() => platform.reset())

const context = {
  account: 'storeops',
  workspace: 'master',
  authToken: 'app-token',
  tracer: { isTraceSampled: false },
} as unknown as IOContext
/** What a careless composition might pass. */
const careless = { retries: 3, memoizable: true, initialBackoffDelay: 1, timeout: 1 }

const files = () => loaded.probeFilesOf(new loaded.ProbeFiles(context, careless))
const FILE = { status: 200, body: { content: 7 }, headers: { etag: '"v1"' } }
const BUCKET =
  '/vbase/v2/storeops/master/buckets/storeops.invoice-tracking/invoice-tracking-check/files'

it('reads past caches, in a bucket of the check alone', async () => {
  platform.answer = () => FILE
  expect(await files().read('a/1.json')).toEqual({ content: 7, version: '"v1"' })
  expect(platform.seen[0]).toMatchObject({
    method: 'GET',
    url: { pathname: `${BUCKET}/a/1.json` },
    headers: { authorization: 'Bearer app-token', 'cache-control': 'no-cache' },
  })
})

it('reads anew each time', async () => {
  let content = 0
  platform.answer = () => ({ ...FILE, body: { content: ++content } })
  const probe = files()
  expect([await probe.read('a'), await probe.read('a')]).toMatchObject([
    { content: 1 },
    { content: 2 },
  ])
})

it('knows a file that is not there, and works on none without an ETag', async () => {
  platform.answer = () => ({ status: 404, body: {} })
  expect(await files().read('a')).toBeNull()
  platform.answer = () => ({ status: 200, body: { content: 1 } })
  await expect(files().read('a')).rejects.toMatchObject({ kind: 'unreadable' })
})

it('saves under the version it names, and under none', async () => {
  platform.answer = () => ({ status: 200, body: [] })
  const probe = files()
  expect(await probe.save('a', 3, '"v1"')).toBe('saved')
  expect(await probe.save('a', 4, null)).toBe('saved')
  expect(
    platform.seen.map(({ method, headers, body }) => [method, headers['if-match'], body])
  ).toEqual([
    ['PUT', '"v1"', '{"content":3}'],
    ['PUT', undefined, '{"content":4}'],
  ])
})

it.each([409, 412, 428, 404])('takes %d for the answer to a condition', async (status) => {
  platform.answer = () => ({ status })
  expect(await files().save('a', 3, '"v1"')).toBe(status)
})

it.each([
  [403, 'forbidden'],
  [429, 'rateLimited'],
  [500, 'unavailable'],
])('takes %d for a failure, asked once', async (status, kind) => {
  platform.answer = () => ({ status })
  await expect(files().save('a', 3, '"v1"')).rejects.toMatchObject({ kind })
  expect(platform.seen).toHaveLength(1)
})

it('has failed where a save without a condition is refused', async () => {
  platform.answer = () => ({ status: 409 })
  await expect(files().save('a', 3, null)).rejects.toMatchObject({ upstream: 'VBASE' })
})

it('asks the listing for the very file', async () => {
  const listing = (...paths: string[]) => ({
    status: 200,
    body: { data: paths.map((path) => ({ path, hash: 'x' })), next: '' },
  })
  platform.answer = () => listing('a/1.json', 'a/1.json.old')
  expect(await files().isListed('a/1.json')).toBe(true)
  expect(platform.seen[0].url.searchParams.get('prefix')).toBe('a/1.json')
  platform.answer = () => listing('a/1.json.old')
  expect(await files().isListed('a/1.json')).toBe(false)
})

it('removes a file', async () => {
  platform.answer = () => ({ status: 204 })
  await files().remove('a/1.json')
  expect(platform.seen[0]).toMatchObject({
    method: 'DELETE',
    url: { pathname: `${BUCKET}/a/1.json` },
  })
})
