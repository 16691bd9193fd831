import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import PLACES from '../../tooling/browsers.json'

const ARGUMENTS = [
  // Date fields are typed in the order of the browser's own language, whatever the page's is.
  '--lang=en-US',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @errors where none is installed, with what to do. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM_PATH, ...PLACES].find(
    (path) => path && existsSync(path)
  )
  if (!executablePath) {
    throw new Error('these tests need Chromium: install it, or set CHROMIUM_PATH to it')
  }
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
