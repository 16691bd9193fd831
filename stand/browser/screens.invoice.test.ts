import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe, giveDemoNfe } from './harness/documents'
import { expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const ORDER = '1300010000101-01'
const MARKETPLACE_ORDER = 'MLB-2000009911227733-01'
const FULLY_INVOICED = '1300070000701-01'

const number = (person: Person) => person.page.getByLabel('Invoice number')
const send = (person: Person) =>
  person.page.getByRole('button', { name: /^Invoice .*(unit|value)/ })

describe('the invoice form', () => {
  it('is filled from its document', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    await giveDocument(person, ORDER)
    await lookAt(person, 'invoice-filled')
  })

  it('puts each problem at its field with its remedy in reach', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300010000102-01')
    await number(person).fill('000123/1')
    await page.getByLabel('Value', { exact: true }).fill('999.90')
    await page.getByRole('button', { name: /^Use 000123-1/ }).waitFor()
    await page.getByRole('button', { name: /^Use R\$424\.40/ }).waitFor()
    await lookAt(person, 'invoice-problems')
    await page.getByRole('button', { name: /^Use 000123-1/ }).click()
    await expectValue(number(person), '000123-1')
  })

  it('goes by items, with a bar that agrees with its words', async () => {
    const person = await browser.person({ language: 'pt' })
    const { page } = person
    await person.openOrder('1300010000110-01')
    await page.getByText('por itens', { exact: true }).click()
    await page
      .getByRole('button', { name: /^Menos uma unidade/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^Faturar 7 de 8 unidades/ }).waitFor()
    await lookAt(person, 'invoice-by-items')
  })

  it('goes by value', async () => {
    const person = await browser.person({ language: 'es' })
    const { page } = person
    await person.openOrder('1300010000110-01')
    await page.getByText('por valor, sin ítems', { exact: true }).click()
    await page.getByLabel('Valor', { exact: true }).fill('100')
    await page.getByRole('button', { name: /^Facturar .* por valor/ }).waitFor()
    await lookAt(person, 'invoice-by-value')
  })

  it('has each warning ticked by itself', async () => {
    const person = await browser.person()
    await person.openOrder(MARKETPLACE_ORDER)
    await number(person).fill('4711')
    await person.page.getByRole('checkbox', { name: /Send anyway/ }).waitFor()
    await send(person).click()
    await person.hears(/thing.* to fix/)
    await lookAt(person, 'invoice-warning')
  })

  it('warns of a document made out to another customer and another value', async () => {
    const person = await browser.person()
    await person.openOrder('1300010000102-01')
    await giveDocument(person, ORDER)
    await person.page
      .getByText(/made out to another customer/)
      .first()
      .waitFor()
    await person.page
      .getByRole('link', { name: `Open order ${ORDER}, which matches this XML` })
      .waitFor()
    await lookAt(person, 'invoice-foreign-document')
  })

  it('says of a file that it is no invoice', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    await person.drop(open(person), [{ name: 'cte.xml', bytes: Buffer.from('<cteProc/>') }])
    await person.page.getByText(/cte\.xml is a transport document/).waitFor()
    await lookAt(person, 'invoice-not-an-invoice')
  })

  it('takes several documents, one line each', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    const files = [await demoNfe(stand, ORDER), await demoNfe(stand, '1300010000103-01')]
    await person.drop(open(person), files)
    await person.page.getByText(/2 invoices to send/).waitFor()
    await lookAt(person, 'invoice-several')
  })
})

describe('a number that is registered already', () => {
  it('stands beside what the form says; keeping is the default', async () => {
    await stand.admin.notifyInvoice('1300010000102-01', {
      invoiceNumber: '122',
      invoiceValue: 10_000,
      items: [],
    })
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300010000102-01')
    await number(person).fill('122')
    await page.getByLabel('Value', { exact: true }).fill('90.00')
    await send(person).click()
    await page.getByRole('button', { name: 'Keep it as it is' }).waitFor()
    await lookAt(person, 'invoice-differences')
  })

  it('is replaced in a form that holds what VTEX holds', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300050000501-01')
    await page
      .getByRole('button', { name: /^Actions/ })
      .nth(1)
      .click()
    await page.getByRole('button', { name: /^Replace invoice/ }).click()
    await page.getByRole('heading', { name: /^Replace invoice/ }).waitFor()
    await page.getByText(/^Left empty: stays \d+ Nov, \d\d:\d\d$/).waitFor()
    await lookAt(person, 'invoice-replace')
  })
})

