import type { Locator } from 'playwright-core'
import type { Person } from './person'

const PAGE = '/admin/invoice-tracking/connections'

/** What the tests read of the page, in the three languages of the Admin. */
export const WORDS = {
  en: {
    list: 'Carriers',
    form: 'Settings of this connection',
    erp: 'Your ERP',
    messages: 'Messages of the last three days',
    test: 'Send a test message',
    through: /^The test message came through/,
    make: 'Generate a secret',
    own: 'Own integration',
  },
  pt: {
    list: 'Transportadoras',
    form: 'Configurações da conexão',
    erp: 'Seu ERP',
    messages: 'Mensagens dos últimos três dias',
    test: 'Enviar mensagem de teste',
    through: /^A mensagem de teste passou/,
    make: 'Gerar uma chave',
    own: 'Integração própria',
  },
  es: {
    list: 'Transportadoras',
    form: 'Configuración de la conexión',
    erp: 'Tu ERP',
    messages: 'Mensajes de los últimos tres días',
    test: 'Enviar mensaje de prueba',
    through: /^El mensaje de prueba pasó/,
    make: 'Generar una clave',
    own: 'Integración propia',
  },
} as const

export const region = (person: Person, name: string): Locator =>
  person.page.getByRole('region', { name, exact: true })

export const button = (person: Person, name: string | RegExp): Locator =>
  person.page.getByRole('button', { name, exact: true })

/** The list of connections, once it is read. */
export async function openConnections(person: Person): Promise<void> {
  await person.open(PAGE)
  await person.page.getByRole('link', { name: 'AfterShip' }).waitFor()
}

/** One connection's pane, once it can be changed. */
export async function openConnection(person: Person, name = 'generic', more = ''): Promise<void> {
  await person.open(`${PAGE}?connector=${name}${more}`)
  await person.page.getByRole('checkbox').waitFor({ state: 'attached' })
}

/** The switch; the styleguide draws it over its box. */
export const onOff = (person: Person): Locator => person.page.getByRole('checkbox')
