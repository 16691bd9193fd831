import { useStand } from '../e2e/harness/stand'
import { writesAmong } from '../e2e/harness/oms'
import { useBrowser } from './harness/browser'
import { demoNfe } from './harness/documents'
import { expectFocus, expectValue } from './harness/expectations'
import { Keyboard, Mouse, type Hand } from './harness/hand'
import { yesterdayAt } from './harness/moments'
import type { Person } from './harness/person'
import { WALK_WORDS } from './harness/words'

const stand = useStand({ behaviour: { applyDelayMs: 200 } })
const browser = useBrowser(stand)

/** Two lines, three units, R$ 308.60. */
const ORDER = '1300010000101-01'
const NUMBER = '600101'
const AMOUNT = /R\$\s?308[.,]60/
const TRACKING = 'AA123456785BR'

describe('One order from paid to delivered, in the panel', () => {
  it('by mouse', async () => {
    const person = await browser.person()
    await walk(person, new Mouse(person), 'en')
  })

  it('by the keyboard alone', async () => {
    const person = await browser.person()
    await walk(person, new Keyboard(person), 'en')
  })

  it('in Portuguese', async () => {
    const person = await browser.person({ language: 'pt' })
    await walk(person, new Mouse(person), 'pt')
  })

  it('in Portuguese by the keyboard alone', async () => {
    const person = await browser.person({ language: 'pt' })
    await walk(person, new Keyboard(person), 'pt')
  })
})

async function walk(person: Person, hand: Hand, language: 'en' | 'pt'): Promise<void> {
  const { page } = person
  const words = WALK_WORDS[language]
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

  await person.openQueue()
  await hand.press(page.getByRole('link', { name: ORDER }))
  await person.title(ORDER).waitFor()

  const form = page.getByRole('region', { name: words.toInvoice, exact: true })
  await hand.give(form, button(words.chooseFiles), [await demoNfe(stand, ORDER)])
  const send = button(words.invoiceAll(3, AMOUNT))
  await form.getByText(AMOUNT).first().waitFor()
  await expectValue(page.getByLabel(words.invoiceNumber, { exact: true }), NUMBER)
  await expectValue(page.getByLabel(words.value, { exact: true }), /^308[.,]60$/)
  await hand.press(send)

  await person.hears(words.done(words.invoice(NUMBER)))
  await page
    .getByText(words.done(words.invoice(NUMBER)))
    .first()
    .waitFor()
  await expectFocus(page.getByRole('link', { name: words.nextOrder }).last())
  const card = person.card(NUMBER)

  await hand.press(card.getByRole('button', { name: words.addTracking }))
  await hand.fill(card.getByLabel(words.trackingNumber), TRACKING)
  await card.getByText(words.guess).first().waitFor()
  await hand.press(card.getByRole('button', { name: words.saveTracking }))
  await person.hears(words.done(words.trackingOf(NUMBER)))
  await card.getByText(TRACKING).first().waitFor()

  await hand.press(card.getByRole('button', { name: words.addEvents }))
  await hand.fillMoment(card.getByLabel(words.when), yesterdayAt(9, 12))
  await hand.fill(card.getByLabel(words.what, { exact: true }), 'Postado')
  await hand.fill(card.getByLabel(words.city, { exact: true }), 'Cajamar')
  await hand.fill(card.getByLabel(words.state, { exact: true }), 'SP')
  await hand.press(card.getByRole('button', { name: words.sendEvent }))
  await person.hears(words.done(words.eventsOf(NUMBER)))
  const timeline = card.getByRole('list', { name: words.timeline(NUMBER) })
  await timeline.getByText(/Postado.*Cajamar SP/).waitFor()

  await hand.press(card.getByRole('button', { name: words.markDelivered }))
  await hand.press(card.getByRole('button', { name: words.sendDelivered(NUMBER) }))
  await person.hears(words.done(words.deliveryOf(NUMBER)))
  await card.getByText(words.delivered, { exact: true }).first().waitFor()
  expect(await timeline.getByRole('listitem').count()).toBe(1)

  await expectDelivered()
}

/** The order as an ERP finds it at OMS, and the calls that brought it there. */
async function expectDelivered(): Promise<void> {
  const order = await stand.oms.order(ORDER)
  expect(order.status).toBe('invoiced')
  expect(order.packageAttachment!.packages).toHaveLength(1)
  const stored = order.packageAttachment!.packages[0]!
  expect(stored).toMatchObject({
    invoiceNumber: NUMBER,
    invoiceValue: 30_860,
    trackingNumber: TRACKING,
    courier: 'Correios',
    courierStatus: { finished: true },
  })
  expect(stored.courierStatus!.data).toEqual([
    expect.objectContaining({ description: 'Postado', city: 'Cajamar', state: 'SP' }),
  ])
  expect(writesAmong(await stand.requests()).map(({ operation }) => operation)).toEqual([
    'NotifyInvoice',
    'UpdatePartialInvoice',
    'UpdateTrackingStatus',
    'UpdateTrackingStatus',
  ])
}
