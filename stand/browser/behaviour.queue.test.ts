import { ISIDORA } from '../demo/people'
import { CHILE } from '../demo/stores'
import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const tab = (person: Person, name: RegExp) =>
  person.page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name })
const rowOf = (person: Person, orderId: string) =>
  person.page.getByRole('row').filter({ has: person.page.getByRole('link', { name: orderId }) })
const isAt = (person: Person, search: RegExp) =>
  until(() => search.test(person.page.url()), `an address with ${search}, not ${person.page.url()}`)

describe('the address', () => {
  it('holds queue and search through reload, back and forward', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await tab(person, /^Late/).click()
    await isAt(person, /queue=LATE/)
    await rowOf(person, '1300010000117-01').waitFor()
    const box = page.getByRole('searchbox')
    // Without Enter, which would open the one order that is found.
    await box.fill('Dário')
    await isAt(person, /q=D/)
    await page.reload()
    await expectValue(box, 'Dário')
    await rowOf(person, '1300010000117-01').waitFor()
    await page.goBack()
    await isAt(person, /queue=TO_INVOICE/)
    await rowOf(person, '1300010000101-01').waitFor()
    await page.goForward()
    await isAt(person, /queue=LATE/)
    await expectValue(box, 'Dário')
  })

  it('leads back from an order to its row, and the page to its scroll', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await page.getByRole('row').nth(20).waitFor()
    const link = page.getByRole('row').nth(20).getByRole('link')
    const orderId = (await link.innerText()).trim()
    await link.scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate(() => window.scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await link.click()
    await person.title(orderId).waitFor()
    await page.goBack()
    await expectFocus(page.getByRole('link', { name: orderId }))
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  })
})

describe('the zone of dates', () => {
  const header = (person: Person) => person.page.getByText(/^Times /)

  it('is that of the orders, and stays while other rows load', async () => {
    const santiago = stand.plant(plainPlan({ store: CHILE, customer: ISIDORA })).orderId
    const person = await browser.person()
    const { page } = person
    await person.openQueue(`?queue=TO_INVOICE&q=${santiago}`)
    await header(person).filter({ hasText: 'Santiago' }).waitFor()
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'hold' }] })
    await page.getByRole('searchbox').fill('1300010000101-01')
    await page.keyboard.press('Enter')
    await stand.received('ListOrders', 2)
    expect(await header(person).innerText()).toMatch(/Santiago/)
    await stand.behave({ faults: [] })
    await stand.release()
    await person.title('1300010000101-01').waitFor()
  })

  it('is each order’s own where they differ, and the header says so', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=TO_HANDLE')
    await rowOf(person, '1300030000305-01').waitFor()
    expect(await header(person).innerText()).toBe('Times in each order’s own time zone')
  })
})

describe('counts', () => {
  it('stand beside the queues that wait for hands', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=ALL')
    await tab(person, /^To handle\s*8$/).waitFor()
    await tab(person, /^To invoice\s*\d+$/).waitFor()
    expect(await tab(person, /^Late\s*\d/).count()).toBe(0)
  })
})

describe('search', () => {
  it('opens the one order that an invoice number belongs to', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '90817' })
    const person = await browser.person()
    await person.openQueue('?queue=ALL')
    const box = person.page.getByRole('searchbox')
    await box.fill('90817')
    await person.page.getByText(/only those seen by this app/).waitFor()
    await box.press('Enter')
    await person.title(orderId).waitFor()
  })

  it('keeps what is typed before the first rows are there, and while their search is on its way', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'hold' }] })
    const person = await browser.person()
    await person.openQueue('?queue=ALL')
    const box = person.page.getByRole('searchbox')
    // Slower than the pause after which a search runs by itself: the address follows while typing goes on.
    await box.pressSequentially('Dário P', { delay: 150 })
    await stand.received('ListOrders')
    await isAt(person, /q=D%C3%A1rio(%20|\+)P$/)
    await box.pressSequentially('e', { delay: 0 })
    await stand.behave({ faults: [] })
    await stand.release()
    await expectValue(box, 'Dário Pe')
    await isAt(person, /q=D%C3%A1rio(%20|\+)Pe$/)
    await rowOf(person, '1300010000117-01').waitFor()
    await expectValue(box, 'Dário Pe')
  })

  it('finds the order of a tracking number', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: '90818',
      trackingNumber: 'AA123456785BR',
    })
    const person = await browser.person()
    await person.openQueue('?queue=ALL&q=AA123456785BR')
    await rowOf(person, orderId).waitFor()
  })
})

