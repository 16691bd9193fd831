import { ANA } from '../demo/people'
import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { inOtherFaces } from './harness/faces'
import { lookAt } from './harness/look'
import { DESK, type Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)
const NO_SUCCESS = /Failed to load resource/

const rows = (person: Person) => person.page.getByRole('row')
const hasRows = (person: Person) => rows(person).nth(1).waitFor()

describe('the queue', () => {
  const queues = [
    'TO_HANDLE',
    'TO_INVOICE',
    'TO_SHIP',
    'IN_TRANSIT',
    'LATE',
    'DELIVERED',
    'ATTENTION',
    'ALL',
  ]
  for (const queue of queues) {
    it(`shows ${queue}`, async () => {
      const person = await browser.person()
      await person.openQueue(`?queue=${queue}`)
      await hasRows(person)
      await lookAt(person, `queue-${queue}`)
    })
  }

  for (const language of ['pt', 'es'] as const) {
    it(`shows rows in ${language}`, async () => {
      const person = await browser.person({ language })
      await person.openQueue('?queue=LATE')
      await hasRows(person)
      await lookAt(person, 'queue-LATE')
    })
  }

  it('cuts nothing where id, name and money are as long as they get', async () => {
    const units = { ...plainPlan().lines[0]!, quantity: 3, price: 411_522_630 }
    const packages = [
      { number: '77', value: units.price, items: [[0, 1]] as [[0, 1]], hoursAgo: 5 },
    ]
    const { orderId } = stand.plant({
      ...plainPlan({ lines: [units], shipping: 0, packages, promiseDays: -12 }),
      orderId: 'AFFILIATE-701-1947797-1739404-01',
      customer: { ...ANA, lastName: 'das Graças de Vasconcellos e Albuquerque Neto' },
    })
    const person = await browser.person({ language: 'pt' })
    await person.openQueue(`?queue=TO_INVOICE&perPage=100`)
    await person.page.getByRole('link', { name: orderId }).waitFor()
    const list = person.page.locator('#list')
    for (const size of [DESK, { width: 1024, height: 800 }, { width: 1500, height: 900 }]) {
      await person.page.setViewportSize(size)
      const fits = (name: string): Promise<void> =>
        until(
          () => list.evaluate((box) => box.scrollWidth <= box.clientWidth),
          `a list that does not scroll sideways at ${size.width}, ${name}`,
          5_000
        )
      await fits('house')
      await inOtherFaces(person.page, ({ name }) => fits(name))
    }
    await lookAt(person, 'queue-long')
  })

  it('says what would be there where there is nothing, and offers other days', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=TO_HANDLE&from=2020-01-01&to=2020-01-02')
    await person.page.getByText('No orders in these dates.').waitFor()
    await lookAt(person, 'queue-empty-dates')
  })

  it('offers to search everywhere where a search found nothing', async () => {
    const person = await browser.person({ language: 'pt' })
    const search = 'z'.repeat(120)
    await person.openQueue(`?queue=TO_INVOICE&q=${search}`)
    await person.page.getByText(search).first().waitFor()
    await lookAt(person, 'queue-empty-search')
  })

  it('says in its place that the list failed, and tries again on demand', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'status500' }] })
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openQueue()
    await person.page.getByText(/VTEX is not responding/).waitFor()
    await lookAt(person, 'queue-failed')
    await stand.behave({ faults: [] })
    await person.page.getByRole('button', { name: 'Try again' }).click()
    await hasRows(person)
  })

  it('keeps the frame while it loads', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'hold' }] })
    const person = await browser.person()
    await person.openQueue()
    await stand.received('ListOrders')
    await person.page.getByRole('navigation', { name: 'Queues' }).waitFor()
    await lookAt(person, 'queue-loading')
    await stand.behave({ faults: [] })
    await stand.release()
    await hasRows(person)
  })

  it('says before the start who goes and who is left out', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=ALL&perPage=50')
    await hasRows(person)
    await person.page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
    await person.page
      .getByText(/will start handling/)
      .first()
      .waitFor()
    await lookAt(person, 'queue-selected')
  })

  it('says that a search for a number finds what this app has seen', async () => {
    const person = await browser.person({ language: 'es' })
    await person.openQueue('?queue=TO_INVOICE&q=1300010000')
    await hasRows(person)
    await person.page.getByText(/solo los que pasaron por esta app/).waitFor()
    await lookAt(person, 'queue-number-search')
  })

  it('says that VTEX is slow, and what was asked for when the person has stopped waiting', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'hold' }] })
    const person = await browser.person()
    const { page } = person
    await page.clock.install()
    await person.openQueue()
    await stand.received('ListOrders')
    await page.clock.fastForward(3_100)
    await page.getByText('VTEX is slow, still loading.').waitFor()
    await page.clock.fastForward(7_000)
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await lookAt(person, 'queue-slow')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped before VTEX answered.').waitFor()
    await lookAt(person, 'queue-stopped')
    await stand.behave({ faults: [] })
    await stand.release()
    await page.getByRole('button', { name: 'Try again' }).click()
    await hasRows(person)
  })

  it('keeps the way on where the orders of a page have all moved on', async () => {
    const plan = plainPlan({ status: 'ready-for-handling' })
    const newest = Array.from({ length: 30 }, () => stand.plant({ ...plan, hoursAgo: 0.5 }).orderId)
    for (let count = 0; count < 10; count += 1) stand.plant({ ...plan, hoursAgo: 1.5 })
    await stand.behave({ indexDelayMs: 240_000 })
    await stand.pass(300_000)
    for (const orderId of newest) await stand.admin.startHandling(orderId)
    const person = await browser.person({ language: 'pt' })
    await person.openQueue('?queue=TO_HANDLE')
    await person.page.getByText('Os pedidos desta página já foram para outras filas.').waitFor()
    await person.page.getByRole('link', { name: /^Próxima/ }).waitFor()
    await lookAt(person, 'queue-moved-on')
  })

  it('tells where VTEX lists no further', async () => {
    for (let count = 0; count < 760; count += 1) {
      stand.plant(plainPlan({ hoursAgo: 100 + count }))
    }
    const person = await browser.person()
    await person.openQueue('?queue=ALL&page=30')
    await hasRows(person)
    await person.page
      .getByText('VTEX lists no more than this. Narrow the dates to see older orders.')
      .waitFor()
    expect(await person.page.getByRole('link', { name: /^Next/ }).count()).toBe(0)
    await lookAt(person, 'queue-30-pages')
    await person.openQueue('?queue=ALL&page=29')
    await hasRows(person)
    expect(await person.page.getByText(/lists no more than this/).count()).toBe(0)
    await person.page.getByRole('link', { name: /^Next/ }).waitFor()
  })

  it('names the right that is missing', async () => {
    const person = await browser.person({ as: 'local-nobody', language: 'es' })
    person.expects(NO_SUCCESS)
    await person.openQueue()
    await person.page.getByText(/License Manager/).waitFor()
    await lookAt(person, 'queue-forbidden')
  })

  it('lists its keys and keeps a view under a name', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=LATE&q=Ana')
    await page.getByRole('button', { name: /Save this view/ }).click()
    await page.getByLabel('Name of the tab').fill('Late for Ana')
    await lookAt(person, 'queue-keeping-a-view')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Late for Ana' }).waitFor()
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').waitFor()
    await lookAt(person, 'queue-keys')
  })
})
