import {
  connectorOf,
  event,
  parcel,
  post,
  SECRET,
  shippedOrder,
  switchOn,
} from '../e2e/harness/carriers'
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
import { lookAt } from './harness/look'
import type { Language } from './harness/words'

const stand = useStand()
const browser = useBrowser(stand)

/** Every fate that a message may have by itself: written, waiting, test, a code that nobody knows. */
async function messages(): Promise<string> {
  await switchOn(stand, { codes: [{ code: '77', state: 'LOST' }] })
  const orderId = await shippedOrder(stand, 'AA123456785BR')
  await post(stand, parcel('AA123456785BR', event(stand, 'IN_TRANSIT', 60)))
  await post(stand, parcel('ZZ999999999BR', event(stand, 'IN_TRANSIT', 50)))
  await post(stand, parcel('AA123456785BR', event(stand, 'NOVELTY', 40)))
  await stand.admin.testConnector('generic')
  await until(async () => {
    const { lastMessages } = await connectorOf(stand)
    return lastMessages.length === 4 && lastMessages.every(({ result }) => result !== 'PENDING')
  }, 'four messages are worked off')
  return orderId
}

describe.each(Object.entries(WORDS))('the page of connections in %s', (language, words) => {
  const sit = () => browser.person({ language: language as Language })

  it('lists every connection, and how an ERP comes in', async () => {
    await switchOn(stand)
    await post(stand, parcel('ZZ999999999BR', event(stand, 'IN_TRANSIT', 50)))
    const person = await sit()
    await openConnections(person)
    expect(await region(person, words.list).getByRole('listitem').count()).toBe(14)
    await region(person, words.erp)
      .getByText(/myvtex\.com\/_v\/invoice-tracking$/)
      .waitFor()
    await lookAt(person, 'connections-list')
  })

  it('shows one that nobody has set up', async () => {
    const person = await sit()
    await openConnection(person, 'intelipost')
    await lookAt(person, 'connection-new')
  })

  it('shows one with messages, and what became of each', async () => {
    const orderId = await messages()
    const person = await sit()
    await openConnection(person)
    const part = region(person, words.messages)
    await part.getByRole('link', { name: orderId }).first().waitFor()
    await part.getByRole('button', { name: words.test }).click()
    await part.getByText(words.through).waitFor()
    await lookAt(person, 'connection-messages')
  })

  it('says at its field what is wrong, and offers a secret', async () => {
    await switchOn(stand)
    await stand.admin.saveConnector({ name: 'generic', isOn: true, secret: `${SECRET}-2` })
    const person = await sit()
    const { page } = person
    await openConnection(person)
    await button(person, words.make).click()
    await page.locator('#connection-zone').fill('Brasilia')
    await page.getByRole('group').getByRole('button').click()
    await page.getByRole('group').getByRole('textbox').fill('77')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('group')
      .getByRole('combobox')
      .and(page.locator('[aria-invalid]'))
      .waitFor()
    await page.getByRole('group').getByRole('combobox').selectOption('LOST')
    await page.keyboard.press('Control+Enter')
    await page.locator('#connection-zone[aria-invalid]').waitFor()
    await lookAt(person, 'connection-refused')
    await page.locator('#connection-zone').fill('America/Bogota')
    await page.keyboard.press('Control+Enter')
    await page.locator('.it-notice__body').first().waitFor()
    await lookAt(person, 'connection-secret-once')
    expect(await onOff(person).isChecked()).toBe(true)
  })
})

it('says honestly what takes another right', async () => {
  const person = await browser.person({ as: 'local-viewer', language: 'pt' })
  person.expects(/Failed to load resource/)
  await person.open('/admin/invoice-tracking/connections')
  await person.page.getByText(/^As conexões guardam chaves secretas/).waitFor()
  await region(person, WORDS.pt.erp).waitFor()
  expect(await person.page.getByRole('link', { name: 'AfterShip' }).count()).toBe(0)
  await lookAt(person, 'connections-no-right')
  await person.open('/admin/invoice-tracking/connections?connector=generic')
  await person.page.getByText(/^As conexões guardam chaves secretas/).waitFor()
  expect(await person.page.getByRole('checkbox').count()).toBe(0)
})
