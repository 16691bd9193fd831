import type { Input } from './harness/contract'
import { connectorOf, eventsOf, shippedOrder, workedOff } from './harness/carriers'
import { useStand } from './harness/stand'

/** Carriers that send nothing are asked, through the manifest's own policies, and what they say reaches OMS. */

const stand = useStand()

const HOUR_MS = 3_600_000
const KEY = '35261111222333000181550010000047111123456787'

/** By the carriers' clock, which is three hours behind. */
const local = (minutesAgo: number): string =>
  new Date(stand.now() - 3 * HOUR_MS - minutesAgo * 60_000).toISOString().slice(0, 19)

const carriersKnow = (...parcels: Input[]) =>
  stand.control('PUT', '/local/carriers/behaviour', { parcels })
const carriersFail = (...faults: Input[]) =>
  stand.control('PUT', '/local/carriers/behaviour', { faults })

async function switchedOn(name: string, secret?: string): Promise<void> {
  const saved = await stand.admin.saveConnector({ name, isOn: true, ...(secret && { secret }) })
  expect(saved.problems).toEqual([])
}

/**
 * The order is looked at: who has to be asked is written down, and an event has it done. The carrier is switched on just
 * before: a round under way while the clock is moved would lose its claim, and its news would come twice.
 */
async function lookAt(orderId: string): Promise<void> {
  // What a process remembers of carriers that were off is a minute old by then.
  await stand.pass(61_000)
  await stand.admin.order(orderId)
}

it.each<[name: string, secret: string | undefined, invoice: Input, known: Input]>([
  [
    'correios',
    'loja:codigo:0077123',
    { courier: 'Correios' },
    {
      trackingNumber: 'AA123456785BR',
      scans: [
        { code: 'PO/01', words: 'Objeto postado', city: 'RECIFE', region: 'PE' },
        { code: 'BDE/01', words: 'Objeto entregue ao destinatário', city: 'OLINDA', region: 'PE' },
      ],
    },
  ],
  [
    'ssw',
    undefined,
    { courier: 'Rodonaves', invoiceKey: KEY, invoiceNumber: '4711' },
    {
      invoiceKey: KEY,
      scans: [
        { code: '85', words: 'SAIDA PARA ENTREGA', city: 'RECIFE', region: 'PE' },
        { code: '1', words: 'ENTREGA REALIZADA', city: 'RECIFE', region: 'PE' },
      ],
    },
  ],
  [
    'total-express',
    'loja:senha',
    { courier: 'Total Express' },
    {
      trackingNumber: 'AA123456785BR',
      invoiceNumber: '1',
      scans: [
        { code: '83', words: 'COLETA REALIZADA - SÃO PAULO' },
        { code: '1', words: 'ENTREGA REALIZADA' },
      ],
    },
  ],
  [
    'jadlog',
    'um-token-da-jadlog',
    { courier: 'Jadlog', invoiceKey: KEY, invoiceNumber: '4711' },
    {
      invoiceKey: KEY,
      scans: [
        { code: 'EM ROTA', words: '', city: 'CO RECIFE' },
        { code: 'ENTREGUE', words: '', city: 'CO RECIFE' },
      ],
    },
  ],
])('%s is asked, and the order is delivered by its codes', async (name, secret, invoice, known) => {
  const { scans, ...parcel } = known as { scans: Input[] }
  await carriersKnow({
    carrier: name,
    ...parcel,
    scans: scans.map((scan, index) => ({ ...scan, at: local(30 - index * 20) })),
  })
  const orderId = await shippedOrder(stand, 'AA123456785BR', invoice)
  await switchedOn(name, secret)
  await lookAt(orderId)
  const [message] = await workedOff(stand, 1, 60_000, name)
  expect(message).toMatchObject({ result: 'WRITTEN', orderIds: [orderId], problem: null })
  expect(eventsOf(stand, orderId)).toHaveLength(2)
  const stored = stand.stored(orderId).packageAttachment!.packages[0]!
  expect(stored.courierStatus).toMatchObject({ finished: true })
  expect(
    JSON.stringify(stand.world.files.everything().map(({ body }) => String(body)))
  ).not.toMatch(/INVENTADO|111\.444/)
})

