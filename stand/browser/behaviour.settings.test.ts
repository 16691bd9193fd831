import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const button = (person: Person, name: RegExp | string) =>
  person.page.getByRole('button', { name, exact: true })
const radio = (person: Person, name: string) =>
  person.page.getByRole('radio', { name, exact: true })

async function open(person: Person): Promise<void> {
  await person.open('/admin/invoice-tracking/settings')
  await person.page.getByRole('radio').first().waitFor()
}

/** What folds out the last carrier's pattern: experts alone write one. */
const pattern = (person: Person) =>
  person.page.getByRole('button', { name: /^Number pattern, for experts/ }).last()

async function addCarrier(person: Person, name: string, given: string): Promise<void> {
  await button(person, '+ Add a carrier').click()
  await person.page.getByLabel('Name', { exact: true }).last().fill(name)
  await pattern(person).click()
  await person.page.getByLabel('Number pattern', { exact: true }).last().fill(given)
}

describe('when somebody else saved meanwhile', () => {
  const LOGGI = { name: 'Loggi', urlTemplate: null, numberPattern: 'LG6\\d+' }

  it('what both changed is chosen one by one, the rest is taken in, and nothing is overwritten unasked', async () => {
    const before = await stand.admin.settings()
    const { settings } = await stand.admin.saveSettings({ ...before, carriers: [LOGGI] })
    const person = await browser.person()
    const { page } = person
    await open(person)
    await radio(person, 'All').check({ force: true })
    await pattern(person).click()
    await page.getByLabel('Number pattern', { exact: true }).fill('LG7\\d+')

    const theirs = {
      ...settings!,
      xmlRequired: 'NEVER',
      freightOn: 'FIRST_INVOICE',
      carriers: [{ ...LOGGI, numberPattern: 'LG8\\d+' }],
    }
    expect((await stand.admin.saveSettings(theirs)).problems).toEqual([])

    await button(person, 'Save settings').click()
    const table = page.getByRole('table')
    await table.waitFor()
    await page.getByText(/^Nothing was sent. 2 things to fix/).waitFor()
    await lookAt(person, 'settings-conflict')
    expect(await table.innerText()).toMatch(/LG8[\s\S]*LG7/)
    expect(await radio(person, 'On the first invoice').isChecked()).toBe(true)

    // Not chosen yet: nothing goes out, and the choice has the focus.
    await button(person, 'Save settings').click()
    await expectFocus(page.getByText(/Compare, choose, then save/).locator('..'))
    expect((await stand.admin.settings()).xmlRequired).toBe('NEVER')

    await button(person, 'Take theirs: Orders that need the XML').click()
    await button(person, 'Keep mine: Carriers').click()
    await page.getByText(/Their changes are included and yours are kept/).waitFor()
    expect(await radio(person, 'None').isChecked()).toBe(true)
    await button(person, 'Save settings').click()
    await page.getByText('Settings saved.').first().waitFor()
    expect(await stand.admin.settings()).toMatchObject({
      xmlRequired: 'NEVER',
      freightOn: 'FIRST_INVOICE',
      carriers: [{ ...LOGGI, numberPattern: 'LG7\\d+' }],
    })
  })

  it('says so where everything of theirs was taken', async () => {
    const before = await stand.admin.settings()
    const person = await browser.person({ language: 'pt' })
    await open(person)
    await radio(person, 'Todos').check({ force: true })
    await stand.admin.saveSettings({ ...before, xmlRequired: 'NEVER' })
    await button(person, 'Salvar configurações').click()
    await button(person, /^Usar o da outra pessoa/)
      .first()
      .click()
    await person.page.getByText(/não há mais nada a salvar/).waitFor()
    await lookAt(person, 'settings-conflict-taken')
  })
})

describe('a number pattern', () => {
  it('that no form may run is refused by name of its carrier, and goes once it is corrected', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await addCarrier(person, 'Ligeira', 'LG\\d+')
    await addCarrier(person, 'Loggi', '(?=L)LG')
    await page.getByLabel('Try a number').fill('LG12')
    await page.getByText(/^The pattern of Loggi cannot be used/).waitFor()
    await button(person, 'Save settings').click()
    const problem = page.getByText(/^Number pattern, carrier Loggi: use letters, digits/)
    await problem.waitFor()
    await lookAt(person, 'settings-refused')
    await button(person, 'Remove Ligeira').click()
    await expectValue(page.getByLabel('Name', { exact: true }).last(), 'Loggi')
    await problem.waitFor()
    await page.getByLabel('Number pattern', { exact: true }).last().fill('LG\\d+')
    await problem.waitFor({ state: 'hidden' })
    await button(person, 'Save settings').click()
    await page.getByText('Settings saved.').first().waitFor()
    expect((await stand.admin.settings()).carriers.map(({ name }) => name)).toEqual(['Loggi'])
  })

  it('made to stop a browser answers at once in the form of an order', async () => {
    const before = await stand.admin.settings()
    const carriers = [{ name: 'Trap', urlTemplate: null, numberPattern: '(A+)+B' }]
    expect((await stand.admin.saveSettings({ ...before, carriers })).problems).toEqual([])
    const person = await browser.person()
    await person.openOrder('1300010000101-01')
    const number = person.page.getByLabel('Tracking number or link')
    await number.fill('A'.repeat(60))
    await expectValue(number, 'A'.repeat(60))
    await number.fill(`${'A'.repeat(30)}B`)
    await person.page.getByText(/^Trap, detected/).waitFor()
  })
})

