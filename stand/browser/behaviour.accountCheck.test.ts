import { useStand } from '../e2e/harness/stand'
import { useBrowser } from './harness/browser'
import { expectFocus } from './harness/expectations'
import { lookAt } from './harness/look'
import type { Person } from './harness/person'
import type { Language } from './harness/words'

const stand = useStand()
const browser = useBrowser(stand)

/** What OMS cannot tell fails, a file that is there is said to be missing: a row of each kind. */
async function spoil(): Promise<void> {
  await stand.behave({ faults: [{ operation: 'ListOrders', kind: 'status500' }] })
  await stand.vbase({
    faults: [{ method: 'GET', path: 'absence/', kind: 'missing', probability: 1 }],
  })
}

async function open(person: Person): Promise<void> {
  await person.open('/admin/invoice-tracking/settings')
  await person.page.getByRole('radio').first().waitFor()
}

const card = (person: Person, name: string) =>
  person.page.getByRole('region', { name, exact: true })

describe('checking the account', () => {
  const WORDS = {
    en: ['Check this account', 'Check now', 'This account has everything the app needs.'],
    pt: ['Verificar esta conta', 'Verificar agora', 'Esta conta tem tudo de que o app precisa.'],
    es: [
      'Verificar esta cuenta',
      'Verificar ahora',
      'Esta cuenta tiene todo lo que la app necesita.',
    ],
  } as const

  it.each(Object.entries(WORDS))(
    'in %s every check is in order, the end is said and has the focus',
    async (language, [title, button, end]) => {
      const person = await browser.person({ language: language as Language })
      await open(person)
      await lookAt(person, 'settings-check')
      const part = card(person, title)
      await part.getByRole('button', { name: button }).click()
      const said = part.getByText(end)
      await said.waitFor()
      await expectFocus(said)
      expect(await part.getByRole('listitem').count()).toBe(9)
      await lookAt(person, 'settings-check-passed')
    }
  )

  it('says of each failure what it means and what was seen; all is readable on a phone', async () => {
    await spoil()
    const person = await browser.person({ language: 'pt' })
    await open(person)
    const part = card(person, 'Verificar esta conta')
    await part.getByRole('button', { name: 'Verificar agora' }).click()
    await part.getByText(/^1 verificação falhou\. 4 verificações/).waitFor()
    const rows = part.getByRole('listitem')
    const failed = rows.filter({ hasText: 'Dados salvos são encontrados' })
    expect(await failed.innerText()).toMatch(
      /Falhou[\s\S]*antes de enviar notas[\s\S]*4 of 4 reads/
    )
    expect(await rows.filter({ hasText: 'Não verificado' }).count()).toBe(4)
    await lookAt(person, 'settings-check-failed')
  })

  it('by keyboard, again, once all is mended', async () => {
    await spoil()
    const person = await browser.person()
    await open(person)
    const part = card(person, 'Check this account')
    await part.getByRole('button', { name: 'Check now' }).focus()
    await person.page.keyboard.press('Enter')
    await part.getByText(/^1 check failed/).waitFor()
    await stand.behave({ faults: [] })
    await stand.vbase({ faults: [] })
    await part.getByRole('button', { name: 'Check again' }).focus()
    await person.page.keyboard.press('Enter')
    await part.getByText('This account has everything the app needs.').waitFor()
  })

  it('is not offered to who may not change the settings', async () => {
    const person = await browser.person({ as: 'local-viewer' })
    await person.open('/admin/invoice-tracking/settings')
    await person.page.getByRole('heading', { name: 'As they are now' }).waitFor()
    expect(await card(person, 'Check this account').count()).toBe(0)
  })
})
