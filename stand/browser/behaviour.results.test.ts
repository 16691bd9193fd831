import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { giveDemoNfe } from './harness/documents'
import { expectFocus } from './harness/expectations'
import { chooseOneUnit } from './harness/oneUnit'
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
  await giveDocument(person)
}

const giveDocument = (person: Person) => giveDemoNfe(person, stand, ORDER)

async function enterOneUnit(person: Person): Promise<void> {
  const { page } = person
  await person.openOrder(ORDER)
  await chooseOneUnit(page)
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
    expect(await region(person, 'Totals').innerText()).toMatch(/Left to invoice\s+R\$0\.00/)
    await goOn()
  })

  it('the rest can be invoiced at once, and counts what just went out', async () => {
    const person = await browser.person()
    const { page } = person
    await enterOneUnit(person)
    const goOn = await person.withholds('Order')
    await send(person).click()
    await page.getByRole('button', { name: 'Invoice the rest' }).click()
    await page.getByRole('button', { name: /^Invoice 2 of 2 units, / }).waitFor()
    expect(
      await open(person)
        .getByText(/^2 units, R\$258\.70/)
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

describe('where the work goes on', () => {
  const ways = (person: Person) =>
    person.page.locator('main').getByRole('link', { name: /^(Next order|Back to the queue)/ })

  /** Words of whatever wears the colour of the one first choice. */
  const primaries = (person: Person): Promise<string[]> =>
    person.page.evaluate(() =>
      Array.from(document.querySelectorAll('main a, main button'))
        .filter((one) => getComputedStyle(one).backgroundColor === 'rgb(19, 76, 216)')
        .map((one) => one.textContent ?? '')
    )

  it('stands once, with the newest result', async () => {
    const person = await browser.person()
    await fillFromDocument(person)
    await send(person).click()
    await expectFocus(ways(person))
    const card = person.card('600101')
    await card.getByRole('button', { name: 'Add tracking' }).click()
    // One button a screen is the first choice, and now it saves the tracking.
    expect(await primaries(person)).toEqual(['Save tracking of invoice 600101'])
    await card.getByLabel('Tracking number or link').fill('AA123456785BR')
    await card.getByRole('button', { name: /^Save tracking/ }).click()
    await card.getByText(/^Done: tracking of invoice 600101/).waitFor()
    expect(await ways(person).count()).toBe(1)
    expect(await primaries(person)).toEqual(['Back to the queue'])
    await expectFocus(card.getByRole('link', { name: /^Back to the queue/ }))
    await card.getByRole('button', { name: 'Close' }).click()
    expect(await ways(person).count()).toBe(1)
    await expectFocus(ways(person))
  })
})

describe('who comes to an order whose last send still needs a person', () => {
  it('starts at its title; the result takes the focus only when it comes', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await page.clock.install()
    await person.openQueue()
    await page.getByRole('link', { name: ORDER }).click()
    await person.title(ORDER).waitFor()
    await giveDocument(person)
    await send(person).click()
    await stand.received('NotifyInvoice')
    await stand.pass(10_000)
    const result = page
      .getByText(/^We do not know yet whether VTEX received it: invoice 600101/)
      .last()
    await expectFocus(result)
    await page
      .getByRole('link', { name: /^Next order/ })
      .last()
      .click()
    await person.title(ORDER).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /1 needs your attention/ }).click()
    await page.getByRole('link', { name: new RegExp(ORDER) }).click()
    await expectFocus(person.title(ORDER))
    await result.waitFor()
    await expectFocus(person.title(ORDER))
  })
})
