import type { Browser } from 'playwright-core'
import type { TestStand } from '../../e2e/harness/stand'
import { hasFailed } from '../../testing/kept'
import { artifactPath, KEEPS_PICTURES } from './artifacts'
import { launchChromium } from './chromium'
import { Person, type PersonOptions } from './person'

/**
 * The run's Chromium, before whose screen each test of a file seats its people. After each
 * test their windows are closed, and none of them may have met an error of the page that the test
 * did not expect.
 */
export function useBrowser(stand: TestStand): TestBrowser {
  const browser = new TestBrowser(stand)
  beforeAll(() => browser.start(), 60_000)
  afterEach(() => browser.dismiss())
  afterAll(() => browser.stop())
  return browser
}

export class TestBrowser {
  private running: Browser | null = null
  private people: Person[] = []

  constructor(private readonly stand: TestStand) {}

  async start(): Promise<void> {
    this.running = await launchChromium()
  }

  async stop(): Promise<void> {
    await this.running?.close()
  }

  /** Somebody at a screen of their own, signed in; no page is open yet. */
  async person(options: PersonOptions = {}): Promise<Person> {
    if (!this.running) throw new Error('the browser is not started')
    const person = await Person.sitDown(this.running, this.stand, options)
    this.people.push(person)
    return person
  }

  async dismiss(): Promise<void> {
    const leaving = this.people.splice(0)
    const complaints = leaving.flatMap((person) => person.complaints())
    if (KEEPS_PICTURES || hasFailed() || complaints.length > 0) {
      await Promise.all(leaving.map((person, at) => person.leavePicture(lastPicture(at))))
    }
    await Promise.all(leaving.map((person) => person.leave()))
    expect(complaints).toEqual([])
  }
}

/** Where the last sight of somebody's screen in the running test goes: what a red test looked like. */
function lastPicture(person: number): string {
  const name = expect.getState().currentTestName ?? 'test'
  return artifactPath('last', `${name}${person === 0 ? '' : ` ${person + 1}`}`)
}
