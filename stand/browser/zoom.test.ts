import type { Page } from 'playwright-core'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { inOtherFaces, settled } from './harness/faces'
import { flawsOfLayout } from './harness/layout'
import { PHONE, type Person } from './harness/person'
import { overlaps } from './harness/overlaps'

/** A desk's 1280 × 900 at 200 % (panel §2: the 640 layout). */
const ZOOMED = { width: 640, height: 450 }
const MORE_STOPS_THAN_A_PAGE_HAS = 400

const stand = useStand()
const browser = useBrowser(stand)

/**
 * Nothing sideways, cut, or over something else; whatever Tab leads to, forth and back, is seen
 * whole. All that with wide letters and larger text, too.
 */
async function holdsAtDoubleSize({ page }: Person): Promise<void> {
  await settled(page)
  const start = await page.evaluateHandle(() => document.activeElement as HTMLElement)
  expect(await flawsOf(page)).toEqual([])
  await inOtherFaces(page, async ({ name }) => {
    await start.evaluate((element) => {
      window.scrollTo(0, 0)
      element.focus({ preventScroll: true })
    })
    expect((await flawsOf(page)).map((flaw) => `${name}: ${flaw}`)).toEqual([])
  })
}

async function flawsOf(page: Page): Promise<string[]> {
  return [
    ...(await page.evaluate(flawsOfLayout)),
    ...(await page.evaluate(overlaps)),
    ...(await hiddenStops(page, 'Tab')),
    ...(await hiddenStops(page, 'Shift+Tab')),
  ]
}

async function hiddenStops(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const hidden: string[] = []
  for (let stop = 0; stop < MORE_STOPS_THAN_A_PAGE_HAS; stop += 1) {
    await page.keyboard.press(key)
    const at = await page.evaluate(whatCoversTheFocus)
    if (at === null) break
    if (at !== '') hidden.push(`${key}: ${at}`)
  }
  return hidden
}

/** Runs in the page. Empty: the focus is in sight; null: it has left what the app shows. */
function whatCoversTheFocus(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body || !focused.closest('main')) return null
  const control = focused.closest('label, .it-frame') ?? focused
  const box = (control.textContent?.trim() === '' ? control : focused).getBoundingClientRect()
  if (box.width <= 1 || box.height <= 1) return ''
  const points = [
    [box.left + box.width / 2, box.top + 2],
    [box.left + box.width / 2, box.bottom - 2],
  ] as const
  for (const [x, y] of points) {
    const seen = document.elementFromPoint(x, y)
    const isSeen = seen && (control.contains(seen) || seen.contains(control))
    if (!isSeen)
      return `${focused.outerHTML.slice(0, 120)} is under ${seen?.outerHTML.slice(0, 120) ?? 'the edge'}`
  }
  return ''
}

describe('at 200 %, or as narrow', () => {
  const sit = () => browser.person({ size: ZOOMED })

  it('the queue with ticked orders', async () => {
    const person = await sit()
    const { page } = person
    await person.openQueue('?queue=ALL')
    const boxes = page.getByRole('checkbox', { name: /^Select order/ })
    await boxes.nth(9).waitFor()
    await page.getByRole('link', { name: /^To handle\s*8$/ }).waitFor()
    for (const at of [0, 4]) await boxes.nth(at).check({ force: true })
    await page.getByText('2 selected').waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.getByRole('searchbox').focus()
    await holdsAtDoubleSize(person)
  })

  it('the queue on a phone, where the bar lies below', async () => {
    const person = await browser.person({ size: PHONE })
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await page
      .getByRole('checkbox', { name: /^Select order/ })
      .first()
      .check({ force: true })
    await page.getByText('1 selected').waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.getByRole('button', { name: 'Search and dates' }).click()
    await page.getByRole('searchbox').focus()
    await holdsAtDoubleSize(person)
  })

  it('the settings with something to save', async () => {
    const before = await stand.admin.settings()
    const carriers = [
      {
        name: 'Transportadora Ligeira',
        urlTemplate: 'https://l.example/{trackingNumber}',
        numberPattern: null,
      },
      { name: 'Loggi', urlTemplate: null, numberPattern: 'LG\\d+' },
    ]
    await stand.admin.saveSettings({ ...before, carriers })
    const person = await sit()
    const { page } = person
    await person.open('/admin/invoice-tracking/settings')
    await page.getByLabel('Name', { exact: true }).first().fill('Ligeira')
    await page.getByRole('button', { name: 'Save settings' }).waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await holdsAtDoubleSize(person)
  })

  it('the order with its form', async () => {
    const person = await sit()
    const { page } = person
    await person.openOrder('1300010000101-01')
    await page.getByText('completes the order').waitFor()
    await until(
      async () => (await page.getByRole('button', { name: /^Invoice \d/ }).count()) > 0,
      'the send button'
    )
    await holdsAtDoubleSize(person)
  })
})
