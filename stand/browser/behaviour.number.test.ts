import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

/** Two of five units went out as invoice 600401 of R$159.80; R$264.60 is left. */
const PARTLY = '1300040000401-01'
const PICKUP = '1300010000116-01'

describe('a number that the order holds', () => {
  it('is said at its field, with what stands there', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(PARTLY)
    const number = page.getByLabel('Invoice number')
    await expectFocus(number)
    await page.keyboard.type('600401')
    await page.getByText('This order already has invoice 600401: R$159.80.').waitFor()
    await page.keyboard.press('Tab')
    await page.getByText('as registered', { exact: true }).waitFor()
    await expectValue(page.getByLabel('Value', { exact: true }), '159.80')
    await lookAt(person, 'number-held')
  })
})

describe('by items with nothing chosen', () => {
  it('offers nothing to send, and says what is missing', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(PARTLY)
    await page.getByLabel('Invoice number').fill('4711')
    await page.getByText('by items', { exact: true }).click()
    await page.getByRole('button', { name: 'None', exact: true }).click()
    const send = page.getByRole('button', { name: 'Choose items to invoice' })
    await send.waitFor()
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('img', { name: /on this invoice/ }).count()).toBe(0)
    await lookAt(person, 'nothing-chosen')
    await page.keyboard.press('Control+Enter')
    await person.hears(/1 thing to fix/)
    expect(await stand.writes()).toEqual([])
  })
})

describe('an order that the customer collects', () => {
  it('is not asked for tracking', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(PICKUP)
    await page.getByText('The customer collects this order').first().waitFor()
    expect(await page.getByLabel('Tracking number or link').count()).toBe(0)
    await page.getByRole('button', { name: 'Add tracking anyway' }).click()
    await page.getByLabel('Tracking number or link').waitFor()
  })
})
