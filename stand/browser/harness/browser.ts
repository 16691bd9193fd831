import type { TestStand } from '../../e2e/harness/stand'
import { hasFailed } from '../../testing/kept'
import { artifactPath, KEEPS_PICTURES } from './artifacts'
import { Person, type PersonOptions } from './person'

/**
 * The worker's Chromium, before whose windows each test of a file seats its people. After each
 * test they leave, and none of them may have met an error of the page that the test did not expect.
 */
export function useBrowser(stand: TestStand): TestBrowser {
  const browser = new TestBrowser(stand)
  afterEach(() => browser.dismiss())
  return browser
}

export class TestBrowser {
  private people: Person[] = []

  constructor(private readonly stand: TestStand) {}

  /** Somebody at a screen of their own, signed in; no page is open yet. */
  async person(options: PersonOptions = {}): Promise<Person> {
    const person = await Person.sitDown(this.stand, options)
    this.people.push(person)
    return person
  }

  async dismiss(): Promise<void> {
    const leaving = this.people.splice(0)
    const complaints = leaving.flatMap((person) => person.complaints())
    const isRed = hasFailed() || complaints.length > 0
    if (KEEPS_PICTURES || isRed) {
      await Promise.all(leaving.map((person, at) => person.leavePicture(lastPicture(at))))
    }
    await Promise.all(leaving.map((person) => (isRed ? person.closeWindow() : person.leave())))
    expect(complaints).toEqual([])
  }
}

/** Where the last sight of somebody's screen in the running test goes: what a red test looked like. */
function lastPicture(person: number): string {
  const name = expect.getState().currentTestName ?? 'test'
  return artifactPath('last', `${name}${person === 0 ? '' : ` ${person + 1}`}`)
}
