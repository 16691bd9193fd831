import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { StatusLine } from '../../shared/components/StatusLine'
import type { ConnectionQuery } from '../../shared/graphql/generated'
import { drafts } from '../../shared/sending/drafts'
import { render } from '../../shared/testing/render'
import { ConnectionList } from './list/ConnectionList'
import CONNECTIONS from './list/connections.graphql'
import CONNECTION from './pane/connection.graphql'
import { ConnectionPane } from './pane/ConnectionPane'
import SAVE_CONNECTION from './pane/saveConnection.graphql'

// What one test typed is no draft of the next.
beforeEach(() => drafts.clear('connections', 'generic'))

type Connector = ConnectionQuery['connectors'][number]

const generic: Connector = {
  name: 'generic',
  title: 'Own integration (JSON)',
  isOn: true,
  version: 'v1',
  hasSecret: true,
  hasOldSecret: false,
  timeZone: null,
  defaultTimeZone: 'America/Sao_Paulo',
  proofs: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  credentials: null,
  codes: [],
  address: 'https://storeops.myvtex.com/_v/invoice-tracking/carriers/generic',
  attention: [],
  lastMessages: [],
}
const message = (change: Partial<Connector['lastMessages'][number]>) => ({
  at: '2026-03-10T12:00:00.000Z',
  result: 'WRITTEN' as const,
  isTest: false,
  parcels: 1,
  orderIds: [],
  problem: null,
  ...change,
})

/** As a server gives it: Apollo asks each object for its type. */
const typed = (data: unknown): unknown =>
  Array.isArray(data)
    ? data.map(typed)
    : data && typeof data === 'object'
      ? Object.keys(data).reduce<object>(
          (all, key) => ({ ...all, [key]: typed((data as Record<string, unknown>)[key]) }),
          { __typename: 'T' }
        )
      : data
const listed = (...connectors: Connector[]) => ({
  request: { query: CONNECTIONS, variables: {} },
  result: { data: typed({ connectors }) },
})
const shown = (connector: Connector | null, name = 'generic') => ({
  request: { query: CONNECTION, variables: { name } },
  result: { data: typed({ connectors: connector ? [connector] : [] }) },
})
const forbidden = (query: unknown, variables: object) => ({
  request: { query, variables },
  result: { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] },
})

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 20)))
async function show(page: React.ReactElement, mocks: object[], language = 'en') {
  const view = render(
    <>
      <StatusLine />
      {page}
    </>,
    { language, mocks: mocks as never[] }
  )
  await settle()
  return view
}
const pane = (code = '') => <ConnectionPane name="generic" code={code} onKnown={() => undefined} />

test('a row says whether messages are taken, whether a secret stands, and what came last', async () => {
  const off = { ...generic, name: 'frenet', title: 'Frenet', isOn: false, hasSecret: false }
  const last = [message({ result: 'WAITING_FOR_INVOICE' })]
  const view = await show(<ConnectionList />, [
    listed({ ...generic, hasOldSecret: true, lastMessages: last }, off),
  ])
  const rows = view.container.querySelectorAll('li')
  expect(rows[0].textContent).toMatch(
    /^Own integrationOnTwo secrets valid.*Waiting for the invoice$/
  )
  expect(rows[1].textContent).toBe('FrenetOffNo secret yetNo message in the last three days')
})

test('a connection that this panel does not know is shown as the service calls it', async () => {
  const strange = { ...generic, name: 'newcomer', title: 'Newcomer Express' }
  const view = await show(<ConnectionPane name="newcomer" code="" onKnown={() => undefined} />, [
    shown(strange, 'newcomer'),
  ])
  expect(view.getByText('How to connect it')).toBeTruthy()
  expect(view.getByText('the secret in the header x-carrier-key')).toBeTruthy()
  expect(view.queryByText('Where')).toBeNull()
})

test.each([
  ['en', /^Connections hold secrets/],
  ['pt', /^As conexões guardam chaves secretas/],
  ['es', /^Las conexiones guardan claves secretas/],
])('who lacks the right reads so in %s, in the list and in a pane', async (language, sentence) => {
  const list = await show(<ConnectionList />, [forbidden(CONNECTIONS, {})], language)
  expect(list.getByText(sentence)).toBeTruthy()
  list.unmount()
  const one = await show(pane(), [forbidden(CONNECTION, { name: 'generic' })], language)
  expect(one.getByText(sentence)).toBeTruthy()
  expect(one.container.querySelector('input')).toBeNull()
})

