import fc from 'fast-check'
import { instantAt } from '../../domain/values/instant'
import type { ActivityEntry, Journal } from '../../usecases/ports'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { ClaimsStore, LEASE_MS, SKEW_MS } from './claims'
import { SHARDS } from './claimShards'
import { JournalStore } from './journals'

const ORDER = 'SLR-1234567890123-01'
const JOURNAL = `orders/${ORDER}.json`

function entry(summary: string): ActivityEntry {
  return {
    at: instantAt(Date.parse('2026-03-01T12:00:00Z')),
    actor: 'ana@example.com',
    operation: 'NOTIFY_INVOICE',
    invoiceNumber: '1',
    outcome: 'APPLIED',
    receipt: null,
    summary,
  }
}
const adding = (summary: string) => (journal: Journal) => ({
  ...journal,
  activity: [...journal.activity, entry(summary)],
})
const summaries = (journal: Journal) => journal.activity.map(({ summary }) => summary)

function storesOn(files: MemoryFiles, name = 'id', clock = new FakeClock()) {
  const log = new RecordingLog()
  const newId = countingIds(name)
  const claims = new ClaimsStore({ files, clock, log, newId })
  return { clock, claims, journals: new JournalStore({ files, claims, newId }) }
}

function seeded(files: MemoryFiles): MemoryFiles {
  for (let shard = 0; shard < SHARDS; shard++) {
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  }
  return files
}

