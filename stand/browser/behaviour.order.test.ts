import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { demoNfe, giveDemoNfe } from './harness/documents'
import { expectFocus, expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import { chooseOneUnit } from './harness/oneUnit'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const ORDER = '1300010000101-01'
const OTHER = '1300010000102-01'
const NO_SUCCESS = /Failed to load resource/

const number = (person: Person) => person.page.getByLabel('Invoice number')
const send = (person: Person) =>
  person.page.getByRole('button', { name: /^Invoice .*(unit|value)/ })

const fillFromDocument = (person: Person, orderId = ORDER) => giveDemoNfe(person, stand, orderId)

const posts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')

describe('one press, one invoice', () => {
  it('sends once on a double click, and once while Ctrl+Enter is held', async () => {
    await stand.behave({ latencyMs: 100 })
    const person = await browser.person()
    await person.openOrder(ORDER)
    await fillFromDocument(person)
    await send(person).dblclick()
    await person.hears(/^Done: invoice 600101/)
    expect(await posts()).toHaveLength(1)

    await person.openOrder(OTHER)
    await fillFromDocument(person, OTHER)
    await number(person).focus()
    await person.page.keyboard.down('Control')
    for (let held = 0; held < 10; held += 1) await person.page.keyboard.down('Enter')
    await person.page.keyboard.up('Enter')
    await person.page.keyboard.up('Control')
    await person.hears(/^Done: invoice 600102/)
    expect(await posts()).toHaveLength(2)
  })

  it('takes a press that follows the typing at once: nothing moves from under the mouse', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(OTHER)
    await chooseOneUnit(page)
    await number(person).fill('4711')
    const place = (await send(person).boundingBox())!
    await page.mouse.move(place.x + 20, place.y + 20)
    await page.mouse.down()
    expect(await send(person).boundingBox()).toEqual(place)
    await page.mouse.up()
    await person.hears(/^Done: invoice 4711/)
    expect(await posts()).toHaveLength(1)
  })

  it('sends one of two windows’ same invoice, and says so in the other', async () => {
    const person = await browser.person()
    const other = await browser.person()
    for (const one of [person, other]) {
      await one.openOrder(ORDER)
      await fillFromDocument(one)
    }
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
    await send(other).click()
    await other.hears(/^Nothing was sent, VTEX already has it: invoice 600101/)
    expect(await posts()).toHaveLength(1)
  })

  it('shows a window in which the same was typed meanwhile how that goes on', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    const other = await browser.person()
    await other.page.clock.install()
    await other.openOrder(ORDER)
    await chooseOneUnit(other.page)
    await person.openOrder(ORDER)
    await chooseOneUnit(person.page)
    await number(person).fill('122')
    await send(person).click()
    await stand.received('NotifyInvoice')
    await number(other).fill('122')
    await other.page
      .getByText(/^We do not know yet whether VTEX received it: invoice 122/)
      .waitFor()
    await stand.release()
    await person.hears(/^Done: invoice 122/)
    await other.page.clock.fastForward(3_100)
    await other.page.getByRole('region', { name: /\b122\b/ }).waitFor()
    expect(await other.page.getByText(/not confirmed yet/).count()).toBe(0)
    expect(await posts()).toHaveLength(1)
  })

  it('shows a window that comes back what another one did, and keeps its input', async () => {
    const person = await browser.person()
    await person.openOrder(OTHER)
    await number(person).fill('5555')
    const { outcome } = await stand.admin.notifyInvoice(OTHER, {
      invoiceNumber: '777',
      invoiceValue: 1_000,
      items: [],
    })
    expect(outcome).toBe('APPLIED')
    await person.comesBack()
    await person.page.getByText(/This order changed: invoice 777/).waitFor()
    await expectValue(number(person), '5555')
  })
})

