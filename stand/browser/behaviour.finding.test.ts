import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe } from './harness/documents'
import { expectFocus } from './harness/expectations'
import { lookAt } from './harness/look'
import { PHONE, type Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const IN_TRANSIT = '1300060000601-01'
const row = (person: Person, at: number) => person.page.getByRole('row').nth(at).getByRole('link')
const orderAt = (person: Person) =>
  decodeURIComponent(new URL(person.page.url()).pathname.split('/').pop() ?? '')

describe('an order searched by its id', () => {
  it('is found from whichever queue, and said where it stands', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_INVOICE')
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('searchbox').fill(IN_TRANSIT)
    await page.getByText('Not in To invoice. Found in all orders:').waitFor()
    const found = page.getByRole('listitem').filter({ hasText: IN_TRANSIT })
    await found.getByText(/In transit/).waitFor()
    await lookAt(person, 'queue-found-elsewhere')
    await page.getByRole('searchbox').press('Enter')
    await person.title(IN_TRANSIT).waitFor()
  })

  it('that nobody has is not found anywhere', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=TO_INVOICE&q=9999999999999-01')
    await person.page.getByText('Nothing found for “9999999999999-01”.').waitFor()
    expect(await person.page.getByText('Found in all orders').count()).toBe(0)
  })
})

describe('keys of the page', () => {
  it('lead from order to order and to the list of keys, never while somebody types', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_INVOICE')
    const first = (await row(person, 1).innerText()).trim()
    const second = (await row(person, 2).innerText()).trim()
    await row(person, 1).click()
    await person.title(first).waitFor()
    // Who opens an order by a click is put into the number: from there no key leads away.
    const number = page.getByLabel('Invoice number')
    await number.waitFor()
    await page.locator('h1').focus()
    await page.keyboard.press('j')
    await person.title(second).waitFor()
    await page.keyboard.press('k')
    await person.title(first).waitFor()
    await number.fill('')
    await number.press('j')
    await number.press('?')
    expect(await number.inputValue()).toBe('j?')
    expect(orderAt(person)).toBe(first)
    await number.fill('')
    await page.locator('h1').focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await dialog.waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(orderAt(person)).toBe(first)
  })
})

describe('the next order', () => {
  it('behind the last one of a page is the first of what follows', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=ALL')
    await page.getByRole('row').nth(25).waitFor()
    const seen = (await page.locator('[data-order]').allInnerTexts()).map((text) => text.trim())
    const last = seen[seen.length - 1] ?? ''
    await page.getByRole('link', { name: last }).click()
    await person.title(last).waitFor()
    await page
      .getByRole('navigation', { name: 'Orders in this queue' })
      .getByText('Next order')
      .click()
    await until(() => !['', last, 'invoice-tracking'].includes(orderAt(person)), 'another order')
    expect(seen).not.toContain(orderAt(person))
    await page.getByText(/^26 of/).waitFor()
  })
})

describe('what is copied', () => {
  it('says so where it was copied, the reply for the customer too', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(IN_TRANSIT)
    const card = person.card('600601')
    await card.getByRole('button', { name: 'Copy reply for the customer' }).click()
    await card.getByText('Copied', { exact: true }).waitFor()
    await lookAt(person, 'order-copied')
    await person.hears(/^Copied: reply for the customer/)
    await page.getByRole('button', { name: `Copy Order ${IN_TRANSIT}` }).click()
    await page.locator('header').getByText('Copied', { exact: true }).waitFor()
  })
})

describe('an invoice that needs its XML', () => {
  it('is given it by the link that says so, and the row says which', async () => {
    const person = await browser.person()
    const { page } = person
    const orderId = '1300060000602-01'
    await stand.admin.saveSettings({ ...(await stand.admin.settings()), xmlRequired: 'ALWAYS' })
    await person.openOrder(orderId)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose the file' }).click()
    const { name, bytes } = await demoNfe(stand, orderId)
    await (await chooser).setFiles([{ name, buffer: bytes, mimeType: 'text/xml' }])
    const open = page.getByRole('region', { name: /^Replace invoice/ })
    await open.getByText(/^NF-e \d+/).waitFor()
    await open.getByRole('button', { name: /^Compare with invoice/ }).click()
    const line = open.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'XML' }) })
    await line.getByRole('cell', { name: 'none' }).waitFor()
    await line.getByRole('cell', { name: /^NF-e \d+$/ }).waitFor()
  })
})

describe('a file dropped on the list', () => {
  it('opens the page of batches, which reads it', async () => {
    const person = await browser.person()
    await person.openQueue()
    await row(person, 1).waitFor()
    const file = {
      name: 'nfe.xml',
      bytes: Buffer.from('Pedido;Nota;Valor\n1300010000101-01;7;308,60'),
    }
    await person.drop(person.page.locator('#list'), [file])
    await person.title('Batches').waitFor()
    await person.page.getByText('1 of 1 row can be sent.').first().waitFor()
  })
})

describe('the queue on a phone', () => {
  it('shows the first order high up, what is looked for one press away, and no keys', async () => {
    const person = await browser.person({ size: PHONE })
    const { page } = person
    await person.openQueue()
    const first = page.locator('[data-order]').first()
    await first.waitFor()
    expect((await first.boundingBox())?.y).toBeLessThan(350)
    expect(await page.getByRole('button', { name: 'Keyboard shortcuts' }).count()).toBe(0)
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    const fold = page.getByRole('button', { name: 'Search and dates' })
    await fold.click()
    await page.getByRole('searchbox').fill('Ana')
    await until(() => /q=Ana/.test(page.url()), 'a search for Ana')
    await lookAt(person, 'queue-phone-search')
  })
})

describe('an order that came back in part', () => {
  it('says what was refunded and which units returned', async () => {
    const person = await browser.person()
    await person.openOrder('1300070000704-01')
    const sums = person.page.getByRole('region', { name: 'Totals' })
    await until(async () => /Refunded\s+-R\$/.test(await sums.innerText()), 'a refund in the sums')
    await person.page
      .getByText(/\d of \d returned/)
      .first()
      .waitFor()
    await expectFocus(person.page.locator('h1'))
  })
})
