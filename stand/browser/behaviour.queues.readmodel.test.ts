import { readFileSync } from 'node:fs'
import { plainPlan } from '../e2e/harness/orders'
import { ReadModelFace } from '../e2e/harness/readModel'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)
const readModel = new ReadModelFace(stand)

const rows = ({ page }: Person) => page.getByRole('row')
const hasRows = (person: Person) => rows(person).nth(1).waitFor()

async function switchedOn(): Promise<void> {
  expect((await readModel.save(true)).problems).toEqual([])
  await readModel.filled()
  // The index has heard of the last of them.
  await stand.pass(5_000)
}

const shipped = (at: number) =>
  stand.plant(
    plainPlan({
      status: 'invoiced',
      packages: [
        {
          number: `88${1000 + at}`,
          value: 'rest',
          hoursAgo: 20,
          courier: 'Ligeira Cargas',
          trackingNumber: `LG${100_000 + at}BR`,
        },
      ],
    })
  ).orderId

describe.each(['en', 'pt'] as const)('a queue on the read model, in %s', (language) => {
  it('is filtered by carrier and sorted, and a reload keeps both', async () => {
    for (let at = 0; at < 3; at += 1) shipped(at)
    await switchedOn()
    const person = await browser.person({ language })
    const { page } = person
    await person.openQueue('?queue=IN_TRANSIT')
    await hasRows(person)
    const carrier = page.getByLabel(language === 'en' ? 'Carrier' : 'Transportadora', {
      exact: true,
    })
    await carrier.fill('Ligeira Cargas')
    await carrier.press('Enter')
    await page.waitForURL(/carrier=Ligeira/)
    await until(async () => (await rows(person).count()) === 4, 'the three orders of the carrier')
    await page.getByLabel(language === 'en' ? 'Sort by' : 'Ordenar por').selectOption('-VALUE')
    await page.waitForURL(/sort=-VALUE/)
    await page.reload()
    await until(async () => (await rows(person).count()) === 4, 'the same three after a reload')
    expect([...new URL(page.url()).searchParams.keys()].sort()).toEqual([
      'carrier',
      'queue',
      'sort',
    ])
    expect(await carrier.inputValue()).toBe('Ligeira Cargas')
    await page.getByText(language === 'en' ? /as of \d/ : /dados das \d/).waitFor()
    await lookAt(person, 'queue-readmodel-filtered')
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('sort='))
    expect(new URL(page.url()).search).toContain('carrier=Ligeira')
  })
})

it('thirty parcels are marked delivered by ticks, and each row says how it ended', async () => {
  const ids = Array.from({ length: 30 }, (_, at) => shipped(at))
  await switchedOn()
  const person = await browser.person()
  const { page } = person
  await person.openQueue(
    `?queue=IN_TRANSIT&perPage=50&carrier=${encodeURIComponent('Ligeira Cargas')}`
  )
  await until(async () => (await rows(person).count()) === 31, 'thirty rows')
  await page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
  await page.getByText(/30 selected · All will be marked delivered as of now/).waitFor()
  await lookAt(person, 'queue-readmodel-ticked')
  // VTEX gives one of them no clear answer: its row says so, the others went.
  await stand.behave({
    faults: [{ operation: 'UpdateTrackingStatus', kind: 'status500', times: 1 }],
  })
  await page.getByRole('button', { name: 'Mark 30 orders delivered' }).click()
  await page.getByText(/Marked delivered: 29 of 30 · 1 not confirmed/).waitFor({ timeout: 120_000 })
  expect(await page.getByText('✓ delivered').count()).toBe(29)
  await page.getByRole('button', { name: /^(Try again, order|Refresh order)/ }).waitFor()
  await lookAt(person, 'queue-readmodel-delivered')
  const { data, text } = await stand.admin.send(
    `query ($id: ID!) {order(orderId: $id) @ctx {stage packages {isDelivered}}}`,
    { id: ids[17] }
  )
  expect([text, data?.order]).toMatchObject([
    expect.any(String),
    { stage: 'DELIVERED', packages: [{ isDelivered: true }] },
  ])
})

it('the whole queue is saved as a file, page after page, and every tab has its count', async () => {
  for (let at = 0; at < 30; at += 1) shipped(at)
  await switchedOn()
  const person = await browser.person()
  const { page } = person
  await person.openQueue(`?queue=IN_TRANSIT&carrier=${encodeURIComponent('Ligeira Cargas')}`)
  await page.getByText(/1–25 of about 30/).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download this queue as CSV' }).click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(31)
  expect(lines[1]).toContain('Ligeira Cargas')
  await page.getByText('30 orders saved').first().waitFor()
  const tabs = page.getByRole('navigation', { name: 'Queues' })
  for (const tab of ['To ship', 'In transit', 'Late', 'Delivered', 'Attention', 'All'])
    await tabs.getByRole('link', { name: new RegExp(`^${tab} ?[\\d,]+`) }).waitFor()
})
