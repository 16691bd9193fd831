import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useStand } from './harness/stand'
import { DAY_MS } from './harness/time'

const MANIFEST = join(__dirname, '..', '..', 'manifest.json')
const directory = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifestPath = join(directory, 'manifest.json')
const real = readFileSync(MANIFEST, 'utf8')
writeFileSync(manifestPath, real)
const stand = useStand({ manifestPath })
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Longer than the app remembers a trade policy; counted on, since the worker outlives each test. */
let later = 0
beforeEach(() => stand.pass((later += 2 * 3_600_000)))

const OF_CHILE = '1300070000707-01'
const OF_BRAZIL = '1300070000705-01'

async function shown(orderId: string): Promise<unknown> {
  const reply = await stand.admin.send(
    'query ($orderId: ID!) { order(orderId: $orderId) { currency { code decimalDigits isAssumed } timeZone } }',
    { orderId }
  )
  expect(reply.errors).toEqual([])
  return reply.data!.order
}

const catalogCalls = async (): Promise<number> =>
  (await stand.control<{ path: string }[]>('GET', '/local/egress/calls')).filter(({ path }) =>
    path.startsWith('/api/catalog_system/pub/saleschannel/')
  ).length

describe('an order that names no currency and no zone', () => {
  it('has those of its trade policy, and says that they are assumed', async () => {
    expect(await shown(OF_CHILE)).toEqual({
      currency: { code: 'CLP', decimalDigits: 0, isAssumed: true },
      timeZone: 'America/Santiago',
    })
    expect(await shown(OF_BRAZIL)).toEqual({
      currency: { code: 'BRL', decimalDigits: 2, isAssumed: true },
      timeZone: 'America/Sao_Paulo',
    })
    expect(await catalogCalls()).toBe(2)
  })

  it('is shown in BRL where the account lets nobody ask the catalog', async () => {
    const manifest = JSON.parse(real) as { policies: { attrs?: { path?: string } }[] }
    const policies = manifest.policies.filter(({ attrs }) => !attrs?.path?.includes('saleschannel'))
    writeFileSync(manifestPath, JSON.stringify({ ...manifest, policies }))
    await stand.reset()
    await stand.pass(later)
    expect(await shown(OF_CHILE)).toEqual({
      currency: { code: 'BRL', decimalDigits: 2, isAssumed: true },
      timeZone: null,
    })
    writeFileSync(manifestPath, real)
  })

  it('costs one call a trade policy, however many stand on a page', async () => {
    const createdFrom = new Date(stand.now() - 700 * DAY_MS).toISOString()
    const { rows } = await stand.admin.orders({ queue: 'ALL', perPage: 100, createdFrom })
    expect(rows.map(({ orderId }) => orderId)).toEqual(
      expect.arrayContaining([OF_CHILE, OF_BRAZIL, '1300090000911-01'])
    )
    expect(await catalogCalls()).toBe(2)
  })

  it('leaves the account with the zone of its first trade policy', async () => {
    const reply = await stand.admin.send('{ viewer { timeZone } }')
    expect(reply.data).toEqual({ viewer: { timeZone: 'America/Sao_Paulo' } })
  })

  it('is read no slower where its order names them', async () => {
    await shown('1300070000706-01')
    expect(await catalogCalls()).toBe(0)
  })
})
