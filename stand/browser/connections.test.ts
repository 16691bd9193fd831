import {
  connectorOf,
  event,
  eventsOf,
  parcel,
  post,
  SECRET,
  shippedOrder,
  switchOn,
} from '../e2e/harness/carriers'
import { MUG } from '../demo/catalog'
import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import {
  button,
  onOff,
  openConnection,
  openConnections,
  region,
  WORDS,
} from './harness/connections'
import { expectFocus, expectValue } from './harness/expectations'
import { Keyboard } from './harness/hand'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)
const words = WORDS.en

const save = (person: Person) => button(person, 'Save connection')
const field = (person: Person, name: string) => person.page.getByLabel(name, { exact: true })
const messages = (person: Person) => region(person, words.messages)

/** Posts with this secret, until the door answers what is wanted: replicas may remember settings for a moment. */
const opens = async (secret: string): Promise<boolean> => {
  const { status } = await post(stand, parcel('A-1', event(stand, 'IN_TRANSIT', 5)), {
    headers: { 'x-carrier-key': secret },
  })
  return status === 200
}

describe('a connection', () => {
  it('is switched on with a secret made here, which is shown once and opens the door', async () => {
    const person = await browser.person()
    const { page } = person
    await openConnections(person)
    await page.getByRole('link', { name: words.own }).click()
    await onOff(person).check({ force: true })
    await save(person).click()
    await page.getByText(/^The secret is too easy to guess, or there is none/).waitFor()
    await expectFocus(field(person, 'Secret'))
    expect(await connectorOf(stand)).toMatchObject({ isOn: false })

    await button(person, words.make).click()
    const secret = await field(person, 'Secret').inputValue()
    expect(secret).toMatch(/^[A-Za-z0-9]{32}$/)
    await save(person).click()
    const shown = page.locator('.it-notice__body').filter({ hasText: 'it will not be shown again' })
    await expectFocus(shown)
    expect(await shown.innerText()).toContain(secret)
    await expectValue(field(person, 'New secret'), '')
    expect(await connectorOf(stand)).toMatchObject({ isOn: true, hasSecret: true })
    expect(await opens(secret)).toBe(true)

    await button(person, 'I have copied it').click()
    await shown.waitFor({ state: 'hidden' })
    await page.reload()
    await onOff(person).waitFor({ state: 'attached' })
    expect(await page.content()).not.toContain(secret)
  })

  it('has two valid secrets while they are changed, until the old one is ended', async () => {
    await switchOn(stand)
    const person = await browser.person()
    const { page } = person
    await openConnection(person)
    await field(person, 'New secret').fill('the-next-secret-of-the-stand-77')
    await save(person).click()
    await page.getByText('Two secrets are valid: the new one and the one before.').waitFor()
    expect([await opens(SECRET), await opens('the-next-secret-of-the-stand-77')]).toEqual([
      true,
      true,
    ])

    const end = button(person, 'End the old secret')
    await end.click()
    const dialog = page.getByRole('dialog', { name: 'End the old secret?' })
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expectFocus(end)
    expect(await connectorOf(stand)).toMatchObject({ hasOldSecret: true })
    await end.click()
    await dialog.getByRole('button', { name: 'End it' }).click()
    await expectFocus(page.locator('.it-notice__body').filter({ hasText: 'Only the new secret' }))
    expect([await opens(SECRET), await opens('the-next-secret-of-the-stand-77')]).toEqual([
      false,
      true,
    ])
  })

  it('tries its way with a test message, and says what it cannot do yet', async () => {
    const person = await browser.person()
    await openConnection(person)
    await button(person, words.test).click()
    await messages(person)
      .getByText(/^The secret is too easy to guess, or there is none/)
      .waitFor()
    await switchOn(stand)
    await button(person, words.test).click()
    const end = messages(person).getByText(words.through)
    await end.waitFor()
    await expectFocus(end)
    await messages(person).getByText('Test passed').waitFor()
    expect(await stand.requests()).toEqual([])
  })

  it('shows what a carrier posts by itself, with the order that it is about', async () => {
    await switchOn(stand)
    const orderId = await shippedOrder(stand, 'AA123456785BR')
    const person = await browser.person()
    await openConnection(person)
    await messages(person).getByText('Nothing has come in the last three days.').waitFor()
    await post(stand, parcel('AA123456785BR', event(stand, 'OUT_FOR_DELIVERY', 5)))
    await until(async () => eventsOf(stand, orderId).length === 1, 'OMS has the event')
    const line = messages(person).getByRole('listitem').filter({ hasText: orderId })
    await line.getByText('Sent to VTEX').waitFor({ timeout: 40_000 })
    await line.getByRole('link', { name: orderId }).click()
    await person.title(orderId).waitFor()
    await person.card('1').getByText('Out for delivery').first().waitFor()
  })
})

