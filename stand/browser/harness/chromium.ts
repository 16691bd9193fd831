import { existsSync } from 'node:fs'
import type { Browser, BrowserServer } from 'playwright-core'
import { playwright } from '../../testing/kept'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the workers of a test run find its Chromium. */
const RUNNING = 'STAND_TEST_CHROMIUM'

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

/** The Chromium of this test run where there is one, else a new one. @errors where none is installed, with what to do. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = playwright()
  const address = process.env[RUNNING]
  return address ? chromium.connect(address) : chromium.launch(launchOptions())
}

/** One Chromium for a whole test run: each file comes to it with contexts of its own. */
export async function serveChromium(): Promise<BrowserServer> {
  const server = await playwright().chromium.launchServer(launchOptions())
  process.env[RUNNING] = server.wsEndpoint()
  return server
}

function launchOptions(): { executablePath: string; args: string[] } {
  const executablePath = [process.env.CHROMIUM_PATH, ...PLACES].find(
    (path) => path && existsSync(path)
  )
  if (!executablePath) {
    throw new Error('these tests need Chromium: install it, or set CHROMIUM_PATH to it')
  }
  return { executablePath, args: ARGUMENTS }
}
