import { momentId } from '../../domain/values/momentId'
import { MemoryFiles } from '../testing/memoryFiles'
import { FollowedStore } from './followed'

const ORDER = { orderId: '1-01', known: ['n'], found: ['f'] }
const at = (ms: number, look = 0) => ({ look, id: momentId(ms, 'Id-1') })

function storeOn(files = new MemoryFiles()) {
  return { files, store: new FollowedStore(files) }
}

describe('a followed order', () => {
  it('is a file of its own, and what was put last is read', async () => {
    const { files, store } = storeOn()
    await store.put(at(1_000), ORDER)
    await store.put(at(1_000), { ...ORDER, known: ['n', 'm'] })
    expect(await store.read(at(1_000))).toEqual({ ...ORDER, known: ['n', 'm'] })
    expect([...files.content.keys()]).toEqual([`followed/0/${at(1_000).id}.json`])
  })

  it('is gone once it is removed', async () => {
    const { store } = storeOn()
    await store.put(at(1_000), ORDER)
    await store.remove(at(1_000))
    expect(await store.read(at(1_000))).toBeNull()
    expect(await store.list(0)).toEqual([])
  })

  it('is saved within a second and a half, for a call waits', async () => {
    const { files, store } = storeOn()
    const within: unknown[] = []
    files.save = async (_path, _data, _ifMatch, withinMs?: number) => {
      within.push(withinMs)
      return null
    }
    await store.put(at(1_000), ORDER)
    expect(within).toEqual([1_500])
  })

  it.each([
    'null',
    '{}',
    '{"orderId":"1-01","known":["n"]}',
    '{"orderId":1,"known":[],"found":[]}',
  ])('that cannot be read is followed no more: %s', async (text) => {
    const { files, store } = storeOn()
    files.content.set(`followed/0/${at(1).id}.json`, text)
    expect(await store.read(at(1))).toBeNull()
    expect(files.content.size).toBe(0)
  })
})

it('followed orders are listed by their next look, the oldest first', async () => {
  const { files, store } = storeOn()
  for (const place of [at(3_000), at(1_000), at(2_000), at(500, 1)]) await store.put(place, ORDER)
  files.content.set('followed/0/not an id.json', '{}')
  files.content.set(`followed/0/${at(1).id}.json.bak`, '{}')
  files.content.set(`followed/0/deep/${at(1).id}.json`, '{}')
  expect(await store.list(0)).toEqual([at(1_000), at(2_000), at(3_000)])
  expect(await store.list(1)).toEqual([at(500, 1)])
  expect(await store.list(2)).toEqual([])
})