describe('a code that nobody has read', () => {
  it('leads from its message to its meaning, which counts from then on', async () => {
    await switchOn(stand)
    const orderId = await shippedOrder(stand, 'AA123456785BR')
    const novelty = (minutesAgo: number) =>
      post(stand, parcel('AA123456785BR', event(stand, 'NOVELTY', minutesAgo)))
    await novelty(5)
    await until(async () => eventsOf(stand, orderId).length === 1, 'OMS has the event')
    const person = await browser.person()
    const { page } = person
    await openConnections(person)
    const unread = page.getByText('1 unknown code')
    await page.getByRole('listitem').filter({ has: unread }).getByRole('link').click()
    await messages(person)
      .getByText(/^Own integration sent the code NOVELTY/)
      .waitFor()
    const named = page.getByRole('group').getByText(/^Own integration sent the code NOVELTY/)
    await named.waitFor()
    await button(person, 'Say what it means').first().click()
    await expectValue(field(person, 'Code'), 'NOVELTY')
    await expectFocus(field(person, 'Meaning'))

    await save(person).click()
    await page.getByText(/choose what the code means/).waitFor()
    await field(person, 'Meaning').selectOption({ label: 'Lost' })
    await save(person).click()
    await person.hears(/^Connection saved/)
    await named.waitFor({ state: 'hidden' })
    expect(await connectorOf(stand)).toMatchObject({
      attention: [],
      codes: [{ code: 'NOVELTY', state: 'LOST' }],
    })

    await novelty(3)
    await until(async () => eventsOf(stand, orderId).length === 2, 'OMS has the next event')
    await person.openOrder(orderId)
    await person.card('1').getByText('Lost', { exact: true }).waitFor()
    await person.openQueue('?queue=ATTENTION')
    await page.getByRole('row').filter({ hasText: orderId }).getByText('Lost').waitFor()
  })

  it('is corrected at its field when it is named twice, and removed by keyboard', async () => {
    await switchOn(stand, { codes: [{ code: '77', state: 'LOST' }] })
    const person = await browser.person()
    const { page } = person
    await openConnection(person)
    await button(person, '+ Add a code').click()
    await expectFocus(field(person, 'Code').last())
    await page.keyboard.type('77')
    await field(person, 'Meaning').last().selectOption({ label: 'Delivered' })
    await save(person).click()
    await page.getByText(/enter each code once/).waitFor()
    await expectFocus(field(person, 'Code').last())
    await button(person, 'Remove 77').last().press('Enter')
    await expectFocus(button(person, '+ Add a code'))
    await save(person).waitFor({ state: 'hidden' })
  })
})

describe('what was typed', () => {
  it('outlives another page, a reading and a failure, and goes only by being undone', async () => {
    await switchOn(stand)
    const person = await browser.person()
    const { page } = person
    person.expects(/Failed to load resource/)
    await openConnection(person)
    await field(person, 'Time zone').fill('America/Bogota')
    // Somebody else changes what was not touched here.
    await stand.admin.saveConnector({ name: 'generic', isOn: false })
    await page.getByRole('link', { name: '‹ Connections' }).click()
    await page.getByText('not saved').waitFor()
    await page.getByRole('link', { name: words.own }).click()
    await expectValue(field(person, 'Time zone'), 'America/Bogota')
    await until(async () => !(await onOff(person).isChecked()), 'the other change is followed')

    await person.disconnects()
    await save(person).click()
    await expectFocus(page.getByText('No response. Check your connection.'))
    await person.connects()
    await expectValue(field(person, 'Time zone'), 'America/Bogota')
    await save(person).click()
    await person.hears(/^Connection saved/)
    expect(await connectorOf(stand)).toMatchObject({ isOn: false, timeZone: 'America/Bogota' })

    await field(person, 'Time zone').fill('Brasilia')
    await save(person).click()
    await page.getByText(/enter the name of a time zone/).waitFor()
    await button(person, 'Undo all changes').click()
    await expectValue(field(person, 'Time zone'), 'America/Bogota')
  })
})

