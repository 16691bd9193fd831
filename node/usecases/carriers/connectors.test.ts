import { UNTOUCHED, type ConnectorChange } from '../../domain/carriers/connectorSettings'
import { generic } from '../../domain/connectors/generic/generic'
import { CarrierWorld } from '../../edge/testing/carrierWorld'
import type { LogEntry } from '../ports'
import { decodeOptions } from './decodeOptions'
import { carrierLinks } from '../../domain/connectors/links'
import { listConnectors } from './listConnectors'
import { saveConnector } from './saveConnector'
import { testConnector } from './testConnector'
import { workLane } from './workLane'

const SECRET = 'secret-of-the-store-1'
const change = (more: Partial<ConnectorChange> = {}): ConnectorChange => ({
  isOn: true,
  secret: SECRET,
  dropOldSecret: false,
  ...more,
})

function worldWithLog() {
  const all = new CarrierWorld()
  const told: LogEntry[] = []
  const log = (entry: LogEntry) => void told.push(entry)
  return { all, told, ports: { ...all.ports(), log: { info: log, warn: log, error: log } } }
}

describe('a connector that is saved', () => {
  it('is as it then is, and that is logged', async () => {
    const { ports, told } = worldWithLog()
    const { connector, problems } = await saveConnector(ports, 'generic', change())
    expect(problems).toEqual([])
    expect(connector).toMatchObject({ of: generic, settings: { isOn: true } })
    expect(connector?.settings).toEqual(await ports.connectors.read('generic'))
    expect(told).toEqual([
      { flow: 'SaveConnector', outcome: 'APPLIED', detail: 'generic', problems: [] },
    ])
  })

  it('stays as it was where the change may not be, and says why', async () => {
    const { ports, told } = worldWithLog()
    await saveConnector(ports, 'generic', change())
    const before = await ports.connectors.read('generic')
    const refused = await saveConnector(ports, 'generic', change({ isOn: false, secret: 'short' }))
    expect(refused.problems).toMatchObject([{ code: 'CONNECTOR_SECRET_WEAK' }])
    expect(refused.connector?.settings).toEqual(before)
    expect(await ports.connectors.read('generic')).toEqual(before)
    expect(told[1]).toMatchObject({ outcome: 'REFUSED', problems: ['CONNECTOR_SECRET_WEAK'] })
  })

  it('that no one knows is refused at its name, and nothing is saved', async () => {
    const { all, ports } = worldWithLog()
    expect(await saveConnector(ports, 'pigeons', change())).toMatchObject({
      connector: null,
      problems: [{ code: 'CONNECTOR_UNKNOWN', field: ['connector', 'name'] }],
    })
    expect(all.paths('carriers/')).toEqual([])
  })
})

describe('two who change one connector', () => {
  const zone = (timeZone: string) => ({ ...change(), secret: undefined, timeZone })
  /** On, as both have read it. */
  async function read() {
    const { all, ports, told } = worldWithLog()
    await saveConnector(ports, 'generic', change())
    return { all, ports, told, version: (await ports.connectors.read('generic')).version }
  }

  it('the second is refused with what the first has saved, and nothing of theirs is lost', async () => {
    const { ports, told, version } = await read()
    const first = await saveConnector(ports, 'generic', zone('America/Lima'), version)
    expect(first).toMatchObject({ problems: [], connector: { settings: { isOn: true } } })
    const off = { isOn: false, dropOldSecret: true }
    const second = await saveConnector(ports, 'generic', off, version)
    expect(second).toEqual({
      problems: [expect.objectContaining({ code: 'SETTINGS_CHANGED', severity: 'ERROR' })],
      connector: first.connector,
    })
    expect(second.problems[0].field).toEqual(['connector', 'version'])
    expect(await ports.connectors.read('generic')).toEqual(first.connector?.settings)
    expect(told[2]).toMatchObject({ outcome: 'REFUSED', problems: ['SETTINGS_CHANGED'] })

    const again = await saveConnector(ports, 'generic', off, second.connector!.settings.version)
    expect(again).toMatchObject({
      problems: [],
      connector: { settings: { isOn: false, timeZone: 'America/Lima' } },
    })
  })

  it('at one moment: one of them is saved, the other is told', async () => {
    const { ports, version } = await read()
    const ends = await Promise.all(
      ['America/Lima', 'America/Bogota'].map((name) =>
        saveConnector(ports, 'generic', zone(name), version)
      )
    )
    expect(ends.flatMap(({ problems }) => problems).map(({ code }) => code)).toEqual([
      'SETTINGS_CHANGED',
    ])
    const winner = ends.find(({ problems }) => problems.length === 0)
    expect(await ports.connectors.read('generic')).toEqual(winner?.connector?.settings)
  })

  it('whose save was answered as failed though it was made is not refused by it', async () => {
    const { all, ports, version } = await read()
    all.files.failures.push('after')
    expect(await saveConnector(ports, 'generic', zone('America/Lima'), version)).toMatchObject({
      problems: [],
      connector: { settings: { timeZone: 'America/Lima' } },
    })
  })

  it('of whom one changes nothing, or another connector, do not meet', async () => {
    const { ports, version } = await read()
    await saveConnector(ports, 'generic', change(), version)
    await saveConnector(ports, 'frenet', change())
    expect((await ports.connectors.read('generic')).version).toBe(version)
    const { problems } = await saveConnector(ports, 'generic', zone('America/Lima'), version)
    expect(problems).toEqual([])
  })

  it('a version is another one with every change, also one that brings back what was', async () => {
    const { ports, version } = await read()
    const versions = [version]
    for (const name of ['America/Lima', 'America/Bogota', 'America/Lima']) {
      const { connector } = await saveConnector(ports, 'generic', zone(name))
      versions.push(connector!.settings.version)
    }
    expect(new Set(versions).size).toBe(versions.length)
  })

  it('settings of before versions were kept have the one of none', async () => {
    const { all, ports } = await read()
    const path = 'carriers/connectors.json'
    const { data } = (await all.files.read(path))!
    const before = JSON.stringify(data, (key, value: unknown) =>
      key === 'version' ? undefined : value
    )
    await all.files.save(path, JSON.parse(before), null)
    const older = await ports.connectors.read('generic')
    expect(older).toMatchObject({ isOn: true, version: UNTOUCHED.version })
    const { problems } = await saveConnector(ports, 'generic', zone('America/Lima'), older.version)
    expect(problems).toEqual([])
  })
})

