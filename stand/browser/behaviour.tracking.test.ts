import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectValue } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'

const stand = useStand()
const browser = useBrowser(stand)

const DELIVERED = '1300070000701-01'

const card = (person: Person) => person.page.getByRole('region', { name: /\b6\d{5}\b/ }).first()
const puts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'UpdateTrackingStatus')

describe('a delivery', () => {
  it('is taken back by who has seen that it stands and said so', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(DELIVERED)
    await card(person).getByText('Delivered', { exact: true }).waitFor()
    await card(person)
      .getByRole('button', { name: /^Actions/ })
      .click()
    await card(person).getByRole('button', { name: 'Undo delivery' }).click()
    const takeBack = card(person).getByRole('button', {
      name: /^Undo the delivery of invoice \d+/,
    })
    const tick = card(person).getByLabel(/^Delivered on .*undoes the delivery/)
    await tick.waitFor({ state: 'attached' })
    await lookAt(person, 'delivery-taken-back')
    await takeBack.click()
    await person.hears(/1 thing to fix/)
    expect(await puts()).toEqual([])
    await tick.check({ force: true })
    await takeBack.click()
    await person.hears(/^Done: delivery of invoice \d+ undone/)
    await card(person).getByText('In transit', { exact: true }).waitFor()
    await page.getByText('Delivered on').waitFor({ state: 'detached' })
    const [put, ...others] = await puts()
    expect(others).toEqual([])
    expect(put!.body).toMatchObject({ isDelivered: false })
  })
})

describe('a pasted list', () => {
  const IN_TRANSIT = '1300060000601-01'
  const box = (person: Person) => card(person).getByLabel(/^One event per line/)
  const read = async (person: Person, text: string): Promise<void> => {
    await box(person).fill(text)
    await card(person).getByRole('button', { name: 'Read the list' }).click()
  }

  it('is read whatever stands between, known events are left out, and what cannot be read stays', async () => {
    const order = await stand.admin.order(IN_TRANSIT)
    const [known] = order!.packages[0]!.events
    const person = await browser.person()
    await person.openOrder(IN_TRANSIT)
    await card(person)
      .getByRole('button', { name: /^Add events/ })
      .click()
    await card(person)
      .getByRole('button', { name: /^Paste a list/ })
      .click()
    const lines = [
      `${known!.date}; ${known!.description}; ${known!.city}; ${known!.state}`,
      '2026-03-02 22:40\tPosted\tCajamar\tSP',
      '03/04/2026 08:15 | Out for delivery | São José do Rio Preto - SP',
      '03/04/2026 08:15; Out for delivery; São José do Rio Preto; SP',
      'Left the house; 03/05/2026',
      '03/06/2026 10:00',
    ]
    await read(person, lines.join('\n'))
    // English alone does not tell which of the two comes first.
    await card(person).getByText('Which day is 03/04/2026?').waitFor()
    await card(person).getByRole('button', { name: 'March 4', exact: true }).click()
    await card(person).getByText('4 read, 2 already recorded, 2 unreadable').waitFor()
    await expectValue(box(person), 'Left the house; 03/05/2026\n03/06/2026 10:00')
    await card(person).getByText('Left the house; 03/05/2026: no readable date').waitFor()
    await card(person).getByText('03/06/2026 10:00: no text').waitFor()
    await expectValue(
      card(person).getByLabel('City', { exact: true }).last(),
      'São José do Rio Preto'
    )

    // A corrected line goes into a row too, and its word goes with it.
    await read(person, '03/05/2026; Left the house')
    await card(person).getByRole('button', { name: 'March 5', exact: true }).click()
    await card(person).getByText('1 read, 0 already recorded, 0 unreadable').waitFor()
    expect(
      await card(person)
        .getByText(/no readable date/)
        .count()
    ).toBe(0)
    await card(person).getByRole('button', { name: 'Add 3 events' }).click()
    await person.hears(/^Done: events of invoice|^VTEX received it/)
    const [put] = await puts()
    expect(put!.body).toMatchObject({
      isDelivered: false,
      events: expect.arrayContaining([
        expect.objectContaining({ description: 'Posted', city: 'Cajamar', state: 'SP' }),
      ]),
    })
    expect((put!.body as { events: unknown[] }).events).toHaveLength(3)
  })

  it('keeps the lines that could not be read while the person is elsewhere, and when the rest is sent', async () => {
    const person = await browser.person()
    const { page } = person
    await person.openOrder(IN_TRANSIT)
    await card(person)
      .getByRole('button', { name: /^Add events/ })
      .click()
    await card(person)
      .getByRole('button', { name: /^Paste a list/ })
      .click()
    await read(person, '2026-03-02 22:40; Posted\nLeft the house')
    await card(person).getByText('1 read, 0 already recorded, 1 unreadable').waitFor()
    await page.getByRole('link', { name: /^‹/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Invoices & Tracking' }).waitFor()
    await page.goBack()
    await expectValue(box(person), 'Left the house')
    await card(person).getByRole('button', { name: 'Add 1 event' }).click()
    await person.hears(/^Done: events of invoice|^VTEX received it/)
    await expectValue(box(person), 'Left the house')
    await card(person).getByRole('button', { name: 'Add events', exact: true }).waitFor()
    expect((await puts()).map(({ body }) => (body as { events: unknown[] }).events)).toHaveLength(1)
  })
})

describe('a carrier', () => {
  const TO_SHIP = '1300050000501-01'

  it('is asked for where two fit the number, and known where the link names it', async () => {
    const before = await stand.admin.settings()
    const carriers = [
      {
        name: 'Loggi',
        urlTemplate: 'https://loggi.example/{trackingNumber}',
        numberPattern: 'LG\\d{6}',
      },
      { name: 'Jamef', urlTemplate: null, numberPattern: '[A-Z]{2}\\d{6}' },
    ]
    expect((await stand.admin.saveSettings({ ...before, carriers })).problems).toEqual([])
    const person = await browser.person()
    await person.openOrder(TO_SHIP)
    await card(person)
      .getByRole('button', { name: /^Add tracking/ })
      .click()
    const number = card(person).getByLabel('Tracking number or link')
    const carrier = card(person).getByLabel('Carrier')
    await number.fill('LG123456')
    await card(person).getByText('More than one carrier matches:').waitFor()
    await expectValue(carrier, '')

    await number.fill('https://loggi.example/LG999999')
    await expectValue(number, 'LG999999')
    await expectValue(carrier, 'Loggi')
    await card(person).getByText('Loggi, detected').waitFor()

    await number.fill('https://somewhere.example/parcel')
    await card(person)
      .getByText(/^No number found in the link/)
      .waitFor()
    await expectValue(number, 'LG999999')
    await number.fill('LG123456')
    await card(person).getByText('Loggi, detected').waitFor({ state: 'hidden' })
  })
})
