import { randomUUID } from 'node:crypto'
import type { Batch } from '../../domain/batch/batch'
import type { BatchIndex, BatchRow } from '../../usecases/batch/ports'
import { FakeClock } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { BatchStore } from './batches'
import { SEED_SETTLES_MS } from './claimShards'

const INDEX = 'batches/index.json'
const HEAD = 'batches/b-1/head.json'
const batch = (batchId = 'b-1', name = 'n') => ({ batchId, name, progress: [] }) as unknown as Batch
const named = (name: string) => (newest: Batch) => ({ ...newest, name: `${newest.name}${name}` })
const entry = (batchId: string) => ({ batchId, key: batchId, createdAt: 1, expiresAt: 2 })
const adding = (batchId: string) => (index: BatchIndex) => ({
  ...index,
  batches: [...index.batches, entry(batchId)],
})
const rows = (orderId: string) => [{ row: 0, orderId }] as unknown as readonly BatchRow[]
const PLACE = { partId: 'p', number: 0 }
const hidesIt = { kind: 'unavailable', upstream: 'VBASE' }

function storeOn(files = new MemoryFiles(), clock = new FakeClock()) {
  const sleep = (ms: number) => clock.sleep(ms)
  return { files, clock, store: new BatchStore({ files, sleep, newId: randomUUID }) }
}

/** Answers the first read of a path as if there were no such file. */
function hidingOnce(path: string): MemoryFiles {
  const files: MemoryFiles = new MemoryFiles(async (label) => {
    if (label === `answer ${path}`) files.hidden.delete(path)
  })
  return files
}

describe('the list of batches', () => {
  it('is empty where none was ever made, and looking makes none', async () => {
    const { files, store } = storeOn()
    expect(await store.index()).toEqual({ batches: [], removing: [] })
    expect(files.saves).toBe(0)
  })

  it('begins empty with the first change of an account, which waits for other beginners', async () => {
    const { files, clock, store } = storeOn()
    const begunAt = clock.now()
    const first = { batches: [entry('b-1')], removing: [] }
    expect(await store.changeIndex(adding('b-1'))).toEqual(first)
    expect(clock.now() - begunAt).toBe(SEED_SETTLES_MS)
    expect(await store.index()).toEqual(first)
    const both = { batches: [entry('b-1'), entry('b-2')], removing: [] }
    expect(await store.changeIndex(adding('b-2'))).toEqual(both)
    expect(clock.now() - begunAt).toBe(SEED_SETTLES_MS)
    expect(await storeOn(files).store.index()).toEqual(both)
  })

  it('is left, and answered as it is, where a change has nothing to do', async () => {
    const { files, store } = storeOn()
    await store.changeIndex(adding('b-1'))
    const { saves } = files
    expect(await store.changeIndex(() => null)).toEqual(await store.index())
    expect(files.saves).toBe(saves)
  })

  it('holds a batch once, though the save that added it was answered as failed', async () => {
    const { files, store } = storeOn()
    await store.changeIndex(adding('b-1'))
    files.failures.push('after')
    const { batches } = await store.changeIndex(adding('b-2'))
    expect(batches).toEqual([entry('b-1'), entry('b-2')])
  })

  it('is never begun anew where VBase hides it', async () => {
    const { files, store } = storeOn()
    await store.changeIndex(adding('b-1'))
    files.hidden.add(INDEX)
    await expect(store.index()).rejects.toMatchObject(hidesIt)
    await expect(store.changeIndex(adding('b-2'))).rejects.toMatchObject(hidesIt)
    files.hidden.clear()
    expect((await store.index()).batches).toEqual([entry('b-1')])
  })

  it('that is hidden from one look is found by the next', async () => {
    const { files, store } = storeOn(hidingOnce(INDEX))
    await store.changeIndex(adding('b-1'))
    files.hidden.add(INDEX)
    expect((await store.index()).batches).toEqual([entry('b-1')])
  })
})