describe('a number that is scanned before the settings are read', () => {
  it('has its carrier as soon as they are', async () => {
    const before = await stand.admin.settings()
    const carriers = [{ name: 'Loggi', urlTemplate: null, numberPattern: 'LG\\d+' }]
    expect((await stand.admin.saveSettings({ ...before, carriers })).problems).toEqual([])
    const person = await browser.person()
    const letGo = await person.withholds('Carriers')
    await person.openOrder('1300010000101-01')
    const number = person.page.getByLabel('Tracking number or link')
    await number.fill('LG123')
    await expectValue(number, 'LG123')
    await letGo()
    await person.page.getByText(/^Loggi, detected/).waitFor()
    await expectValue(number, 'LG123')
  })
})

describe('the bar at the bottom', () => {
  const inSight = (person: Person, text: RegExp) =>
    person.page.getByText(text).evaluateAll((found) =>
      found.some((element) => {
        const { top, bottom, height } = element.getBoundingClientRect()
        return height > 1 && top >= 0 && bottom <= window.innerHeight
      })
    )

  it('says in sight how a save ended, and the focus goes there', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    for (const name of ['Ligeira', 'Loggi', 'Jadlog']) await addCarrier(person, name, 'LG\\d+')
    await radio(person, 'All').check({ force: true })
    await page.evaluate(() => window.scrollTo(0, 0))
    person.expects(/Failed to load resource/)
    await person.disconnects()
    await button(person, 'Save settings').click()
    await expectFocus(page.getByText('No response. Check your connection.'))
    expect(await inSight(person, /^No response/)).toBe(true)
    await person.connects()
    await lookAt(person, 'settings-not-saved')

    await button(person, 'Save settings').click()
    await expectFocus(page.locator('.it-notice__body').filter({ hasText: 'Settings saved.' }))
    expect(await inSight(person, /^Settings saved\.$/)).toBe(true)
    expect(await button(person, 'Save settings').count()).toBe(0)
    await lookAt(person, 'settings-saved')
  })

  it('leads to the first field that was refused, wherever the page stands', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await addCarrier(person, 'Ligeira', 'LG\\d+')
    await addCarrier(person, 'Loggi', '(?=L)LG')
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await button(person, 'Save settings').click()
    await expectFocus(page.getByLabel('Number pattern', { exact: true }).last())
  })

  it('goes with what it undoes, and the next Tab is the first field', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await radio(person, 'All').check({ force: true })
    await button(person, 'Undo all changes').press('Enter')
    await button(person, 'Undo all changes').waitFor({ state: 'hidden' })
    await page.keyboard.press('Tab')
    await expectFocus(button(person, '+ Add a carrier'))
  })
})

describe('unsaved changes', () => {
  it('are asked about on leaving, by whichever link, and stay or go as one says', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await radio(person, 'All').check({ force: true })
    const back = page.getByRole('link', { name: /To invoice/ })
    await back.click()
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
    await dialog.waitFor()
    await lookAt(person, 'settings-leaving')
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await expectFocus(back)
    expect(await radio(person, 'All').isChecked()).toBe(true)
    await back.click()
    await dialog.getByRole('button', { name: 'Leave without saving' }).click()
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: 'Settings' }).last().click()
    await radio(person, 'All').waitFor({ state: 'attached' })
    expect(await radio(person, 'All').isChecked()).toBe(false)
  })

  it('that are none let everybody go', async () => {
    const person = await browser.person()
    await open(person)
    await person.page.getByRole('link', { name: /To invoice/ }).click()
    await person.page.getByRole('table').waitFor()
  })
})

describe('a carrier', () => {
  it('is known by two of its numbers', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await button(person, '+ Add a carrier').click()
    await page.getByLabel('Name', { exact: true }).fill('Ligeira')
    const samples = page.getByLabel('Two of its numbers')
    await samples.fill('LG123456')
    await page.getByText('One more number of this carrier is needed.').waitFor()
    await samples.fill('LG123456 55')
    await page.getByText('These numbers have nothing in common.').waitFor()
    await samples.fill('LG123456, LG 654 321')
    await page.getByLabel('Try a number').fill('LG000001')
    await page.getByRole('listitem').filter({ hasText: 'Ligeira' }).last().waitFor()
    await lookAt(person, 'settings-samples')
    await button(person, 'Save settings').click()
    await page.getByText('Settings saved.').first().waitFor()
    expect((await stand.admin.settings()).carriers).toContainEqual({
      name: 'Ligeira',
      urlTemplate: null,
      numberPattern: 'LG[0-9]{6}',
    })
  })

  it('is removed and brought back in its place, by keyboard too', async () => {
    const person = await browser.person()
    await open(person)
    await addCarrier(person, 'Loggi', 'LG\\d+')
    await button(person, 'Remove Loggi').press('Enter')
    await expectFocus(button(person, 'Undo'))
    await person.page.keyboard.press('Enter')
    await expectFocus(button(person, 'Remove Loggi'))
    await expectValue(person.page.getByLabel('Name', { exact: true }), 'Loggi')
  })
})
