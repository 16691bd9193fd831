// npm run lock leaves out optional packages of other platforms where the registry does not serve them, and
// `npm ci` then refuses the lock file everywhere. This adds them by the names and versions their parents give.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'android',
  'openharmony',
  'aix',
]
const CPU = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
]

/** os and cpu as such packages write them into their names, for example `core-linux-x64-gnu`. */
export function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = OS.filter((one) => words.includes(one))
  const cpu = CPU.filter((one) => words.includes(one))
  return { ...(cpu.length ? { cpu } : {}), ...(os.length ? { os } : {}) }
}

/** The lock with an entry for every optional dependency that has none. */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  const isThere = (parent, name) => {
    for (let at = parent; ; at = at.slice(0, at.lastIndexOf('node_modules/'))) {
      if (packages[`${at === '' || at.endsWith('/') ? at : `${at}/`}node_modules/${name}`])
        return true
      if (at === '') return false
    }
  }
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isThere(parent, name) || !/^\d/.test(version)) continue
      packages[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      }
    }
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted.map((key) => [key, packages[key]])) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  for (const folder of ['', 'node', 'react']) {
    const file = join(root, folder, 'package-lock.json')
    if (!existsSync(file)) continue
    writeFileSync(
      file,
      `${JSON.stringify(completeLock(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`
    )
  }
}