describe('what a message is read with', () => {
  const NOON = Date.parse('2026-03-10T12:00:00Z')

  it('is what the connector says of itself where the store has set nothing', () => {
    expect(decodeOptions(generic, UNTOUCHED, NOON)).toEqual({
      timeZone: 'America/Sao_Paulo',
      receivedAt: '2026-03-10T12:00:00.000Z',
      codes: new Map(),
    })
  })

  it('is what the store has set', () => {
    const codes = [{ code: '7', state: 'LOST' as const }]
    const settings = { ...UNTOUCHED, codes, timeZone: 'America/Bogota' }
    expect(decodeOptions(generic, settings, NOON)).toMatchObject({
      timeZone: 'America/Bogota',
      codes: new Map([['7', 'LOST']]),
    })
  })
})

it('all connectors are listed, each with its own settings; who looks wakes what is forgotten', async () => {
  const all = new CarrierWorld()
  await saveConnector(all.ports(), 'generic', change())
  await all.posted()
  const [{ lane }] = all.nudges.splice(0) as { lane: number }[]
  all.world.clock.advance(60_000)
  const listed = await listConnectors(all.ports())
  expect(listed.map(({ of }) => of)).toEqual(carrierLinks)
  expect(listed.filter(({ settings }) => settings.isOn).map(({ of }) => of.name)).toEqual([
    'generic',
  ])
  expect(all.nudges).toEqual([{ lane }])
})

it('one connector is listed by its name, sending or asked, and one that no one knows not at all', async () => {
  const ports = new CarrierWorld().ports()
  for (const name of ['generic', 'ssw'])
    expect((await listConnectors(ports, name)).map(({ of }) => of.name)).toEqual([name])
  expect(await listConnectors(ports, 'pigeons')).toEqual([])
})

describe('a try of a connector', () => {
  it('goes the way of a message: put down, called for, worked off by its handler, told', async () => {
    const { all, ports } = worldWithLog()
    await saveConnector(ports, 'generic', change())
    const begunAt = all.world.clock.now()
    const events = {
      send: async (nudge: { lane: number } | object) => {
        all.nudges.push(nudge as { lane: number })
        void workLane(all.ports(), {
          again: 0,
          isRested: false,
          lane: (nudge as { lane: number }).lane,
        })
      },
    }
    const { connector, problems } = await testConnector({ ...ports, events }, 'generic')
    expect([connector?.of, problems]).toEqual([generic, []])
    expect(all.nudges).toEqual([{ lane: expect.any(Number) }])
    const [end] = await all.told()
    expect(end).toMatchObject({ result: 'NOTHING_NEW', parcels: 1, orderIds: [] })
    expect(JSON.stringify(end.body)).toContain('TEST000047110BR')
    expect(all.world.oms.sent).toEqual([])
    expect(all.world.clock.now() - begunAt).toBeLessThan(6_000)
  })

  it('is answered after six seconds where nobody works it off', async () => {
    const { all, ports } = worldWithLog()
    await saveConnector(ports, 'generic', change())
    const begunAt = all.world.clock.now()
    await testConnector(ports, 'generic')
    expect(all.world.clock.now() - begunAt).toBe(6_000)
    expect(await all.told()).toMatchObject([{ result: 'PENDING' }])
  })

  it('is told a weak secret where there is none yet, and nothing is put down', async () => {
    const { all, ports } = worldWithLog()
    expect(await testConnector(ports, 'generic')).toMatchObject({
      connector: { of: generic, settings: UNTOUCHED },
      problems: [
        { code: 'CONNECTOR_SECRET_WEAK', field: ['name'], facts: [{ name: 'min', value: '16' }] },
      ],
    })
    expect(all.paths('carriers/')).toEqual([])
    expect(all.nudges).toEqual([])
  })

  it('of a connector that no one knows is refused at its name', async () => {
    const { ports } = worldWithLog()
    expect(await testConnector(ports, 'pigeons')).toMatchObject({
      connector: null,
      problems: [{ code: 'CONNECTOR_UNKNOWN', field: ['name'] }],
    })
  })
})
