import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packedFiles } from './packedFiles'

const root = join(__dirname, '..', '..')
const script = join(root, 'tooling', 'vendor.mjs')

describe('npm run vendor', () => {
  const copy = mkdtempSync(join(tmpdir(), 'vendor-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('writes the new vendor into manifest, policies and every provider of a copy', async () => {
    for (const file of await packedFiles(root)) cpSync(join(root, file), join(copy, file))
    execFileSync('node', [script, 'acmestore'], { env: { ...process.env, APP_ROOT: copy } })

    expect(JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')).vendor).toBe('acmestore')
    expect(readFileSync(join(copy, 'policies.json'), 'utf8')).toContain('vrn:acmestore.invoice-tracking:')
    const still = (await packedFiles(copy)).filter((file) => readFileSync(join(copy, file), 'utf8').includes('storeops.'))
    expect(still).toEqual([])
  })

  it('refuses a name that VTEX would refuse, and says what is wanted', () => {
    const run = spawnSync('node', [script, 'Not An Account'], { env: { ...process.env, APP_ROOT: copy } })
    expect(run.status).toBe(1)
    expect(String(run.stderr)).toContain('npm run vendor -- <account>')
  })
})
