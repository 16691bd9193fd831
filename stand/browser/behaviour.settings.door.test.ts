import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

/** What an ERP may send despite a warning is said in the settings, and the door keeps to it. */

const stand = useStand()
const browser = useBrowser(stand)

/** Check digits that are not theirs; a document each, for none may stand on two orders. */
const KEYS = [2, 3].map((digit) => `CFe3520110006396000150459000662969033321454215${digit}`)

async function register(orderId: string, document = 0) {
  const response = await fetch(
    `${stand.url}/_v/invoice-tracking/api/oms/pvt/orders/${orderId}/invoice`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', VtexIdclientAutCookie: 'local-operator' },
      body: JSON.stringify({
        type: 'Output',
        issuanceDate: new Date(stand.now()).toISOString(),
        invoiceNumber: '000123',
        invoiceValue: stand.stored(orderId).value,
        invoiceKey: KEYS[document],
      }),
    }
  )
  const { error } = (await response.json()) as { error?: { code: string } }
  return { status: response.status, code: error?.code }
}

async function save(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Save settings', exact: true }).click()
  await person.page.locator('.it-notice__body').filter({ hasText: 'Settings saved.' }).waitFor()
}

it('a warning that is ticked goes through at the door, and once it is unticked it does not', async () => {
  const person = await browser.person()
  const { page } = person
  await person.open('/admin/invoice-tracking/settings')
  const box = page.getByRole('checkbox', { name: 'The access key is not valid' })
  await box.waitFor()
  expect(await box.isChecked()).toBe(false)
  const first = stand.plant(plainPlan()).orderId
  expect(await register(first)).toEqual({ status: 409, code: 'ACCESS_KEY_INVALID' })

  await box.check({ force: true })
  await box.scrollIntoViewIfNeeded()
  await lookAt(person, 'settings-door')
  await save(person)
  expect((await stand.admin.settings()).doorAccepts).toEqual([
    'VALUE_NOT_ITEMS',
    'VALUE_LEAVES_REMAINDER',
    'XML_REQUIRED',
    'TRACKING_REPLACES',
    'ACCESS_KEY_INVALID',
  ])
  expect(await register(first)).toEqual({ status: 200, code: undefined })

  await box.uncheck({ force: true })
  await save(person)
  const second = stand.plant(plainPlan()).orderId
  expect(await register(second, 1)).toEqual({ status: 409, code: 'ACCESS_KEY_INVALID' })
})

it('where somebody else chose others meanwhile, both lists stand side by side', async () => {
  const before = await stand.admin.settings()
  const person = await browser.person()
  const { page } = person
  await person.open('/admin/invoice-tracking/settings')
  await page.getByRole('checkbox', { name: 'A delivery would be undone' }).check({ force: true })
  await stand.admin.saveSettings({ ...before, doorAccepts: [] })
  await page.getByRole('button', { name: 'Save settings', exact: true }).click()
  const row = page.getByRole('row', { name: /^What your ERP may send despite a warning/ })
  await row.waitFor()
  expect(await row.innerText()).toMatch(/nothing[\s\S]*A delivery would be undone/)
  await lookAt(person, 'settings-door-conflict')
  await page.getByRole('button', { name: /^Take theirs: What your ERP/ }).click()
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
})