describe('after sending', () => {
  it('says object, number and sum, with the next order in reach', async () => {
    const person = await browser.person()
    await person.openQueue()
    await person.page.getByRole('link', { name: ORDER }).click()
    await person.title(ORDER).waitFor()
    await giveDocument(person, ORDER)
    await send(person).click()
    await person.page
      .getByText(/^Done: invoice 600101/)
      .first()
      .waitFor()
    await lookAt(person, 'sent-done')
  })

  it('shows the package as being applied while VTEX applies it', async () => {
    await stand.behave({ applyDelayMs: 60_000 })
    const person = await browser.person()
    await person.openOrder(ORDER)
    await giveDocument(person, ORDER)
    await send(person).click()
    await person.page
      .getByText(/VTEX received it and is processing it/)
      .first()
      .waitFor()
    await person.page.getByText('Being processed').first().waitFor()
    await lookAt(person, 'sent-accepted')
    expect(await person.page.getByText(/VTEX shows it/).count()).toBe(0)
    await person.page.reload()
    await person.card('600101').getByText('Being processed').waitFor()
    await stand.pass(120_000)
    await person.page.reload()
    await person.card('600101').getByText('To ship').waitFor()
  })

  it('says that it cannot say yet, and forbids entering it again', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const person = await browser.person()
    await person.openOrder(ORDER)
    await giveDocument(person, ORDER)
    await send(person).click()
    await person.page
      .getByText(/Do not enter it again/)
      .first()
      .waitFor()
    // Stage, sums and units count it, and say so.
    await person.page
      .getByText(/Includes an invoice that VTEX has not confirmed yet/)
      .nth(1)
      .waitFor({ state: 'attached' })
    await person.page.locator('header').getByText('Not confirmed yet').waitFor()
    await lookAt(person, 'sent-unknown')
  })

  it('says while it is on its way what is being sent', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    await person.openOrder(ORDER)
    await giveDocument(person, ORDER)
    await send(person).click()
    await person.page.getByText('Sending invoice 600101…').waitFor()
    await stand.received('NotifyInvoice')
    await lookAt(person, 'sending')
    await stand.release()
    await person.hears(/Done: invoice 600101/)
  })

  it('leaves no empty place for a document that nobody gave', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    await person.openOrder(ORDER)
    await number(person).fill('777')
    await send(person).click()
    await person.page.getByText('Sending invoice 777…').waitFor()
    expect(await person.page.locator('.it-document__row').count()).toBe(0)
    await stand.received('NotifyInvoice')
    await stand.release()
    await person.hears(/Done: invoice 777/)
  })
})

describe('a return', () => {
  it('warns of the refund, and asks once more', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(FULLY_INVOICED, '?queue=DELIVERED&do=return')
    await page
      .getByText(/It cannot be undone/)
      .first()
      .waitFor()
    await page.getByLabel('Return invoice number').fill('000900')
    await page.getByRole('button', { name: /^Register return 000900, refund/ }).waitFor()
    await lookAt(person, 'return')
    const tick = page.getByRole('checkbox', { name: /cannot be undone/ })
    if ((await tick.count()) > 0) await tick.check({ force: true })
    await page.getByRole('button', { name: /^Register return 000900, refund/ }).click()
    await page.getByRole('dialog').waitFor()
    await lookAt(person, 'return-dialog')
  })
})

const open = (person: Person) =>
  person.page.getByRole('region', { name: 'To invoice', exact: true })

const giveDocument = (person: Person, orderId: string) => giveDemoNfe(person, stand, orderId)
