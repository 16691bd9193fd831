// npm run lock: writes the npm and the yarn lock file of node/ and react/ together (docs/decisions/0006).
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const YARN = 'yarn@1.22.22'
/** Where yarn's own lock files point by default; the place this machine installs from is nobody's business. */
const YARN_DEFAULT = 'https://registry.yarnpkg.com/'

for (const folder of ['node', 'react']) {
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: join(root, folder), stdio: 'inherit' })
  const work = mkdtempSync(join(tmpdir(), 'yarn-lock-'))
  copyFileSync(join(root, folder, 'package.json'), join(work, 'package.json'))
  const registry = execFileSync('npm', ['config', 'get', 'registry']).toString().trim().replace(/\/?$/, '/')
  execFileSync('npx', ['-y', YARN, 'install', '--non-interactive', '--ignore-engines', '--ignore-scripts', '--registry', registry], {
    cwd: work,
    stdio: 'inherit',
  })
  const lock = readFileSync(join(work, 'yarn.lock'), 'utf8').split(registry).join(YARN_DEFAULT)
  writeFileSync(join(root, folder, 'yarn.lock'), lock)
  rmSync(work, { recursive: true, force: true })
}
execFileSync(process.execPath, [join(root, 'tooling', 'completeLock.mjs')], { stdio: 'inherit' })

// npm drops packages of other platforms where the registry does not serve them.
execFileSync(process.execPath, [join(root, 'tooling', 'completeLock.mjs')], { stdio: 'inherit' })
