import type { BrowserServer } from 'playwright-core'
import { serveChromium } from '../browser/harness/chromium'

declare global {
  // The only way from jest's start to its end.
  var chromiumOfTestRun: BrowserServer | undefined
}

/** Before the first browser test of a run. @errors where there is no Chromium, with what to do. */
export default async function startChromium(): Promise<void> {
  globalThis.chromiumOfTestRun = await serveChromium()
}