describe('the journal of an order', () => {
  it('is empty where nothing was done', async () => {
    const { journals } = storesOn(seeded(new MemoryFiles()))
    expect(await journals.read(ORDER)).toMatchObject({ intents: [], invoices: [], activity: [] })
  })

  it('keeps what another version of the app wrote into it', async () => {
    const files = seeded(new MemoryFiles())
    files.content.set(JOURNAL, JSON.stringify({ intents: [], later: ['kept'] }))
    const { journals } = storesOn(files)
    await journals.update(ORDER, adding('new'))
    expect(JSON.parse(files.content.get(JOURNAL)!)).toMatchObject({ later: ['kept'] })
  })

  it.each([
    '"{\\"intents\\":[{\\"id\\""',
    '""',
    '[]',
    'null',
    '7',
    '{"intents":"none"}',
    '{"tracking":{}}',
  ])(
    'is never taken for empty where it is not readable, and not written over: %s',
    async (text) => {
      const files = seeded(new MemoryFiles())
      files.content.set(JOURNAL, text)
      const { journals, claims } = storesOn(files)
      const unreadable = { kind: 'unreadable', upstream: 'VBASE' }
      await expect(journals.read(ORDER)).rejects.toMatchObject(unreadable)
      await expect(journals.update(ORDER, adding('new'))).rejects.toMatchObject(unreadable)
      await claims.hold(ORDER, 0, async () => {
        await expect(journals.read(ORDER)).rejects.toMatchObject(unreadable)
        await expect(journals.update(ORDER, adding('new'))).rejects.toMatchObject(unreadable)
      })
      expect(files.content.get(JOURNAL)).toBe(text)
    }
  )

  it('applies a change once, although its save committed and was answered as failed', async () => {
    const files = seeded(new MemoryFiles())
    const { journals } = storesOn(files)
    await journals.update(ORDER, adding('first'))
    files.failures.push('after')
    const after = await journals.update(ORDER, adding('second'))
    expect(summaries(after)).toEqual(['first', 'second'])
    expect(summaries(await journals.read(ORDER))).toEqual(['first', 'second'])
  })

  it('is created while the order is held, without claiming it again', async () => {
    const files = seeded(new MemoryFiles())
    const { journals, claims } = storesOn(files)
    const savesBefore = files.saves
    const result = await claims.hold(ORDER, 0, async () => {
      const held = files.saves
      await journals.update(ORDER, adding('inside'))
      return files.saves - held
    })
    // The constant, and the change over it.
    expect(result).toEqual({ held: true, value: 2 })
    expect(files.saves - savesBefore).toBe(4)
  })

  it('is not created over one that VBase hides, and what was decided without it is not written', async () => {
    const files = seeded(new MemoryFiles())
    const { journals, claims } = storesOn(files)
    await journals.update(ORDER, adding('kept'))
    await claims.hold(ORDER, 0, async () => {
      files.hidden.add(JOURNAL)
      const nothing = await journals.read(ORDER)
      await expect(journals.updateDecided(ORDER, nothing, adding('lost'))).rejects.toMatchObject({
        kind: 'unavailable',
        upstream: 'VBASE',
      })
      // Found by the second read: then there is more to decide on.
      files.hidden.clear()
      expect(await journals.updateDecided(ORDER, nothing, adding('lost'))).toBeNull()
    })
    expect(summaries(await journals.read(ORDER))).toEqual(['kept'])
  })

  it('whose creation is given up and arrives late empties none of the next holder', async () => {
    const files = seeded(new MemoryFiles())
    const first = storesOn(files, 'first')
    const next = storesOn(files, 'next', first.clock)
    await first.claims.hold(ORDER, 0, async () => {
      files.failures.push('late')
      await expect(first.journals.update(ORDER, adding('first'))).rejects.toMatchObject({
        upstream: 'VBASE',
      })
    })
    const held = await next.claims.hold(ORDER, 10_000, async () => undefined)
    expect(held.held).toBe(false)
    files.landLate()
    first.clock.advance(LEASE_MS)
    await next.claims.hold(ORDER, 0, () => next.journals.update(ORDER, adding('next')))
    files.landLate()
    expect(summaries(await next.journals.read(ORDER))).toEqual(['next'])
  })

  it('whose creation was answered as failed makes nobody wait', async () => {
    const files = seeded(new MemoryFiles())
    const { journals, claims } = storesOn(files)
    await claims.hold(ORDER, 0, async () => {
      files.failures.push('before')
      await expect(journals.update(ORDER, adding('first'))).rejects.toMatchObject({ status: 500 })
    })
    expect(await claims.hold(ORDER, 0, async () => 'next')).toEqual({ held: true, value: 'next' })
  })

  it('is created once, although the save that made it committed and was answered as failed', async () => {
    const files = seeded(new MemoryFiles())
    const { journals, claims } = storesOn(files)
    await claims.hold(ORDER, 0, async () => {
      files.failures.push('after')
      expect(summaries(await journals.update(ORDER, adding('first')))).toEqual(['first'])
    })
    expect(summaries(await journals.read(ORDER))).toEqual(['first'])
  })

  it('is not created over that of the next holder, once the lease is over', async () => {
    const files = seeded(new MemoryFiles())
    const slow = storesOn(files, 'slow')
    const next = storesOn(files, 'next', slow.clock)
    await slow.claims.hold(ORDER, 0, async () => {
      await slow.journals.read(ORDER)
      slow.clock.advance(LEASE_MS + SKEW_MS + 1)
      await next.claims.hold(ORDER, 0, () => next.journals.update(ORDER, adding('next')))
      await slow.journals.update(ORDER, adding('slow'))
    })
    expect(summaries(await next.journals.read(ORDER))).toEqual(['next', 'slow'])
  })

  it.each([
    // One of them makes sure that there is no journal yet.
    [true, 2],
    [false, 5],
  ])('costs as few reads as it can (VBase names the ETag of a save: %s)', async (names, reads) => {
    const files = seeded(new MemoryFiles(undefined, names))
    const { journals, claims } = storesOn(files)
    await claims.hold(ORDER, 0, async () => {
      const before = files.reads
      await journals.read(ORDER)
      for (const summary of ['a', 'b', 'c']) await journals.update(ORDER, adding(summary))
      expect(files.reads - before).toBe(reads)
    })
    expect(summaries(await journals.read(ORDER))).toEqual(['a', 'b', 'c'])
  })

  it('that cannot be created is said to be so: nothing may be sent without it', async () => {
    const files = seeded(new MemoryFiles())
    const { journals, claims } = storesOn(files)
    await claims.hold(ORDER, 0, async () => {
      files.failures.push('before')
      await expect(journals.update(ORDER, adding('first'))).rejects.toMatchObject({
        kind: 'unavailable',
        upstream: 'VBASE',
      })
    })
  })

  it('says that VBase is unavailable where saving never succeeds', async () => {
    const files = seeded(new MemoryFiles())
    const { journals } = storesOn(files)
    await journals.update(ORDER, adding('first'))
    files.failures.push(...Array<'before'>(20).fill('before'))
    // Nobody was told that the last of them did not arrive.
    await expect(journals.update(ORDER, adding('second'))).rejects.toMatchObject({
      kind: 'unknown',
      upstream: 'VBASE',
    })
  })

  it('is written only by one of those who decided on the same reading of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.boolean(),
        fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 2 }),
        async (s, namesEtags, failures) => {
          const files = seeded(
            new MemoryFiles((label) => s.schedule(Promise.resolve(), label), namesEtags)
          )
          files.content.set(JOURNAL, '{}')
          files.failures.push(...failures)
          const decided = ['a', 'b', 'c'].map(async (name) => {
            const { journals } = storesOn(files, name)
            const seen = await journals.read(ORDER)
            const written = await journals.updateDecided(ORDER, seen, adding(name))
            return written && summaries(written)
          })
          const ended = await s.waitFor(Promise.all(decided))
          const stored = summaries(JSON.parse(files.content.get(JOURNAL)!) as Journal)
          // Each on what it had read: what is there came one after the other, none on an older reading.
          for (const [index, name] of ['a', 'b', 'c'].entries())
            expect(stored.includes(name)).toBe(ended[index] !== null)
          expect(ended.filter((one) => one !== null)).toHaveLength(stored.length)
          expect(stored.length).toBeGreaterThan(0)
        }
      ),
      { numRuns: 30, seed: 20261128 }
    )
  })

  it('that was written since it was read is not written by whoever decided on that reading', async () => {
    const files = seeded(new MemoryFiles())
    files.content.set(JOURNAL, '{}')
    const [mine, other] = [storesOn(files, 'mine'), storesOn(files, 'other')]
    await mine.claims.hold(ORDER, 0, async () => {
      const nothing = await mine.journals.read(ORDER)
      await other.journals.update(ORDER, adding('other'))
      expect(await mine.journals.updateDecided(ORDER, nothing, adding('mine'))).toBeNull()
      const newest = await mine.journals.read(ORDER)
      const written = await mine.journals.updateDecided(ORDER, newest, adding('mine'))
      expect(written && summaries(written)).toEqual(['other', 'mine'])
    })
  })

  it('loses and doubles no change under any interleaving of replicas', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 2 }),
        async (s, existsAlready, namesEtags, failures) => {
          const files = seeded(
            new MemoryFiles((label) => s.schedule(Promise.resolve(), label), namesEtags)
          )
          if (existsAlready) files.content.set(JOURNAL, '{}')
          files.failures.push(...failures)
          const names = ['a', 'b', 'c']
          const updates = names.map(async (name) => {
            const { journals } = storesOn(files, name)
            await journals.update(ORDER, adding(name))
            await journals.update(ORDER, adding(`${name} again`))
          })
          const ended = await s.waitFor(Promise.allSettled(updates))
          const done = names.filter((_, index) => ended[index].status === 'fulfilled')
          const stored = summaries(JSON.parse(files.content.get(JOURNAL)!) as Journal)
          expect(new Set(stored).size).toBe(stored.length)
          expect(stored).toEqual(
            expect.arrayContaining(done.flatMap((name) => [name, `${name} again`]))
          )
        }
      ),
      { numRuns: 40, seed: 20261124 }
    )
  })
})

