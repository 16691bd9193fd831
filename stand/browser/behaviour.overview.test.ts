import { plantSeason } from '../../tooling/season/plantSeason'
import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Language } from './harness/words'

const OVERVIEW = '/admin/invoice-tracking/overview'

const WORDS = {
  en: { title: 'Overview', late: /^\d+ late orders?: /, shares: 'On time by carrier' },
  pt: { title: 'Visão geral', late: /^\d+ pedidos? atrasados?: /, shares: /^No prazo por transp/ },
  es: { title: 'Resumen', late: /^\d+ pedidos? atrasados?: /, shares: /^A tiempo por transp/ },
} as const

describe('with complete queues', () => {
  const stand = useStand({ ofSeason: 300, plant: plantSeason })
  const browser = useBrowser(stand)

  /** Every day of the period is counted. */
  async function counted(): Promise<void> {
    await until(
      async () => {
        const { data, text } = await stand.admin.send('{overview @ctx {days {day}}}')
        if (!data) throw new Error(text)
        if ((data.overview as { days: unknown[] }).days.length === 30) return true
        await stand.pass(61_000)
        return false
      },
      'the days',
      300_000
    )
  }

  it.each(Object.entries(WORDS))(
    'tells what waits and how it went in %s',
    async (language, { title, late, shares }) => {
      await counted()
      const person = await browser.person({ language: language as Language })
      const { page } = person
      await person.open(OVERVIEW)
      await person.title(title).waitFor()
      await page
        .getByRole('region', { name: shares })
        .getByRole('link', { name: late })
        .first()
        .waitFor()
      await lookAt(person, 'overview')
    },
    300_000
  )

  it('leads from what a carrier is late with to one of its late orders in three clicks at most', async () => {
    const person = await browser.person()
    const { page } = person
    await person.open(OVERVIEW)
    await counted()
    await page.reload()
    let clicks = 0
    const click = async (role: 'link', name: RegExp, within = page.getByRole('main')) => {
      clicks += 1
      await within.getByRole(role, { name }).first().click()
    }
    const row = page.getByRole('region', { name: 'On time by carrier' })
    const link = row.getByRole('link', { name: WORDS.en.late }).first()
    const [, count, carrier] = /^(\d+) late orders?: (.+)$/.exec(
      (await link.getAttribute('aria-label'))!
    )!
    await click('link', WORDS.en.late, row)
    await page.waitForURL(
      ({ searchParams }) =>
        searchParams.get('queue') === 'LATE' && searchParams.get('carrier') === carrier
    )
    expect(await page.getByLabel('Carrier', { exact: true }).inputValue()).toBe(carrier)
    await until(
      async () => (await page.getByRole('row').count()) === Math.min(25, Number(count)) + 1,
      'the late orders of the carrier'
    )
    await click('link', /-01$/)
    await page
      .getByText(/ late\b/)
      .first()
      .waitFor()
    await page.waitForURL(/\/order\//)
    expect(clicks).toBeLessThanOrEqual(3)
  })

  it('keeps what it is filtered by in the address, and goes back to all', async () => {
    const person = await browser.person()
    const { page } = person
    await person.open(OVERVIEW)
    const carrier = page.getByLabel('Carrier', { exact: true })
    await carrier.waitFor()
    await counted()
    await page.reload()
    await page.getByRole('link', { name: WORDS.en.late }).first().waitFor()
    const name = await carrier.getByRole('option').nth(1).innerText()
    await carrier.selectOption(name)
    await page.waitForURL(({ searchParams }) => searchParams.get('carrier') === name)
    await page.getByLabel('Period').selectOption('7')
    await page.waitForURL(({ searchParams }) => searchParams.get('days') === '7')
    await page.reload()
    await carrier.waitFor()
    expect(await carrier.inputValue()).toBe(name)
    expect(await page.getByLabel('Period').inputValue()).toBe('7')
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.waitForURL((url) => url.search === '')
    await page.goBack()
    await page.waitForURL(/carrier=/)
  })
})

describe('without complete queues', () => {
  const stand = useStand()
  const browser = useBrowser(stand)

  it.each(['en', 'pt', 'es'] as const)(
    'counts what it can and leads to the settings, in %s',
    async (language) => {
      const person = await browser.person({ language })
      const { page } = person
      await person.open(OVERVIEW)
      const offer = page.locator('a[href$="/settings#read-model"]')
      await offer.waitFor()
      await lookAt(person, 'overview-off')
      await offer.click()
      await expectFocus(page.locator('#read-model h2'))
    }
  )
})
