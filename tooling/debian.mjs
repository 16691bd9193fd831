// What the tests need besides npm's packages: Debian's Chromium, or one that CHROMIUM_PATH names, and the curl of README's examples.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The browser of the tests: the first that is there, null where none is. Debian's headless shell comes first: it has no
 * window to draw in, which saves a seventh of what the browser tests take.
 */
function chromium() {
  const places = JSON.parse(readFileSync(new URL('browsers.json', import.meta.url), 'utf8'))
  return [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path)) ?? null
}

function curl() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, 'curl')).find(existsSync) ?? null
}

/** Path of a browser; installs Debian's where there is none and this user may, else ends with one clear line. */
export function findOrInstallChromium() {
  return findOrInstall(
    ['chromium-headless-shell', 'chromium'],
    chromium,
    'The browser tests need Chromium: run "apt-get install chromium-headless-shell" as root, or set CHROMIUM_PATH.'
  )
}

/** Path of curl, got as Chromium is. */
export function findOrInstallCurl() {
  return findOrInstall(
    ['curl'],
    curl,
    'The examples of README.md need curl: run "apt-get install curl" as root.'
  )
}

/** Installs the first of the packages that this Debian has. */
function findOrInstall(packages, find, remedy) {
  const path = find()
  if (path) return path
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => {
    try {
      execFileSync('apt-get', args, { env, stdio: 'ignore' })
    } catch {
      // What is missing is said below.
    }
  }
  console.log(`installing ${packages[0]} for the tests`)
  apt('update', '-qq')
  for (const name of packages) {
    apt('install', '-y', '-qq', '--no-install-recommends', name)
    const installed = find()
    if (installed) return installed
  }
  console.error(remedy)
  process.exit(1)
}
