import { plainPlan } from '../e2e/harness/orders'
import { useStand } from '../e2e/harness/stand'
import { LONG, openBatches, textFile } from './harness/batches'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

const ORDERS = 60

it('is paused, left, found again, resumed, and says what nobody knows yet', async () => {
  const ids = Array.from({ length: ORDERS }, () => stand.plant(plainPlan()).orderId)
  const file = textFile('notas.csv', [
    'Pedido;Nota;Valor',
    ...ids.map((id, at) => `${id};${at + 1};110,00`),
  ])
  const person = await browser.person()
  const { page } = person
  const name = (text: string) => page.getByRole('button', { name: text, exact: true })
  await person.drop(await openBatches(person), [file])
  const send = name(`Send ${ORDERS} rows now`)
  await send.waitFor(LONG)
  await stand.behave({ latencyMs: 400 })
  await send.click()
  await stand.received('NotifyInvoice', 1)
  await name('Pause').click()
  await name('Go on').waitFor(LONG)
  await lookAt(person, 'batches-paused')

  // Left for a queue, and found again in the list.
  await person.openQueue()
  await page.getByRole('link', { name: 'Batches' }).first().click()
  const list = page.getByRole('region', { name: 'Batches of the last 30 days' })
  await list.getByText('Paused').waitFor()
  await lookAt(person, 'batches-list')
  await list.getByRole('link', { name: 'notas.csv' }).click()

  // VTEX breaks off for whatever is sent next.
  await stand.behave({
    latencyMs: 0,
    faults: [{ operation: 'NotifyInvoice', kind: 'status500', times: 1_000 }],
  })
  await name('Go on').click()
  const again = page.getByRole('button', { name: /^Try \d+ rows? again$/ })
  await again.waitFor(LONG)
  await lookAt(person, 'batches-unknown')
  await page.getByRole('button', { name: /^(Not known yet|VTEX rejected it) \d+$/ }).click()
  await page
    .getByText(/What VTEX has is not sent twice|nothing changed/i)
    .first()
    .waitFor()
})
