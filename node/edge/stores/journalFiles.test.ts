import type { Journal } from '../../usecases/ports'
import { Fault } from '../../domain/problem/fault'
import { LostMatch } from '../clients/fileStore'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { SHARDS } from './claimShards'
import { ClaimsStore } from './claims'
import { DocumentStore } from './documents'
import { JournalStore } from './journals'
import { NumberIndex } from './numbers'
import { pathSegment } from './paths'
import { saveOnNewest } from './saving'

const ORDER = 'SLR-1234567890123-01'
const JOURNAL = `orders/${ORDER}.json`
const EMPTY = { intents: [], invoices: [], activity: [] }

function world(journal?: unknown, namesEtags = false) {
  const files = new MemoryFiles(undefined, namesEtags)
  for (let shard = 0; shard < SHARDS; shard++)
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  if (journal !== undefined) files.content.set(JOURNAL, JSON.stringify(journal))
  const clock = new FakeClock()
  const newId = countingIds('w')
  const claims = new ClaimsStore({ files, clock, log: new RecordingLog(), newId })
  return { files, clock, claims, journals: new JournalStore({ files, claims, newId }) }
}
const same = (journal: Journal) => journal
const vbase = (changes: { kind?: 'unavailable' | 'forbidden'; status?: number } = {}) =>
  new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save', ...changes })

/** From now on: how many files are read at the same time, and how many were at the most. */
function countReads(files: MemoryFiles): { now: number; most: number } {
  const read = files.read.bind(files)
  const running = { now: 0, most: 0 }
  files.read = async (path) => {
    running.most = Math.max(running.most, ++running.now)
    await new Promise(setImmediate)
    running.now -= 1
    return read(path)
  }
  return running
}

/** Runs work whose pauses take no time, and gives how long they would have been. */
async function hurried(work: () => Promise<unknown>): Promise<number[]> {
  const { setTimeout } = globalThis
  const waits: number[] = []
  const soon = (run: () => void, wait = 0) => {
    waits.push(wait)
    return setTimeout(run, 0)
  }
  globalThis.setTimeout = soon as typeof setTimeout
  try {
    await work()
  } finally {
    globalThis.setTimeout = setTimeout
  }
  return waits
}

describe('what a journal file holds', () => {
  it('is nothing where there is none, and where its lists are left out', async () => {
    expect(await world().journals.read(ORDER)).toEqual(EMPTY)
    expect(await world({}).journals.read(ORDER)).toEqual({ ...EMPTY, writes: [] })
    const full = { intents: [1], invoices: [2], activity: [3], writes: ['a', 'b'] }
    expect(await world(full).journals.read(ORDER)).toEqual({ ...full, revision: 'b' })
  })

  it('remembers its last sixteen writes, the newest last, and no revision besides', async () => {
    const { journals, files } = world({ ...EMPTY })
    for (let write = 0; write < 20; write++) await journals.update(ORDER, same)
    const stored = JSON.parse(files.content.get(JOURNAL)!)
    expect(stored.writes).toHaveLength(16)
    expect(stored.writes[15]).toBe('w-20')
    expect(stored).not.toHaveProperty('revision')
  })

  it('begins with nothing in it, whoever creates it', async () => {
    const { journals, files } = world()
    const saved: unknown[] = []
    const save = files.save.bind(files)
    files.save = (path, data, ifMatch) => {
      if (path === JOURNAL) saved.push([data, ifMatch === null])
      return save(path, data, ifMatch)
    }
    await journals.update(ORDER, same)
    expect(saved).toMatchObject([
      [EMPTY, true],
      [{ ...EMPTY, writes: [expect.any(String)] }, false],
    ])
  })
})

