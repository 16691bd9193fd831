import fc from 'fast-check'
import { Fault } from '../../domain/problem/fault'
import type { HeldClaim } from '../../usecases/ports'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { SEED_SETTLES_MS, SHARDS, shardPath } from './claimShards'
import { ClaimsStore, LEASE_MS, SKEW_MS } from './claims'

const ORDER = '1234567890123-01'
const NEVER = 1_000_000_000

function seeded(files: MemoryFiles): MemoryFiles {
  for (let shard = 0; shard < SHARDS; shard++) {
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  }
  return files
}

function storeOn(files: MemoryFiles, clock = new FakeClock(), name = 'writer') {
  const log = new RecordingLog()
  return { claims: new ClaimsStore({ files, clock, log, newId: countingIds(name) }), clock, log }
}

describe('claims under any interleaving', () => {
  interface World {
    readonly startEmpty: boolean
    readonly failures: readonly ('before' | 'after')[]
    readonly seedsSettle: boolean
  }

  async function race(s: fc.Scheduler, world: World): Promise<number> {
    const files = new MemoryFiles((label) => s.schedule(Promise.resolve(), label))
    if (!world.startEmpty) seeded(files)
    files.failures.push(...world.failures)
    // Frozen: a lease that runs out is another test.
    const time = new FakeClock().now()
    const clock = {
      now: () => time,
      sleep: async (ms: number) => {
        if (ms >= SEED_SETTLES_MS && world.seedsSettle) await files.settled()
        await s.schedule(Promise.resolve(), `sleep ${ms}`)
      },
    }
    let inside = 0
    let most = 0
    const writers = ['a', 'b', 'c'].map(async (name) => {
      const log = new RecordingLog()
      const claims = new ClaimsStore({ files, clock, log, newId: countingIds(name) })
      const result = await claims.hold(ORDER, NEVER, async (claim) => {
        const sure = await claim.confirm()
        if (sure) most = Math.max(most, ++inside)
        await s.schedule(Promise.resolve(), `work of ${name}`)
        if (sure) inside--
      })
      return result.held
    })
    const ended = await s.waitFor(Promise.allSettled(writers))
    const unheld = ended.filter((end) => end.status === 'fulfilled' && !end.value)
    if (unheld.length > 0) throw new Error('a writer gave up although it waits for ever')
    return most
  }

  it('lets one writer in at a time, saves that fail before or after they committed included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 3 }),
        async (s, failures) => {
          const most = await race(s, { startEmpty: false, failures, seedsSettle: true })
          expect(most).toBeLessThanOrEqual(1)
        }
      ),
      { numRuns: 60, seed: 20261124 }
    )
  })

  it('lets one writer in at a time when all of them find no shard and seed it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const most = await race(s, { startEmpty: true, failures: [], seedsSettle: true })
        expect(most).toBe(1)
      }),
      { numRuns: 15, seed: 20261124 }
    )
  })
})

