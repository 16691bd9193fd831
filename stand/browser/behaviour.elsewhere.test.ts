import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const numberIn = (person: Person, invoiceNumber: string) =>
  person.card(invoiceNumber).getByLabel('Tracking number or link')

async function enterTracking(person: Person, invoiceNumber: string): Promise<void> {
  await person.card(invoiceNumber).getByRole('button', { name: 'Add tracking' }).click()
  await numberIn(person, invoiceNumber).fill('AA123456785BR')
  await person
    .card(invoiceNumber)
    .getByRole('button', { name: /^Save tracking/ })
    .click()
}

async function sendTracking(person: Person, invoiceNumber: string): Promise<void> {
  await enterTracking(person, invoiceNumber)
  await stand.received('UpdatePartialInvoice')
}

describe('a send that ends while the person is elsewhere', () => {
  it('leaves them at the order to which they have gone on', async () => {
    await stand.behave({ faults: [{ operation: 'UpdatePartialInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_SHIP')
    await page.getByRole('link', { name: '1300050000501-01' }).click()
    await person.title('1300050000501-01').waitFor()
    await sendTracking(person, '600501')
    await page
      .getByRole('link', { name: /^(Next|Previous) order/ })
      .first()
      .click()
    const other = page.getByRole('heading', { level: 1 }).filter({ hasNotText: '1300050000501-01' })
    await other.waitFor()
    const there = page.url()
    await stand.release()
    await person.hears(/^Done: tracking of invoice 600501/)
    await other.waitFor()
    expect(page.url()).toBe(there)
  })

  it('closes its own form, not the one that is open by then', async () => {
    await stand.behave({ faults: [{ operation: 'UpdatePartialInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300050000502-01', '?queue=TO_SHIP')
    await sendTracking(person, '600503')
    await person.card('600502').getByRole('button', { name: 'Add events', exact: true }).click()
    const what = person.card('600502').getByLabel('Description', { exact: true })
    await what.fill('Left the')
    const busy = person.card('600502').getByText(/^Something else is being sent for this order/)
    await busy.waitFor()
    await stand.release()
    await person.hears(/^Done: tracking of invoice 600503/)
    await person.card('600503').getByText('AA123456785BR').waitFor()
    await expectFocus(what)
    await busy.waitFor({ state: 'detached' })
    await page.keyboard.type(' house')
    await expectValue(what, 'Left the house')
  })

  it('takes the focus out of no field where nobody knows how it ended', async () => {
    await stand.behave({ faults: [{ operation: 'UpdatePartialInvoice', kind: 'reset', times: 1 }] })
    const person = await browser.person()
    await person.openOrder('1300050000502-01', '?queue=TO_SHIP')
    const letGo = await person.withholds('UpdatePartialInvoice')
    await enterTracking(person, '600503')
    await person.card('600502').getByRole('button', { name: 'Add events', exact: true }).click()
    const what = person.card('600502').getByLabel('Description', { exact: true })
    await what.fill('Left the')
    await letGo()
    await stand.received('UpdatePartialInvoice')
    await stand.pass(10_000)
    await person
      .card('600503')
      .getByText(/^We do not know yet/)
      .waitFor()
    await expectFocus(what)
  })
})
