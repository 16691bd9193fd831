import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe, giveDemoNfe } from './harness/documents'
import { expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const ORDER = '1300010000101-01'

const open = (person: Person) =>
  person.page.getByRole('region', { name: 'To invoice', exact: true })
const number = (person: Person) => person.page.getByLabel('Invoice number')
const send = (person: Person) =>
  person.page.getByRole('button', { name: /^Invoice .*(unit|value)/ })
const posts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')

async function sendDocument(person: Person): Promise<void> {
  await person.page.clock.install()
  await person.openOrder(ORDER)
  await giveDemoNfe(person, stand, ORDER)
  await send(person).click()
}

/** Both sides of the screen live by clocks of their own. */
async function pass(person: Person, ms: number): Promise<void> {
  await stand.pass(ms)
  await person.page.clock.fastForward(ms)
}

async function isLocked(person: Person): Promise<void> {
  await expectValue(number(person), '600101')
  expect(await number(person).getAttribute('readonly')).not.toBeNull()
  expect(await send(person).count()).toBe(0)
  expect(await person.page.getByRole('button', { name: 'Close' }).count()).toBe(0)
}

describe('an invoice that VTEX did not answer for', () => {
  /** The service reads on for a while before it says that it cannot say; its clock shortens that. */
  async function endsUnknown(person: Person): Promise<void> {
    await stand.received('NotifyInvoice')
    await stand.pass(10_000)
    await person.page
      .getByText(/^We do not know yet whether VTEX received it: invoice 600101/)
      .first()
      .waitFor()
  }

  it('stays in its form, locked, and goes again as it was once nothing can come any more', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await sendDocument(person)
    await endsUnknown(person)
    await page.getByText(/^Next check in \d+ s/).waitFor()
    await isLocked(person)
    await lookAt(person, 'sent-unknown')
    await pass(person, 60_000)
    await isLocked(person)
    await pass(person, 60_000)
    await page
      .getByText(/^Nothing has arrived at VTEX so far: invoice 600101/)
      .first()
      .waitFor()
    await isLocked(person)
    await lookAt(person, 'sent-nothing-arrived')
    await page.getByRole('button', { name: 'Send again' }).click()
    await person.hears(/^Done: invoice 600101/)
    const [first, second, ...others] = await posts()
    expect(others).toEqual([])
    expect(second!.body).toEqual(first!.body)
  })

  it('turns into done when a look shows it, and leaves no draft behind', async () => {
    await stand.behave({
      applyDelayMs: 60_000,
      faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1, afterCommit: true }],
    })
    const person = await browser.person()
    const { page } = person
    await sendDocument(person)
    await endsUnknown(person)
    // The reading that follows the answer has come: a look made while it runs would only share it.
    await page.getByText('To ship', { exact: true }).waitFor()
    await pass(person, 60_000)
    await page
      .getByText(/^Done: invoice 600101\. VTEX shows it\./)
      .first()
      .waitFor()
    expect(await posts()).toHaveLength(1)
    await page.getByRole('link', { name: /Back to the queue/ }).click()
    await page.getByRole('row').nth(1).waitFor()
    expect(await page.getByText('draft').count()).toBe(0)
  })

  it('is known to who opens the order anew, and goes again only under its number', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const first = await browser.person()
    await sendDocument(first)
    await endsUnknown(first)
    await first.leave()

    const person = await browser.person()
    const { page } = person
    await page.clock.install({ time: stand.now() })
    await person.openOrder(ORDER)
    await page.getByText(/^We do not know yet whether VTEX received it: invoice 600101/).waitFor()
    await page.getByText(/^Next check in \d+ s/).waitFor()
    expect(await page.getByRole('form').count()).toBe(0)
    await lookAt(person, 'unsettled')
    await pass(person, 121_000)
    await page.getByText(/^Nothing has arrived at VTEX so far: invoice 600101/).waitFor()
    expect(await page.getByRole('form').count()).toBe(0)
    await page.getByRole('button', { name: 'Enter it again' }).click()
    const card = page.getByRole('region', { name: 'Send invoice 600101 again' })
    // What was sent is read first; until then there is no form to drop on.
    await card.getByRole('form').waitFor()
    await person.drop(card, [await demoNfe(stand, ORDER)])
    await card.getByText(/NF-e 600101/).waitFor()
    await lookAt(person, 'unsettled-again')
    await card.getByRole('button', { name: 'Send invoice 600101 again' }).click()
    await person.hears(/^Done: invoice 600101/)
    const [one, two, ...others] = await posts()
    expect(others).toEqual([])
    expect(two!.body).toEqual(one!.body)
  })
})

