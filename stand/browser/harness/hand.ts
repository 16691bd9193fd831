import type { Locator } from 'playwright-core'
import type { Person } from './person'

export interface GivenFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Local date and time, in the zone the form names. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** A way of acting on the page. */
export interface Hand {
  press(control: Locator): Promise<void>
  fill(field: Locator, text: string): Promise<void>
  fillMoment(field: Locator, moment: Moment): Promise<void>
  /** Gives files to a card that takes documents. */
  give(card: Locator, chooser: Locator, files: GivenFile[]): Promise<void>
}

const two = (number: number): string => String(number).padStart(2, '0')

export class Mouse implements Hand {
  constructor(private readonly person: Person) {}

  async press(control: Locator): Promise<void> {
    await control.click()
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.click()
    await field.fill(text)
  }

  async fillMoment(field: Locator, at: Moment): Promise<void> {
    await field.fill(`${at.year}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}`)
  }

  async give(card: Locator, _chooser: Locator, files: GivenFile[]): Promise<void> {
    await this.person.drop(card, files)
  }
}

/** More stops than any screen of the panel has between two controls of one errand. */
const STOPS = 150

/** Tab, Enter, Space and letters; never the mouse, never focus by script. */
export class Keyboard implements Hand {
  constructor(private readonly person: Person) {}

  /** Tabs on until something has the focus. @errors after more stops than a page has. */
  async reach(control: Locator): Promise<void> {
    const { page } = this.person
    await control.waitFor()
    for (let stop = 0; stop < STOPS; stop += 1) {
      if (await this.isAt(control)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no Tab leads to ${control}`)
  }

  async press(control: Locator): Promise<void> {
    await this.reach(control)
    await this.person.page.keyboard.press('Enter')
  }

  async fill(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.person.page.keyboard.press('Control+A')
    await this.person.page.keyboard.type(text)
  }

  async fillMoment(field: Locator, at: Moment): Promise<void> {
    const { keyboard } = this.person.page
    await this.reach(field)
    await keyboard.type(`${two(at.month)}${two(at.day)}${at.year}`)
    // A year may have six digits: the field waits for them.
    await keyboard.press('ArrowRight')
    await keyboard.type(`${two(at.hour % 12 || 12)}${two(at.minute)}${at.hour < 12 ? 'a' : 'p'}`)
  }

  async give(_card: Locator, chooser: Locator, files: GivenFile[]): Promise<void> {
    const { page } = this.person
    await this.reach(chooser)
    const chosen = page.waitForEvent('filechooser')
    // The browser takes the chooser over only after a round trip; a key is faster than that on a busy machine.
    await page.evaluate(() => document.readyState)
    await page.keyboard.press('Enter')
    const dialog = await chosen
    await dialog.setFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'text/xml', buffer: bytes }))
    )
  }

  private isAt(control: Locator): Promise<boolean> {
    return control.evaluate((element) => element === element.ownerDocument.activeElement)
  }
}
