import { until, useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { lookAt } from './harness/look'
import { PHONE, type Person } from './harness/person'

/** "Where is my order?": whatever the customer names, where it stands is in sight, and the reply one press away. */

const stand = useStand({ behaviour: { readings: { listSearch: 'documented' } } })
const browser = useBrowser(stand)

const IN_TRANSIT = '1300060000601-01'
const NUMBER = 'LG240000601BR'
const LINK = 'https://ligeira.example.com/rastreio/LG240000601BR'

const customerOf = async (orderId: string) => {
  const { clientProfileData } = await stand.oms.order(orderId)
  const { document, firstName, lastName, email } = clientProfileData!
  const cpf = document!.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4')
  return { document: document!, cpf, names: [firstName!, lastName!, email!] }
}

/** What the next paste would bring. */
async function clipboard({ page }: Person): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return page.evaluate(() => navigator.clipboard.readText())
}

const hit = ({ page }: Person, orderId: string) =>
  page.getByRole('listitem').filter({ hasText: orderId })

describe('where is my order?', () => {
  it.each([
    ['en', 'Copy reply for the customer of order'],
    ['pt', 'Copiar resposta para o cliente do pedido'],
  ] as const)('from a CPF in two steps: type it, press copy (%s)', async (language, copy) => {
    const { cpf, document, names } = await customerOf(IN_TRANSIT)
    const person = await browser.person({ language })
    const { page } = person
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await person.openQueue('?queue=TO_INVOICE')
    await page.getByRole('searchbox').fill(cpf)
    await hit(person, IN_TRANSIT).getByText(NUMBER).waitFor()
    await lookAt(person, 'find-document')
    await page.getByRole('button', { name: `${copy} ${IN_TRANSIT}` }).click()
    await until(async () => /^Olá!/.test(await clipboard(person)), 'a reply in the clipboard')

    // The shop's language, whatever the admin's is.
    const reply = (await clipboard(person)).split('\n')
    expect(reply).toEqual([
      'Olá!',
      expect.stringMatching(`^Seu pedido ${IN_TRANSIT} foi enviado pela transportadora `),
      `Código de rastreio: ${NUMBER}`,
      `Acompanhe aqui: ${LINK}`,
      expect.stringMatching(/^Última atualização: .*Saiu para entrega, Rio de Janeiro RJ$/),
      expect.stringMatching(/^Previsão de entrega: /),
    ])
    for (const personal of [cpf, document, ...names])
      expect(reply.join('\n')).not.toContain(personal)
  })

  it('from a tracking number, on a phone', async () => {
    const person = await browser.person({ size: PHONE })
    const { page } = person
    // The app knows the numbers of orders that it has shown.
    await stand.admin.order(IN_TRANSIT)
    await person.openQueue('?queue=TO_HANDLE')
    await page.getByRole('button', { name: 'Search and dates' }).click()
    await page.getByRole('searchbox').fill('lg 240 000 601 br')
    await hit(person, IN_TRANSIT)
      .getByText(/In transit|Out for delivery/)
      .first()
      .waitFor()
    await hit(person, IN_TRANSIT)
      .getByText(/Saiu para entrega/)
      .waitFor()
    await page.getByRole('searchbox').press('Enter')
    await person.title(IN_TRANSIT).waitFor()
  })
})

describe('a search that finds nothing', () => {
  it.each([
    ['315.226.804-19', /Looked for customers with this document, with and without dots/],
    ['ZZ999999999BR', /Looked for orders with this id or sequence/],
    ['nobody@example.com', /Looked for customers with exactly this e-mail/],
  ])('says what was looked for: %s', async (search, words) => {
    const person = await browser.person()
    const { page } = person
    await person.openQueue(`?queue=TO_INVOICE&q=${encodeURIComponent(search)}`)
    await page.getByText(words).waitFor()
    await lookAt(person, 'find-nothing')
    expect(await page.locator('.it-empty').getByText('Search everywhere').count()).toBe(0)
  })
})
