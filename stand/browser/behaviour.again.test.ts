import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import { chooseOneUnit } from './harness/oneUnit'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

/** Two lines, three units, R$ 308.60. */
const ORDER = '1300010000101-01'

const open = (person: Person) =>
  person.page.getByRole('region', { name: 'To invoice', exact: true })
const units = (person: Person) => person.page.getByRole('textbox', { name: /^Units of / })
const writes = async (operation: string) =>
  (await stand.writes()).filter((one) => one.operation === operation)

/** Both sides of the screen live by clocks of their own. */
async function pass(person: Person, ms: number): Promise<void> {
  await stand.pass(ms)
  await person.page.clock.fastForward(ms)
}

/** One unit of invoice 122, of which nobody knows whether VTEX has it, is open to be entered again after a reload. */
async function enterAgain(person: Person): Promise<void> {
  const { page } = person
  await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
  await page.clock.install()
  await person.openOrder(ORDER)
  await chooseOneUnit(page)
  await page.getByLabel('Invoice number').fill('122')
  const send = page.getByRole('button', { name: /^Invoice 1 of 3 units, / })
  await send.click()
  await stand.received('NotifyInvoice')
  await stand.pass(10_000)
  await page
    .getByText(/^We do not know yet whether VTEX received it: invoice 122/)
    .last()
    .waitFor()

  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByText(/^We do not know yet whether VTEX received it: invoice 122/).waitFor()
  await open(person)
    .getByText(/^2 units, /)
    .waitFor()
  expect(await page.getByRole('button', { name: 'Enter it again' }).count()).toBe(0)
  await pass(person, 121_000)
  await page.getByText(/^Nothing has arrived at VTEX so far: invoice 122/).waitFor()
  await page.getByRole('button', { name: 'Enter it again' }).click()
}

const dateless = (body: unknown) => ({ ...(body as object), issuanceDate: '' })

describe('an invoice of a part that VTEX did not answer for', () => {
  it('is entered again after a reload with what was sent, and leaves the rest to be invoiced', async () => {
    const person = await browser.person()
    const { page } = person
    await enterAgain(person)

    const card = page.getByRole('region', { name: 'Send invoice 122 again' })
    await expectFocus(card.getByRole('heading', { name: 'Send invoice 122 again' }))
    await expectValue(units(person).first(), '1')
    await expectValue(units(person).nth(1), '0')
    expect(await card.getByLabel('Invoice number').getAttribute('readonly')).not.toBeNull()
    await lookAt(person, 'unsettled-again-part')
    await card.getByRole('button', { name: 'Send invoice 122 again' }).click()
    await person.hears(/^Done: invoice 122/)
    const [first, second, ...others] = await writes('NotifyInvoice')
    expect(others).toEqual([])
    expect(dateless(second!.body)).toEqual(dateless(first!.body))
    await page.getByRole('button', { name: 'Invoice the rest' }).click()
    await page.getByRole('button', { name: /^Invoice 2 of 2 units, / }).waitFor()
  })

  it('stays as it was sent for who leaves while it is held, and goes out once more as such', async () => {
    const person = await browser.person()
    const { page } = person
    await enterAgain(person)
    await stand.behave({
      readings: { retryAfter: 'absent' },
      faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }],
    })
    const card = page.getByRole('region', { name: 'Send invoice 122 again' })
    const send = card.getByRole('button', { name: 'Send invoice 122 again' })
    await send.click()
    await page
      .getByText(/Automatic retry in \d+ s/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: /Back to the queue/ }).click()
    const row = page.getByRole('row').filter({ hasText: ORDER })
    await row.getByText('draft', { exact: true }).waitFor()
    await row.getByRole('link').first().click()
    const asSent = async () => {
      await expectValue(units(person).first(), '1')
      await expectValue(units(person).nth(1), '0')
    }
    await asSent()
    await card.getByRole('button', { name: 'Stop', exact: true }).click()
    await send.waitFor()
    await asSent()
    // The service waits for it no more: what it took is open, and open once.
    await card.getByRole('textbox', { name: /^Units of .*, of 2$/ }).waitFor()
    await send.click()
    await person.hears(/^Done: invoice 122/)
    const [first, second, third, ...others] = await writes('NotifyInvoice')
    expect(others).toEqual([])
    expect(dateless(second!.body)).toEqual(dateless(first!.body))
    expect(dateless(third!.body)).toEqual(dateless(first!.body))
    await page.goBack()
    await row.waitFor()
    expect(await row.getByText('draft', { exact: true }).count()).toBe(0)
  })
})