it('what somebody else saved meanwhile is told, read and taken, and nothing typed is lost', async () => {
  await switchOn(stand)
  const person = await browser.person()
  const { page } = person
  await openConnection(person)
  await field(person, 'Time zone').fill('America/Bogota')
  await stand.admin.saveConnector({
    name: 'generic',
    isOn: false,
    timeZone: 'America/Lima',
    codes: [{ code: '77', state: 'LOST' }],
  })
  await save(person).click()
  const told = page.locator('.it-notice__body').filter({ hasText: 'nothing of yours was saved' })
  await expectFocus(told)
  await expectValue(field(person, 'Time zone'), 'America/Bogota')
  await expectValue(field(person, 'Code'), '77')
  expect(await onOff(person).isChecked()).toBe(false)
  expect(await connectorOf(stand)).toMatchObject({ timeZone: 'America/Lima' })
  await page.getByText('Time zone, saved by someone else: America/Lima').waitFor()
  await lookAt(person, 'connection-overtaken')

  await save(person).click()
  await person.hears(/^Connection saved/)
  expect(await connectorOf(stand)).toMatchObject({ isOn: false, timeZone: 'America/Bogota' })

  await field(person, 'Time zone').fill('America/Manaus')
  await stand.admin.saveConnector({ name: 'generic', isOn: false, timeZone: 'UTC' })
  await save(person).click()
  await button(person, 'Take theirs: Time zone').press('Enter')
  await expectValue(field(person, 'Time zone'), 'UTC')
  await told.waitFor({ state: 'hidden' })
  await save(person).waitFor({ state: 'hidden' })
})

it('all of it goes by keyboard alone', async () => {
  const person = await browser.person()
  const { page } = person
  const keyboard = new Keyboard(person)
  await openConnections(person)
  await keyboard.press(page.getByRole('link', { name: words.own }))
  await onOff(person).waitFor({ state: 'attached' })
  await keyboard.reach(onOff(person))
  await page.keyboard.press('Space')
  await keyboard.press(button(person, words.make))
  await keyboard.press(save(person))
  await person.hears(/^Connection saved/)
  await keyboard.press(button(person, 'I have copied it'))
  await keyboard.press(button(person, words.test))
  await person.hears(words.through)
  expect(await connectorOf(stand)).toMatchObject({ isOn: true, hasSecret: true })
})

it('an unknown connection says so and leads back', async () => {
  const person = await browser.person()
  await person.open('/admin/invoice-tracking/connections?connector=nobody')
  await person.page.getByText('There is no connection of this name.').waitFor()
  await person.page.getByRole('link', { name: 'Connections' }).last().click()
  await person.page.getByRole('link', { name: 'AfterShip' }).waitFor()
})

it("the ERP's example, pasted as it stands but for order and token, registers an invoice", async () => {
  const person = await browser.person()
  await openConnections(person)
  const card = region(person, words.erp)
  const call = await card.getByText(/^curl -X POST/).innerText()
  const { orderId, paste } = erpOrder(call)
  expect(await paste()).toMatchObject({ orderId })
  expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['NotifyInvoice'])
})

/** The example, sent to the stand for an order that is to be invoiced. */
function erpOrder(call: string) {
  const { orderId } = stand.plant(
    plainPlan({ lines: [{ sku: MUG, quantity: 1, price: 24_990 }], shipping: 0 })
  )
  const [, path] = /https:\/\/storeops\.myvtex\.com(\S+)/.exec(call)!
  const headers = Object.fromEntries(
    [...call.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name!, value!])
  )
  const [, body] = /-d '(.+)'$/.exec(call)!
  const paste = async (): Promise<unknown> => {
    const response = await fetch(stand.url + path!.replace('YOUR-ORDER', orderId), {
      method: 'POST',
      headers: { ...headers, VtexIdclientAutCookie: 'local-operator' },
      body: body!,
    })
    return response.json()
  }
  return { orderId, paste }
}
