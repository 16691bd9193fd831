import type { IOContext } from '@vtex/api'
import { EXPRESSION } from '../../domain/readmodel/orderHook'
import { PlatformServer } from '../testing/platformServer'

process.env.VTEX_IO = 'true'
process.env.VTEX_APP_ID = 'storeops.invoice-tracking@0.1.0'

const platform = new PlatformServer()
beforeAll(() => platform.start())
afterAll(() => platform.stop())
beforeEach(() => platform.reset())

const KEY = { appKey: 'vtexappkey-storeops-AB', appToken: 'its-token' }
const OWN = 'https://storeops.myvtex.com/_v/invoice-tracking/hook'
const context = {
  account: 'storeops',
  workspace: 'master',
  authToken: 'app-token',
  tracer: { isTraceSampled: false },
} as unknown as IOContext

async function hooks() {
  const { HookConfigs } = await import('./hookConfigs')
  // What a careless composition might pass.
  return new HookConfigs(context, { retries: 3, memoizable: true, timeout: 300 } as object)
}

it("is asked at the account's own address, with the store's key and nobody else's token", async () => {
  platform.answer = () => ({ status: 200, body: { filter: {}, hook: { url: OWN } } })
  expect(await (await hooks()).find(KEY)).toBe(OWN)
  const [{ method, url, headers }] = platform.seen
  expect([method, url.pathname]).toEqual(['GET', '/api/orders/hook/config'])
  expect(headers.host).toBe('storeops.vtexcommercestable.com.br')
  expect(headers['x-vtex-api-appkey']).toBe(KEY.appKey)
  expect(headers['x-vtex-api-apptoken']).toBe(KEY.appToken)
  expect(headers['x-vtex-use-https']).toBe('true')
  expect(headers.vtexidclientautcookie).toBeUndefined()
  expect(headers.authorization).toBeUndefined()
})

it('is asked anew each time', async () => {
  const one = await hooks()
  platform.answer = () => ({ status: 200, body: { hook: { url: OWN } } })
  await one.find(KEY)
  platform.answer = () => ({ status: 404, body: {} })
  expect(await one.find(KEY)).toBeNull()
})

it.each([
  ['no body', { status: 200 }, null],
  ['null', { status: 200, body: null }, null],
  ['404', { status: 404 }, null],
  ['one of a form that nobody knows', { status: 200, body: { a: 1 } }, ''],
])('%s', async (_what, answer, wanted) => {
  platform.answer = () => answer
  expect(await (await hooks()).find(KEY)).toBe(wanted)
})

it('is saved once, with our expression and secret', async () => {
  platform.answer = () => ({ status: 200 })
  await (await hooks()).create(KEY, OWN, 'secret')
  expect(platform.seen.map(({ method, body }) => [method, JSON.parse(body) as unknown])).toEqual([
    [
      'POST',
      {
        filter: { type: 'FromOrders', expression: EXPRESSION, disableSingleFire: true },
        hook: { url: OWN, headers: { 'x-hook-key': 'secret' } },
      },
    ],
  ])
})

it.each(['reset' as const, { status: 500 }, { status: 429 }])(
  'a save that fails is not sent again (%j)',
  async (answer) => {
    platform.answer = () => answer
    await expect((await hooks()).create(KEY, OWN, 's')).rejects.toMatchObject({ upstream: 'OMS' })
    expect(platform.seen).toHaveLength(1)
  }
)

it("tells VTEX's words of what it refuses, and nothing of the key", async () => {
  const message = 'Unable to check address'
  platform.answer = () => ({ status: 400, body: { error: { code: '1', message } } })
  const failing = (await hooks()).create(KEY, OWN, 'secret').catch((error: unknown) => error)
  const error = await failing
  expect(error).toMatchObject({ kind: 'rejected', status: 400, upstreamMessage: message })
  expect(JSON.stringify(error)).not.toMatch(/its-token|secret/)
})

it('a removal of what is not there is one', async () => {
  platform.answer = () => ({ status: 404 })
  await (await hooks()).remove(KEY)
  platform.answer = () => ({ status: 403 })
  await expect((await hooks()).remove(KEY)).rejects.toMatchObject({ kind: 'forbidden' })
})
