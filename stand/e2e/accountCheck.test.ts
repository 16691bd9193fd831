import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useStand } from './harness/stand'

/** What the guarantees assume, tried through the real worker: as the stand is, and with its switches turned. */

interface Policy {
  name: string
}

const MANIFEST = join(__dirname, '..', '..', 'manifest.json')
const directory = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifestPath = join(directory, 'manifest.json')
const real = readFileSync(MANIFEST, 'utf8')
writeFileSync(manifestPath, real)

const stand = useStand({ manifestPath })
afterEach(() => writeFileSync(manifestPath, real))
afterAll(() => rmSync(directory, { recursive: true }))

const NAMES = [
  'vbase-conditional-write',
  'vbase-read-after-write',
  'vbase-absence',
  'oms-rights',
  'oms-list',
  'oms-order',
  'app-token',
  'time-zone',
  'clock',
]

async function check(who = stand.admin) {
  const { checks } = await who.accountCheck()
  return {
    verdicts: Object.fromEntries(checks.map(({ name, verdict }) => [name, verdict])),
    details: Object.fromEntries(checks.map(({ name, detail }) => [name, detail])),
  }
}

const allPassedBut = (others: Record<string, string> = {}) => ({
  ...Object.fromEntries(NAMES.map((name) => [name, 'PASSED'])),
  ...others,
})

async function without(...names: string[]): Promise<void> {
  const { policies, ...rest } = JSON.parse(real) as { policies: Policy[] }
  const left = policies.filter(({ name }) => !names.includes(name))
  expect(left.length).toBeLessThan(policies.length)
  writeFileSync(manifestPath, JSON.stringify({ ...rest, policies: left }))
  await stand.reset()
}

const files = () => stand.world.files.everything().map(({ bucket, path }) => `${bucket}/${path}`)

describe('an account that is as the guarantees assume it', () => {
  it('passes every check; nothing is written to OMS, and no file is left', async () => {
    const before = files()
    const { checks, checkedAt } = await stand.admin.accountCheck()
    expect(checks.map(({ name, verdict }) => [name, verdict])).toEqual(
      NAMES.map((name) => [name, 'PASSED'])
    )
    expect(Math.abs(Date.parse(checkedAt) - stand.now())).toBeLessThan(60_000)
    expect(await stand.writes()).toEqual([])
    expect(files()).toEqual(before)
  })

  it('touches none of the files by which orders are written', async () => {
    const calls = await stand.control<{ method: string; path: string }[]>(
      'GET',
      '/local/egress/calls'
    )
    expect(calls).toEqual([])
    await check()
    const written = (
      await stand.control<{ method: string; path: string }[]>('GET', '/local/egress/calls')
    ).filter(({ method }) => method === 'PUT' || method === 'DELETE')
    expect(written.length).toBeGreaterThan(3)
    for (const { path } of written) expect(path).toContain('/invoice-tracking-check/files/')
  })

  it.each([409, 412])('says that a lost If-Match is answered %d', async (conflictStatus) => {
    await stand.vbase({ conflictStatus })
    const { verdicts, details } = await check()
    expect(verdicts).toEqual(allPassedBut())
    expect(details['vbase-conditional-write']).toContain(`answered ${conflictStatus}.`)
  })

  it('passes in another time: the clocks moved together', async () => {
    await stand.pass(3_600_000)
    expect((await check()).verdicts).toEqual(allPassedBut())
  })
})

describe('VBase', () => {
  const stale = (more: object = {}) =>
    stand.vbase({ faults: [{ method: 'GET', kind: 'stale', probability: 1 }], ...more })

  it('that is a moment old passes while no-cache ends it', async () => {
    await stale()
    expect((await check()).verdicts).toEqual(allPassedBut())
  })

  it('that is a moment old in spite of no-cache fails', async () => {
    await stale({ staleOutlivesNoCache: true })
    const { verdicts } = await check()
    expect(verdicts).toEqual(
      allPassedBut({
        // The file that was just saved is not there yet: two writers have nothing to save under.
        'vbase-conditional-write': 'UNPROVEN',
        'vbase-read-after-write': 'FAILED',
        'vbase-absence': 'FAILED',
      })
    )
  })

  it('that calls a file missing which exists fails, and the listing is told of', async () => {
    await stand.vbase({ faults: [{ method: 'GET', path: 'absence/', kind: 'missing', times: 2 }] })
    const { verdicts, details } = await check()
    expect(verdicts).toEqual(allPassedBut({ 'vbase-absence': 'FAILED' }))
    expect(details['vbase-absence']).toContain('2 of 4 reads')
    expect(details['vbase-absence']).toContain('the listing named it')
  })

  it('that fails is unproven, and told apart from one that the app may not use', async () => {
    await stand.vbase({ faults: [{ method: 'PUT', kind: 'status500', times: 100 }] })
    const unproven = {
      'vbase-conditional-write': 'UNPROVEN',
      'vbase-read-after-write': 'UNPROVEN',
      'vbase-absence': 'UNPROVEN',
    }
    expect((await check()).verdicts).toEqual(allPassedBut(unproven))
    await without('vbase-read-write')
    const { verdicts, details } = await check()
    expect(verdicts).toEqual(
      allPassedBut(Object.fromEntries(Object.keys(unproven).map((name) => [name, 'FAILED'])))
    )
    expect(details['vbase-absence']).toContain('Install the app again')
  })
})

describe('OMS', () => {
  it('tells which rights are missing of whoever pressed the button', async () => {
    const { verdicts, details } = await check(stand.as('local-configurator'))
    expect(verdicts).toEqual(
      allPassedBut({
        'oms-rights': 'FAILED',
        'oms-list': 'FAILED',
        'oms-order': 'UNPROVEN',
        clock: 'UNPROVEN',
      })
    )
    expect(details['oms-rights']).toContain('"List orders" (ListOrders)')
    expect(details['oms-rights']).not.toContain('OMSViewer')
  })

  it('with another clock fails', async () => {
    await stand.behave({ clockAheadMs: 600_000 })
    const { verdicts, details } = await check()
    expect(verdicts).toEqual(allPassedBut({ clock: 'FAILED' }))
    expect(details.clock).toMatch(/between (599|600)\.\d and (600|601)\.\d s ahead/)
  })

  it('that refuses the app’s own token fails that check alone', async () => {
    await without('OMSViewer')
    expect((await check()).verdicts).toEqual(allPassedBut({ 'app-token': 'FAILED' }))
  })

  it('that does not answer is unproven, within a request’s time', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'timeout' }] })
    const { verdicts } = await check()
    expect(verdicts).toEqual(
      allPassedBut({
        'oms-list': 'UNPROVEN',
        'oms-order': 'UNPROVEN',
        'app-token': 'UNPROVEN',
        clock: 'UNPROVEN',
      })
    )
  })
})
