import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe } from './harness/documents'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** Two lines, three units, R$ 308.60. */
const ORDER = '1300010000101-01'

const open = (person: Person) =>
  person.page.getByRole('region', { name: 'To invoice', exact: true })
const send = (person: Person) =>
  person.page.getByRole('button', { name: /^Invoice .*(unit|value)/ })
const region = (person: Person, name: string) =>
  person.page.getByRole('region', { name, exact: true })

async function fillFromDocument(person: Person): Promise<void> {
  await person.openOrder(ORDER)
  await open(person).waitFor()
  await person.drop(open(person), [await demoNfe(stand, ORDER)])
  await person.page.getByText('completes the order').waitFor()
}

async function chooseOneUnit(person: Person): Promise<void> {
  const { page } = person
  await person.openOrder(ORDER)
  await page.getByText('by items', { exact: true }).click()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await page
    .getByRole('textbox', { name: /^Units of / })
    .first()
    .fill('1')
  await page.getByLabel('Invoice number').fill('122')
  await page.getByRole('button', { name: /^Invoice 1 of 3 units, / }).waitFor()
}

describe('with the answer to a send', () => {
  it('the whole order stands as it is then, before it is read again', async () => {
    const person = await browser.person()
    const { page } = person
    await fillFromDocument(person)
    const goOn = await person.withholds('Order')
    await send(person).click()
    await page
      .getByText(/^Done: invoice 600101/)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: 'Invoice the rest' }).count()).toBe(0)
    expect(await person.card('600101').getByRole('button', { name: 'Add tracking' }).count()).toBe(
      1
    )
    expect(await page.getByText('To ship', { exact: true }).count()).toBe(2)
    expect(await region(person, 'Order').innerText()).toMatch(/Remains\s+R\$0\.00/)
    await goOn()
  })

  it('the rest can be invoiced at once, and counts what just went out', async () => {
    const person = await browser.person()
    const { page } = person
    await chooseOneUnit(person)
    const goOn = await person.withholds('Order')
    await send(person).click()
    await page.getByRole('button', { name: 'Invoice the rest' }).click()
    await page.getByRole('button', { name: /^Invoice 2 of 2 units, / }).waitFor()
    expect(
      await open(person)
        .getByText(/^2 of 3 units, /)
        .count()
    ).toBe(1)
    expect(await person.card('122').count()).toBe(1)
    await goOn()
  })

  it('a package shows its tracking number', async () => {
    const { outcome } = await stand.admin.notifyInvoice(ORDER, { invoiceNumber: '122' })
    expect(outcome).toBe('APPLIED')
    const person = await browser.person()
    await person.openOrder(ORDER)
    const card = person.card('122')
    await card.getByRole('button', { name: 'Add tracking' }).click()
    await card.getByLabel('Tracking number or link').fill('AA123456785BR')
    const goOn = await person.withholds('Order')
    await card.getByRole('button', { name: /^Save tracking/ }).click()
    await card.getByText(/^Done: tracking of invoice 122/).waitFor()
    expect(await card.getByText('AA123456785BR', { exact: true }).count()).toBe(1)
    expect(await card.getByRole('button', { name: 'Mark delivered' }).count()).toBe(1)
    await goOn()
  })
})
