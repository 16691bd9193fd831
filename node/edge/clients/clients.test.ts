import type { IOContext } from '@vtex/api'
import { PlatformServer } from '../testing/platformServer'

// The platform reads these when it is loaded: address and protocol of its services, name of the app.
process.env.VTEX_IO = 'true'
process.env.VTEX_APP_ID = 'storeops.invoice-tracking@0.1.0'

const platform = new PlatformServer()
beforeAll(() => platform.start())
afterAll(() => platform.stop())
beforeEach(() => platform.reset())

const context = {
  account: 'storeops',
  workspace: 'master',
  authToken: 'app-token',
  tracer: { isTraceSampled: false },
} as unknown as IOContext
/** What a careless composition might pass. */
const careless = { retries: 3, memoizable: true, initialBackoffDelay: 1, timeout: 300 }

describe('VBase', () => {
  async function files() {
    const { VBaseFiles } = await import('./fileStore')
    return new VBaseFiles(context, careless)
  }
  const file = { status: 200, body: { a: 1 }, headers: { etag: '"v1"' } }

  it('is read with its ETag, under account, workspace and app', async () => {
    platform.answer = () => file
    expect(await (await files()).read('claims/01.json')).toEqual({ data: { a: 1 }, etag: '"v1"' })
    expect(platform.seen[0].url.pathname).toBe(
      '/vbase/v2/storeops/master/buckets/storeops.invoice-tracking/invoice-tracking/files/claims/01.json'
    )
    expect(platform.seen[0].headers.authorization).toBe('Bearer app-token')
  })

  it('is asked past every cache, and what it lists is asked as well', async () => {
    platform.answer = ({ url }) =>
      url.searchParams.has('prefix')
        ? { status: 200, body: { data: [{ path: 'orders/1.json', hash: 'h' }], next: '' } }
        : file
    const one = await files()
    await one.read('orders/1.json')
    expect(await one.list('orders/1.json')).toEqual(['orders/1.json'])
    expect(platform.seen.map(({ headers }) => headers['cache-control'])).toEqual([
      'no-cache',
      'no-cache',
    ])
    const { pathname, searchParams } = platform.seen[1].url
    expect(pathname).toMatch(/\/buckets\/storeops\.invoice-tracking\/invoice-tracking\/files$/)
    expect(Object.fromEntries(searchParams)).toEqual({ prefix: 'orders/1.json', limit: '100' })
  })

  it('has no file where it says 404', async () => {
    platform.answer = () => ({ status: 404, body: { code: 'NotFound' } })
    expect(await (await files()).read('none.json')).toBeNull()
  })

  it('is asked anew each time, also while another read of the file is under way', async () => {
    let version = 0
    let letGo = () => {}
    const first = new Promise<void>((resolve) => (letGo = resolve))
    platform.answer = async () => {
      const now = ++version
      if (now === 1) await first
      return { ...file, body: { now } }
    }
    const one = await files()
    const slow = one.read('f.json')
    while (platform.seen.length < 1) await new Promise(setImmediate)
    expect((await one.read('f.json'))?.data).toEqual({ now: 2 })
    letGo()
    expect((await slow)?.data).toEqual({ now: 1 })
  })

  it('without an ETag is not worked on: two writers would overwrite each other unseen', async () => {
    platform.answer = () => ({ status: 200, body: {} })
    await expect((await files()).read('f.json')).rejects.toMatchObject({
      upstream: 'VBASE',
      kind: 'unreadable',
    })
  })

  it('is told which content a save stands on', async () => {
    platform.answer = () => ({ status: 200 })
    const one = await files()
    await one.save('f.json', { b: 2 }, '"v1"')
    await one.save('f.json', { b: 2 }, null)
    expect(
      platform.seen.map(({ method, headers, body }) => [method, headers['if-match'], body])
    ).toEqual([
      ['PUT', '"v1"', '{"b":2}'],
      ['PUT', undefined, '{"b":2}'],
    ])
  })

  it.each([409, 412])('says by %s that somebody else saved in between', async (status) => {
    platform.answer = () => ({ status })
    const { LostMatch } = await import('./fileStore')
    await expect((await files()).save('f.json', {}, '"v1"')).rejects.toBeInstanceOf(LostMatch)
  })

  it.each([409, 412])('takes a %s to a save without condition for a fault', async (status) => {
    platform.answer = () => ({ status })
    await expect((await files()).save('f.json', {}, null)).rejects.toMatchObject({
      upstream: 'VBASE',
    })
  })

  it.each(['reset' as const, { status: 500 }, { status: 503 }])(
    'is never sent a save again (%j)',
    async (answer) => {
      platform.answer = () => answer
      await expect((await files()).save('f.json', {}, '"v1"')).rejects.toMatchObject({
        upstream: 'VBASE',
        kind: 'unavailable',
      })
      expect(platform.seen).toHaveLength(1)
    }
  )
})

