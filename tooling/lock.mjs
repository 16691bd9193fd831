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

/**
 * npm's yarn.lock with an address in every entry: yarn passes over an entry without one and picks a version
 * of its own.
 */
export function withAddresses(yarnLock) {
  return yarnLock
    .split('\n\n')
    .map((entry) => {
      const [, name, version] =
        /^"?(?:@?[^@\s"]+@npm:)?(@?[^@\s"]+)@.*:\n {2}version "([^"]+)"/m.exec(entry) ?? []
      if (!name || /^ {2}resolved /m.test(entry)) return entry
      const file = `${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`
      return entry.replace(
        /^ {2}version .*$/m,
        (line) => `${line}\n  resolved "${YARN_DEFAULT}${name}/-/${file}"`
      )
    })
    .join('\n\n')
}

function lock(folder) {
  const path = (name) => join(root, folder, name)
  // npm writes its own tree into the yarn.lock that lies beside it: yarn starts from that, so both hold the same.
  const npmInstall = ['install', '--package-lock-only', '--ignore-scripts']
  execFileSync('npm', npmInstall, { cwd: join(root, folder), stdio: 'inherit' })
  const registry = execFileSync('npm', ['config', 'get', 'registry'])
    .toString()
    .trim()
    .replace(/\/?$/, '/')
  const work = mkdtempSync(join(tmpdir(), 'yarn-lock-'))
  try {
    copyFileSync(path('package.json'), join(work, 'package.json'))
    writeFileSync(join(work, 'yarn.lock'), withAddresses(readFileSync(path('yarn.lock'), 'utf8')))
    const yarnInstall = ['install', '--non-interactive', '--ignore-engines', '--ignore-scripts']
    execFileSync('npx', ['-y', YARN, ...yarnInstall, '--registry', registry], {
      cwd: work,
      stdio: 'inherit',
    })
    const written = readFileSync(join(work, 'yarn.lock'), 'utf8')
    writeFileSync(path('yarn.lock'), written.split(registry).join(YARN_DEFAULT))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of ['node', 'react']) lock(folder)
  // npm drops packages of other platforms where the registry does not serve them.
  execFileSync(process.execPath, [join(root, 'tooling', 'completeLock.mjs')], { stdio: 'inherit' })
}
