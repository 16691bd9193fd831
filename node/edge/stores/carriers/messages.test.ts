import { endOf, message, NOON, placeOf, storeOn } from '../../testing/carrierMessages'
import { MemoryFiles } from '../../testing/memoryFiles'
import { nameMark } from './messages'

const MARK = nameMark('a name')

describe('a message that was posted', () => {
  it('lies under a name of its own, and is read as it was put', async () => {
    const { store, paths } = storeOn()
    const one = message()
    await store.put(placeOf(one), one)
    expect(paths()).toEqual([`carriers/inbox/03/${one.id}_generic.json`])
    expect(await store.read(placeOf(one))).toEqual(one)
    expect(await store.read(placeOf(one, { lane: 4 }))).toBeNull()
  })

  it('is put three times where VBase fails, and then its sender is told', async () => {
    const { files, store } = storeOn()
    files.failures.push('before', 'after')
    await store.put(placeOf(message()), message())
    expect(files.failures).toEqual([])
    files.failures.push('before', 'before', 'before')
    const failed = store.put(placeOf(message()), message())
    await expect(failed).rejects.toMatchObject({ kind: 'unavailable', upstream: 'VBASE' })
    expect(files.failures).toEqual([])
  })

  it('is read once more where VBase hides it', async () => {
    const one = message()
    const path = `carriers/inbox/03/${one.id}_generic.json`
    const files: MemoryFiles = new MemoryFiles(async (label) => {
      if (label === `answer ${path}`) files.hidden.delete(path)
    })
    const { store } = storeOn(files)
    await store.put(placeOf(one), one)
    files.hidden.add(path)
    expect(await store.read(placeOf(one))).toEqual(one)
  })

  it.each(['null', '"text"', '{}', '{"parcels":[]}', '{"parcels":{},"through":{}}', '[]'])(
    'is an error and never empty where it cannot be read: %s',
    async (text) => {
      const { files, store } = storeOn()
      files.content.set(`carriers/inbox/03/${message().id}_generic.json`, text)
      await expect(store.read(placeOf(message()))).rejects.toMatchObject({
        kind: 'unreadable',
        upstream: 'VBASE',
      })
    }
  )
})

describe('messages are listed', () => {
  it('oldest first, of one lane or of all', async () => {
    const { store, listed } = storeOn()
    const [late, early, other] = [message(NOON + 5), message(NOON), message(NOON + 1)]
    await store.put(placeOf(late), late)
    await store.put(placeOf(early), early)
    await store.put(placeOf(other, { lane: 15 }), other)
    expect(await store.list('inbox', 3)).toEqual([placeOf(early), placeOf(late)])
    expect(await store.list('inbox')).toEqual([
      placeOf(early),
      placeOf(other, { lane: 15 }),
      placeOf(late),
    ])
    expect(await store.list('waiting', 3)).toEqual([])
    expect(listed.map(([prefix, , most]) => [prefix, most])).toEqual([
      ['carriers/inbox/03/', 500],
      ['carriers/inbox/', undefined],
      ['carriers/waiting/03/', 500],
    ])
  })

  it('without what is none', async () => {
    const { files, store } = storeOn()
    for (const path of [
      '03/x.json',
      '16/a_generic.json',
      '3/a_generic.json',
      '03/a_generic.json.old',
    ])
      files.content.set(`carriers/inbox/${path}`, '{}')
    files.content.set('carriers/inbox/03/A_generic.json', '{}')
    expect(await store.list('inbox')).toEqual([])
  })
})

describe('a message that is worked off', () => {
  it('is told and gone', async () => {
    const { store, paths } = storeOn()
    const one = message()
    await store.put(placeOf(one), one)
    await store.finish(placeOf(one), endOf(one), [])
    expect(paths('carriers/inbox/')).toEqual([])
    expect(await store.recent('generic', 10)).toEqual([endOf(one)])
  })

  it('waits for no name any more where it waited', async () => {
    const { store, paths } = storeOn()
    const one = message()
    await store.wait(placeOf(one), one, endOf(one), ['a name', 'another'])
    expect(paths('carriers/awaited/')).toHaveLength(2)
    await store.finish(placeOf(one, { box: 'waiting' }), endOf(one), ['a name', 'another'])
    expect([paths('carriers/waiting/'), paths('carriers/awaited/')]).toEqual([[], []])
  })

  it('out of the inbox leaves alone what waits for its names', async () => {
    const { store, paths } = storeOn()
    const one = message()
    await store.wait(placeOf(one), one, endOf(one), ['a name'])
    await store.finish(placeOf(one), endOf(one), ['a name'])
    expect(paths('carriers/awaited/')).toHaveLength(1)
  })
})

