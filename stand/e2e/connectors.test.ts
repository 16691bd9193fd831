import {
  connectorOf,
  event,
  parcel,
  post,
  puts,
  SECRET,
  shippedOrder,
  switchOn,
  workedOff,
} from './harness/carriers'
import { useStand } from './harness/stand'

/** What a store sets for its carriers. */

const stand = useStand()

it('every connector is listed, off and without a secret at first, with the address to give away', async () => {
  const connectors = await stand.admin.connectors()
  expect(connectors.map(({ name }) => name)).toContain('generic')
  for (const connector of connectors.filter(({ credentials }) => credentials === null))
    expect(connector).toMatchObject({
      isOn: false,
      hasSecret: false,
      hasOldSecret: false,
      timeZone: null,
      codes: [],
      address: `https://storeops.myvtex.com/_v/invoice-tracking/carriers/${connector.name}`,
      lastMessages: [],
    })
})

it('carriers that are asked are listed with their own address and what they want to be given', async () => {
  const asked = (await stand.admin.connectors()).filter(({ credentials }) => credentials !== null)
  expect(asked.map(({ name }) => name).sort()).toEqual([
    'braspress',
    'correios',
    'jadlog',
    'ssw',
    'total-express',
  ])
  for (const one of asked)
    expect(one).toMatchObject({ isOn: false, hasSecret: false, proofs: [], secretFrom: 'PROVIDER' })
  expect(asked.find(({ name }) => name === 'correios')).toMatchObject({
    address: 'https://api.correios.com.br',
    credentials: ['user', 'accessCode', 'postingCard'],
  })
  expect(asked.find(({ name }) => name === 'ssw')!.credentials).toEqual([])
})

it('one alone is listed by its name, with how its sender proves itself', async () => {
  const byHeader = { kind: 'SHARED_HEADER', header: 'x-carrier-key' }
  expect(await stand.admin.connectors('nobody')).toEqual([])
  expect(await stand.admin.connectors('intelipost')).toMatchObject([
    {
      name: 'intelipost',
      proofs: [{ kind: 'BASIC', header: null }, byHeader],
      secretFrom: 'STORE',
      defaultTimeZone: 'America/Sao_Paulo',
    },
  ])
  expect(await stand.admin.connectors('aftership')).toMatchObject([
    { proofs: [{ kind: 'HMAC', header: 'aftership-hmac-sha256' }], secretFrom: 'PROVIDER' },
  ])
})

it('a secret goes in and never comes out: by no answer, no log and, shown as itself, no file', async () => {
  await switchOn(stand)
  await post(stand, parcel('A-1', event(stand, 'IN_TRANSIT', 5)))
  await post(stand, parcel('A-1', event(stand, 'IN_TRANSIT', 5)), {
    headers: { 'x-carrier-key': `${SECRET}-wrong` },
  })
  const { text } = await stand.admin.reply('connectors')
  expect(text).not.toContain(SECRET)
  expect(JSON.stringify(stand.world.logs.list())).not.toContain(SECRET)
  const files = stand.world.files.everything().map(({ body }) => body.toString('utf8'))
  expect(files.join('\n')).not.toContain(SECRET)
  expect(files.join('\n')).toContain('"HASH"')
})

it('what is left out stays, what is null goes', async () => {
  await switchOn(stand, {
    timeZone: 'America/Bogota',
    codes: [{ code: '77', state: 'LOST' }],
  })
  const kept = await stand.admin.saveConnector({ name: 'generic', isOn: false })
  expect(kept.connector).toMatchObject({
    isOn: false,
    hasSecret: true,
    timeZone: 'America/Bogota',
    codes: [{ code: '77', state: 'LOST' }],
  })
  const gone = await stand.admin.saveConnector({
    name: 'generic',
    isOn: true,
    timeZone: null,
    codes: null,
  })
  expect(gone.connector).toMatchObject({ isOn: true, timeZone: null, codes: [] })
})

it.each([
  ['nobody', { name: 'nobody' }, 'CONNECTOR_UNKNOWN', ['connector', 'name']],
  ['on without a secret', {}, 'CONNECTOR_SECRET_WEAK', ['connector', 'secret']],
  ['a short secret', { secret: 'short' }, 'CONNECTOR_SECRET_WEAK', ['connector', 'secret']],
  [
    'a secret of one letter',
    { secret: 'a'.repeat(40) },
    'CONNECTOR_SECRET_WEAK',
    ['connector', 'secret'],
  ],
  [
    'a zone that there is none of',
    { secret: SECRET, timeZone: 'Brasilia' },
    'SETTINGS_INVALID',
    ['connector', 'timeZone'],
  ],
  [
    'a code named twice',
    {
      secret: SECRET,
      codes: [
        { code: '1', state: 'LOST' },
        { code: '1', state: 'DELIVERED' },
      ],
    },
    'SETTINGS_INVALID',
    ['connector', 'codes', '1', 'code'],
  ],
])('%s is refused by field, and nothing is saved', async (_name, change, code, field) => {
  const { problems } = await stand.admin.saveConnector({ name: 'generic', isOn: true, ...change })
  expect(problems).toMatchObject([{ code, field, severity: 'ERROR' }])
  if (code === 'CONNECTOR_SECRET_WEAK')
    expect(problems[0]!.facts).toEqual([{ name: 'min', value: '16' }])
  expect(await connectorOf(stand)).toMatchObject({ isOn: false, hasSecret: false })
})