describe('an entry that the journal cannot take', () => {
  const beside = { ...entry('refused'), id: 'r-1' }

  it('is told beside it, by whichever replica is asked, and touches nothing else', async () => {
    const files = seeded(new MemoryFiles())
    await storesOn(files, 'a').journals.update(ORDER, adding('kept'))
    const before = files.content.get(JOURNAL)
    await storesOn(files, 'b').journals.tellBeside(ORDER, beside)
    await storesOn(files, 'c').journals.tellBeside(ORDER, { ...beside, id: 'r-2' })
    const told = await storesOn(files, 'd').journals.toldBeside(ORDER)
    expect(told.map(({ id }) => id).sort()).toEqual(['r-1', 'r-2'])
    expect(files.content.get(JOURNAL)).toBe(before)
  })

  it('is one of its own order, also beside a file that is damaged', async () => {
    const files = seeded(new MemoryFiles())
    const { journals } = storesOn(files)
    await journals.tellBeside(ORDER, beside)
    files.content.set(`told/${ORDER}/damaged.json`, '"text"')
    files.content.set(`told/${ORDER}/empty.json`, '{}')
    expect(await journals.toldBeside(ORDER)).toEqual([beside])
    expect(await journals.toldBeside(`${ORDER}9`)).toEqual([])
    expect(await journals.toldBeside(ORDER.slice(0, -1))).toEqual([])
  })
})
