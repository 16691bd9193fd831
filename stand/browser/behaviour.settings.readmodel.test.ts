import { APP_KEY, HOOK_KEY } from '../identity/owners'
import { ReadModelFace } from '../e2e/harness/readModel'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus } from './harness/expectations'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)
const readModel = new ReadModelFace(stand)

const hooksAtVtex = async () =>
  (await stand.control<{ hooks: unknown[] }>('GET', '/local/hook')).hooks.length
const SETTINGS = '/admin/invoice-tracking/settings'

it('the read model is switched on in the settings, fills, and is removed until nothing is left', async () => {
  const person = await browser.person()
  const { page } = person
  await person.open(SETTINGS)
  await page.getByText('0 documents kept now').waitFor()
  await lookAt(person, 'settings-readmodel-off')

  // Refused days are nothing that is switched on: the field says why, and has the focus.
  const days = page.getByLabel('Days to keep closed orders')
  await days.fill('400')
  const off = page.getByLabel(/^Off: nothing is kept/)
  await off.click({ force: true })
  await page.getByText(/from 1 to 365/).waitFor()
  await expectFocus(days)
  expect((await readModel.look()).isOn).toBe(false)
  await days.fill('45')
  await off.click({ force: true })
  await page.getByText(/^On: orders are kept/).waitFor()
  const { documents, keepClosedDays } = await readModel.until(({ fill }) => fill === 'IDLE')
  expect([documents > 0, keepClosedDays]).toEqual([true, 45])
  await page.getByText(/^[1-9]\d* documents kept now/).waitFor()
  await lookAt(person, 'settings-readmodel-on')

  const reader = await browser.person({ as: 'local-viewer' })
  // The count follows the index, which is behind: what a look says at one moment the next one corrects.
  await until(async () => {
    await reader.open(SETTINGS)
    const told = await reader.page.getByText(/^[1-9]\d* documents kept now/).textContent()
    return told?.startsWith(`${(await readModel.look()).documents} documents`) ?? false
  }, 'the count')
  expect(await reader.page.getByRole('button', { name: 'Remove everything' }).count()).toBe(0)

  // The key of an ERP has no hooks; the one that the store makes for this has.
  const [key, token] = [page.getByLabel('App key'), page.getByLabel('AppToken')]
  await key.fill(APP_KEY.key)
  await token.fill(APP_KEY.token)
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByText(/VTEX does not accept this app key for hooks/).waitFor()
  await expectFocus(token)
  await lookAt(person, 'settings-hook-refused')
  await key.fill(HOOK_KEY.key)
  await token.fill(HOOK_KEY.token)
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByText('On: VTEX tells this app of changes').waitFor()
  await page.getByText('Nothing was told yet').waitFor()
  await lookAt(person, 'settings-hook-on')
  expect(await hooksAtVtex()).toBe(1)
  await page.getByRole('button', { name: 'Take down', exact: true }).click()
  await key.waitFor()
  expect([await hooksAtVtex(), await token.inputValue()]).toEqual([0, ''])
  await key.fill(HOOK_KEY.key)
  await token.fill(HOOK_KEY.token)
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByText('On: VTEX tells this app of changes').waitFor()

  await page.getByRole('button', { name: 'Remove everything' }).click()
  await page.getByText(/VTEX stops telling this app of changes/).waitFor()
  await page.getByRole('button', { name: 'Remove all', exact: true }).click()
  await page
    .locator('#read-model')
    .getByText(/^Everything is being removed/)
    .waitFor()
  await expectFocus(page.getByRole('heading', { name: 'Complete queues' }))
  await readModel.until(({ fill }) => fill === 'IDLE')
  await page.getByText('0 documents kept now').waitFor()
  expect(await readModel.entities()).toEqual([])
  expect(await hooksAtVtex()).toBe(0)
})