describe('a return that VTEX did not answer for', () => {
  it('is entered again after a reload as a return, and asks once more', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await page.clock.install()
    await person.openOrder('1300070000701-01', '?queue=DELIVERED&do=return')
    await page.getByLabel('Return invoice number').fill('900')
    await page.getByRole('button', { name: /^Register return 900, refund/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Refund R\$/ }).click()
    await stand.received('NotifyInvoice')
    await stand.pass(10_000)
    const unknown = page.getByText(/^We do not know yet whether VTEX received it: return 900/)
    await unknown.last().waitFor()

    page.on('dialog', (warning) => void warning.accept())
    await person.openOrder('1300070000701-01', '?queue=DELIVERED')
    await unknown.waitFor()
    await pass(person, 121_000)
    await page.getByText(/^Nothing has arrived at VTEX so far: return 900/).waitFor()
    await page.getByRole('button', { name: 'Enter it again' }).click()
    const card = page.getByRole('region', { name: 'Send return 900 again' })
    await card
      .getByText(/It cannot be undone/)
      .first()
      .waitFor()
    await card.getByRole('button', { name: 'Send return 900 again' }).click()
    await dialog.getByRole('button', { name: /^Refund R\$/ }).click()
    await person.hears(/^Done: return 900/)
    const [first, second, ...others] = await writes('NotifyInvoice')
    expect(others).toEqual([])
    expect(dateless(second!.body)).toEqual(dateless(first!.body))
  })
})

describe('while VTEX takes too many calls', () => {
  it('a tracking that waits says so in the place of its button', async () => {
    await stand.admin.notifyInvoice(ORDER, { invoiceNumber: '122' })
    await stand.behave({
      readings: { retryAfter: 'absent' },
      faults: [{ operation: 'UpdatePartialInvoice', kind: 'status429', times: 1 }],
    })
    const person = await browser.person()
    await person.page.clock.install()
    await person.openOrder(ORDER)
    const card = person.card('122')
    await card.getByRole('button', { name: 'Add tracking' }).click()
    await card.getByLabel('Tracking number or link').fill('AA123456785BR')
    const save = card.getByRole('button', { name: /^Save tracking/ })
    await save.click()
    await card.getByText(/^Waiting: automatic retry in \d+ s/).waitFor()
    expect(await save.count()).toBe(0)
    await pass(person, 61_000)
    await person.hears(/^Done: tracking of invoice 122/)
  })
})

describe('the event that names a new tracking number', () => {
  it('is sent again by hand when it left no trace', async () => {
    const tracking = { trackingNumber: 'AA000000005BR', courier: 'Correios' }
    await stand.admin.notifyInvoice(ORDER, { invoiceNumber: '122', ...tracking })
    await stand.behave({
      faults: [{ operation: 'UpdateTrackingStatus', kind: 'reset', times: 1 }],
    })
    const person = await browser.person()
    await person.page.clock.install()
    await person.openOrder(ORDER)
    const card = person.card('122')
    await card.getByRole('button', { name: /^Actions/ }).click()
    await card.getByRole('button', { name: /^Edit tracking/ }).click()
    await card.getByLabel('Tracking number or link').fill('AA123456785BR')
    await card.getByLabel('Add an event that names the new number').check({ force: true })
    const save = card.getByRole('button', { name: /^Save tracking/ })
    await save.click()
    await card.getByLabel(/^Replaces AA000000005BR/).check({ force: true })
    await save.click()
    await stand.received('UpdateTrackingStatus')
    await stand.pass(10_000)
    await card
      .getByText(/^We do not know yet whether VTEX received it: events of invoice 122/)
      .waitFor()
    expect(await card.getByRole('button', { name: 'Send again' }).count()).toBe(0)
    await pass(person, 121_000)
    await card.getByText(/^Nothing has arrived at VTEX so far: events of invoice 122/).waitFor()
    await card.getByRole('button', { name: 'Send again' }).click()
    // The service makes the lost call good before it judges this one: either way VTEX has it once.
    await person.hears(/^(Done|Nothing was sent, VTEX already has it): events of invoice 122/)
    await card
      .getByText(/AA123456785BR/)
      .first()
      .waitFor()
    const [first, second, ...others] = await writes('UpdateTrackingStatus')
    expect(others).toEqual([])
    expect(second!.body).toEqual(first!.body)
  })
})
