import { demoInvoiceXml } from '../demo/fiscal'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import type { GivenFile } from './harness/hand'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'
import { MUG, TOWEL } from '../demo/catalog'

const stand = useStand()
const browser = useBrowser(stand)

const open = (person: Person) =>
  person.page.getByRole('region', { name: 'To invoice', exact: true })
const numbers = async () =>
  (await stand.writes())
    .filter(({ operation }) => operation === 'NotifyInvoice')
    .map(({ body }) => (body as { invoiceNumber: string }).invoiceNumber)

/** Five units of two lines. */
function plantOrder(): string {
  const lines = [
    { sku: MUG, quantity: 3, price: 8_330 },
    { sku: TOWEL, quantity: 2 },
  ]
  return stand.plant(plainPlan({ lines })).orderId
}

/** Documents of one unit each: 701 and 702 of the first line, 703 of the second. */
function threeDocuments(orderId: string): GivenFile[] {
  return [0, 0, 1].map((itemIndex, at) => {
    const number = 701 + at
    const xml = demoInvoiceXml(stand.stored(orderId), {
      number,
      units: [{ itemIndex, quantity: 1 }],
    })
    return { name: `${number}.xml`, bytes: Buffer.from(xml) }
  })
}

/** Sends three; the answer to the second is lost, with or without VTEX having taken it. */
async function loseTheSecond(person: Person, isTaken: boolean): Promise<string> {
  const { page } = person
  const orderId = plantOrder()
  await stand.behave({
    faults: [
      { operation: 'NotifyInvoice', kind: 'hold', times: 1 },
      { operation: 'NotifyInvoice', kind: 'reset', times: 1, afterCommit: isTaken },
    ],
  })
  await page.clock.install()
  await person.openOrder(orderId)
  await open(person).waitFor()
  await person.drop(open(person), threeDocuments(orderId))
  await page.getByRole('button', { name: /^Send 3 invoices one after the other/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send 3 invoices' }).click()
  await stand.received('NotifyInvoice', 1)
  await stand.release()
  await stand.received('NotifyInvoice', 2)
  await stand.pass(10_000)
  await page
    .getByText(/^We do not know yet whether VTEX received it: invoice 702/)
    .last()
    .waitFor()
  return orderId
}

const line = (person: Person, number: string) =>
  open(person)
    .getByRole('listitem')
    .filter({ hasText: `NF-e ${number}` })

/** Drops two, then a third that is still being read while the two are confirmed and the first is in the air. */
async function dropTheThirdLate(person: Person): Promise<string> {
  const { page } = person
  const orderId = plantOrder()
  const files = threeDocuments(orderId)
  await person.openOrder(orderId)
  await open(person).waitFor()
  await person.drop(open(person), files.slice(0, 2))
  await page.getByText('2 invoices to send').waitFor()
  const letGo = await person.withholds('ReadFiscalDocument')
  await person.drop(open(person), files.slice(2))
  await open(person).getByText('Reading 703.xml…').waitFor()
  await page.getByRole('button', { name: /^Send 2 invoices one after the other/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send 2 invoices' }).click()
  await stand.received('NotifyInvoice', 1)
  await letGo()
  await person.hears(/^It was still being read when you pressed send, so it was not sent: /)
  return orderId
}

describe('several documents, of which one is not answered for', () => {
  it('stop there, say which, and go on once it went again', async () => {
    const person = await browser.person()
    const { page } = person
    const orderId = await loseTheSecond(person, false)
    await line(person, '701').getByText('received').waitFor()
    await line(person, '702').getByText('not confirmed yet').waitFor()
    await line(person, '703').getByText('waiting').waitFor()
    await lookAt(person, 'several-unknown')
    expect(await page.getByRole('button', { name: /^Send \d invoice/ }).count()).toBe(0)
    expect(await numbers()).toEqual(['701', '702'])

    await stand.pass(121_000)
    await page.clock.fastForward(121_000)
    await page
      .getByText(/^Nothing has arrived at VTEX so far: invoice 702/)
      .last()
      .waitFor()
    await page.getByRole('button', { name: 'Send again' }).click()
    await person.hears(/^Done: invoice 702/)
    await person.hears(/^Done: invoice 703/)
    expect(await numbers()).toEqual(['701', '702', '702', '703'])
    expect((await stand.oms.order(orderId)).packageAttachment!.packages).toHaveLength(3)
    await page.getByRole('button', { name: 'Invoice the rest' }).click()
    await page.getByRole('button', { name: /^Invoice 2 of 2 units, / }).waitFor()
  })

  it('go on with the next one when a look shows it', async () => {
    const person = await browser.person()
    const { page } = person
    await stand.behave({ applyDelayMs: 60_000 })
    const orderId = await loseTheSecond(person, true)
    await stand.pass(61_000)
    await page.clock.fastForward(61_000)
    await line(person, '702').getByText('received').waitFor()
    await lookAt(person, 'several-found')
    await stand.behave({ applyDelayMs: 0 })
    await page.getByRole('button', { name: /^Send 1 invoice, / }).click()
    await person.hears(/^Done: invoice 703/)
    expect(await numbers()).toEqual(['701', '702', '703'])
    expect((await stand.oms.order(orderId)).packageAttachment!.packages).toHaveLength(3)
  })

  it('go on too where an older look is still on its way', async () => {
    const person = await browser.person()
    const { page } = person
    await stand.behave({ applyDelayMs: 60_000 })
    await loseTheSecond(person, true)
    const older = await person.slowsAnswer('Order')
    await older.read
    await stand.pass(61_000)
    await page.clock.fastForward(61_000)
    await line(person, '702').getByText('received').waitFor()
    older.letGo()
    await page.getByRole('button', { name: /^Send 1 invoice, / }).waitFor()
  })
})

describe('several documents that were not sent yet', () => {
  it('stay with their order while the person looks at another page', async () => {
    const person = await browser.person()
    const { page } = person
    // Two lines, three units; the queue lists it.
    const orderId = '1300010000101-01'
    await person.openOrder(orderId)
    await open(person).waitFor()
    await person.drop(open(person), threeDocuments(orderId))
    await page.getByText('3 invoices to send').waitFor()
    await page.getByRole('link', { name: /^‹ To invoice/ }).click()
    await page.getByRole('row').filter({ hasText: orderId }).getByText('draft').waitFor()
    await page.getByRole('link', { name: orderId }).click()
    await page.getByText('3 invoices to send').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByLabel('Invoice number').waitFor()
    expect(await stand.writes()).toEqual([])
  })
})

describe('a document that was read after the press', () => {
  it('is kept for the next press', async () => {
    const person = await browser.person()
    const { page } = person
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    await dropTheThirdLate(person)
    await lookAt(person, 'several-late')
    await stand.release()
    await person.hears(/^Done: invoice 702/)
    await page.getByRole('button', { name: /^Send 1 invoice, / }).waitFor()
    await line(person, '703').getByText('waiting').waitFor()
    expect(await numbers()).toEqual(['701', '702'])
    await page.getByRole('button', { name: /^Send 1 invoice, / }).click()
    await person.hears(/^Done: invoice 703/)
    expect(await numbers()).toEqual(['701', '702', '703'])
  })

  it('outlives a look that finds the last of those before it', async () => {
    const person = await browser.person()
    const { page } = person
    await stand.behave({
      applyDelayMs: 60_000,
      faults: [
        { operation: 'NotifyInvoice', kind: 'hold', times: 1 },
        { operation: 'NotifyInvoice', kind: 'reset', times: 1, afterCommit: true },
      ],
    })
    await page.clock.install()
    await dropTheThirdLate(person)
    await stand.release()
    await stand.received('NotifyInvoice', 2)
    await stand.pass(10_000)
    await line(person, '702').getByText('not confirmed yet').waitFor()
    await stand.pass(61_000)
    await page.clock.fastForward(61_000)
    await line(person, '702').getByText('received').waitFor()
    await stand.behave({ applyDelayMs: 0 })
    await page.getByRole('button', { name: /^Send 1 invoice, / }).click()
    await person.hears(/^Done: invoice 703/)
    expect(await numbers()).toEqual(['701', '702', '703'])
  })
})

describe('several documents while something else of the order is in the air', () => {
  it('wait, and say why', async () => {
    const person = await browser.person()
    const { page } = person
    const { orderId } = stand.plant(
      plainPlan({
        lines: [
          { sku: MUG, quantity: 3 },
          { sku: TOWEL, quantity: 2 },
        ],
        status: 'ready-for-handling',
      })
    )
    await stand.behave({ faults: [{ operation: 'StartHandling', kind: 'hold', times: 1 }] })
    await person.openOrder(orderId)
    await open(person).waitFor()
    await person.drop(open(person), threeDocuments(orderId))
    await page.getByText('3 invoices to send').waitFor()
    await page.getByRole('button', { name: /^Start handling/ }).click()
    await stand.received('StartHandling', 1)
    await page.getByRole('button', { name: /^Send 3 invoices one after the other/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send 3 invoices' }).click()
    await person.hears(/^Something else is being sent for this order/)
    await open(person).getByText('Something else is being sent for this order').waitFor()
    expect(await page.getByText('not accepted').count()).toBe(0)
    expect(await numbers()).toEqual([])
    await stand.release()
  })
})

describe('one of several that is opened in the form', () => {
  /** The first of three has to wait and is stopped; it stands in the form then. */
  async function openTheFirst(person: Person): Promise<void> {
    const { page } = person
    const orderId = plantOrder()
    await stand.behave({
      readings: { retryAfter: 'absent' },
      faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }],
    })
    await person.openOrder(orderId)
    await open(person).waitFor()
    await person.drop(open(person), threeDocuments(orderId))
    await page.getByRole('button', { name: /^Send 3 invoices one after the other/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send 3 invoices' }).click()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByRole('button', { name: 'Open in the form' }).click()
    await page.getByLabel('Invoice number').waitFor()
    await page.getByText('2 more invoices wait in the list').waitFor()
  }

  it('leaves the others in the list, for after it', async () => {
    const person = await browser.person()
    const { page } = person
    await openTheFirst(person)
    await lookAt(person, 'several-in-form')
    await page.getByRole('button', { name: 'Use its items' }).click()
    await page.getByRole('button', { name: /^Invoice 1 of 5 units, / }).click()
    await person.hears(/^Done: invoice 701/)
    await page.getByRole('button', { name: 'Invoice the rest' }).click()
    await page.getByText('2 invoices to send').waitFor()
    await page.getByRole('button', { name: /^Send 2 invoices one after the other/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send 2 invoices' }).click()
    await person.hears(/^Done: invoice 703/)
    expect((await numbers()).slice(-3)).toEqual(['701', '702', '703'])
  })

  it('goes back among them', async () => {
    const person = await browser.person()
    const { page } = person
    await openTheFirst(person)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await page.getByText('3 invoices to send').waitFor()
  })
})
