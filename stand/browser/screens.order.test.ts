import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { flawsOfLayout } from './harness/layout'
import { lookAt } from './harness/look'
import { PHONE } from './harness/person'
import type { Language } from './harness/words'

const stand = useStand()
const browser = useBrowser(stand)
const NO_SUCCESS = /Failed to load resource/

/** A name for the picture, the demo order, what its page must say. */
const ORDERS: readonly (readonly [string, string, RegExp, Language?])[] = [
  ['not-ready', '1300080000801-01', /Waiting for payment/],
  ['to-handle', '1300030000301-01', /Start handling/],
  ['to-invoice', '1300010000107-01', /everything left to invoice/],
  ['to-invoice', '1300010000107-01', /todo lo pendiente/, 'es'],
  ['gift-and-long-name', '1300010000106-01', /gift/],
  ['cop-above-2-31', '1300020000201-01', /units, COP\s26,415,000\.00$/],
  ['partially-invoiced', '1300040000401-01', /everything left to invoice/],
  ['partially-invoiced', '1300040000401-01', /tudo o que falta faturar/, 'pt'],
  ['to-ship-two-packages', '1300050000502-01', /Add tracking/],
  ['in-transit', '1300060000601-01', /Mark delivered/],
  ['in-transit', '1300060000601-01', /Confirmar entrega/, 'pt'],
  ['in-transit-late', '1300060000603-01', /day late/],
  ['odd-dates', '1300060000606-01', /Edit tracking data|Add events/],
  ['delivered', '1300070000701-01', /Delivered/],
  ['delivered', '1300070000701-01', /Entregado/, 'es'],
  ['returned', '1300070000704-01', /refunded by VTEX/],
  ['old-shape', '1300070000705-01', /Delivered/],
  [
    'assumed-currency',
    '1300070000707-01',
    /gives no currency for this order; amounts are shown in CLP/,
  ],
  ['canceled', '1300080000804-01', /Canceled/],
  ['in-change', '1300090000904-01', /being edited/],
  ['cancellation-requested', '1300090000905-01', /A cancellation was requested/],
  ['stuck', '1300090000907-01', /stuck verifying the invoice: only VTEX support/],
  ['stuck', '1300090000907-01', /só o suporte da VTEX/, 'pt'],
  ['stuck', '1300090000907-01', /solo el soporte de VTEX/, 'es'],
  ['attachments-missing', '1300090000911-01', /everything left to invoice/],
  ['unsafe-number', '1300050000505-01', /cannot add tracking to a number with these characters/],
  ['50-packages', '1300060000607-01', /Actions/],
]

describe('the order page', () => {
  for (const [name, orderId, says, language] of ORDERS) {
    it(`shows ${name}${language ? ` in ${language}` : ''}`, async () => {
      const person = await browser.person({ language })
      await person.openOrder(orderId)
      await person.page.locator('main').getByText(says).first().waitFor()
      await lookAt(person, `order-${name}`)
    })
  }

  it('shows 20 of 200 lines, all on demand, and finds one', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder('1300090000910-01')
    const items = page.getByRole('region', { name: 'Items', exact: true })
    await items.getByRole('button', { name: 'Show all 200' }).waitFor()
    expect(await items.getByRole('listitem').count()).toBe(20)
    const send = page.getByRole('button', { name: /^Invoice \d+ of \d+ units/ })
    await send.waitFor()
    expect((await send.boundingBox())!.y).toBeLessThan(900)
    await lookAt(person, 'order-200-lines')
    await items.getByRole('button', { name: 'Show all 200' }).click()
    await items.getByRole('listitem').nth(199).waitFor()
    expect(await items.getByRole('listitem').count()).toBe(200)
  })

  it('says what it is that cannot be read, and offers VTEX’s own page', async () => {
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openOrder('1300090000912-01')
    await person.page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await person.page.getByRole('form').count()).toBe(0)
    await lookAt(person, 'order-unreadable')
  })

  it.each(['en', 'pt', 'es'] as const)(
    'shows the whole of a package’s menu on a phone in %s, wherever its button stands',
    async (language) => {
      const person = await browser.person({ language, size: PHONE })
      await person.openOrder('1300060000601-01')
      const menu = person.page.locator('.it-package__actions').getByRole('button', {
        name: /^(Actions|Ações|Acciones)/,
      })
      await menu.click()
      await person.page.locator('.it-menu__list').waitFor()
      expect(await person.page.evaluate(flawsOfLayout)).toEqual([])
    }
  )

  it('leaves nothing to invoice where the order is canceled', async () => {
    const person = await browser.person()
    await person.openOrder('1300080000804-01')
    await person.page.getByText('Canceled: nothing is left to invoice.').waitFor()
    expect(await person.page.locator('#sums').getByText('Left to invoice').count()).toBe(0)
  })

  it('says that there is no such order, and searches for it', async () => {
    const person = await browser.person({ language: 'pt' })
    await person.openOrder('9999999999999-01')
    await person.page.getByText(/A VTEX não tem o pedido 9999999999999-01/).waitFor()
    await lookAt(person, 'order-not-found')
  })

  it('counts down to its next try while VTEX does not answer', async () => {
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openOrder('1300010000101-01')
    await person.page.getByText(/Trying again in \d+ s/).waitFor()
    await lookAt(person, 'order-vtex-down')
    await stand.behave({ faults: [] })
    await person.page.getByRole('button', { name: 'Try again' }).click()
    await person.page.getByRole('form').waitFor()
  })
})
