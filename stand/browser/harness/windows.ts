import { kept, type BrowserWindow } from '../../testing/kept'
import { hearStatusLine } from './statusLine'
import { CULTURES, type Language } from './words'

const WAIT_MS = 20_000

/**
 * A window that shows nothing yet and remembers nothing. One that stood empty is taken again:
 * its process has compiled the Admin's scripts, which costs more than all that a test does.
 * @errors where there is no Chromium, with what to do.
 */
export async function takeWindow(language: Language): Promise<BrowserWindow> {
  const empty = kept().emptyWindows.get(language)?.pop()
  return empty ?? openWindow(language)
}

/**
 * For a window that somebody leaves; `origin` is all that was visited there. One that does not
 * become as a browser makes it is closed.
 */
export async function emptyWindow(
  window: BrowserWindow,
  language: Language,
  origin: string
): Promise<void> {
  // A step that the test did not wait for may still lead elsewhere.
  const isEmpty = await forget(window, origin).catch(() => false)
  if (!isEmpty) return window.context.close()
  const empty = kept().emptyWindows.get(language) ?? []
  kept().emptyWindows.set(language, [...empty, window])
}

/** Answers whether the window is as a browser makes it: a clock that a test set goes on in every page to come. */
async function forget({ context, page }: BrowserWindow, origin: string): Promise<boolean> {
  for (const event of ['console', 'pageerror', 'dialog'] as const) page.removeAllListeners(event)
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close())
  )
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await page.mouse.move(0, 0)
  // A page of the same origin that runs nothing: what was stored is in its reach, and nothing stores more.
  await page.goto(`${origin}/local/info`)
  await context.clearCookies()
  return page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
    return /native code/.test(Date.toString())
  })
}

async function openWindow(language: Language): Promise<BrowserWindow> {
  const browser = await kept().chromium()
  const context = await browser.newContext({
    locale: CULTURES[language],
    timezoneId: 'America/Sao_Paulo',
  })
  context.setDefaultTimeout(WAIT_MS)
  await context.addInitScript(hearStatusLine)
  return { context, page: await context.newPage() }
}