it('braspress is asked by the number of the invoice, and nothing delivers before its words are mapped', async () => {
  const orderId = await shippedOrder(stand, 'AA123456785BR', {
    courier: 'Braspress',
    invoiceKey: KEY,
    invoiceNumber: '4711',
  })
  const saved = await stand.admin.saveConnector({
    name: 'braspress',
    isOn: true,
    secret: 'loja:senha:11222333000181',
    codes: [{ code: 'ENTREGUE', state: 'DELIVERED' }],
  })
  expect(saved.problems).toEqual([])
  await carriersKnow({
    carrier: 'braspress',
    trackingNumber: '900',
    invoiceNumber: '4711',
    scans: [{ code: 'ENTREGUE', words: 'ENTREGA REALIZADA', at: local(10) }],
  })
  await lookAt(orderId)
  await workedOff(stand, 1, 60_000, 'braspress')
  const stored = stand.stored(orderId).packageAttachment!.packages[0]!
  expect(stored.courierStatus).toMatchObject({ finished: true })
})

it('nobody is asked while nothing is switched on', async () => {
  const orderId = await shippedOrder(stand, 'AA123456785BR', { courier: 'Correios' })
  await lookAt(orderId)
  const calls = (await stand.control('GET', '/local/egress/calls')) as { host: string }[]
  expect(calls.map(({ host }) => host).filter((host) => !/vtex/.test(host))).toEqual([])
})

describe('what is wrong with the line', () => {
  it.each([
    ['credentials that are refused', 'wrong:codigo:1', [], 'CONNECTOR_REFUSED'],
    ['a page instead of an answer', 'a:b:1', [{ kind: 'html', times: 2 }], 'CONNECTOR_AWAY'],
    ['nothing', 'a:b:1', [{ kind: 'empty', times: 2 }], 'CONNECTOR_AWAY'],
    ['a system that is down', 'a:b:1', [{ kind: 'away', times: 2 }], 'CONNECTOR_AWAY'],
    ['a broken line', 'a:b:1', [{ kind: 'reset', times: 2 }], 'CONNECTOR_AWAY'],
    ['its own error inside a 200', 'a:b:1', [{ kind: 'error', times: 2 }], 'CONNECTOR_AWAY'],
  ])('is told by a test, and keeps nothing: %s', async (_, secret, faults, code) => {
    await switchedOn('correios', secret)
    await carriersFail(...faults.map((fault) => ({ carrier: 'correios', ...fault })))
    const tested = await stand.admin.testConnector('correios')
    expect(tested.problems).toMatchObject([{ code, field: ['name'] }])
    expect(JSON.stringify(tested)).not.toContain(secret)
  })

  it('a line that is fine says so', async () => {
    await switchedOn('correios', 'loja:codigo:0077')
    expect((await stand.admin.testConnector('correios')).problems).toEqual([])
  })

  it('stands among the last messages, once', async () => {
    const orderId = await shippedOrder(stand, 'T-1', {
      courier: 'Rodonaves',
      invoiceKey: KEY,
      invoiceNumber: '4711',
    })
    await switchedOn('ssw')
    await carriersFail({ carrier: 'ssw', kind: 'away', probability: 1 })
    await lookAt(orderId)
    const [message] = await workedOff(stand, 1, 60_000, 'ssw')
    expect(message).toMatchObject({ result: 'FAILED', problem: { code: 'CONNECTOR_AWAY' } })
    await stand.pass(6 * 60_000)
    await stand.admin.order(orderId)
    expect((await connectorOf(stand, 'ssw')).lastMessages).toHaveLength(1)
  })
})

it.each([
  ['too few parts', 'correios', 'loja:codigo', 'user:accessCode:postingCard'],
  ['none at all', 'jadlog', undefined, 'token'],
  ['some where none are needed', 'ssw', 'a-secret-of-the-stand', 'without credentials'],
])('credentials are refused by name: %s', async (_, name, secret, words) => {
  const saved = await stand.admin.saveConnector({ name, isOn: true, ...(secret && { secret }) })
  expect(saved.problems).toMatchObject([
    { code: 'SETTINGS_INVALID', field: ['connector', 'secret'] },
  ])
  expect(saved.problems[0]!.message).toContain(words)
  expect((await connectorOf(stand, name)).isOn).toBe(false)
})