describe('while VTEX takes too many calls', () => {
  it('sends again by itself, whatever order is open meanwhile', async () => {
    await stand.behave({
      readings: { retryAfter: 'absent' },
      faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }],
    })
    const person = await browser.person()
    const { page } = person
    await sendDocument(person)
    await page
      .getByText(/^VTEX is receiving too many requests: invoice 600101\. Automatic retry in \d+ s/)
      .waitFor()
    await expectValue(number(person), '600101')
    const form = page.getByRole('form')
    await form.getByText(/^Waiting: automatic retry in \d+ s/).waitFor()
    // Two countdowns to one moment never disagree.
    const left = (await open(person).innerText()).match(/(?<=utomatic retry in )\d+/g)
    expect([left!.length, new Set(left).size]).toEqual([2, 1])
    expect(await send(person).count()).toBe(0)
    expect(await form.getByText('completes the order').count()).toBe(0)
    await lookAt(person, 'sent-paused')
    await page.getByRole('link', { name: /Back to the queue/ }).click()
    await page.getByText(/Sending 1/).waitFor()
    expect(await posts()).toHaveLength(1)
    await pass(person, 61_000)
    await person.hears(/^Done: invoice 600101/)
    expect(await posts()).toHaveLength(2)
  })

  it('stops when told to, and may be sent again by hand', async () => {
    await stand.behave({
      readings: { retryAfter: 'absent' },
      faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }],
    })
    const person = await browser.person()
    const { page } = person
    await sendDocument(person)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page
      .getByText(/^Stopped, nothing was sent: invoice 600101/)
      .first()
      .waitFor()
    await pass(person, 120_000)
    expect(await posts()).toHaveLength(1)
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
  })

  it('gives up after some tries, and says so', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'status429' }] })
    const person = await browser.person()
    const { page } = person
    await sendDocument(person)
    for (let tries = 1; tries < 5; tries += 1) {
      await page.getByText(/Automatic retry in \d+ s/).waitFor()
      await pass(person, 61_000)
      await stand.received('NotifyInvoice', tries + 1)
    }
    await page
      .getByText(/^VTEX is still receiving too many requests.*5 tries/)
      .first()
      .waitFor()
    await lookAt(person, 'sent-gave-up')
    await stand.behave({ faults: [] })
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
  })
})

describe('after VTEX did not answer, and nothing was sent', () => {
  it('lets the person press again', async () => {
    const person = await browser.person()
    const { page } = person
    await sendDocumentUpTo(person)
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    await send(person).click()
    await page
      .getByText(/VTEX is not responding; nothing was sent/)
      .first()
      .waitFor()
    await stand.behave({ faults: [] })
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
  })

  async function sendDocumentUpTo(person: Person): Promise<void> {
    person.expects(/Failed to load resource/)
    await person.openOrder(ORDER)
    await giveDemoNfe(person, stand, ORDER)
  }
})

describe('a press while a file is being read', () => {
  const STILL = /^nfe-.*\.xml is still being read\. Press again when it is done\./

  it('waits for the file, and says so beside the button', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    const letGo = await person.withholds('ReadFiscalDocument')
    await page.getByText('completes the order').waitFor()
    await number(person).fill('4711')
    await person.drop(open(person), [await demoNfe(stand, ORDER)])
    await send(person).click()
    await person.hears(STILL)
    await page.getByRole('form').getByText(STILL).waitFor()
    await lookAt(person, 'still-reading')
    await page.keyboard.press('Control+Enter')
    expect(await posts()).toEqual([])
    await number(person).fill('')
    await letGo()
    await page.getByRole('button', { name: /^Remove nfe-/ }).waitFor()
    expect(await page.getByRole('form').getByText(STILL).count()).toBe(0)
    // The document fills the field in which the cursor stands, too.
    await expectValue(number(person), '600101')
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
    const [sent, ...others] = await posts()
    expect(others).toEqual([])
    expect(sent!.body).toMatchObject({ invoiceNumber: '600101' })
    expect((sent!.body as { embeddedInvoice: string }).embeddedInvoice).toContain('600101')
  })

  it('waits in the dialog of a return, too', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300070000701-01', '?queue=DELIVERED&do=return')
    const card = page.getByRole('region', { name: 'Return items' })
    await page.getByLabel('Return invoice number').fill('900')
    await page.getByRole('button', { name: /^Register return 900, refund/ }).click()
    await page.getByRole('dialog').waitFor()
    const letGo = await person.withholds('ReadFiscalDocument')
    await person.drop(card, [await demoNfe(stand, ORDER)])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Refund R\$/ })
      .click()
    await person.hears(STILL)
    expect(await posts()).toEqual([])
    await letGo()
  })
})

describe('what arrives while a button is pressed', () => {
  it.each([1280, 360])(
    'does not move the button away from the press, %d pixels wide',
    async (width) => {
      const person = await browser.person({ size: { width, height: 800 } })
      const { page } = person
      const letGo = await person.withholds('PreviewInvoice')
      await person.openOrder(ORDER)
      await person.drop(open(person), [await demoNfe(stand, ORDER)])
      await expectValue(number(person), '600101')
      await send(person).hover()
      await page.mouse.down()
      const answered = page.waitForResponse(
        (response) => response.request().postData()?.includes('PreviewInvoice') ?? false
      )
      await letGo()
      await (await answered).finished()
      await frames(person)
      await page.mouse.up()
      await person.hears(/^Done: invoice 600101/)
      expect(await posts()).toHaveLength(1)
    }
  )

  /** Time enough to draw what has come. */
  async function frames({ page }: Person): Promise<void> {
    for (let frame = 0; frame < 20; frame += 1)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
})