describe('while VTEX is slow', () => {
  it('says so, and shows the order when it comes', async () => {
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'hold' }] })
    const person = await browser.person()
    await person.page.clock.install()
    await person.openOrder(ORDER)
    await stand.received('GetOrder')
    await person.page.clock.fastForward(3_100)
    await person.page.getByText('VTEX is slow, still loading.').waitFor()
    await person.page.clock.fastForward(7_000)
    await person.page.getByRole('button', { name: 'Keep waiting' }).waitFor()
    await stand.behave({ faults: [] })
    await stand.release()
    await person.page.getByRole('form').waitFor()
  })

  it('lets the person go on to the next order while the invoice is on its way', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await page.getByRole('link', { name: ORDER }).click()
    await person.title(ORDER).waitFor()
    await fillFromDocument(person)
    await send(person).click()
    await page.getByText('Sending invoice 600101…').waitFor()
    await page
      .getByRole('link', { name: /^Next order/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: ORDER }).waitFor()
    await page.getByText(/Sending 1/).waitFor()
    await stand.received('NotifyInvoice')
    await stand.release()
    await person.hears(/^Done: invoice 600101/)
    expect(await posts()).toHaveLength(1)
    expect((await stand.oms.order(ORDER)).status).toBe('invoiced')
  })
})

describe('by keyboard alone', () => {
  const theWayOn = (person: Person) =>
    person.page.locator('#open').getByRole('link', { name: /^Next order/ })

  it.each([
    ['Ctrl+Enter in a field', (person: Person) => number(person).press('Control+Enter')],
    ['Enter on the button', (person: Person) => send(person).press('Enter')],
  ])(
    'goes on one Tab after %s, and an impatient second press goes nowhere',
    async (_how, press) => {
      await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
      const person = await browser.person()
      const { page } = person
      await person.openQueue()
      await page.getByRole('link', { name: ORDER }).click()
      await person.title(ORDER).waitFor()
      await fillFromDocument(person)
      await press(person)
      await expectFocus(page.locator('#open').getByText('Sending invoice 600101…'))
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await expectFocus(theWayOn(person))
      await stand.received('NotifyInvoice')
      await stand.release()
      await person.hears(/^Done: invoice 600101/)
      await expectFocus(theWayOn(person))
      expect(await posts()).toHaveLength(1)
      expect(page.context().pages()).toHaveLength(1)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: ORDER }).waitFor()
    }
  )
})

describe('a file that misses its card', () => {
  it('does not open in the place of the page', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    const isKept = await person.page.evaluate(() =>
      ['dragover', 'drop'].map((type) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['<a/>'], 'nfe.xml'))
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
        document.querySelector('h1')!.dispatchEvent(event)
        return event.defaultPrevented
      })
    )
    expect(isKept).toEqual([true, true])
  })
})

describe('while VTEX is down', () => {
  it('keeps the last known order with its time and takes the buttons away', async () => {
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openOrder(ORDER)
    await fillFromDocument(person)
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    await person.comesBack()
    await person.page
      .getByText(/As of \d\d:\d\d/)
      .first()
      .waitFor()
    await expectValue(number(person), '600101')
    expect(await send(person).count()).toBe(0)
    await stand.behave({ faults: [] })
    await person.page.getByRole('button', { name: 'Try again' }).first().click()
    await send(person).waitFor()
    await expectValue(number(person), '600101')
  })
})

describe('without a connection', () => {
  it('sends nothing and keeps what was typed until it is back', async () => {
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openOrder(ORDER)
    await fillFromDocument(person)
    await person.disconnects()
    await person.page
      .getByText('No connection. Nothing will be sent until it is back.')
      .first()
      .waitFor()
    await expectValue(number(person), '600101')
    await person.connects()
    await person.page
      .getByText('No connection. Nothing will be sent until it is back.')
      .first()
      .waitFor({ state: 'hidden' })
    await send(person).click()
    await person.hears(/^Done: invoice 600101/)
    expect(await posts()).toHaveLength(1)
  })
})