describe('a message that waits', () => {
  it('is among those that wait, known under each name, without its body, which is told', async () => {
    const { store, paths } = storeOn()
    const one = message()
    await store.put(placeOf(one), one)
    await store.wait(placeOf(one), one, endOf(one, { result: 'WAITING_FOR_INVOICE' }), ['a name'])
    const waiting = placeOf(one, { box: 'waiting' })
    expect(await store.list('inbox')).toEqual([])
    expect(await store.list('waiting', 3)).toEqual([waiting])
    expect(await store.read(waiting)).toEqual({ ...one, body: null })
    expect(await store.awaiting(MARK)).toEqual([waiting])
    expect(await store.awaiting(nameMark('another'))).toEqual([])
    expect(MARK).toMatch(/^[0-9a-f]{32}$/)
    expect(paths('carriers/awaited/')).toEqual([
      `carriers/awaited/${MARK}/03_${one.id}_generic.json`,
    ])
    expect(await store.recent('generic', 10)).toMatchObject([{ body: { shown: true } }])
  })

  it('keeps the body that was told, though it ends without one', async () => {
    const { store } = storeOn()
    const one = message()
    await store.wait(placeOf(one), one, endOf(one), [])
    await store.finish(placeOf(one, { box: 'waiting' }), endOf(one, { body: null }), [])
    expect(await store.recent('generic', 10)).toMatchObject([
      { result: 'WRITTEN', body: { shown: true } },
    ])
    const bare = message(NOON + 1, { body: null })
    await store.finish(placeOf(bare), endOf(bare), [])
    expect((await store.recent('generic', 1))[0]).toMatchObject({ id: bare.id, body: null })
  })

  it('waits no more for the names that it is told, and for the others still', async () => {
    const { store } = storeOn()
    const one = message()
    await store.wait(placeOf(one), one, endOf(one), ['a name', 'another'])
    await store.awaitNoMore(placeOf(one), ['another'])
    expect(await store.awaiting(nameMark('another'))).toEqual([])
    expect(await store.awaiting(MARK)).toHaveLength(1)
  })

  it('is called back by its name, and its lane is named once', async () => {
    const { store, paths } = storeOn()
    const [one, two, three] = [message(), message(NOON + 1), message(NOON + 2)]
    for (const each of [one, two]) await store.wait(placeOf(each), each, endOf(each), ['a name'])
    await store.wait(placeOf(three, { lane: 7 }), three, endOf(three), ['a name'])
    expect([...(await store.callBack(MARK))].sort()).toEqual([3, 7])
    expect(await store.list('inbox')).toEqual([
      placeOf(one),
      placeOf(two),
      placeOf(three, { lane: 7 }),
    ])
    expect([paths('carriers/waiting/'), paths('carriers/awaited/')]).toEqual([[], []])
  })

  it('that is gone is called back by nobody, and nobody waits for its name', async () => {
    const { files, store, paths } = storeOn()
    const one = message()
    await store.wait(placeOf(one), one, endOf(one), ['a name'])
    await files.remove(`carriers/waiting/03/${one.id}_generic.json`)
    expect(await store.callBack(MARK)).toEqual([])
    expect([paths('carriers/inbox/'), paths('carriers/awaited/')]).toEqual([[], []])
  })

  it('is none where a file is named otherwise', async () => {
    const { files, store } = storeOn()
    for (const name of ['x.json', '3_a_generic.json', '99_a_generic.json'])
      files.content.set(`carriers/awaited/${MARK}/${name}`, '{}')
    expect(await store.awaiting(MARK)).toEqual([])
  })
})
