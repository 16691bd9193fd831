import { DayCount, type CountedDay } from '../../../domain/overview/countedDay'
import { tallyFor, type TallyState } from '../../../domain/overview/tallyState'
import { parseInstant } from '../../../domain/values/instant'
import { MemoryFiles } from '../../testing/memoryFiles'
import { TallyStore } from './tallies'

const ZONE = 'America/Sao_Paulo'
const BEGAN = parseInstant('2026-11-20T12:00:00Z')!
const DAY = '2026-11-18'
const PATH = `overview/made/${DAY}.json`
const state = tallyFor(null, { began: BEGAN, keepClosedDays: 30 }, ZONE)

function someDay(): CountedDay {
  const at = (hour: number) => parseInstant(`2026-11-18T${hour}:00:00Z`)
  const count = new DayCount(DAY, ZONE)
  count.add({
    created: at(12)!,
    authorized: at(13),
    invoiced: at(15),
    shipped: null,
    delivered: null,
    promise: at(20),
    carrier: 'Correios',
    marketplace: null,
    open: true,
  })
  return count.counted()
}

let files: MemoryFiles
let store: TallyStore
beforeEach(() => {
  files = new MemoryFiles()
  store = new TallyStore({ files, sleep: async () => undefined })
})

it('gives back what was kept', async () => {
  expect(await store.state()).toBeNull()
  expect(await store.change(() => state)).toEqual(state)
  expect(await store.state()).toEqual(state)
  expect(await store.made(DAY, state)).toBeNull()
  await store.keep(DAY, state, (known) => known ?? someDay())
  expect(await store.made(DAY, state)).toEqual(someDay())
})

it('knows nothing of what was counted for another read model or by another clock', async () => {
  await store.keep(DAY, state, () => someDay())
  expect(await store.made(DAY, { ...state, zone: 'UTC' })).toBeNull()
  const other: TallyState = { ...state, began: parseInstant('2026-11-21T12:00:00Z')! }
  expect(await store.made(DAY, other)).toBeNull()
})

it.each([
  ['a day', PATH, () => store.keep(DAY, state, () => ({ orders: 0, open: 0, days: {} }))],
  ['how far it is', 'overview/state.json', () => store.change(() => ({ ...state, zone: 'UTC' }))],
])('writes nothing over %s that VBase lists and does not show', async (_what, path, write) => {
  await store.change(() => state)
  await store.keep(DAY, state, () => someDay())
  const before = files.content.get(path)
  files.hidden.add(path)
  await expect(write()).rejects.toThrow()
  await expect(path === PATH ? store.made(DAY, state) : store.state()).rejects.toThrow()
  expect(files.content.get(path)).toBe(before)
})

it('reads nothing as nothing that it does not understand', async () => {
  files.content.set(PATH, '{"orders": "many"}')
  await expect(store.made(DAY, state)).rejects.toThrow()
  await expect(store.keep(DAY, state, () => someDay())).rejects.toThrow()
  expect(files.content.get(PATH)).toBe('{"orders": "many"}')
})

it('leaves nothing behind where the read model is removed', async () => {
  await store.change(() => state)
  await store.keep(DAY, state, () => someDay())
  await store.removeAll()
  expect([...files.content.keys()]).toEqual([])
})
