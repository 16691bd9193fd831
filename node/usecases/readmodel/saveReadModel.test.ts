import { Fault } from '../../domain/problem/fault'
import {
  KEEP_CLOSED_DAYS,
  removing,
  switchedOff,
  SWITCHED_OFF,
  switchedOn,
  type ReadModel,
} from '../../domain/readmodel/readModel'
import { ReadModelParts } from '../testing/readModelParts'
import { removeReadModel, saveReadModel, type ReadModelChange } from './saveReadModel'

async function saved(model: ReadModel | null, change: Partial<ReadModelChange>, fault?: Error) {
  const parts = new ReadModelParts()
  if (model) parts.model = model
  const before = parts.model
  if (fault)
    parts.documents.pass = () => {
      throw fault
    }
  const result = await saveReadModel(parts.ports(), { isOn: true, keepClosedDays: 30, ...change })
  return { parts, result, before }
}

const refused = (kind: 'forbidden' | 'unavailable', status?: number) =>
  new Fault({ kind, status, upstream: 'MASTERDATA', operation: 'Schema' })

describe('a read model that is switched on', () => {
  it('has Master Data take its documents first, and fills from then on', async () => {
    const { parts, result } = await saved(SWITCHED_OFF, {})
    expect(result).toEqual({
      readModel: switchedOn(SWITCHED_OFF, 30, parts.clock.now()),
      problems: [],
    })
    expect(parts.documents.calls).toEqual([['prepare', 'anew']])
    expect(parts.nudges).toEqual(['MORE'])
    expect(parts.world.logs).toEqual([{ flow: 'SaveReadModel', outcome: 'APPLIED', detail: 'on' }])
  })

  it.each<[string, Fault, string]>([
    ['its status', refused('forbidden', 403), '403'],
    ['why there is none', refused('unavailable'), 'unavailable'],
  ])('stays off where Master Data does not take them, and says %s', async (_, fault, status) => {
    const { parts, result } = await saved(SWITCHED_OFF, {}, fault)
    expect(result.readModel).toBeNull()
    expect(result.problems).toMatchObject([
      { code: 'READ_MODEL_REFUSED', field: ['readModel', 'isOn'] },
    ])
    expect(String(result.problems[0].facts.find(({ name }) => name === 'status')?.value)).toBe(
      status
    )
    expect([parts.model, parts.saves, parts.nudges]).toEqual([SWITCHED_OFF, 0, []])
    expect(parts.world.logs).toEqual([{ flow: 'ReadModel', detail: fault.message }])
  })

  it('hides no mistake of ours', async () => {
    await expect(saved(SWITCHED_OFF, {}, new TypeError('ours'))).rejects.toThrow('ours')
  })

  it('waits until its documents are removed', async () => {
    const going = removing(SWITCHED_OFF)
    const { parts, result } = await saved(going, {})
    expect(result.problems).toMatchObject([
      { code: 'READ_MODEL_REMOVING', field: ['readModel', 'isOn'] },
    ])
    expect([result.readModel, parts.model, parts.nudges]).toEqual([null, going, []])
  })
})

describe('a read model that is switched off', () => {
  it('asks Master Data nothing, and keeps for as long as was said', async () => {
    const { parts, before } = await saved(null, { isOn: false, keepClosedDays: 7 })
    expect(parts.model).toEqual({ ...switchedOff(before), keepClosedDays: 7 })
    expect([parts.documents.calls, parts.nudges]).toEqual([[], []])
    expect(parts.world.logs).toMatchObject([{ detail: 'off' }])
  })

  it('goes on being removed', async () => {
    const going = removing(SWITCHED_OFF)
    const { result } = await saved(going, { isOn: false, keepClosedDays: 7 })
    expect(result).toEqual({ readModel: going, problems: [] })
  })
})

describe('how long closed orders are kept', () => {
  const { least, most } = KEEP_CLOSED_DAYS

  it.each([least, most])('may be %s days', async (keepClosedDays) => {
    expect((await saved(SWITCHED_OFF, { keepClosedDays })).result.problems).toEqual([])
  })

  it.each([least - 1, most + 1, 1.5, NaN])('may not be %s days', async (keepClosedDays) => {
    const { parts, result } = await saved(SWITCHED_OFF, { keepClosedDays })
    expect(result.readModel).toBeNull()
    expect(result.problems).toMatchObject([
      {
        code: 'SETTINGS_INVALID',
        field: ['readModel', 'keepClosedDays'],
        facts: [{ name: 'reason', value: `a whole number of days from ${least} to ${most}` }],
      },
    ])
    expect([parts.documents.calls, parts.saves]).toEqual([[], 0])
  })
})

describe('a removal', () => {
  it('is begun once', async () => {
    const parts = new ReadModelParts()
    const before = parts.model
    const { readModel, problems } = await removeReadModel(parts.ports())
    expect([readModel, problems]).toEqual([removing(before), []])
    const going = { ...parts.model, emptySince: before.began }
    parts.model = going
    expect((await removeReadModel(parts.ports())).readModel).toBe(going)
    expect(parts.nudges).toEqual(['MORE', 'MORE'])
    expect(parts.world.logs[0]).toEqual({ flow: 'RemoveReadModel', outcome: 'ACCEPTED' })
  })
})