test('a message has its fate, its parcels, its orders and its problem; a test is called one', async () => {
  const code = {
    code: 'TRACKING_UNKNOWN_CODE' as const,
    severity: 'WARNING' as const,
    field: [],
    message: '',
    differences: [],
    facts: [
      { name: 'connector', value: 'generic' },
      { name: 'code', value: 'NOVELTY' },
    ],
  }
  const lastMessages = [
    message({ result: 'NOTHING_NEW', isTest: true }),
    message({ result: 'PENDING', isTest: true }),
    message({ parcels: 2, orderIds: ['1300050000501-01'], problem: code }),
  ]
  const view = await show(pane(), [shown({ ...generic, lastMessages })])
  const rows = view.container.querySelectorAll('ol > li')
  expect(rows[0].textContent).toMatch(/Test passed1 parcel$/)
  expect(rows[1].textContent).toMatch(/In progressTest1 parcel$/)
  expect(rows[2].textContent).toMatch(
    /Sent to VTEX2 parcels1300050000501-01Own integration sent the code/
  )
  expect(rows[2].querySelector('a')!.getAttribute('href')).toBe(
    '/admin/invoice-tracking/order/1300050000501-01'
  )
  fireEvent.click(view.getByText('Say what it means'))
  expect((view.getByLabelText('Code') as HTMLInputElement).value).toBe('NOVELTY')
  expect(document.activeElement).toBe(view.getByLabelText('Meaning'))
})

describe('codes that the carrier sent and nobody has read', () => {
  const attention = ['88', '89'].map((code) => ({
    code: 'TRACKING_UNKNOWN_CODE' as const,
    severity: 'WARNING' as const,
    field: [],
    message: '',
    differences: [],
    facts: [
      { name: 'connector', value: 'generic' },
      { name: 'code', value: code },
    ],
  }))

  test('are counted in the list, whatever came last', async () => {
    const view = await show(<ConnectionList />, [
      listed({ ...generic, attention }, { ...generic, name: 'frenet', title: 'Frenet' }),
    ])
    const rows = view.container.querySelectorAll('li')
    expect(rows[0].textContent).toContain('2 unknown codes')
    expect(rows[1].textContent).not.toContain('unknown')
  })

  test('are each told once above the own codes, and answered there', async () => {
    const view = await show(pane(), [shown({ ...generic, attention })])
    expect(view.getAllByText(/^Own integration sent the code 8[89], which/)).toHaveLength(2)
    fireEvent.click(view.getAllByText('Say what it means')[1])
    expect((view.getByLabelText('Code') as HTMLInputElement).value).toBe('89')
    expect(document.activeElement).toBe(view.getByLabelText('Meaning'))
  })
})

test('a code in the address stands as a row to be answered', async () => {
  const view = await show(pane('88'), [shown(generic)])
  expect((view.getByLabelText('Code') as HTMLInputElement).value).toBe('88')
})

