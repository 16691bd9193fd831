import { Fault } from '../../domain/problem/fault'
import { SWITCHED_OFF } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import { ReadModelParts } from '../testing/readModelParts'
import { someOrder } from '../testing/someOrder'
import { hearOfOrder, type HeardOrder } from './hearOfOrder'

const ID = '1400-01'
const HEARD: HeardOrder = { orderId: ID, status: 'handling' }

async function hears(
  parts: ReadModelParts,
  heard: HeardOrder | null = HEARD,
  isNews?: (heard: HeardOrder) => boolean
) {
  await hearOfOrder(parts.hearing(isNews), heard)
  return parts
}

const noted = (parts: ReadModelParts) => parts.documents.of('note')
const now = (parts: ReadModelParts) => instantAt(parts.clock.now())

describe('an order that VTEX tells of', () => {
  it('is read within the wait for its turn, and a handler goes on with what is due', async () => {
    const parts = await hears(new ReadModelParts(someOrder()))
    expect(parts.documents.kept.get(ID)).toMatchObject({ stage: 'TO_INVOICE' })
    const at = parts.clock.now()
    expect(parts.turns).toEqual([{ at, until: at + 3_000 }])
    expect([parts.nudges, [...parts.actors]]).toEqual([['LOOKED'], ['orders broadcast']])
    expect(noted(parts)).toEqual([])
  })

  it('is kept as long as the store says', async () => {
    const parts = new ReadModelParts()
    const lastChange = instantAt(parts.clock.now() - 10 * 24 * 60 * 60 * 1000)
    parts.world.oms.put(someOrder({ status: 'canceled', lastChange }))
    parts.model = { ...parts.model, keepClosedDays: 9 }
    expect((await hears(parts)).documents.of('remove')).toEqual([[ID]])
    parts.model = { ...parts.model, keepClosedDays: 11 }
    expect((await hears(parts)).documents.kept.has(ID)).toBe(true)
  })

  it('is read by the rota, now, where it is not its turn', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.isItsTurn = () => false
    await hears(parts)
    expect([parts.reads, noted(parts), parts.nudges]).toEqual([0, [[ID, now(parts)]], ['LOOKED']])
  })

  it('is read by the rota where all rest, and takes no turn', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.model = { ...parts.model, restsUntil: instantAt(parts.clock.now() + 1) }
    await hears(parts)
    expect([parts.reads, parts.turns, noted(parts)]).toEqual([0, [], [[ID, now(parts)]]])
  })

  it('is read by the rota where it could not be read', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.world.oms.fail({ call: 'get', kind: 'forbidden' })
    await hears(parts)
    expect(noted(parts)).toEqual([[ID, now(parts)]])
    expect(parts.world.logs).toEqual([
      { flow: 'ReadModel', orderId: ID, detail: 'OMS get: forbidden' },
    ])
  })

  it('is found by the rota where nothing can be written, and VTEX is told nothing of it', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.documents.pass = () => {
      throw new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Put' })
    }
    await hears(parts)
    expect(parts.documents.calls.map(([call]) => call)).toEqual(['put', 'note'])
    const line = { flow: 'ReadModel', orderId: ID, detail: 'MASTERDATA Put: unavailable' }
    expect(parts.world.logs).toEqual([line, line])
    expect(parts.nudges).toEqual(['LOOKED'])
  })

  it('hides no mistake of ours', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.documents.pass = () => {
      throw new TypeError('ours')
    }
    await expect(hears(parts)).rejects.toThrow('ours')
  })
})

describe('nothing is read and nobody called', () => {
  const isSilent = (parts: ReadModelParts) =>
    expect([parts.reads, parts.documents.calls, parts.turns, parts.nudges]).toEqual([0, [], [], []])

  it('where the read model is off', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.model = SWITCHED_OFF
    isSilent(await hears(parts))
    isSilent(await hears(parts, null))
    expect(parts.world.logs).toEqual([])
  })

  it('where it is not known whether it is', async () => {
    const parts = new ReadModelParts(someOrder())
    parts.read = () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Get' })
    }
    isSilent(await hears(parts))
    await hears(parts, null)
    const line = { flow: 'ReadModel', detail: 'VBASE Get: unavailable' }
    expect(parts.world.logs).toEqual([{ ...line, orderId: ID }, line])
  })

  it('where the same was heard just now', async () => {
    const heard: HeardOrder[] = []
    const isNews = (one: HeardOrder) => {
      heard.push(one)
      return false
    }
    isSilent(await hears(new ReadModelParts(someOrder()), HEARD, isNews))
    expect(heard).toEqual([HEARD])
  })

  it('where the event names no order, and the log says so', async () => {
    const parts = await hears(new ReadModelParts(someOrder()), null)
    isSilent(parts)
    expect(parts.world.logs).toEqual([
      { flow: 'ReadModel', detail: 'an event of an order names none' },
    ])
  })
})
