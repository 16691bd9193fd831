import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { DESK, PHONE, type Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const rowOf = (person: Person, orderId: string) =>
  person.page.getByRole('row').filter({ has: person.page.getByRole('link', { name: orderId }) })
const isAt = (person: Person, search: RegExp) =>
  until(() => search.test(person.page.url()), `an address with ${search}, not ${person.page.url()}`)

describe('keys', () => {
  it('move between rows, tick one or a range, and open, at the form too', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    const link = (at: number) => page.getByRole('row').nth(at).getByRole('link')
    const { keyboard } = page
    await link(1).focus()
    await keyboard.press('ArrowDown')
    await expectFocus(link(2))
    await keyboard.press('x')
    await page.getByText(/1 selected/).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await keyboard.press('Shift+X')
    await page.getByText(/3 selected/).waitFor()
    await keyboard.press('End')
    await expectFocus(page.getByRole('row').last().getByRole('link'))
    await keyboard.press('Home')
    await expectFocus(link(1))
    await keyboard.press('ArrowUp')
    await expectFocus(link(1))
    const first = (await link(1).innerText()).trim()
    await keyboard.press('Enter')
    await person.title(first).waitFor()
    await page.goBack()
    await expectFocus(link(1))
    await keyboard.press('i')
    await person.title(first).waitFor()
    await isAt(person, /do=invoice/)
  })

  it('belong to the person in the search box', async () => {
    const person = await browser.person()
    await person.openQueue()
    await person.page.getByRole('row').nth(1).waitFor()
    const box = person.page.getByRole('searchbox')
    await box.pressSequentially('xi')
    await expectValue(box, 'xi')
    expect(await person.page.getByText(/selected/).count()).toBe(0)
  })
})

describe('the box of a row', () => {
  for (const [where, size] of [
    ['table', DESK],
    ['cards', PHONE],
  ] as const) {
    it(`is ticked by who misses it by a few pixels, instead of opening the order (${where})`, async () => {
      const person = await browser.person({ size })
      const { page } = person
      await person.openQueue('?queue=TO_HANDLE')
      const box = page.getByRole('checkbox', { name: 'Select order 1300030000301-01' })
      await box.waitFor({ state: 'attached' })
      const mark = page.locator('.vtex-checkbox__container').filter({ has: box })
      const { x, y, height } = (await mark.boundingBox())!
      await page.mouse.click(x - 8, y + height / 2)
      await page.getByText(/^1 selected/).waitFor()
      await page.mouse.click(x + height / 2, y + height + 8)
      await page.getByText(/^1 selected/).waitFor({ state: 'hidden' })
      expect(page.url()).toMatch(/queue=TO_HANDLE/)
    })
  }
})

describe('the bar of ticked orders', () => {
  it('says on a phone too who goes, and how long the ticks live', async () => {
    const person = await browser.person({ size: PHONE })
    const { page } = person
    await person.openQueue('?queue=ALL&q=130003000030')
    const tick = (orderId: string) =>
      page.getByRole('checkbox', { name: `Select order ${orderId}` }).check({ force: true })
    await tick('1300030000301-01')
    await page.getByText('The selection covers all pages of this queue.').waitFor()
    await page.getByText(/1 selected · It will start handling/).waitFor()
  })
})

describe('the pages', () => {
  it('leave the focus at the pager where the link that led there is gone', async () => {
    const person = await browser.person()
    const { page } = person
    const moves = page.getByRole('navigation', { name: 'Pages' })
    await person.openQueue('?queue=TO_INVOICE')
    await moves.getByRole('link', { name: /^Next/ }).press('Enter')
    await moves.getByText(/^26–/).waitFor()
    await expectFocus(moves.getByRole('link', { name: /Previous$/ }))
    await page.keyboard.press('Enter')
    await moves.getByText(/^1–/).waitFor()
    await expectFocus(moves.getByRole('link', { name: /^Next/ }))
  })
})

describe('a row that cannot be read', () => {
  it('harms no other, and has its own retry', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=ALL&perPage=100')
    const row = person.page.getByRole('row').filter({ hasText: '1300090000912-01' })
    await row.getByText(/Could not be read/).waitFor()
    await row.getByRole('button', { name: /^Try again/ }).waitFor()
    await rowOf(person, '1300010000101-01').waitFor()
  })

  it('takes its place among the others when the retry reads it', async () => {
    const { orderId } = stand.plant(plainPlan({ status: 'ready-for-handling', hoursAgo: 1 }))
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    const person = await browser.person()
    await person.openQueue(`?queue=TO_HANDLE&q=${orderId}`)
    await person.page.getByText(/Could not be read/).waitFor()
    await person.page.getByRole('button', { name: /^Try again/ }).click()
    await person.page.getByText('Reading…').waitFor({ state: 'hidden' })
    await stand.behave({ faults: [] })
    await person.page.getByRole('button', { name: /^Try again/ }).click()
    await person.page.getByRole('checkbox', { name: `Select order ${orderId}` }).waitFor()
    await expectFocus(person.page.getByRole('link', { name: orderId }))
    expect(await person.page.getByText(/[Cc]ould not be read/).count()).toBe(0)
  })
})

describe('the list that could not be asked for', () => {
  it('comes by itself once the person has signed in again', async () => {
    const person = await browser.person({ as: 'local-expired' })
    person.expects(/Failed to load resource/)
    await person.openQueue('?queue=TO_HANDLE')
    const dialog = person.page.getByRole('alertdialog', { name: 'Session expired' })
    await dialog.waitFor()
    await person.becomes('local-admin')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await rowOf(person, '1300030000301-01').waitFor()
  })

  it('is asked for again on demand when the connection is back; the run of starts has stopped', async () => {
    const person = await browser.person()
    person.expects(/Failed to load resource/)
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await rowOf(person, '1300030000301-01').waitFor()
    await page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
    await page.getByText('8 selected').waitFor()
    await person.disconnects()
    await page.getByText('No connection. Nothing will be sent until it is back.').first().waitFor()
    await page.getByRole('button', { name: /^Start handling/ }).click()
    await page.getByText(/Started 0 of \d · 1 not started · Stopped\./).waitFor()
    await page.getByRole('button', { name: /^Refresh \d/ }).click()
    await page.getByText('No response. Check your connection.').waitFor()
    await person.connects()
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await rowOf(person, '1300030000301-01').waitFor()
    expect(await stand.writes()).toEqual([])
  })
})