describe('a claim', () => {
  it('is recognised when the save that made it was answered as failed', async () => {
    const files = seeded(new MemoryFiles())
    files.failures.push('after')
    const { claims } = storeOn(files)
    await expect(claims.hold(ORDER, 0, async () => 'done')).resolves.toEqual({
      held: true,
      value: 'done',
    })
    expect(files.content.get(shardPath(ORDER))).toBe('{"claims":{}}')
  })

  it('makes another writer wait, then say since when', async () => {
    const files = seeded(new MemoryFiles())
    const first = storeOn(files)
    const other = storeOn(files, first.clock, 'other')
    const since = new Date(first.clock.now()).toISOString()
    await first.claims.hold(ORDER, 0, async () => {
      await expect(other.claims.hold(ORDER, 2_000, async () => 'never')).resolves.toEqual({
        held: false,
        since,
      })
    })
    await expect(other.claims.hold(ORDER, 0, async () => 'now')).resolves.toMatchObject({
      held: true,
    })
  })

  it('does not stand in the way of another order in the same shard', async () => {
    const files = seeded(new MemoryFiles())
    const neighbour = Array.from({ length: 1000 }, (_, n) => `order-${n}`).find(
      (id) => shardPath(id) === shardPath(ORDER)
    )!
    const { claims } = storeOn(files)
    await claims.hold(ORDER, 0, async () => {
      const both = await claims.hold(neighbour, 0, async () =>
        JSON.parse(files.content.get(shardPath(ORDER))!)
      )
      expect(Object.keys(both.held ? both.value.claims : {}).sort()).toEqual(
        [ORDER, neighbour].sort()
      )
    })
    expect(JSON.parse(files.content.get(shardPath(ORDER))!)).toEqual({ claims: {} })
  })

  it('ends with its lease, and its holder notices before it sends', async () => {
    const files = seeded(new MemoryFiles())
    const { claims, clock } = storeOn(files)
    const other = storeOn(files, clock, 'other')
    await claims.hold(ORDER, 0, async (slow: HeldClaim) => {
      expect(await slow.confirm()).toBe(true)
      clock.advance(LEASE_MS + SKEW_MS + 1)
      const taken = await other.claims.hold(ORDER, 0, async (claim) => {
        expect(await slow.confirm()).toBe(false)
        return claim.confirm()
      })
      expect(taken).toEqual({ held: true, value: true })
    })
  })

  it('is renewed where what is left would not outlast a write', async () => {
    const files = seeded(new MemoryFiles())
    const { claims, clock } = storeOn(files)
    const until = () =>
      JSON.parse(files.content.get(shardPath(ORDER))!).claims[ORDER].until as number
    await claims.hold(ORDER, 0, async (claim) => {
      clock.advance(LEASE_MS - 20_000)
      expect(await claim.confirm()).toBe(true)
      expect(until() - clock.now()).toBe(LEASE_MS)
    })
  })

  it.each([
    [true, 2],
    [false, 2],
  ])(
    'is taken, confirmed and given back with few reads (ETags named: %s)',
    async (names, reads) => {
      const files = seeded(new MemoryFiles(undefined, names))
      const { claims } = storeOn(files)
      await claims.hold(ORDER, 0, (claim) => claim.confirm())
      expect([files.reads, files.saves]).toEqual([reads, 2])
      expect(files.content.get(shardPath(ORDER))).toBe('{"claims":{}}')
    }
  )

  it('is given back although the shard has changed since it was last read', async () => {
    const files = seeded(new MemoryFiles(undefined, true))
    const neighbour = Array.from({ length: 1000 }, (_, n) => `order-${n}`).find(
      (id) => shardPath(id) === shardPath(ORDER)
    )!
    const { claims, clock } = storeOn(files)
    const other = storeOn(files, clock, 'other')
    await other.claims.hold(neighbour, 0, () => claims.hold(ORDER, 0, (claim) => claim.confirm()))
    await claims.hold(ORDER, 0, () => other.claims.hold(neighbour, 0, async () => undefined))
    expect(files.content.get(shardPath(ORDER))).toBe('{"claims":{}}')
  })

  it('is not held any more once it was given back, whatever is still reading it', async () => {
    const files = seeded(new MemoryFiles())
    const { claims } = storeOn(files)
    let confirming: Promise<boolean> | undefined
    await expect(
      claims.hold(ORDER, 0, async (claim) => {
        confirming = claim.confirm()
        throw new Error('work')
      })
    ).rejects.toThrow('work')
    await confirming
    expect(claims.holderOf(ORDER)).toBeNull()
  })

  it('is given back when the work fails', async () => {
    const files = seeded(new MemoryFiles())
    const { claims } = storeOn(files)
    await expect(
      claims.hold(ORDER, 0, async () => {
        throw new Error('work')
      })
    ).rejects.toThrow('work')
    expect(files.content.get(shardPath(ORDER))).toBe('{"claims":{}}')
  })

  it('is given back however many others write the shard meanwhile', async () => {
    const files = seeded(new MemoryFiles())
    const { claims, log } = storeOn(files)
    const save = files.save.bind(files)
    let others = 0
    await claims.hold(ORDER, 0, async () => {
      files.save = (path, data, ifMatch) => {
        // Somebody else was first, twenty times over.
        if (others++ < 20) {
          const shard = JSON.parse(files.content.get(path)!) as { claims: object }
          const claim = { owner: `other-${others}`, since: 0, until: NEVER * 10_000 }
          files.content.set(
            path,
            JSON.stringify({ claims: { ...shard.claims, [`order-${others}`]: claim } })
          )
        }
        return save(path, data, ifMatch)
      }
    })
    const left = JSON.parse(files.content.get(shardPath(ORDER))!) as { claims: object }
    expect(Object.keys(left.claims)).toHaveLength(20)
    expect(left.claims).not.toHaveProperty([ORDER])
    expect(log.warnings).toEqual([])
  })

  it('that cannot be given back spoils no answer, and is told', async () => {
    const files = seeded(new MemoryFiles())
    const { claims, log } = storeOn(files)
    const result = await claims.hold(ORDER, 0, async () => {
      files.failures.push(...Array<'before'>(20).fill('before'))
      return 'sent'
    })
    expect(result).toEqual({ held: true, value: 'sent' })
    expect(log.warnings).toMatchObject([{ flow: 'Claims', orderId: ORDER }])
  })

  it('is not had while VBase is down: nothing runs', async () => {
    const files = seeded(new MemoryFiles())
    files.failures.push(...Array<'before'>(20).fill('before'))
    let ran = false
    const { claims } = storeOn(files)
    await expect(
      claims.hold(ORDER, 1_000, async () => {
        ran = true
      })
    ).rejects.toMatchObject(
      new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    )
    expect(ran).toBe(false)
  })
})