describe('nothing typed is lost', () => {
  it('when somebody else has invoiced the order meanwhile, until the person throws it away', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(OTHER)
    await number(person).fill('5555')
    await stand.admin.notifyInvoice(OTHER, { invoiceNumber: '777' })
    await person.comesBack()
    const left = page.getByText('What you entered here was not sent: nothing is left to invoice.')
    await left.waitFor()
    await lookAt(person, 'left-draft')
    await page.getByRole('button', { name: 'Discard' }).click()
    await left.waitFor({ state: 'detached' })
    expect(await posts()).toHaveLength(1)
  })

  it('when the person looks at another order and comes back', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await page.getByRole('link', { name: ORDER }).click()
    await number(person).fill('4242')
    await page.goBack()
    await page.getByRole('row').nth(1).waitFor()
    await page.getByText('draft').first().waitFor()
    await page.getByRole('link', { name: OTHER }).click()
    await person.title(OTHER).waitFor()
    await expectValue(number(person), '')
    await page.goBack()
    await page.getByRole('link', { name: ORDER }).click()
    await expectValue(number(person), '4242')
  })

  it('without a warning of the browser when the page is closed', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    await number(person).fill('4242')
    const [dialog] = await Promise.all([
      person.page.waitForEvent('dialog'),
      person.page.close({ runBeforeUnload: true }),
    ])
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
  })
})

describe('the value', () => {
  const value = (person: Person) => person.page.getByLabel('Value', { exact: true })

  /** One unit less, and the answer to it only after the person has gone into the value. */
  async function subtractAndEnter(person: Person, typed?: string): Promise<string> {
    const { page } = person
    await person.openOrder('1300010000110-01')
    await page.getByText('by items', { exact: true }).click()
    await page.getByRole('button', { name: /^Invoice 8 of 8 units, / }).waitFor()
    const before = await value(person).inputValue()
    const reads = (await stand.requests()).filter(({ operation }) => operation === 'GetOrder')
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'hold' }] })
    await page
      .getByRole('button', { name: /^One unit fewer/ })
      .first()
      .click()
    if (typed === undefined) await value(person).focus()
    else await value(person).fill(typed)
    await stand.received('GetOrder', reads.length + 1)
    await stand.behave({ faults: [] })
    await stand.release()
    await page
      .getByText(/leaves .*1 unit/)
      .first()
      .waitFor()
    await page.locator('.it-bar--old').waitFor({ state: 'detached' })
    return before
  }

  it('does not change under the cursor, and shows the answer when it is left', async () => {
    const person = await browser.person()
    const before = await subtractAndEnter(person)
    await expectFocus(value(person))
    expect(await value(person).inputValue()).toBe(before)
    await person.page.keyboard.press('Tab')
    await expectValue(value(person), new RegExp(`^(?!${before}$)\\d`))
  })

  it('stays as it was typed, whatever an answer says', async () => {
    const person = await browser.person()
    await subtractAndEnter(person, '12')
    expect(await value(person).inputValue()).toBe('12')
    await person.page.keyboard.press('Tab')
    expect(await value(person).inputValue()).toBe('12')
  })
})

describe('the focus', () => {
  it('goes to the first point to settle when it is sent too early', async () => {
    const person = await browser.person()
    await person.openOrder(ORDER)
    await person.page.getByText('completes the order').waitFor()
    await send(person).click()
    await person.hears(/1 thing to fix/)
    await expectFocus(number(person))
    expect(await stand.writes()).toEqual([])
  })

  it('starts at the number, which is what an invoice cannot do without', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue()
    await page.getByRole('link', { name: ORDER }).click()
    await expectFocus(number(person))
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await page.keyboard.type('4711')
    await expectValue(number(person), '4711')
  })

  it('is on the tracking number at once after a drop, however long the check takes', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    await page.getByText('completes the order').waitFor()
    const letGo = await person.withholds('PreviewInvoice')
    await person.drop(page.getByRole('region', { name: 'To invoice', exact: true }), [
      await demoNfe(stand, ORDER),
    ])
    const tracking = page.getByLabel('Tracking number or link')
    await expectFocus(tracking)
    await page.keyboard.type('AA123456785BR')
    await letGo()
    await page.locator('.it-bar--old').waitFor({ state: 'detached' })
    await expectValue(tracking, 'AA123456785BR')
    await expectFocus(tracking)
  })

  it('goes back to the field whose correction has taken the link away that was tabbed to', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(ORDER)
    await number(person).fill('12/3')
    await page.getByLabel('Value', { exact: true }).focus()
    const remedy = page.getByRole('button', { name: /^Use 12-3/ })
    await remedy.waitFor()
    await number(person).fill('1234')
    await remedy.focus()
    await remedy.waitFor({ state: 'detached' })
    await expectFocus(number(person))
  })
})
