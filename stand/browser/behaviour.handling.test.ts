import { plainPlan } from '../e2e/harness/orders'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const ready = () => stand.plant(plainPlan({ status: 'ready-for-handling' })).orderId
const tickAll = (person: Person) =>
  person.page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
const button = (person: Person, name: RegExp) => person.page.getByRole('button', { name })
const hasRows = (person: Person) => person.page.getByRole('row').nth(1).waitFor()
const starts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'StartHandling').length

describe('starting to handle', () => {
  it('says who goes, starts one after the other, and tells how each row ended', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('checkbox', { name: /^Select all/ }).check({ force: true })
    await page.getByText(/8 selected/).waitFor()
    await page.getByRole('button', { name: /^Start handling \d orders?$/ }).click()
    await person.hears(/^Started \d of \d/)
    await until(
      async () => (await stand.writes()).length >= 7,
      'handling started for the rows that may'
    )
    await page.getByText('✓ started').first().waitFor()
    const calls = (await stand.writes()).map(({ operation }) => operation)
    expect(new Set(calls)).toEqual(new Set(['StartHandling']))
    expect(new Set((await stand.writes()).map(({ path }) => path)).size).toBe(calls.length)
  })

  it('starts once on a double click, and ends after the one in the air when stopped', async () => {
    for (let count = 0; count < 32; count += 1) ready()
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE&perPage=50')
    await hasRows(person)
    await tickAll(person)
    await page.getByText('40 selected').waitFor()
    await stand.behave({ faults: [{ operation: 'StartHandling', kind: 'hold', times: 1 }] })
    await button(person, /^Start handling \d+ orders$/).dblclick()
    await stand.received('StartHandling', 1)
    await button(person, /^Stop$/).click()
    await stand.release()
    await page.getByText(/Started 1 of \d+ · Stopped\./).waitFor()
    expect(await starts()).toBe(1)
  })

  it('waits where VTEX takes no more calls, until stopped, and says what did not start', async () => {
    for (let count = 0; count < 12; count += 1) ready()
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await hasRows(person)
    await tickAll(person)
    await stand.behave({ faults: [{ operation: 'StartHandling', kind: 'status429', times: 1 }] })
    await button(person, /^Start handling \d+ orders$/).click()
    await stand.received('StartHandling', 1)
    await page.getByText('Sending 1').waitFor()
    await button(person, /^Stop$/).click()
    await page.getByText(/Started 0 of \d+ · 1 not started · Stopped\./).waitFor()
    expect(await starts()).toBe(1)
    await button(person, /^Try again, order/).click()
    await page.getByText(/Started 1 of \d+/).waitFor()
    expect(await page.locator(':focus').innerText()).toMatch(/-01$/)
  })
})

describe('refreshing the ticked orders', () => {
  it('reads those of other pages again too', async () => {
    const planted = Array.from({ length: 30 }, ready)
    const person = await browser.person()
    const { page } = person
    await person.openQueue('?queue=TO_HANDLE')
    await hasRows(person)
    await tickAll(person)
    await page.getByText('25 selected').waitFor()
    await page.getByRole('link', { name: /^Next/ }).click()
    await page.getByText(/^26–/).waitFor()
    await tickAll(person)
    await page.getByText('38 selected').waitFor()
    const said = () =>
      page
        .getByText(/will start handling/)
        .first()
        .innerText()
    const before = await said()
    const elsewhere = planted.filter((orderId) => orderId !== planted[0]).slice(-3)
    const seen = await page.getByRole('row').allInnerTexts()
    expect(elsewhere.filter((orderId) => seen.some((row) => row.includes(orderId)))).toEqual([])
    for (const orderId of elsewhere) {
      expect((await stand.admin.startHandling(orderId)).outcome).toBe('APPLIED')
    }
    await button(person, /^Refresh 38$/).click()
    await page.getByText(/3 already in handling/).waitFor()
    expect(await said()).not.toBe(before)
    await button(person, /^Start handling 3\d orders$/).waitFor()
  })

  it('says which could not be read', async () => {
    const orderId = ready()
    const person = await browser.person()
    const { page } = person
    await person.openQueue(`?queue=TO_HANDLE&q=${orderId}`)
    await hasRows(person)
    await tickAll(person)
    await page.getByText('1 selected').waitFor()
    await page.getByRole('searchbox').fill('')
    await page.getByRole('row').nth(5).waitFor()
    await page.getByRole('searchbox').fill('1300030000301-01')
    await page.getByRole('row').filter({ hasText: orderId }).waitFor({ state: 'hidden' })
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    await button(person, /^Refresh 1$/).click()
    // The status line says it too, a moment later.
    await page
      .getByText('1 could not be refreshed and stays as it was.')
      .and(page.locator(':not([role=status])'))
      .waitFor()
    await person.hears(/^1 could not be refreshed/)
  })
})
