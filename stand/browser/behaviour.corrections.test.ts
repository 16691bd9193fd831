import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** Two lines, three units, R$ 308.60. */
const ORDER = '1300010000101-01'
const FULLY_INVOICED = '1300070000701-01'

const posts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')

describe('an invoice that somebody changes while it is being replaced', () => {
  const openReplace = async (person: Person) => {
    await person.openOrder(ORDER)
    await person
      .card('122')
      .getByRole('button', { name: /^Actions/ })
      .click()
    await person
      .card('122')
      .getByRole('button', { name: /^Replace invoice/ })
      .click()
    await person.page.getByRole('heading', { name: 'Replace invoice 122' }).waitFor()
  }

  it('is compared anew before anything is replaced', async () => {
    await stand.admin.notifyInvoice(ORDER, { invoiceNumber: '122' })
    const person = await browser.person()
    const { page } = person
    await openReplace(person)
    // Under another number it would be another invoice, and no replacement.
    expect(await page.getByLabel('Invoice number').getAttribute('readonly')).not.toBeNull()
    await page.getByRole('button', { name: /^More: access key/ }).click()
    await page.getByLabel('Invoice URL').fill('https://example.com/mine')
    await page.getByRole('button', { name: 'Compare with invoice 122' }).click()
    const keep = page.getByRole('button', { name: 'Keep it as it is' })
    await expectFocus(keep)
    await lookAt(person, 'replace-compared')

    const [parcel] = (await stand.admin.order(ORDER))!.packages
    const theirs = { invoiceNumber: '122', invoiceUrl: 'https://example.com/theirs' }
    const { outcome } = await stand.admin.notifyInvoice(ORDER, theirs, {
      replace: parcel!.version,
    })
    expect(outcome).toBe('APPLIED')

    const compared = page.getByLabel('I have compared them. Replace what is stored.')
    await compared.check({ force: true })
    await page.getByRole('button', { name: 'Replace invoice 122' }).click()
    await page
      .getByText('Someone changed it in the meantime: this is the latest version.')
      .waitFor()
    await expectFocus(keep)
    const row = page.getByRole('row').filter({ hasText: 'Invoice URL' })
    await row.getByText('https://example.com/theirs').waitFor()
    // Its own card shows what the table compares with.
    const link = person.card('122').getByRole('link', { name: /^Open the invoice/ })
    expect(await link.getAttribute('href')).toBe('https://example.com/theirs')
    await row.getByText('https://example.com/mine').waitFor()
    expect(await compared.isChecked()).toBe(false)
    await lookAt(person, 'replace-changed')
    expect(await posts()).toHaveLength(2)

    await compared.check({ force: true })
    await page.getByRole('button', { name: 'Replace invoice 122' }).click()
    await person.hears(/^Done: invoice 122/)
    await lookAt(person, 'replace-done')
    expect(await posts()).toHaveLength(3)
    const [stored] = (await stand.oms.order(ORDER)).packageAttachment!.packages
    expect(stored!.invoiceUrl).toBe('https://example.com/mine')
  })
})

describe('a number that was registered after the order was read', () => {
  it('is compared, and replaced at the first try', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300010000102-01')
    await page.getByLabel('Invoice number').waitFor()
    const first = { invoiceNumber: '122', invoiceValue: 10_000, items: [] }
    expect((await stand.admin.notifyInvoice('1300010000102-01', first)).outcome).toBe('APPLIED')
    await page.getByLabel('Invoice number').fill('122')
    await page.getByLabel('Value', { exact: true }).fill('90.00')
    await page.getByRole('button', { name: /^Invoice .*(unit|value)/ }).click()
    await page.getByRole('button', { name: 'Keep it as it is' }).waitFor()
    // The status line says it too.
    await page
      .getByRole('region', { name: 'To invoice', exact: true })
      .getByText(/^Invoice 122 is already registered \(/)
      .waitFor()
    await lookAt(person, 'exists-unseen')
    await page.getByLabel('I have compared them. Replace what is stored.').check({ force: true })
    await page.getByRole('button', { name: 'Replace invoice 122' }).click()
    const twice = page.getByRole('checkbox', { name: /Send anyway/ })
    await twice.check({ force: true })
    await page.getByRole('button', { name: 'Replace invoice 122' }).click()
    await person.hears(/^Done: invoice 122/)
    await lookAt(person, 'exists-replaced')
  })
})

describe('a return', () => {
  it('is registered, says what was refunded, and stands as a card of its own', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(FULLY_INVOICED, '?queue=DELIVERED')
    await page
      .getByRole('button', { name: /^Actions/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Return items' }).click()
    await expectFocus(page.getByLabel('Return invoice number'))
    await page.getByLabel('Return invoice number').fill('900')
    const register = page.getByRole('button', { name: /^Register return 900, refund/ })
    await register.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Return 900 refunds R\$/).waitFor()
    expect(await posts()).toEqual([])
    await page.keyboard.press('Escape')
    await expectFocus(register)
    await register.click()
    await dialog.getByRole('button', { name: /^Refund R\$/ }).click()
    await person.hears(/^Done: return 900/)
    await page
      .getByText(/^Done: return 900/)
      .last()
      .waitFor()
    await expectFocus(page.getByRole('link', { name: /^Back to the queue/ }).last())
    await lookAt(person, 'return-done')
    const card = page.getByRole('region', { name: /^Return 900/ })
    await card.getByText(/refunded by VTEX/).waitFor()
    expect(await posts()).toHaveLength(1)
    expect(page.url()).not.toContain('do=return')
  })
})

describe('a session that ends during a tracking', () => {
  it('is said over the untouched form, and nothing was sent', async () => {
    await stand.admin.notifyInvoice(ORDER, { invoiceNumber: '122' })
    const person = await browser.person()
    person.expects(/Failed to load resource/)
    const { page } = person
    await person.openOrder(ORDER)
    const card = person.card('122')
    await card.getByRole('button', { name: 'Add tracking' }).click()
    const number = card.getByLabel('Tracking number or link')
    await number.fill('AA123456785BR')
    // Nothing is asked any more that could meet the end first.
    await page.waitForLoadState('networkidle')
    await person.becomes('local-expired')
    const save = card.getByRole('button', { name: /^Save tracking/ })
    await save.click()
    const dialog = page.getByRole('alertdialog', { name: 'Session expired' })
    await dialog.getByText(/nothing was sent/).waitFor()
    await lookAt(person, 'session-ended-sending')
    await person.becomes('local-admin')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expectValue(number, 'AA123456785BR')
    await card.getByText('It was not sent: your session has expired.').waitFor()
    await lookAt(person, 'session-back')
    await save.click()
    await person.hears(/^Done: tracking of invoice 122/)
    expect(await card.getByText(/It was not sent/).count()).toBe(0)
  })
})
