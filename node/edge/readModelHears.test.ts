import { someOrder } from '../domain/testing/someOrder'
import { instantAt } from '../domain/values/instant'
import { heardOrderIn } from './heardOrder'
import { masterDataFault } from './testing/memoryMasterData'
import { ReadModelWorld } from './testing/readModelWorld'

const ID = '1400-01'
const START = Date.parse('2026-03-10T12:00:00Z')

/** As VTEX sends it (samples: orders-broadcast-call.json). */
const told = (currentState: string, domain = 'Marketplace', orderId = ID) => ({
  recorder: { _record: { 'x-vtex-meta': {}, 'x-vtex-meta-bucket': {} } },
  domain,
  orderId,
  currentState,
  lastState: 'ready-for-handling',
  currentChangeDate: '2026-03-10T12:00:00.0000000Z',
  lastChangeDate: '2026-03-10T11:00:00.0000000Z',
})

/** A filled read model, and then somebody else moves the order. */
async function movedWorld(isOn = true): Promise<ReadModelWorld> {
  const order = someOrder({ orderId: ID, creationDate: instantAt(START), status: 'handling' })
  const world = new ReadModelWorld([order])
  if (isOn) await world.save(true)
  await world.looked()
  world.world.clock.advance(60_000)
  world.world.oms.change(ID, () => ({ status: 'canceled', lastChange: instantAt(START + 60_000) }))
  return world
}

const reads = (world: ReadModelWorld): number => world.world.oms.bodies('get').length

describe('an event of an order', () => {
  it('has its document say what OMS says now, whatever the event says of it', async () => {
    const world = await movedWorld()
    expect(world.document(ID)).toMatchObject({ stage: 'TO_INVOICE' })
    await world.hears(told('invoiced'))
    expect(world.document(ID)).toMatchObject({ stage: 'CANCELED', open: false })
  })

  it('of both domains, and once more, costs one read', async () => {
    const world = await movedWorld()
    const before = reads(world)
    for (const domain of ['Marketplace', 'Fulfillment', 'Fulfillment'])
      await world.hears(told('canceled', domain))
    expect(reads(world)).toBe(before + 1)
  })

  it('of another status, or much later, is looked at again', async () => {
    const world = await movedWorld()
    const before = reads(world)
    await world.hears(told('cancel'))
    await world.hears(told('canceled'))
    world.world.clock.advance(5_000)
    await world.hears(told('canceled'))
    expect(reads(world)).toBe(before + 3)
  })

  it('calls a handler that goes on with what is due', async () => {
    const world = await movedWorld()
    world.nudges = 0
    await world.hears(told('canceled'))
    expect(world.nudges).toBe(1)
  })

  it.each([
    [
      'OMS does not answer',
      (world) => world.world.oms.fail({ call: 'get', kind: 'unavailable', times: 9 }),
    ],
    [
      'Master Data does not take the document',
      (world) => {
        world.masterData.pass = async (call) => {
          if (call === 'put') throw masterDataFault('unavailable')
        }
      },
    ],
    ['it is not its turn', (world) => (world.isItsTurn = false)],
  ] satisfies [string, (world: ReadModelWorld) => unknown][])(
    'is noted where %s, and the rota takes it up',
    async (_why, fails) => {
      const world = await movedWorld()
      fails(world)
      await world.hears(told('canceled'))
      const now = instantAt(world.world.clock.now())
      expect(world.document(ID)).toMatchObject({ stage: 'TO_INVOICE' })
      expect(Date.parse(String(world.document(ID)!.refreshDue))).toBeLessThanOrEqual(
        Date.parse(now)
      )
      world.world.oms.forgetFaults()
      world.masterData.pass = async () => undefined
      world.isItsTurn = true
      await world.passes(60_000, 30_000)
      expect(world.document(ID)).toMatchObject({ stage: 'CANCELED' })
    }
  )

  it('reads nothing while VTEX has had too many calls, and is noted', async () => {
    const world = await movedWorld()
    await world.ports().readModel.change((newest) => ({
      ...newest,
      restsUntil: instantAt(world.world.clock.now() + 60_000),
    }))
    world.restart()
    const before = reads(world)
    await world.hears(told('canceled'))
    expect(reads(world)).toBe(before)
    await world.passes(120_000, 60_000)
    expect(world.document(ID)).toMatchObject({ stage: 'CANCELED' })
  })

  it('is none of our business while the read model is off', async () => {
    const world = await movedWorld(false)
    await world.hears(told('canceled'))
    expect([reads(world), world.masterData.documents.size]).toEqual([0, 0])
  })

  it('fails nothing where VBase does not answer, so that VTEX does not send it again and again', async () => {
    const world = await movedWorld()
    world.restart()
    world.files.hidden.add('read-model.json')
    await world.hears(told('canceled'))
    expect(world.log.warnings.at(-1)).toMatchObject({ flow: 'ReadModel', orderId: ID })
  })

  it.each([
    [null],
    ['text'],
    [{}],
    [{ orderId: '', currentState: 'x' }],
    [{ orderId: 'x'.repeat(500), currentState: 'x' }],
    [{ orderId: 7, currentState: 'x' }],
    [{ orderId: ID }],
  ])('that names no order and no status is none: %j', async (body) => {
    expect(heardOrderIn(body)).toBeNull()
    const world = await movedWorld()
    const before = reads(world)
    await world.hears(body)
    expect(reads(world)).toBe(before)
  })

  it('of an order that OMS does not know takes its document away, and adds none', async () => {
    const world = await movedWorld()
    await world.hears(told('canceled', 'Marketplace', '9999-01'))
    expect([...world.masterData.documents.keys()]).toEqual([ID])
  })
})
