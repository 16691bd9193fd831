import { MUG } from '../demo/catalog'
import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { HOUR_MS } from '../e2e/harness/time'

const stand = useStand()
const browser = useBrowser(stand)

describe('an order of which a change took units away', () => {
  /** Five mugs, of which two are taken away again. */
  async function changedOrder(): Promise<string> {
    const lines = [{ sku: MUG, quantity: 5, price: 5_000 }]
    const { orderId } = stand.plant(plainPlan({ lines }))
    const removed = [{ id: MUG.id, quantity: 2, price: 5_000 }]
    await stand.oms.changeV1(orderId, 10_000, 0, { itemsRemoved: removed })
    await stand.pass(HOUR_MS)
    return orderId
  }

  it('counts those that are still wanted, and says once a line how many are not', async () => {
    const orderId = await changedOrder()
    const person = await browser.person()
    await person.openOrder(orderId)
    const open = person.page.getByRole('region', { name: 'To invoice', exact: true })
    await open.getByText(/^3 units,/).waitFor()
    await person.page.getByText('0 of 3 invoiced, 2 removed').waitFor()
    await open.getByText('by items', { exact: true }).click()
    await open.getByText('of 3, 2 removed').waitFor()
    const items = [{ id: MUG.id, quantity: 1 }]
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1', items })
    await person.openQueue(`?queue=TO_INVOICE&q=${orderId}`)
    await person.page.getByRole('img', { name: '1 of 3 units' }).waitFor()
  })

  it.each([
    ['pt', '0 de 3 faturados, 2 removidos'],
    ['es', '0 de 3 facturados, 2 eliminados'],
  ] as const)('in %s too', async (language, words) => {
    const orderId = await changedOrder()
    const person = await browser.person({ language })
    await person.openOrder(orderId)
    await person.page.getByText(words).waitFor()
  })
})