test('a code without a meaning is not sent, and says so at its field', async () => {
  const view = await show(pane('88'), [shown(generic)])
  await act(async () => void fireEvent.click(view.getByText('Save connection')))
  await settle()
  expect(view.getByText(/choose what the code means/)).toBeTruthy()
  expect(view.getByLabelText('Meaning').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(view.getByLabelText('Meaning'))
})

test('what the service refuses stands at its field, and nothing typed is lost', async () => {
  const refused = {
    request: {
      query: SAVE_CONNECTION,
      variables: {
        connector: { name: 'generic', version: 'v1', isOn: true, timeZone: 'Brasilia' },
      },
    },
    result: {
      data: typed({
        saveConnector: {
          connector: { ...generic, lastMessages: undefined },
          problems: [
            {
              code: 'SETTINGS_INVALID',
              severity: 'ERROR',
              field: ['connector', 'timeZone'],
              message: '',
              facts: [],
              differences: [],
            },
          ],
        },
      }),
    },
  }
  const view = await show(pane(), [shown(generic), refused])
  const zone = view.getByLabelText('Time zone') as HTMLInputElement
  fireEvent.change(zone, { target: { value: 'Brasilia' } })
  await act(async () => void fireEvent.click(view.getByText('Save connection')))
  await settle()
  expect(view.getByText(/enter the name of a time zone/)).toBeTruthy()
  expect(zone.value).toBe('Brasilia')
  expect(document.activeElement).toBe(zone)
})

describe('somebody else saved since the page was opened', () => {
  const saving = (version: string, connector: Connector, ...codes: string[]) => ({
    request: {
      query: SAVE_CONNECTION,
      variables: {
        connector: { version, name: 'generic', isOn: connector.isOn, timeZone: 'America/Bogota' },
      },
    },
    result: {
      data: typed({
        saveConnector: {
          connector: { ...connector, lastMessages: undefined },
          problems: codes.map((code) => ({
            code,
            severity: 'ERROR',
            field: ['connector', 'version'],
            message: '',
            facts: [],
            differences: [],
          })),
        },
      }),
    },
  })
  const codes = [{ code: '77', state: 'LOST' as const }]
  const theirs: Connector = { ...generic, version: 'v2', timeZone: 'America/Lima', codes }

  async function overtaken() {
    const again = { ...theirs, version: 'v3', timeZone: 'America/Bogota' }
    const view = await show(pane(), [
      shown(generic),
      saving('v1', theirs, 'SETTINGS_CHANGED'),
      saving('v2', again),
    ])
    const zone = view.getByLabelText('Time zone') as HTMLInputElement
    fireEvent.change(zone, { target: { value: 'America/Bogota' } })
    const save = async () => {
      await act(async () => void fireEvent.click(view.getByText('Save connection')))
      await settle()
    }
    await save()
    return { view, zone, save }
  }

  test('nothing typed is lost, theirs stands beside it, and it can be saved over it', async () => {
    const { view, zone, save } = await overtaken()
    const sentence = /^Someone saved this connection after you opened this page/
    expect(document.activeElement!.textContent).toMatch(sentence)
    expect(zone.value).toBe('America/Bogota')
    expect((view.getByLabelText('Code') as HTMLInputElement).value).toBe('77')
    expect(view.getByText(/^Time zone, saved by someone else: America\/Lima/)).toBeTruthy()
    await save()
    expect(view.getAllByText('Connection saved.').length).toBeGreaterThan(0)
    expect(view.queryByText(/saved by someone else/)).toBeNull()
  })

  test('theirs is taken by a press, and nothing is left to save', async () => {
    const { view, zone } = await overtaken()
    act(() => void fireEvent.click(view.getByText('Take theirs')))
    expect(zone.value).toBe('America/Lima')
    expect(view.queryByText('Take theirs')).toBeNull()
    expect(view.queryByText('Save connection')).toBeNull()
  })
})

test('a secret that the carrier gives is not made here', async () => {
  const view = await show(pane(), [shown({ ...generic, secretFrom: 'PROVIDER' })])
  expect(view.queryByText('Generate a secret')).toBeNull()
  expect(view.getByText('The carrier gives it to you; paste it here.')).toBeTruthy()
})

const correios: Connector = {
  ...generic,
  name: 'correios',
  title: 'Correios',
  isOn: false,
  hasSecret: false,
  proofs: [],
  secretFrom: 'PROVIDER',
  credentials: ['user', 'accessCode', 'postingCard'],
  address: 'https://api.correios.com.br',
}
const ssw: Connector = { ...correios, name: 'ssw', title: 'SSW', isOn: true, credentials: [] }

test('a row of a carrier that is asked says what it is asked with', async () => {
  const { getByText } = await show(<ConnectionList />, [
    listed(correios, ssw, { ...correios, name: 'jadlog', title: 'Jadlog', hasSecret: true }),
  ])
  expect(getByText('No credentials yet')).toBeTruthy()
  expect(getByText('No credentials needed')).toBeTruthy()
  expect(getByText('Credentials set')).toBeTruthy()
})

test('the pane of a carrier that is asked names what to type in, and offers no secret and no address to give away', async () => {
  const { getByLabelText, getByText, queryByText } = await show(
    <ConnectionPane name="correios" code="" onKnown={() => undefined} />,
    [shown(correios, 'correios')]
  )
  expect(getByLabelText('Credentials')).toBeTruthy()
  expect(getByText(/user:access code:posting card/)).toBeTruthy()
  expect(getByText('Off: this carrier is not asked')).toBeTruthy()
  expect(getByText(/asks it at https:\/\/api\.correios\.com\.br/)).toBeTruthy()
  expect(getByText('Try the line')).toBeTruthy()
  expect(queryByText('Generate a secret')).toBeNull()
  expect(queryByText('Address for the carrier')).toBeNull()
})

test('a carrier that is asked without credentials has no field for them', async () => {
  const { getByText, queryByLabelText } = await show(
    <ConnectionPane name="ssw" code="" onKnown={() => undefined} />,
    [shown(ssw, 'ssw')]
  )
  expect(getByText('This carrier is asked without credentials.')).toBeTruthy()
  expect(queryByLabelText('Credentials')).toBeNull()
})
