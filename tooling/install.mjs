// Installs what is missing in the three package folders. No dependency: it runs before there are any.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wrongNode } from './nodeVersion.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const FOLDERS = ['', 'node', 'react']
// npm's own waits of a minute and more would look like a start that hangs.
const PATIENCE = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
]
const NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network)\b/i

/** True where node_modules holds exactly what the lock file names. npm writes its copy of the lock last. */
export function isInstalled(folder) {
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'))
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (path === '' || link) return true
    const there = installed[path]
    if (there) return there.version === version
    // Left out for this machine's platform.
    return Boolean(optional || peer)
  })
}

function packagesOf(file) {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** npm rewrites a yarn.lock that it finds, `npm ci` too; that file is the builder's (docs/decisions/0006) and stays as it was. */
export async function keepingYarnLock(folder, work) {
  const file = join(folder, 'yarn.lock')
  const before = existsSync(file) ? readFileSync(file) : null
  try {
    return await work()
  } finally {
    if (before && !before.equals(readFileSync(file))) writeFileSync(file, before)
  }
}

/** What npm 9, which Debian brings with its Node 20, cannot do: read an override of a package that comes from git. */
const NPM_THAT_READS_THEM = 'npm@10.9.4'

/** How npm is called: the one that is there, where it is of that version or newer. */
export function npmFor(version) {
  const isOld = Number(version.split('.')[0]) < 10
  return isOld ? ['npx', '--yes', NPM_THAT_READS_THEM] : ['npm']
}

/** The command to install with; a newer npm is fetched once, before several folders ask for it at the same time. */
function readyNpm() {
  const npm = npmFor(versionOf(['npm'], 'npm is missing: install it, then run this again.'))
  if (npm.length > 1)
    versionOf(npm, `Cannot fetch ${NPM_THAT_READS_THEM}: install npm 10 or newer.`)
  return npm
}

function versionOf([command, ...before], remedy) {
  try {
    const shell = process.platform === 'win32'
    const stdio = ['ignore', 'pipe', 'ignore']
    return execFileSync(command, [...before, '--version'], {
      cwd: root,
      shell,
      stdio,
      encoding: 'utf8',
    }).trim()
  } catch {
    return end(remedy)
  }
}

function install([command, ...before], folder) {
  return new Promise((resolve) => {
    const child = spawn(
      command,
      [
        ...before,
        'ci',
        ...['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
        ...PATIENCE,
      ],
      {
        cwd: join(root, folder),
        stdio: ['ignore', 'ignore', 'pipe'],
        shell: process.platform === 'win32',
      }
    )
    let said = ''
    child.stderr.on('data', (text) => (said += text))
    child.on('error', (error) => resolve({ folder, said: error.message }))
    child.on('exit', (code) => resolve(code === 0 ? null : { folder, said }))
  })
}

function failureLine({ folder, said }) {
  const where = folder === '' ? 'the repository' : `${folder}/`
  if (NETWORK.test(said)) {
    return `Cannot install the packages of ${where}: the npm registry cannot be reached. Connect to the network and run this again.`
  }
  const why = said
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((line) => line !== '' && !line.startsWith('code '))
  return `Cannot install the packages of ${where}: ${why ?? 'npm ci failed'}`
}

/** Installs the folders that lack something; ends the process with one line where that fails. */
export async function installMissing() {
  const wrong = wrongNode(process.version)
  if (wrong) end(wrong)
  const missing = FOLDERS.filter((folder) => !isInstalled(join(root, folder)))
  if (missing.length === 0) return
  console.log(`installing packages in ${missing.map((folder) => folder || '.').join(', ')}`)
  const npm = readyNpm()
  const installs = missing.map((folder) =>
    keepingYarnLock(join(root, folder), () => install(npm, folder))
  )
  const failed = (await Promise.all(installs)).filter(Boolean)
  if (failed.length > 0) end(failureLine(failed[0]))
}

function end(line) {
  console.error(line)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await installMissing()
