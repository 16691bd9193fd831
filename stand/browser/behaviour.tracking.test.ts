import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
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
    await card(person)
      .getByRole('button', { name: /^Add events/ })
      .click()
    await card(person).getByLabel('Delivered', { exact: true }).uncheck({ force: true })
    const takeBack = card(person).getByRole('button', {
      name: /^Take the delivery of invoice \d+ back/,
    })
    await takeBack.click()
    const tick = card(person).getByLabel(/^Delivered on .*takes the delivery back/)
    await tick.waitFor({ state: 'attached' })
    await lookAt(person, 'delivery-taken-back')
    expect(await puts()).toEqual([])
    await takeBack.click()
    await person.hears(/1 point to settle/)
    expect(await puts()).toEqual([])
    await tick.check({ force: true })
    await takeBack.click()
    await person.hears(/^Done: delivery of invoice/)
    await card(person).getByText('In transit', { exact: true }).waitFor()
    await page.getByText('Delivered on').waitFor({ state: 'detached' })
    const [put, ...others] = await puts()
    expect(others).toEqual([])
    expect(put!.body).toMatchObject({ isDelivered: false })
  })
})
