import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)
const NO_SUCCESS = /Failed to load resource/

const IN_TRANSIT = '1300060000601-01'
const TO_SHIP = '1300050000501-01'

const card = (person: Person) => person.page.getByRole('region', { name: /\b6\d{5}\b/ }).first()
const button = (person: Person, name: RegExp) => card(person).getByRole('button', { name })

describe('tracking and events', () => {
  it('recognises the carrier by the number and shows it as a guess', async () => {
    const person = await browser.person()
    await person.openOrder(TO_SHIP)
    await button(person, /^Add tracking/).click()
    await card(person).getByLabel('Tracking number or link').fill('AA123456785BR')
    await card(person)
      .getByText(/Correios, detected/)
      .first()
      .waitFor()
    await lookAt(person, 'tracking-guess')
  })

  it('asks before another number replaces the one a customer follows', async () => {
    const person = await browser.person({ language: 'pt' })
    await person.openOrder(IN_TRANSIT)
    await button(person, /^Ações/).click()
    await button(person, /^Editar dados de rastreio/).click()
    await card(person).getByLabel('Número de rastreio ou link').fill('AA123456785BR')
    await button(person, /^Salvar rastreio/).click()
    await card(person)
      .getByText(/Substitui /)
      .first()
      .waitFor()
    await lookAt(person, 'tracking-replaces')
  })

  it('reads a pasted list, and keeps what it cannot read', async () => {
    const person = await browser.person()
    await person.openOrder(IN_TRANSIT)
    await button(person, /^Add events/).click()
    await button(person, /^Paste a list/).click()
    await card(person)
      .getByLabel(/^One event per line/)
      .fill('2026-03-02 22:40; Em trânsito; Cajamar; SP\nno date here; nothing')
    await button(person, /^Read the list/).click()
    await card(person)
      .getByText(/1 read, 0 already recorded, 1 unreadable/)
      .first()
      .waitFor()
    await button(person, /^Add 1 event/).waitFor()
    await lookAt(person, 'events-pasted')
  })

  it('marks delivered in one line', async () => {
    const person = await browser.person({ language: 'es' })
    await person.openOrder(IN_TRANSIT)
    await button(person, /^Confirmar entrega/).click()
    await button(person, /^Confirmar entrega de la factura/).waitFor()
    await lookAt(person, 'delivered-form')
  })
})

describe('settings', () => {
  const open = (person: Person) => person.open('/admin/invoice-tracking/settings')

  for (const language of ['en', 'pt', 'es'] as const) {
    it(`are shown in ${language}`, async () => {
      const person = await browser.person({ language })
      await open(person)
      await person.page.getByRole('radio').first().waitFor()
      await lookAt(person, 'settings')
    })
  }

  it('take a carrier and try a number on it', async () => {
    const person = await browser.person()
    const { page } = person
    await open(person)
    await page.getByRole('button', { name: /Add a carrier/ }).click()
    await page.getByLabel('Name', { exact: true }).first().fill('Ligeira')
    await lookAt(person, 'settings-editing')
  })

  it('are text for who may not change them', async () => {
    const person = await browser.person({ as: 'local-viewer' })
    await open(person)
    await person.page.getByText(/need permission to edit app settings/).waitFor()
    expect(await person.page.getByRole('radio').count()).toBe(0)
    await lookAt(person, 'settings-viewer')
  })
})

describe('the whole page', () => {
  it('says that the session has ended', async () => {
    const person = await browser.person({ as: 'local-expired' })
    person.expects(NO_SUCCESS)
    await person.openOrder(IN_TRANSIT)
    await person.page.getByRole('alertdialog').waitFor()
    await lookAt(person, 'session-ended')
  })

  it('says that there is no connection', async () => {
    const person = await browser.person({ language: 'pt' })
    person.expects(NO_SUCCESS)
    await person.openOrder('1300010000101-01')
    await person.page.getByRole('form').waitFor()
    await person.disconnects()
    await person.page
      .getByText(/Sem conexão/)
      .first()
      .waitFor()
    const value = person.page.getByLabel('Valor', { exact: true })
    await value.fill('10,00')
    await value.press('Tab')
    await lookAt(person, 'offline')
    // What cannot be sent is not said to be sendable all the same.
    expect(await person.page.getByText(/A verificação não respondeu/).count()).toBe(0)
    await person.connects()
    await person.page.getByText(/Esta nota R\$\s10,00/).waitFor()
  })
})
