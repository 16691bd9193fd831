import { COFFEE, MUG, TOWEL } from '../demo/catalog'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe } from './harness/documents'
import { expectFocus, expectValue } from './harness/expectations'
import { Keyboard, Mouse } from './harness/hand'
import { countInteractions } from './harness/interactions'

const stand = useStand()
const browser = useBrowser(stand)

const ORDER = '1300010000101-01'
const TRACKING = 'AA123456785BR'

describe('an invoice with its XML and tracking takes three interactions', () => {
  it('by mouse: drop, number, send', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await page.getByRole('link', { name: ORDER }).click()
    await person.title(ORDER).waitFor()
    const interactions = await countInteractions(person)

    const form = page.getByRole('region', { name: 'To invoice', exact: true })
    const file = await demoNfe(stand, ORDER)
    await person.drop(form, [file])
    const tracking = page.getByLabel('Tracking number or link')
    await expectValue(page.getByLabel('Invoice number'), '600101')
    await expectFocus(tracking)
    await page.keyboard.type(TRACKING)
    await expectValue(tracking, TRACKING)
    await form
      .getByText(/Correios, detected/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /^Invoice 3 of 3 units, R\$308\.60$/ }).click()
    await person.hears(/Done: invoice 600101/)

    expect(await interactions.soFar()).toHaveLength(3)
    const [stored] = (await stand.oms.order(ORDER)).packageAttachment!.packages
    expect(stored).toMatchObject({ trackingNumber: TRACKING, courier: 'Correios' })
  })

  it('by keyboard: file, number, Ctrl+Enter', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    const interactions = await countInteractions(person)

    const keyboard = new Keyboard(person)
    const form = page.getByRole('region', { name: 'To invoice', exact: true })
    const chooser = page.getByRole('button', { name: 'Choose files' })
    await keyboard.give(form, chooser, [await demoNfe(stand, ORDER)])
    await expectValue(page.getByLabel('Invoice number'), '600101')
    await expectFocus(page.getByLabel('Tracking number or link'))
    await page.keyboard.type(TRACKING)
    await form
      .getByText(/Correios, detected/)
      .first()
      .waitFor()
    await page.keyboard.press('Control+Enter')
    await person.hears(/Done: invoice 600101/)

    expect(await interactions.soFar()).toHaveLength(3)
  })
})

describe('ten in a row', () => {
  /** Orders of the demo, newest first, whose form opens with nothing against it but the number. */
  it('by keyboard take at most six keys an order beside the typed number', async () => {
    for (let at = 0; at < 10; at += 1) {
      const lines = [{ sku: MUG, quantity: 1 + (at % 3) }]
      stand.plant(plainPlan({ lines, hoursAgo: 0.1 + at / 100 }))
    }
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    const first = page.getByRole('row').getByRole('link').first()
    await first.focus()
    await page.keyboard.press('Enter')
    const number = page.getByLabel('Invoice number')
    let keys = 0
    const press = async (key: string): Promise<void> => {
      keys += key.split('+').length
      await page.keyboard.press(key)
    }

    for (let at = 0; at < 10; at += 1) {
      await expectFocus(number)
      await page.keyboard.type(`90${at}`)
      await press('Control+Enter')
      await person.hears(new RegExp(`^Done: invoice 90${at}|^VTEX received it.* 90${at}`))
      await expectFocus(page.getByRole('link', { name: /^Next order/ }).last())
      await press('Enter')
    }
    expect(keys).toBeLessThanOrEqual(10 * 6)
    const sent = (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')
    expect(sent).toHaveLength(10)
  })

  it('by mouse, with XML and a typed tracking number, scrolls nowhere', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    const form = page.getByRole('region', { name: 'To invoice', exact: true })
    await person.drop(form, [await demoNfe(stand, ORDER)])
    await expectFocus(page.getByLabel('Tracking number or link'))
    await page.keyboard.type(TRACKING)
    await form.getByText(/link ready/).waitFor()
    const send = page.getByRole('button', { name: /^Invoice 3 of 3 units, R\$308\.60$/ })
    const place = (await send.boundingBox())!
    const { width, height } = page.viewportSize()!
    expect([width, height]).toEqual([1280, 900])
    expect(place.y + place.height).toBeLessThanOrEqual(height)
    // At its place, without a scroll that a locator would do by itself.
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
    await person.hears(/Done: invoice 600101/)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  })
})

describe('a partial invoice by items takes at most six interactions', () => {
  for (const way of ['mouse', 'keyboard'] as const) {
    it(`by ${way}: one unit of three lines, typed`, async () => {
      const { orderId } = stand.plant(
        plainPlan({
          lines: [
            { sku: MUG, quantity: 3, price: 8_330 },
            { sku: TOWEL, quantity: 2 },
            { sku: COFFEE, quantity: 1 },
          ],
        })
      )
      const person = await browser.person()
      const hand = way === 'mouse' ? new Mouse(person) : new Keyboard(person)
      const { page } = person
      await person.openOrder(orderId)
      const interactions = await countInteractions(person)

      const choice = page.getByRole('radio', { name: /^by items/ })
      if (hand instanceof Keyboard) {
        await hand.reach(page.getByRole('radio', { name: /^everything/ }))
        await page.keyboard.press('ArrowDown')
      } else await page.getByText('by items', { exact: true }).click()
      expect(await choice.isChecked()).toBe(true)
      await hand.press(page.getByRole('button', { name: 'None', exact: true }))
      await hand.fill(page.getByRole('textbox', { name: /^Units of Caneca/ }), '1')
      await hand.fill(page.getByLabel('Invoice number'), '000122')
      await hand.press(page.getByRole('button', { name: /^Invoice 1 of 6 units, R\$83\.30$/ }))
      await person.hears(/Done: invoice 000122/)

      // Six are allowed: the sixth is for one warning.
      expect(await interactions.soFar()).toHaveLength(5)
      const [stored] = (await stand.oms.order(orderId)).packageAttachment!.packages
      expect(stored).toMatchObject({ invoiceNumber: '000122', invoiceValue: 8_330 })
      expect(stored!.items).toEqual([expect.objectContaining({ quantity: 1, price: 8_330 })])
    })
  }
})
