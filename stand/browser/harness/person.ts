import type { BrowserContext, ConsoleMessage, Locator, Page, Route } from 'playwright-core'
import type { TestStand } from '../../e2e/harness/stand'
import { bringAxe } from './barriers'
import { bringWideFont } from './faces'
import { emptyWindow, takeWindow } from './windows'
import type { Language } from './words'

export interface PersonOptions {
  readonly as?: string
  readonly language?: Language
  readonly size?: Size
  readonly reducedMotion?: boolean
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const DESK: Size = { width: 1280, height: 900 }
export const PHONE: Size = { width: 360, height: 740 }

const QUEUE = '/admin/invoice-tracking'

const GRAPHQL = '**/_v/private/graphql/v1?**'

const operationOf = (route: Route): string | undefined =>
  (route.request().postDataJSON() as { operationName?: string }).operationName

function promised(): { done: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const done = new Promise<void>((settle) => (resolve = settle))
  return { done, resolve }
}

/** Somebody in front of the panel: sees, clicks, types; knows roles and labels, no ids. */
export class Person {
  private readonly expected: RegExp[] = []
  private readonly met: string[] = []
  private isAltered = false
  private hasLeft = false

  private constructor(
    private readonly stand: TestStand,
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly as: string,
    readonly language: Language
  ) {}

  static async sitDown(stand: TestStand, options: PersonOptions): Promise<Person> {
    const language = options.language ?? 'en'
    const { context, page } = await takeWindow(language)
    await page.setViewportSize(options.size ?? DESK)
    await page.emulateMedia({
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    })
    const person = new Person(stand, context, page, options.as ?? 'local-admin', language)
    person.listen(page)
    return person
  }

  /** Signs in and opens an address of the Admin. */
  async open(path: string): Promise<void> {
    const query = new URLSearchParams({ as: this.as, locale: this.language, to: path })
    await this.page.goto(`${this.stand.url}/local/sign-in?${query}`)
  }

  async openQueue(search = '?queue=TO_INVOICE'): Promise<void> {
    await this.open(`${QUEUE}${search}`)
  }

  async openOrder(orderId: string, search = '?queue=TO_INVOICE'): Promise<void> {
    await this.open(`${QUEUE}/order/${encodeURIComponent(orderId)}${search}`)
    await this.title(orderId).waitFor()
  }

  /** Changes who is signed in behind the page's back: a session that ends, a sign-in elsewhere. */
  async becomes(token: string): Promise<void> {
    await this.context.addCookies([
      { name: 'VtexIdclientAutCookie', value: token, url: this.stand.url },
    ])
  }

  /** The window was behind another one and is looked at again. */
  async comesBack(): Promise<void> {
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }

  /** From now on the panel's own calls of one operation wait on their way, until what is returned lets them go. */
  async withholds(operation: string): Promise<() => Promise<void>> {
    const released = promised()
    await this.page.route(GRAPHQL, async (route) => {
      if (operationOf(route) === operation) await released.done
      // The window may be gone by then.
      await route.fallback().catch(() => undefined)
    })
    return async () => {
      released.resolve()
      await this.page.unroute(GRAPHQL)
    }
  }

  /**
   * The next answer to one operation is on its way for long: the service has read what it tells, the panel hears it once
   * it is let go. What the panel asks meanwhile is answered as ever.
   */
  async slowsAnswer(operation: string): Promise<{ read: Promise<void>; letGo: () => void }> {
    const read = promised()
    const released = promised()
    let isFirst = true
    await this.page.route(GRAPHQL, async (route) => {
      if (!isFirst || operationOf(route) !== operation) return route.fallback()
      isFirst = false
      const response = await route.fetch()
      read.resolve()
      await released.done
      // The window may be gone by then.
      await route.fulfill({ response }).catch(() => undefined)
    })
    return { read: read.done, letGo: released.resolve }
  }

  /** Runs a script in the page before the page's own, from the next address on. */
  async alters(script: () => void): Promise<void> {
    this.isAltered = true
    await this.page.addInitScript(script)
  }

  /** Its network is gone; what looks at the page is there by then. */
  async disconnects(): Promise<void> {
    await bringAxe(this.page)
    await bringWideFont(this.page)
    await this.context.setOffline(true)
  }

  async connects(): Promise<void> {
    await this.context.setOffline(false)
  }

  /** Another window of the same browser, signed in as the same person. */
  async secondWindow(): Promise<Page> {
    const page = await this.context.newPage()
    this.listen(page)
    return page
  }

  title(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text })
  }

  /** The card of a package, by its invoice number. */
  card(invoiceNumber: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`\\b${invoiceNumber}\\b`) })
  }

  /** Every sentence the status line has said in this window since it was loaded, oldest first. */
  said(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  }

  /** Resolves once the status line has said it; where it does not, tells what was said and what stands on the page. */
  async hears(sentence: RegExp): Promise<void> {
    const { source, flags } = sentence
    try {
      await this.page.waitForFunction(
        (wanted) =>
          (window as unknown as { heard: string[] }).heard.some((one) =>
            new RegExp(wanted.source, wanted.flags).test(one)
          ),
        { source, flags },
        // At each frame, as it is left out, takes a tenth of a core from what is waited for.
        { polling: 50 }
      )
    } catch (error) {
      const shown = await this.page.getByRole('main').innerText()
      throw new Error(
        `not heard: ${sentence}\nheard: ${JSON.stringify(await this.said())}\nshown: ${shown}`,
        { cause: error }
      )
    }
  }

  /** Drops files on a part of the page, as from a folder's window. */
  async drop(onto: Locator, files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (given) => {
        const data = new DataTransfer()
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          data.items.add(new File([bytes], name, { type: 'text/xml' }))
        }
        return data
      },
      files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await onto.dispatchEvent(type, { dataTransfer: transfer })
    }
  }

  /** An error of the page that this test brings about. */
  expects(...messages: RegExp[]): void {
    this.expected.push(...messages)
  }

  /** Keeps what the screen shows now, as a PNG. */
  async leavePicture(path: string): Promise<void> {
    if (this.hasLeft) return
    await this.page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
  }

  complaints(): string[] {
    return this.met.filter((text) => !this.expected.some((message) => message.test(text)))
  }

  /** Leaves the window as a browser makes it, for whoever sits down next: from then on it is theirs alone. */
  async leave(): Promise<void> {
    const { context, page, isAltered } = this
    if (isAltered) return this.closeWindow()
    if (this.hasLeft) return
    this.hasLeft = true
    await emptyWindow({ context, page }, this.language, this.stand.url)
  }

  async closeWindow(): Promise<void> {
    if (this.hasLeft) return
    this.hasLeft = true
    await this.context.close()
  }

  private listen(page: Page): void {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.met.push(`${message.type()}: ${message.text()} ${message.location().url}`)
      }
    })
    page.on('pageerror', (error) => this.met.push(`page error: ${error.message}`))
  }
}