describe('a write', () => {
  it('costs no read where the file was seen just now, and is judged anew where it has changed', async () => {
    const { journals, files } = world({ ...EMPTY }, true)
    await journals.read(ORDER)
    const before = files.reads
    await journals.update(ORDER, same)
    await journals.update(ORDER, same)
    expect(files.reads).toBe(before)
    files.content.set(JOURNAL, JSON.stringify({ ...EMPTY, writes: ['theirs'] }))
    await journals.update(ORDER, same)
    expect(JSON.parse(files.content.get(JOURNAL)!).writes[0]).toBe('theirs')
  })

  it('under the claim that saw it missing looks for it once more and in the listing, no more', async () => {
    const { journals, files, claims } = world()
    await claims.hold(ORDER, 0, async () => {
      await journals.read(ORDER)
      const before = files.reads
      await journals.update(ORDER, same)
      // Whether it is there, and what to write over.
      expect(files.reads - before).toBe(2)
    })
  })

  it('claims the order for a journal that is not there, and not for one that is', async () => {
    for (const [journal, times] of [
      [undefined, 1],
      [EMPTY, 0],
    ] as const) {
      const { journals, claims } = world(journal)
      let held = 0
      const hold = claims.hold.bind(claims)
      claims.hold = (...given) => {
        held += 1
        return hold(...given)
      }
      await journals.read(ORDER)
      await journals.update(ORDER, same)
      expect(held).toBe(times)
    }
  })

  it('that somebody else created while this one waited goes on top of it', async () => {
    const { journals, claims, files } = world()
    const hold = claims.hold.bind(claims)
    claims.hold = (orderId, waitMs, work) => {
      files.content.set(JOURNAL, JSON.stringify({ ...EMPTY, activity: [{ at: 'x' }] }))
      return hold(orderId, waitMs, work)
    }
    expect((await journals.update(ORDER, same)).activity).toEqual([{ at: 'x' }])
  })

  it('that cannot have the order, or is always behind others, is unavailable', async () => {
    const unavailable = { kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' }
    const busy = world()
    busy.claims.hold = async () => ({ held: false, since: 'then' as never })
    await expect(busy.journals.update(ORDER, same)).rejects.toMatchObject(unavailable)
    const behind = world({ ...EMPTY })
    behind.files.save = async () => {
      throw new LostMatch()
    }
    await hurried(() =>
      expect(behind.journals.update(ORDER, same)).rejects.toMatchObject(unavailable)
    )
  })

  it('hides no other failure', async () => {
    for (const error of [new TypeError('ours'), vbase({ kind: 'forbidden' })]) {
      for (const journal of [{ ...EMPTY }, undefined]) {
        const { journals, files } = world(journal)
        const save = files.save.bind(files)
        files.save = async (path, data, ifMatch) => {
          if (path === JOURNAL) throw error
          return save(path, data, ifMatch)
        }
        await expect(journals.update(ORDER, same)).rejects.toBe(error)
      }
    }
  })
})

describe('a write that fails', () => {
  const file = { ...EMPTY, activity: [{ at: 'x' }] }

  it('is unknown where one save was not answered for, whatever comes after it', async () => {
    const { journals, files } = world(file)
    await journals.read(ORDER)
    files.save = async () => {
      // As VBase was seen to do: from now on the file is not found.
      files.hidden.add(JOURNAL)
      throw vbase()
    }
    await expect(journals.update(ORDER, same)).rejects.toMatchObject({ kind: 'unknown' })
  })

  it('is known to be none where VBase refused each save, or the file was never reached', async () => {
    const refused = world(file)
    refused.files.save = async () => {
      throw vbase({ kind: 'forbidden', status: 403 })
    }
    await expect(refused.journals.update(ORDER, same)).rejects.toMatchObject({ kind: 'forbidden' })
    const hidden = world(file)
    hidden.files.hidden.add(JOURNAL)
    await expect(hidden.journals.update(ORDER, same)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('a creation that was answered as failed', () => {
  /** Whether the claim stays to the end of its lease. */
  const keeps = async (error: Fault, readFails = false) => {
    const { journals, files, claims } = world()
    const [save, read] = [files.save.bind(files), files.read.bind(files)]
    let kept = false
    claims.keepToTheEnd = () => void (kept = true)
    files.save = async (path, data, ifMatch) => {
      if (path !== JOURNAL) return save(path, data, ifMatch)
      if (readFails)
        files.read = async (one) => {
          if (one === JOURNAL) throw vbase()
          return read(one)
        }
      throw error
    }
    await expect(journals.update(ORDER, same)).rejects.toBe(error)
    return kept
  }

  it.each([
    [undefined, true],
    [408, true],
    [502, true],
    [504, true],
    [500, false],
    [403, false],
  ])('with status %p may yet arrive: %p', async (status, late) => {
    expect(await keeps(vbase({ status, kind: 'forbidden' }))).toBe(late)
    expect(await keeps(vbase({ status, kind: 'forbidden' }), true)).toBe(late)
  })

  it('is taken for done where the file is there', async () => {
    const { journals, files } = world()
    const save = files.save.bind(files)
    files.save = async (path, data, ifMatch) => {
      if (path === JOURNAL && ifMatch === null) {
        await save(path, data, ifMatch)
        throw vbase({ kind: 'forbidden' })
      }
      return save(path, data, ifMatch)
    }
    expect(await journals.update(ORDER, same)).toMatchObject(EMPTY)
  })
})

describe('entries beside a journal', () => {
  it('are tried four times under one name, and not where VBase refuses them', async () => {
    const entry = { at: '2026-03-01T12:00:00Z', operation: 'NOTIFY_INVOICE' } as never
    for (const [failures, error, tries, told] of [
      [3, vbase(), 4, 1],
      [4, vbase(), 4, 0],
      [1, vbase({ kind: 'forbidden' }), 1, 0],
    ] as const) {
      const { journals, files } = world()
      const save = files.save.bind(files)
      const paths: string[] = []
      files.save = async (path, data, ifMatch) => {
        paths.push(path)
        if (paths.length <= failures) throw error
        return save(path, data, ifMatch)
      }
      const telling = journals.tellBeside(ORDER, entry).catch((failure: unknown) => failure)
      expect(await telling).toBe(told ? undefined : error)
      expect([paths.length, new Set(paths).size]).toEqual([tries, 1])
      expect(await journals.toldBeside(ORDER)).toHaveLength(told)
    }
  })

  it('are read sixteen at a time, and what is none is passed over', async () => {
    const { journals, files } = world()
    const entry = { at: '2026-03-01T12:00:00Z', operation: 'NOTIFY_INVOICE' }
    for (let index = 0; index < 40; index++)
      files.content.set(`told/${ORDER}/${index}.json`, JSON.stringify({ ...entry, index }))
    for (const [index, none] of [null, 'x', [], { at: 'x' }, { operation: 'x' }].entries())
      files.content.set(`told/${ORDER}/none-${index}.json`, JSON.stringify(none))
    files.hidden.add(`told/${ORDER}/0.json`)
    const running = countReads(files)
    expect(await journals.toldBeside(ORDER)).toHaveLength(39)
    expect(running.most).toBe(16)
  })
})

describe('a save on the newest content', () => {
  const files = () => {
    const memory = new MemoryFiles()
    memory.content.set('f', '1')
    return memory
  }

  it('is tried eight times where others are first or VBase does not answer', async () => {
    for (const error of [new LostMatch(), vbase()]) {
      const memory = files()
      let tries = 0
      memory.save = async () => {
        tries += 1
        throw error
      }
      const waits = await hurried(() =>
        expect(saveOnNewest(memory, 'f', () => 2)).rejects.toBe(error)
      )
      expect([tries, memory.reads]).toEqual([8, 8])
      // Never long: the caller's own budget of time goes on.
      expect(waits).toHaveLength(7)
      expect(Math.max(...waits)).toBeLessThanOrEqual(400)
      expect(waits[0]).toBeLessThanOrEqual(60)
    }
  })

  it('takes what is known for the newest at first alone', async () => {
    const memory = files()
    const seen: unknown[] = []
    const decide = (data: unknown) => (seen.push(data), 2)
    const known = { data: 'old', etag: 'old' }
    expect(await saveOnNewest(memory, 'f', decide, known)).toEqual({ state: 'saved', file: null })
    expect(seen).toEqual(['old', 1])
  })

  it('says what the file is, where nothing is left to do or VBase names the content', async () => {
    const memory = new MemoryFiles(undefined, true)
    memory.content.set('f', '1')
    const { state, file } = await saveOnNewest(memory, 'f', () => null)
    expect([state, file]).toEqual(['nothing to do', await memory.read('f')])
    const saved = await saveOnNewest(memory, 'f', () => 2)
    expect(saved).toEqual({ state: 'saved', file: await memory.read('f') })
    expect(await saveOnNewest(memory, 'none', () => 2)).toEqual({ state: 'missing', file: null })
  })
})

describe('the index of numbers', () => {
  const seen = (files: MemoryFiles, remembered = new Set<string>()) => ({
    remembered,
    index: new NumberIndex(files, 'a/master', remembered),
  })

  it('keeps the last fifty orders under one number, each once, and no number without signs', async () => {
    const files = new MemoryFiles()
    const { index } = seen(files)
    for (let order = 0; order < 60; order++) await index.see(`o-${order}`, ['1', ' 1 ', '', '  '])
    const found = await index.find('1')
    expect(found).toHaveLength(50)
    expect([found[0], found[49]]).toEqual(['o-10', 'o-59'])
    expect(files.content.size).toBe(1)
  })

  it('reads four numbers at a time', async () => {
    const files = new MemoryFiles()
    const numbers = Array.from({ length: 10 }, (_, index) => `n-${index}`)
    for (const number of numbers)
      files.content.set(`numbers/${pathSegment(number.toUpperCase())}.json`, '{"orders":[]}')
    const running = countReads(files)
    await seen(files).index.see('o', numbers)
    expect(running.most).toBe(4)
    expect(files.reads).toBe(10)
  })

  it('asks again for the first two orders of a request, and trusts what it remembers after them', async () => {
    const files = new MemoryFiles()
    const { remembered } = seen(files)
    const look = async (orders: readonly string[]) => {
      const { index } = seen(files, remembered)
      const before = files.reads
      for (const order of orders) await index.see(order, ['7'])
      return files.reads - before
    }
    await look(['a', 'b', 'c'])
    expect([await look(['a']), await look(['a', 'b']), await look(['a', 'b', 'c'])]).toEqual([
      1, 2, 2,
    ])
  })

  it('forgets what it remembers before that grows without end', async () => {
    const remembered = new Set(Array.from({ length: 19_999 }, (_, index) => String(index)))
    const { index } = seen(new MemoryFiles(), remembered)
    await index.see('o', ['1'])
    expect(remembered.size).toBe(20_000)
    await index.see('o', ['2'])
    expect(remembered.size).toBe(1)
  })

  it('finds nobody in a file that holds something else', async () => {
    const files = new MemoryFiles()
    const path = `numbers/${pathSegment('A1')}.json`
    for (const [data, found] of [
      [null, []],
      [{}, []],
      [{ orders: 'x' }, []],
      [{ orders: ['o', 7, null] }, ['o']],
    ] as const) {
      files.content.set(path, JSON.stringify(data))
      expect(await seen(files).index.find('a1')).toEqual(found)
    }
    // The file is named by the number in upper case, and stays so.
    expect(path).toBe('numbers/A1.json')
  })
})

describe('the register of documents', () => {
  it('writes nothing where the document is registered, and reads only what is an order', async () => {
    const files = new MemoryFiles()
    const documents = new DocumentStore(files)
    await documents.register('abc', 'o-1')
    const before = [files.saves, files.reads]
    await documents.register('abc', 'o-2')
    expect([files.saves, files.reads]).toEqual([before[0]!, before[1]! + 1])
    files.content.set('documents/abc.json', '{"orderId":7}')
    expect(await documents.orderOf('abc')).toBeNull()
    files.content.set('documents/abc.json', 'null')
    expect(await documents.orderOf('abc')).toBeNull()
  })

  it('is not written over where the second read finds what the first did not', async () => {
    const files = new MemoryFiles()
    files.content.set('documents/abc.json', '{"orderId":"o-1"}')
    files.list = async () => []
    const read = files.read.bind(files)
    let reads = 0
    files.read = async (path) => (reads++ === 0 ? null : read(path))
    await new DocumentStore(files).register('abc', 'o-2')
    expect(files.content.get('documents/abc.json')).toBe('{"orderId":"o-1"}')
  })
})

describe('a name in a path', () => {
  it.each(['a', 'A-1_b', '-', 'x'.repeat(120)])('stays where it is plain: %s', (text) =>
    expect(pathSegment(text)).toBe(text)
  )

  it.each(['_a', 'a b', 'a/b', 'a.b', 'ä', '', 'a\n', 'x'.repeat(121), 'ä'.repeat(121), '\ud800'])(
    'is written in other signs where it is not: %j',
    (text) => {
      expect(pathSegment(text)).toMatch(/^_/)
      expect(pathSegment(text).startsWith('_-')).toBe(text.length > 120 || text === '\ud800')
      expect(pathSegment(text).length).toBeLessThan(200)
    }
  )
})
