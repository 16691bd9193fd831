import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

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

  it('says what would be there where there is nothing, and offers other days', async () => {
    const person = await browser.person()
    await person.openQueue('?queue=TO_HANDLE&from=2020-01-01&to=2020-01-02')
    await person.page.getByText('Nothing in these dates.').waitFor()
    await lookAt(person, 'queue-empty-dates')
  })

  it('offers to search everywhere where a search found nothing', async () => {
    const person = await browser.person({ language: 'pt' })
    await person.openQueue('?queue=TO_INVOICE&q=zzz-zzz')
    await person.page.getByText('zzz-zzz').first().waitFor()
    await lookAt(person, 'queue-empty-search')
  })

  it('says in its place that the list failed, and tries again on demand', async () => {
    await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'status500' }] })
    const person = await browser.person()
    person.expects(NO_SUCCESS)
    await person.openQueue()
    await person.page.getByText(/VTEX does not answer/).waitFor()
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
    await page.getByRole('button', { name: /Keep this view/ }).click()
    await page.getByLabel('Name of the tab').fill('Late for Ana')
    await lookAt(person, 'queue-keeping-a-view')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByRole('link', { name: 'Late for Ana' }).waitFor()
    await page.getByRole('button', { name: 'Keys' }).click()
    await page.getByRole('dialog').waitFor()
    await lookAt(person, 'queue-keys')
  })
})