describe('VTEX ID', () => {
  async function vtexId() {
    const { VtexId } = await import('./vtexId')
    return new VtexId(context, careless)
  }

  it('names the owner of a token', async () => {
    platform.answer = () => ({
      status: 200,
      body: { user: 'ana@example.com', account: 'storeops' },
    })
    expect(await (await vtexId()).ownerOf('t&x')).toEqual({
      user: 'ana@example.com',
      account: 'storeops',
    })
    const [{ url, headers }] = platform.seen
    expect(url.href).toBe(
      'http://vtexid.vtex.com.br/api/vtexid/pub/authenticated/user?authToken=t%26x'
    )
    expect(headers['x-vtex-use-https']).toBe('true')
    expect(headers['proxy-authorization']).toBe('app-token')
  })

  it.each([null, {}, { user: '', account: 'storeops' }, { user: 'ana@example.com' }])(
    'names nobody by %j',
    async (body) => {
      platform.answer = () => ({ status: 200, body })
      expect(await (await vtexId()).ownerOf('t')).toBeNull()
    }
  )

  it('that fails tells nothing of the token', async () => {
    platform.answer = () => ({ status: 500, body: 'eyJ-secret' })
    const error: unknown = await (
      await vtexId()
    )
      .ownerOf('eyJ-secret')
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ upstream: 'VTEX_ID', kind: 'unavailable', status: 500 })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('eyJ-secret')
  })
})

describe('the catalog', () => {
  async function salesChannels() {
    const { SalesChannels } = await import('./salesChannels')
    return new SalesChannels(context, careless)
  }

  it('names currency and zone of a trade policy', async () => {
    platform.answer = () => ({
      status: 200,
      body: {
        Id: 3,
        CurrencyCode: 'CLP',
        TimeZone: 'Pacific SA Standard Time',
        CurrencyLocale: 13322,
      },
    })
    expect(await (await salesChannels()).find('3')).toEqual({
      currencyCode: 'CLP',
      timeZone: 'Pacific SA Standard Time',
    })
    const [{ url, headers }] = platform.seen
    expect(url.href).toBe(
      'http://portal.vtexcommercestable.com.br/api/catalog_system/pub/saleschannel/3?an=storeops'
    )
    expect(headers).toMatchObject({
      'x-vtex-use-https': 'true',
      'proxy-authorization': 'app-token',
    })
  })

  it.each([
    ['404', { status: 404, body: 'Sales channel not found' }, null],
    ['no object', { status: 200, body: null }, null],
    [
      'nothing in it',
      { status: 200, body: { CurrencyCode: 7 } },
      { currencyCode: null, timeZone: null },
    ],
  ])('knows nothing where it answers %s', async (_, answer, found) => {
    platform.answer = () => answer
    expect(await (await salesChannels()).find('a/../b')).toEqual(found)
    expect(platform.seen[0].url.pathname).toBe('/api/catalog_system/pub/saleschannel/a%2F..%2Fb')
  })

  it('is asked once, and told of as down', async () => {
    platform.answer = () => ({ status: 500 })
    await expect((await salesChannels()).find('3')).rejects.toMatchObject({
      upstream: 'CATALOG',
      kind: 'unavailable',
    })
    expect(platform.seen).toHaveLength(1)
  })
})

describe('License Manager', () => {
  async function rights() {
    const { LicenseManager } = await import('./licenseManager')
    return new LicenseManager(context, careless)
  }

  it("is asked at @auth's address, with the app's credential", async () => {
    platform.answer = () => ({ status: 200, body: true })
    expect(await (await rights()).granted('a+b@example.com', 'ShippingAction')).toBe(true)
    const [{ url, headers }] = platform.seen
    expect(url.href).toBe(
      'http://storeops.vtexcommercestable.com.br/api/license-manager/pvt/accounts/storeops/products/19/logins/a%2Bb%40example.com/resources/ShippingAction/granted'
    )
    expect(headers.authorization).toBe('app-token')
  })

  it.each([false, null, 'true', '<html>', {}, 1])('grants nothing by %j', async (body) => {
    platform.answer = () => ({ status: 200, body })
    expect(await (await rights()).granted('ana@example.com', 'RefundAction')).toBe(false)
  })

  it('is down, then nothing is granted and that is said', async () => {
    platform.answer = () => 'reset'
    await expect((await rights()).granted('ana@example.com', 'RefundAction')).rejects.toMatchObject(
      {
        upstream: 'LICENSE_MANAGER',
        kind: 'unavailable',
      }
    )
  })
})