describe('seeding', () => {
  it('leaves a shard alone that VBase hides: the claims in it stay', async () => {
    const files = seeded(new MemoryFiles())
    const first = storeOn(files)
    const other = storeOn(files, first.clock, 'other')
    await first.claims.hold(ORDER, 0, async (claim) => {
      files.hidden.add(shardPath(ORDER))
      await expect(other.claims.hold(ORDER, 0, async () => 'second')).rejects.toMatchObject({
        kind: 'unavailable',
      })
      files.hidden.clear()
      expect(await claim.confirm()).toBe(true)
    })
  })

  it('seeds every shard at once and waits once', async () => {
    const files = new MemoryFiles()
    const { claims, clock } = storeOn(files)
    const before = clock.now()
    await claims.hold(ORDER, 0, async () => undefined)
    expect(clock.now() - before).toBe(SEED_SETTLES_MS)
    expect([...files.content.keys()].filter((path) => path.startsWith('claims/'))).toHaveLength(
      SHARDS
    )
    await claims.hold('another-order', 0, async () => undefined)
    expect(clock.now() - before).toBe(SEED_SETTLES_MS)
  })
})

describe('what a claim costs', () => {
  it('is one read where VBase names ETags: it is given back on what was written', async () => {
    const files = seeded(new MemoryFiles(undefined, true))
    await storeOn(files).claims.hold(ORDER, NEVER, async () => undefined)
    expect([files.reads, files.saves]).toEqual([1, 2])
  })

  it('is a pause after a save that failed', async () => {
    const files = seeded(new MemoryFiles())
    files.failures.push('before')
    const { claims, clock } = storeOn(files)
    const before = clock.now()
    let waited = 0
    await claims.hold(ORDER, NEVER, async () => {
      waited = clock.now() - before
    })
    expect(waited).toBeGreaterThanOrEqual(50)
    expect(waited).toBeLessThan(200)
  })
})
