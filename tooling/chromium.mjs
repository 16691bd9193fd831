// The browser of the panel tests: Debian's Chromium, or one that CHROMIUM_PATH names.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function found() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH))
    return process.env.CHROMIUM_PATH
  return PLACES.find((place) => existsSync(place)) ?? null
}

/** Path of a browser; installs Debian's where there is none and this user may, else ends with one clear line. */
export function findOrInstallChromium() {
  const path = found()
  if (path) return path
  try {
    console.log('installing Chromium for the browser tests')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: 'ignore',
    })
  } catch {
    // What is missing is said below.
  }
  const installed = found()
  if (installed) return installed
  console.error(
    'The browser tests need Chromium: run "apt-get install chromium" as root, or set CHROMIUM_PATH.'
  )
  process.exit(1)
}