it('a test message comes through the door and is told; nothing reaches OMS', async () => {
  await switchOn(stand)
  const { connector, problems } = await stand.admin.testConnector('generic')
  expect(problems).toEqual([])
  expect(connector!.lastMessages).toMatchObject([
    { result: 'NOTHING_NEW', isTest: true, parcels: 1, orderIds: [] },
  ])
  expect(await stand.requests()).toEqual([])
  expect(await puts(stand)).toEqual([])
})

it('a test needs a connector that there is, and a secret', async () => {
  expect(await stand.admin.testConnector('nobody')).toMatchObject({
    connector: null,
    problems: [{ code: 'CONNECTOR_UNKNOWN', field: ['name'] }],
  })
  expect((await stand.admin.testConnector('generic')).problems).toMatchObject([
    { code: 'CONNECTOR_SECRET_WEAK' },
  ])
})

it('two who save at one moment lose nothing of each other', async () => {
  const [first, second] = await Promise.all([
    stand.admin.saveConnector({ name: 'generic', isOn: true, secret: SECRET }),
    stand.admin.saveConnector({ name: 'generic', isOn: true, secret: 'another-secret-445566' }),
  ])
  expect([...first.problems, ...second.problems]).toEqual([])
  expect(await connectorOf(stand)).toMatchObject({ hasSecret: true, hasOldSecret: true })
})

it('who names the version that was read overwrites nothing that somebody else saved since', async () => {
  await switchOn(stand)
  const { version } = await connectorOf(stand)
  const change = { name: 'generic', version }
  const [first, second] = await Promise.all(
    ['America/Lima', 'America/Bogota'].map((timeZone) =>
      stand.admin.saveConnector({ ...change, isOn: true, timeZone })
    )
  )
  const [saved, refused] = first!.problems.length === 0 ? [first!, second!] : [second!, first!]
  expect(saved.problems).toEqual([])
  expect(refused.problems).toMatchObject([
    { code: 'SETTINGS_CHANGED', severity: 'ERROR', field: ['connector', 'version'] },
  ])
  // What the first has saved comes with it, so that it can be read and judged.
  expect(refused.connector).toEqual(saved.connector)
  expect(saved.connector!.version).not.toBe(version)
  const { version: now, timeZone } = refused.connector!
  const off = await stand.admin.saveConnector({ name: 'generic', isOn: false, version: now })
  expect(off).toMatchObject({ problems: [], connector: { isOn: false, timeZone } })
  // An old page ends no secret that it has not seen.
  const dropped = { name: 'generic', isOn: true, dropOldSecret: true, version: now }
  expect((await stand.admin.saveConnector(dropped)).problems).toMatchObject([
    { code: 'SETTINGS_CHANGED' },
  ])
  expect(await connectorOf(stand)).toMatchObject({ isOn: false })
})

describe('codes that nobody has read', () => {
  const unread = async () =>
    (await connectorOf(stand)).attention.map(({ code, facts }) => [
      code,
      ...facts.map(({ value }) => value),
    ])

  it('are each told once, however many messages have them, until the store has answered', async () => {
    await switchOn(stand)
    expect(await unread()).toEqual([])
    await shippedOrder(stand, 'A-1')
    await post(stand, parcel('A-1', event(stand, '88', 9), event(stand, 'DELIVERED', 1)))
    await post(stand, parcel('A-1', event(stand, '88', 8), event(stand, '89', 7)))
    await workedOff(stand, 2)
    expect((await unread()).sort()).toEqual([
      ['TRACKING_UNKNOWN_CODE', 'generic', '88'],
      ['TRACKING_UNKNOWN_CODE', 'generic', '89'],
    ])
    const codes = [
      { code: '88', state: 'IN_TRANSIT' },
      { code: '89', state: 'UNKNOWN' },
    ]
    const { connector } = await stand.admin.saveConnector({ name: 'generic', isOn: true, codes })
    expect(connector!.attention).toEqual([])
    expect(await unread()).toEqual([])
  })
})
