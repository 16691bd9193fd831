import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runModule } from './testing/runModule'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'install-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const WANTED = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0' },
  'node_modules/for-windows': { version: '1.0.0', optional: true },
}

function isInstalled(there: object | null): boolean {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: WANTED }))
  if (there) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true })
    writeFileSync(
      join(folder, 'node_modules', '.package-lock.json'),
      JSON.stringify({ packages: there })
    )
  }
  return runModule(join(__dirname, 'install.mjs'), 'return module.isInstalled(input)', folder)
}

test.each([
  ['nothing is there', null, false],
  [
    'all is there but what is for another platform',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } },
    true,
  ],
  ['one is missing', { 'node_modules/a': { version: '1.0.0' } }, false],
  [
    'one is of another version',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } },
    false,
  ],
])('%s', (_, there, expected) => {
  expect(isInstalled(there)).toBe(expected)
})

test('a folder whose install broke off counts as not installed', () => {
  mkdirSync(join(folder, 'node_modules', 'a'), { recursive: true })
  expect(isInstalled(null)).toBe(false)
})

test('an install leaves a yarn.lock as it was, whatever npm writes into it', () => {
  const lock = join(folder, 'yarn.lock')
  writeFileSync(lock, 'as the builder reads it\n')
  const install = `
    const { writeFileSync } = await import('node:fs')
    return module.keepingYarnLock(input.folder, async () => {
      writeFileSync(input.lock, 'as npm writes it')
      return 'installed'
    })`
  expect(runModule(join(__dirname, 'install.mjs'), install, { folder, lock })).toBe('installed')
  expect(readFileSync(lock, 'utf8')).toBe('as the builder reads it\n')
})

test.each([
  ['9.2.0', ['npx', '--yes', 'npm@10.9.4']],
  ['10.8.2', ['npm']],
  ['11.0.0', ['npm']],
])('npm %s cannot read our overrides, or can', (version, expected) => {
  expect(runModule(join(__dirname, 'install.mjs'), 'return module.npmFor(input)', version)).toEqual(
    expected
  )
})
