import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { LONG, openBatches, textFile } from './harness/batches'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'

const stand = useStand()
const browser = useBrowser(stand)

const ORDERS = 60

it('is paused, left, found again, resumed, run again for what failed, and removed', async () => {
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

  // VTEX takes whatever comes next, breaks off its answer, and does not show it yet.
  await stand.behave({
    latencyMs: 0,
    applyDelayMs: 20 * 60_000,
    faults: [{ operation: 'NotifyInvoice', kind: 'status500', times: 1_000, afterCommit: true }],
  })
  await name('Go on').click()
  const again = page.getByRole('button', { name: /^Try \d+ rows? again$/ })
  await again.waitFor({ timeout: 150_000 })
  await lookAt(person, 'batches-unknown')
  await page.getByRole('button', { name: /^Not known yet \d+$/ }).click()
  await page
    .getByText(/what VTEX has is not sent twice$/)
    .first()
    .waitFor()
  await stand.behave({ applyDelayMs: 0, faults: [] })
  await stand.pass(21 * 60_000)
  await again.click()
  await page.getByRole('button', { name: `Sent ${ORDERS}` }).waitFor(LONG)
  expect(await again.count()).toBe(0)

  await name('Remove this batch').click()
  const dialog = page.getByRole('dialog', { name: 'Remove this batch?' })
  await dialog.waitFor()
  await lookAt(person, 'batches-removal')
  await dialog.getByRole('button', { name: 'Remove this batch' }).click()
  await page.getByText('No batches yet. Drop a file to start one.').waitFor()
  const registered = () =>
    ids.every((id) => stand.stored(id).packageAttachment?.packages?.length === 1)
  await until(registered, 'every order holds its one invoice')
})