describe('tabs of one’s own', () => {
  const keepAs = async (person: Person, name: string): Promise<void> => {
    await person.page.getByRole('button', { name: /Save this view/ }).click()
    await person.page.getByLabel('Name of the tab').fill(name)
    await person.page.keyboard.press('Enter')
  }

  it('are not replaced unasked by another view of the same name', async () => {
    const person = await browser.person()
    const { page } = person
    // As wide as a name gets, and wider than a phone.
    const name = 'W'.repeat(40)
    await person.openQueue('?queue=LATE&q=Ana')
    await keepAs(person, name)
    await expectFocus(page.getByRole('link', { name }))
    await person.openQueue('?queue=LATE&q=Bento')
    await keepAs(person, name)
    await page.getByText(/^There is already a tab W+ with another view/).waitFor()
    await lookAt(person, 'queue-kept-name-taken')
    await page.getByRole('link', { name }).click()
    await isAt(person, /q=Ana/)

    await person.openQueue('?queue=LATE&q=Bento')
    await keepAs(person, name)
    await page.getByRole('button', { name: 'Replace it with this view' }).click()
    await expectFocus(page.getByRole('link', { name }))
    await person.openQueue('?queue=TO_INVOICE')
    await page.getByRole('link', { name }).click()
    await isAt(person, /q=Bento/)
    await page.getByRole('button', { name: /^Edit tab/ }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await lookAt(person, 'queue-kept-remove')
  })

  it('do not push one out where no more fit: that is said, and room is made beside the open form', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=LATE&q=Ana')
    await keepAs(person, 'Tab 0')
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('invoice-tracking/tabs'))!
      const [tab] = JSON.parse(localStorage.getItem(key)!) as object[]
      const twenty = Array.from({ length: 20 }, (_, at) => ({ ...tab, name: `Tab ${at}` }))
      localStorage.setItem(key, JSON.stringify(twenty))
    })
    await person.openQueue('?queue=LATE&q=Bento')
    await keepAs(person, 'One more')
    await page.getByText(/^You already have 20 tabs, which is the limit/).waitFor()
    await lookAt(person, 'queue-kept-full')
    await page.getByRole('link', { name: 'Tab 0', exact: true }).waitFor()

    await page.getByRole('button', { name: 'Edit tab Tab 7' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await page.getByText(/^You already have 20 tabs/).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectFocus(page.getByRole('link', { name: 'One more' }))
    await page.getByRole('link', { name: 'Tab 0', exact: true }).waitFor()
  })

  it('of two windows are the same, and neither undoes the other', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=LATE&q=Ana')
    const second = await person.secondWindow()
    await second.goto(person.page.url().replace('q=Ana', 'q=Bento'))
    await second.getByRole('button', { name: /Save this view/ }).waitFor()
    await keepAs(person, 'First')
    await second.getByRole('link', { name: 'First' }).waitFor()
    await second.getByRole('button', { name: /Save this view/ }).click()
    await second.getByLabel('Name of the tab').fill('Second')
    await second.keyboard.press('Enter')
    await person.page.getByRole('link', { name: 'Second' }).waitFor()
    await person.page.reload()
    await person.page.getByRole('link', { name: 'First' }).waitFor()
    await person.page.getByRole('link', { name: 'Second' }).waitFor()
  })

  it('say so where the browser stores nothing', async () => {
    const person = await browser.person()
    await person.alters(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await person.openQueue('?queue=LATE&q=Ana')
    await keepAs(person, 'Short')
    await person.page.getByText(/^This browser does not store anything/).waitFor()
    await person.page.getByRole('link', { name: 'Short' }).waitFor()
  })

  it('keep a view over a reload, and go when they are removed', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=LATE&q=Eunice')
    await page.getByRole('button', { name: /Save this view/ }).click()
    await page.getByLabel('Name of the tab').fill('Morning')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Morning' }).waitFor()
    await person.openQueue('?queue=TO_INVOICE')
    await page.getByRole('link', { name: 'Morning' }).click()
    await isAt(person, /queue=LATE&q=Eunice/)
    await page.getByRole('button', { name: 'Edit tab Morning' }).click()
    await page.getByLabel('Name of the tab').fill('Late ones')
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('button', { name: 'Edit tab Late ones' }))
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await page.getByRole('link', { name: 'Late ones' }).waitFor({ state: 'hidden' })
    await expectFocus(page.getByRole('searchbox'))
  })

  it('move, and do not take a name that another one has', async () => {
    const person = await browser.person()
    const { page } = person
    const tabs = () => page.getByRole('link', { name: /^(First|Second)$/ }).allInnerTexts()
    for (const [name, search] of [
      ['First', 'Ana'],
      ['Second', 'Bento'],
    ]) {
      await person.openQueue(`?queue=LATE&q=${search}`)
      await page.getByRole('button', { name: /Save this view/ }).click()
      await page.getByLabel('Name of the tab').fill(name!)
      await page.keyboard.press('Enter')
      await expectFocus(page.getByRole('link', { name }))
    }
    await page.getByRole('button', { name: 'Edit tab Second' }).click()
    await page.getByLabel('Name of the tab').fill('First')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Another tab already has this name.').waitFor()
    await page.getByRole('button', { name: 'Move left' }).click()
    await until(async () => (await tabs()).join() === 'Second,First', 'the moved tab')
    await page.keyboard.press('Escape')
    await expectFocus(page.getByRole('button', { name: 'Edit tab Second' }))
  })
})
