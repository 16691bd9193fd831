import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { LONG } from './harness/batches'
import { expectFocus } from './harness/expectations'
import { lookAt } from './harness/look'
import { PHONE, type Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** 50 packages, 20 of them delivered. */
const ORDER = '1300060000607-01'

const table = ({ page }: Person) => page.getByRole('table', { name: '50 invoices' })
const rowOf = (person: Person, number: string) =>
  table(person).getByRole('row').filter({ hasText: number })
const tick = (person: Person, name: RegExp | string) =>
  table(person).getByRole('checkbox', { name }).check({ force: true })
const mark = ({ page }: Person) => page.getByRole('button', { name: 'Mark delivered', exact: true })
const said = ({ page }: Person, words: string) =>
  page.getByRole('region', { name: '50 invoices' }).getByText(words)
const deliveries = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'UpdateTrackingStatus')

describe('an order with 50 packages', () => {
  it('has 30 of them delivered by two clicks, each sent once', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    await tick(person, 'Select all 30 packages in transit')
    await page.getByText('30 selected').waitFor()
    await mark(person).click()
    await said(person, 'Marked delivered: 30 of 30').waitFor(LONG)
    await person.hears(/^Marked delivered: 30 of 30/)
    const paths = (await deliveries()).map(({ path }) => path)
    expect(paths).toHaveLength(30)
    expect(new Set(paths).size).toBe(30)
    expect(await table(person).getByText('✓ delivered').count()).toBe(30)
    await until(
      async () => (await table(person).getByRole('checkbox').count()) === 0,
      'no package that could still be marked'
    )
    await page.getByText('recorded events or delivery of invoice 607021').first().waitFor()
  })

  it('keeps a row of 44 px for each, and opens the card of one on demand', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    const row = rowOf(person, '607031')
    const { height } = (await row.boundingBox())!
    expect(height).toBeLessThanOrEqual(45)
    await row.getByText('LG247000031BR').waitFor()
    await row.getByRole('button', { name: 'Show, 607031' }).click()
    await person.page.getByRole('heading', { name: 'Invoice 607031' }).waitFor()
    await person.page.getByRole('button', { name: 'Show less, 607031' }).click()
    await person.page.getByRole('heading', { name: 'Invoice 607031' }).waitFor({ state: 'hidden' })
  })

  it('sends once on a double click, ends after the one in the air when stopped, and sends the rest later', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    for (const number of ['607050', '607049', '607048'])
      await tick(person, `Select invoice ${number}`)
    await stand.behave({ faults: [{ operation: 'UpdateTrackingStatus', kind: 'hold', times: 1 }] })
    await mark(person).dblclick()
    await stand.received('UpdateTrackingStatus', 1)
    await page.getByRole('button', { name: 'Stop' }).click()
    await stand.release()
    await page.getByText(/Marked delivered: 1 of 3 · Stopped\./).waitFor()
    expect(await deliveries()).toHaveLength(1)
    await rowOf(person, '607050').getByText('✓ delivered').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await tick(person, 'Select all 29 packages in transit')
    await mark(person).click()
    await said(person, 'Marked delivered: 29 of 29').waitFor(LONG)
    const paths = (await deliveries()).map(({ path }) => path)
    expect(paths).toHaveLength(30)
    expect(new Set(paths).size).toBe(30)
  })

  it('stops where the connection breaks, says of which nobody knows, and asks for it again alone', async () => {
    const person = await browser.person()
    person.expects(/Failed to load resource/)
    const { page } = person
    await person.openOrder(ORDER)
    await tick(person, 'Select invoice 607050')
    await tick(person, 'Select invoice 607049')
    let broken = 0
    await page.route('**/_v/private/graphql/v1?**', (route) => {
      const isMark = route.request().postData()?.includes('MarkParcelDelivered')
      if (!isMark || broken > 0) return route.fallback()
      broken += 1
      return route.abort()
    })
    await mark(person).click()
    await page.getByText(/Marked delivered: 0 of 2 · 1 not confirmed · Stopped\./).waitFor()
    const row = rowOf(person, '607050')
    await row.getByText('We do not know yet').waitFor()
    await row.getByRole('button', { name: 'Refresh, invoice 607050' }).click()
    await row.getByText('✓ delivered').waitFor()
    expect(await deliveries()).toHaveLength(1)
  })

  it('keeps the focus with the bar when its button goes', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    await tick(person, 'Select invoice 607050')
    await mark(person).press('Enter')
    await said(person, 'Marked delivered: 1 of 1').waitFor()
    await expectFocus(said(person, 'Marked delivered: 1 of 1').locator('..'))
  })

  it('goes on while another order is open', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER, '?queue=IN_TRANSIT')
    await tick(person, 'Select all 30 packages in transit')
    await stand.behave({ faults: [{ operation: 'UpdateTrackingStatus', kind: 'hold', times: 1 }] })
    await mark(person).click()
    await stand.received('UpdateTrackingStatus', 1)
    await page
      .getByRole('link', { name: /In transit/ })
      .first()
      .click()
    await page.getByRole('row').nth(1).waitFor()
    await stand.release()
    await until(async () => (await deliveries()).length === 30, '30 deliveries', 90_000)
  })

  it('fits a phone, ticked too', async () => {
    const person = await browser.person({ size: PHONE })
    await person.openOrder(ORDER)
    await tick(person, 'Select invoice 607050')
    await mark(person).waitFor()
    await lookAt(person, 'order-50-packages-ticked')
  })
})