describe('the head of a batch', () => {
  it('is found under its id alone', async () => {
    const { store } = storeOn()
    await store.create(batch('b-1', 'one'))
    await store.create(batch('b/1', 'other'))
    expect(await store.find('b-1')).toEqual(batch('b-1', 'one'))
    expect(await store.find('b/1')).toEqual(batch('b/1', 'other'))
    expect(await store.find('b-2')).toBeNull()
  })

  it('that VBase hides is no absent batch, and one that it hides once is found', async () => {
    const once = storeOn(hidingOnce(HEAD))
    await once.store.create(batch())
    once.files.hidden.add(HEAD)
    expect(await once.store.find('b-1')).toEqual(batch())

    const { files, store } = storeOn()
    await store.create(batch())
    files.hidden.add(HEAD)
    await expect(store.find('b-1')).rejects.toMatchObject(hidesIt)
    await expect(store.change('b-1', named('!'))).rejects.toMatchObject(hidesIt)
  })

  it('is changed on its newest content, and answered as it then is', async () => {
    const { files, store } = storeOn()
    await store.create(batch())
    expect(await storeOn(files).store.change('b-1', named('+'))).toEqual(batch('b-1', 'n+'))
    expect(await store.change('b-1', named('-'))).toEqual(batch('b-1', 'n+-'))
    expect(await store.change('b-1', () => null)).toEqual(batch('b-1', 'n+-'))
    expect(await store.find('b-1')).toEqual(batch('b-1', 'n+-'))
  })

  it('that is hidden from the first look of a change is changed at the second', async () => {
    const { files, store } = storeOn(hidingOnce(HEAD))
    await store.create(batch())
    files.hidden.add(HEAD)
    expect(await store.change('b-1', named('+'))).toEqual(batch('b-1', 'n+'))
  })

  it('is changed once, though many saves were answered as failed', async () => {
    const { files, store } = storeOn()
    await store.create(batch('b-1', ''))
    for (let change = 0; change < 20; change += 1) {
      files.failures.push('after')
      await store.change('b-1', named('+'))
    }
    expect(await store.find('b-1')).toEqual(batch('b-1', '+'.repeat(20)))
    // What recognises a save does not grow with every change.
    expect(JSON.parse(files.content.get(HEAD)!).writes).toHaveLength(16)
  })

  it('that is not there is changed by nobody', async () => {
    const { files, store } = storeOn()
    expect(await store.change('b-1', named('!'))).toBeNull()
    expect(await store.hide('b-1')).toBe(false)
    expect(files.saves).toBe(0)
  })

  it('that is hidden is gone for everybody, and stays as it was', async () => {
    const { files, store } = storeOn()
    await store.create(batch())
    expect(await store.hide('b-1')).toBe(true)
    expect(await store.find('b-1')).toBeNull()
    expect(await store.change('b-1', named('!'))).toBeNull()
    expect(await store.hide('b-1')).toBe(true)
    expect(JSON.parse(files.content.get(HEAD)!).content).toEqual({ ...batch(), isHidden: true })
  })

  it.each(['"text"', 'null', '7', '[]', '{}', '{"content":{}}', '{"writes":[]}'])(
    'that cannot be read as one is never taken for another: %s',
    async (text) => {
      const { files, store } = storeOn()
      files.content.set(HEAD, text)
      const unreadable = { kind: 'unreadable', upstream: 'VBASE' }
      await expect(store.find('b-1')).rejects.toMatchObject(unreadable)
      await expect(store.change('b-1', named('!'))).rejects.toMatchObject(unreadable)
      expect(files.content.get(HEAD)).toBe(text)
    }
  )
})

describe('a slice', () => {
  it('begins without results, and is kept apart from every other', async () => {
    const { store } = storeOn()
    const places = [PLACE, { ...PLACE, number: 1 }, { ...PLACE, partId: 'q' }]
    for (const [index, place] of places.entries())
      await store.createSlice('b-1', place, rows(`order ${index}`))
    await store.createSlice('b-2', PLACE, rows('of another'))
    for (const [index, place] of places.entries())
      expect(await store.rows('b-1', place)).toEqual(rows(`order ${index}`))
    expect(await store.rows('b-2', PLACE)).toEqual(rows('of another'))
    const none = await store.results('b-1', PLACE)
    await store.changeResults('b-1', PLACE, (results) => ({ ...results, seen: true }))
    expect(await store.results('b-1', PLACE)).toEqual({ ...none, seen: true })
    for (const place of places.slice(1)) expect(await store.results('b-1', place)).toEqual(none)
  })

  it('is stored again without its documents, and its results stay', async () => {
    const { store } = storeOn()
    await store.createSlice('b-1', PLACE, rows('with its document'))
    const results = await store.changeResults('b-1', PLACE, (all) => ({ ...all, seen: true }))
    await store.rewriteRows('b-1', PLACE, rows('without'))
    expect(await store.rows('b-1', PLACE)).toEqual(rows('without'))
    expect(await store.results('b-1', PLACE)).toEqual(results)
  })

  it('that is named and not found is there all the same: nothing is made in its place', async () => {
    const { files, store } = storeOn()
    await expect(store.rows('b-1', PLACE)).rejects.toMatchObject(hidesIt)
    await expect(store.results('b-1', PLACE)).rejects.toMatchObject(hidesIt)
    await expect(store.changeResults('b-1', PLACE, (all) => all)).rejects.toMatchObject(hidesIt)
    expect(files.saves).toBe(0)
  })
})

describe('the files of a batch that is removed', () => {
  it('go with the head last, and no other batch loses any', async () => {
    const { files, store } = storeOn()
    for (const id of ['b-1', 'b-11']) {
      await store.create(batch(id))
      await store.createSlice(id, PLACE, rows('x'))
    }
    expect(await store.removeFiles('b-1')).toBe(false)
    expect(await store.find('b-1')).toEqual(batch())
    await expect(store.rows('b-1', PLACE)).rejects.toMatchObject(hidesIt)
    expect(await store.removeFiles('b-1')).toBe(true)
    expect(await store.find('b-1')).toBeNull()
    expect([...files.content.keys()].filter((path) => !path.startsWith('batches/b-11/'))).toEqual(
      []
    )
    expect(await store.rows('b-11', PLACE)).toEqual(rows('x'))
    expect(await store.find('b-11')).toEqual(batch('b-11'))
  })
})

describe('a read', () => {
  it('of a list that is there is one', async () => {
    const { files, store } = storeOn()
    await store.changeIndex(adding('b-1'))
    files.reads = 0
    expect((await store.index()).batches).toEqual([entry('b-1')])
    expect(files.reads).toBe(1)
  })

  it('of rows that VBase hides once is made again', async () => {
    const path = 'batches/b-1/p/0-rows.json'
    const files = hidingOnce(path)
    const { store } = storeOn(files)
    await store.createSlice('b-1', PLACE, rows('1-01'))
    files.hidden.add(path)
    expect(await store.rows('b-1', PLACE)).toEqual(rows('1-01'))
  })
})
