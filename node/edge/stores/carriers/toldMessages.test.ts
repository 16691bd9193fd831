import { KEPT_MS, NOTHING_THROUGH } from '../../../domain/carriers/message'
import { momentId } from '../../../domain/values/momentId'
import { endOf, message, NOON, placeOf, storeOn } from '../../testing/carrierMessages'
import type { MessageStore } from './messages'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe('the newest messages', () => {
  const finished = async (store: MessageStore, ...moments: number[]) => {
    for (const at of moments) {
      const one = message(at)
      await store.finish(placeOf(one), endOf(one), [])
    }
  }
  const momentsOf = async (store: MessageStore, first: number) =>
    (await store.recent('generic', first)).map(({ at }) => at)

  it('are told newest first, of three days, as many as asked for', async () => {
    const { store } = storeOn()
    const ago = (hours: number) => NOON - hours * HOUR_MS
    await finished(store, ago(71), ago(1), ago(30), ago(2), ago(100))
    expect(await momentsOf(store, 10)).toEqual([ago(1), ago(2), ago(30), ago(71)])
    expect(await momentsOf(store, 3)).toEqual([ago(1), ago(2), ago(30)])
    expect(await momentsOf(store, 1)).toEqual([ago(1)])
  })

  it('are looked for in no older days than it takes, and in three hundred of a day', async () => {
    const { store, listed } = storeOn()
    await finished(store, NOON - 1, NOON - 2)
    await store.recent('generic', 2)
    await store.recent('generic', 3)
    const days = listed.filter(([prefix]) => String(prefix).startsWith('carriers/told/'))
    expect(days.map(([prefix, , most]) => [String(prefix).slice(-11, -1), most])).toEqual([
      ['2026-03-10', 300],
      ['2026-03-10', 300],
      ['2026-03-09', 300],
      ['2026-03-08', 300],
      ['2026-03-07', 300],
    ])
  })

  it('lie so that a listing names the newest of a day first, and cost a read each', async () => {
    const { files, store, paths } = storeOn()
    for (const at of [NOON + 1, NOON + 3, NOON + 2]) {
      const one = message(at)
      await store.put(placeOf(one), one)
    }
    await finished(store, NOON - 3, NOON - 1, NOON - 2)
    const ends = paths('carriers/told/').sort()
    expect(ends.map((path) => JSON.parse(files.content.get(path)!).at)).toEqual([
      NOON - 1,
      NOON - 2,
      NOON - 3,
    ])
    const { reads } = files
    await store.recent('generic', 1)
    expect(files.reads - reads).toBe(2)
  })

  it('are those of the connector alone', async () => {
    const { store } = storeOn()
    const other = message(NOON, { connector: 'frenet' })
    await store.finish(placeOf(other), endOf(other), [])
    await store.put(placeOf(other), other)
    expect(await store.recent('generic', 10)).toEqual([])
    expect(await store.recent('frenet', 10)).toMatchObject([{ result: 'PENDING' }])
  })

  it('are pending while they lie in the inbox, whatever was told of them before', async () => {
    const { store } = storeOn()
    const through = { ...NOTHING_THROUGH, orderIds: ['1-01'] }
    const one = message(NOON, { through })
    await store.wait(placeOf(one), one, endOf(one), [])
    await store.put(placeOf(one), one)
    expect(await store.recent('generic', 10)).toEqual([
      {
        id: one.id,
        connector: 'generic',
        isTest: false,
        at: NOON,
        body: { shown: true },
        result: 'PENDING',
        parcels: 1,
        orderIds: ['1-01'],
        problem: null,
      },
    ])
  })

  it('tell of one that is pending what came of its parcels, else what its decoder said', async () => {
    const { store } = storeOn()
    const said = { code: 'said' } as never
    const became = { code: 'became' } as never
    const [one, two] = [
      message(NOON, { problem: said }),
      message(NOON + 1, { problem: said, through: { ...NOTHING_THROUGH, problem: became } }),
    ]
    for (const each of [one, two]) await store.put(placeOf(each), each)
    const told = await store.recent('generic', 10)
    expect(told.map(({ problem }) => problem)).toEqual([became, said])
  })

  it('are the newest of those that are pending, too', async () => {
    const { store } = storeOn()
    for (const at of [NOON + 1, NOON + 3, NOON + 2]) {
      const one = message(at)
      await store.put(placeOf(one), one)
    }
    await finished(store, NOON + 4, NOON)
    expect(await momentsOf(store, 2)).toEqual([NOON + 4, NOON + 3])
    expect(await momentsOf(store, 4)).toEqual([NOON + 4, NOON + 3, NOON + 2, NOON + 1])
  })

  it('of one moment stand in one order', async () => {
    const { store } = storeOn()
    for (const chance of ['a', 'c', 'b']) {
      const one = message(NOON, { id: momentId(NOON, chance) })
      await store.finish(placeOf(one), endOf(one), [])
    }
    const told = await store.recent('generic', 10)
    expect(told.map(({ id }) => id.slice(-1))).toEqual(['c', 'b', 'a'])
  })

  it('leave out what goes between a listing and a read, and refuse what they cannot read', async () => {
    const { files, store, paths } = storeOn()
    await finished(store, NOON, NOON + 1)
    const [path] = paths('carriers/told/')
    files.hidden.add(path)
    expect(await store.recent('generic', 10)).toHaveLength(1)
    const open = message(NOON + 2)
    await store.put(placeOf(open), open)
    files.hidden.add(paths('carriers/inbox/')[0])
    expect(await store.recent('generic', 10)).toHaveLength(1)
    files.hidden.clear()
    await store.finish(placeOf(open), endOf(open), [])
    for (const text of ['null', '{}', '"text"', '{"id":7}']) {
      files.content.set(path, text)
      await expect(store.recent('generic', 10)).rejects.toMatchObject({ kind: 'unreadable' })
    }
  })
})

describe('what is kept', () => {
  it('goes after three days, to the very moment, up to thirteen days back', async () => {
    const { store, clock, paths } = storeOn()
    const ages = [0, KEPT_MS - 1, KEPT_MS, KEPT_MS + 1, 12 * DAY_MS, 13 * DAY_MS]
    for (const age of ages) {
      const one = message(NOON - age)
      await store.finish(placeOf(one), endOf(one), [])
    }
    expect(clock.now()).toBe(NOON)
    expect(await store.removeOld('generic')).toBe(false)
    expect(
      paths('carriers/told/')
        .map((path) => path.split('/')[3])
        .sort()
    ).toEqual(['2026-02-25', '2026-03-07', '2026-03-10'])
  })

  it('goes six hundred at a time, and there may be more', async () => {
    const { files, store, listed, paths } = storeOn()
    const folder = 'carriers/told/generic/2026-03-05/'
    const some = (count: number) => {
      for (let number = 0; number < count; number += 1) {
        const id = momentId(NOON - 5 * DAY_MS + number, 'x')
        files.content.set(`${folder}000000000_${id}.json`, '{}')
      }
    }
    some(601)
    expect(await store.removeOld('generic')).toBe(true)
    expect(paths(folder)).toHaveLength(1)
    expect(await store.removeOld('generic')).toBe(false)
    expect(paths(folder)).toEqual([])
    expect(listed.every(([, , most]) => most === 600)).toBe(true)
    expect(await store.removeOld('frenet')).toBe(false)
  })
})
