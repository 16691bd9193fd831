import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packedFiles } from './packedFiles'

const root = join(__dirname, '..', '..')
const script = join(root, 'tooling', 'vendor.mjs')

// Each test starts a Node of its own, which takes seconds on a machine under load.
describe('npm run vendor', () => {
  const copy = mkdtempSync(join(tmpdir(), 'vendor-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('writes the new vendor into manifest, policies and every provider of a copy', async () => {
    for (const file of await packedFiles(root)) cpSync(join(root, file), join(copy, file))
    execFileSync('node', [script, 'acmestore'], { env: { ...process.env, APP_ROOT: copy } })

    expect(JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')).vendor).toBe('acmestore')
    expect(readFileSync(join(copy, 'policies.json'), 'utf8')).toContain(
      'vrn:acmestore.invoice-tracking:'
    )
    const still = (await packedFiles(copy)).filter((file) =>
      readFileSync(join(copy, file), 'utf8').includes('storeops.')
    )
    expect(still).toEqual([])
  })

  const manifestIn = (folder: string) =>
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      billingOptions: unknown
      policies: { name: string }[]
    }
  const run = (...options: string[]) =>
    spawnSync('node', [script, ...options], {
      env: { ...process.env, APP_ROOT: copy },
      encoding: 'utf8',
    })

  it('says which address people are sent to, and what to run where a builder refuses a policy', () => {
    const said = run('acmestore').stdout
    expect(said).toContain('support@example.com')
    expect(said).toContain('npm run vendor -- acmestore --without NotifyInvoice')
  })

  it('writes the support address of an app that is free in every country', () => {
    const said = run('acmestore', '--support', 'help@acme.example').stdout
    expect(said).not.toContain('--support')
    expect(manifestIn(copy).billingOptions).toEqual({
      type: 'free',
      support: { email: 'help@acme.example' },
      availableCountries: ['*'],
    })
  })

  it.each(['NotifyInvoice', 'ADMIN_DS'])(
    'leaves out %s where it is asked to, and nothing else',
    (spare) => {
      const before = manifestIn(copy).policies
      expect(run('acmestore', '--without', spare).status).toBe(0)
      expect(manifestIn(copy).policies).toEqual(before.filter(({ name }) => name !== spare))
      expect(run('acmestore', '--without', spare).stdout).toContain('nothing to change')
    }
  )

  it.each([
    [['Not An Account'], 'npm run vendor -- <account>'],
    [['acmestore', '--without', 'OMSViewer'], 'the app needs the policy "OMSViewer"'],
    [['acmestore', '--support', 'nobody'], 'no mail address'],
    [['acmestore', '--without'], 'is not understood'],
  ])('refuses %j, says what is wanted and changes nothing', (options, said) => {
    const before = readFileSync(join(copy, 'manifest.json'), 'utf8')
    const { status, stderr } = run(...options)
    expect(status).toBe(1)
    expect(stderr).toContain(said)
    expect(readFileSync(join(copy, 'manifest.json'), 'utf8')).toBe(before)
  })
})
