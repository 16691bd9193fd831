import fc from 'fast-check'
import { LONGEST_WRITE_MS } from '../../domain/journal/waiting'
import { Fault } from '../../domain/problem/fault'
import { LostMatch } from '../clients/fileStore'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { claimsIn, readShard, SEED_SETTLES_MS, SHARDS, shardPath } from './claimShards'
import { ClaimsStore, LEASE_MS, SKEW_MS } from './claims'

const ORDER = '1234567890123-01'
const PATH = shardPath(ORDER)
/** Longest wait for others of the shard, beyond that of the call. */
const CROWD_MS = 5_000

const vbase = (changes: { kind?: 'unavailable' | 'forbidden'; isOutOfTime?: boolean } = {}) =>
  new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Read', ...changes })

function world(claims: object = {}) {
  const files = new MemoryFiles()
  for (let shard = 0; shard < SHARDS; shard++)
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  files.content.set(PATH, JSON.stringify({ claims }))
  const clock = new FakeClock()
  const log = new RecordingLog()
  const store = new ClaimsStore({ files, clock, log, newId: countingIds('own') })
  const stored = () =>
    (JSON.parse(files.content.get(PATH)!) as { claims: Record<string, { until: number }> }).claims
  return { files, clock, log, store, stored }
}
const NOW = new FakeClock().now()
const another = (until: number) => ({ owner: 'other', since: NOW - 1_000, until })

describe('a lease', () => {
  it('of another is over only after it ended, by the difference of two clocks', async () => {
    const isHad = async (until: number) => {
      const { store } = world({ [ORDER]: another(until) })
      return (await store.hold(ORDER, 0, async () => undefined)).held
    }
    expect(await isHad(NOW)).toBe(false)
    expect(await isHad(NOW - SKEW_MS)).toBe(false)
    expect(await isHad(NOW - SKEW_MS - 1)).toBe(true)
  })

  it('that is over is taken out of the shard by whoever writes it, and no other is', async () => {
    const { store, stored } = world({ over: another(NOW - SKEW_MS - 1), stands: another(NOW) })
    const during = await store.hold(ORDER, 0, async () => Object.keys(stored()).sort())
    expect(during).toEqual({ held: true, value: [ORDER, 'stands'].sort() })
    expect(Object.keys(stored())).toEqual(['stands'])
  })

  it('lasts for a write and what is read before it', async () => {
    const { store, stored, clock } = world()
    await store.hold(ORDER, 0, async () => {
      expect(stored()[ORDER]!.until).toBe(clock.now() + LEASE_MS)
    })
    expect(LEASE_MS).toBeGreaterThanOrEqual(LONGEST_WRITE_MS + 25_000)
  })

  it('is waited for until the deadline, and told by since when it is held', async () => {
    const { store, clock } = world({ [ORDER]: another(NOW + 60_000) })
    const before = clock.now()
    const result = await store.hold(ORDER, 2_000, async () => undefined)
    expect(result).toEqual({ held: false, since: new Date(NOW - 1_000).toISOString() })
    expect(clock.now() - before).toBeGreaterThanOrEqual(2_000)
    expect(clock.now() - before).toBeLessThan(2_200)
  })

  it('is not waited for at all where the deadline is now', async () => {
    const { store, clock } = world({ [ORDER]: another(NOW + 60_000) })
    await store.hold(ORDER, 0, async () => undefined)
    expect(clock.now()).toBe(NOW)
  })
})

describe('the holder of an order', () => {
  it('is the one of this request, while enough of the lease is left for a save', async () => {
    const { store, clock } = world()
    expect(store.holderOf(ORDER)).toBeNull()
    await store.hold(ORDER, 0, async () => {
      expect(store.holderOf(ORDER)).toBe('own-1')
      clock.advance(LEASE_MS - 5_001)
      expect(store.holderOf(ORDER)).toBe('own-1')
      clock.advance(1)
      expect(store.holderOf(ORDER)).toBeNull()
    })
    expect(store.holderOf(ORDER)).toBeNull()
  })

  it('may keep it to the end of its lease, where it holds it', async () => {
    const { store, stored } = world()
    store.keepToTheEnd(ORDER)
    await store.hold(ORDER, 0, async () => undefined)
    expect(stored()).toEqual({})
    await store.hold(ORDER, 0, async () => store.keepToTheEnd(ORDER))
    expect(Object.keys(stored())).toEqual([ORDER])
  })
})

describe('claiming', () => {
  it('tries again while others of the shard are first, and gives up a while after its deadline', async () => {
    const { store, files, clock } = world()
    files.save = async () => {
      throw new LostMatch()
    }
    const before = clock.now()
    const unavailable = { kind: 'unavailable', upstream: 'VBASE', operation: 'Claim' }
    await expect(store.hold(ORDER, 1_000, async () => 'x')).rejects.toMatchObject(unavailable)
    const took = clock.now() - before
    expect(took).toBeGreaterThanOrEqual(1_000 + CROWD_MS)
    expect(took).toBeLessThan(1_000 + CROWD_MS + 40)
  })

  it.each([
    [3, true],
    [4, false],
  ])('after %i failures of VBase in a row: had %p', async (failures, had) => {
    const { store, files } = world()
    files.failures.push(...Array<'before'>(failures).fill('before'))
    const held = store.hold(ORDER, 0, async () => 'held').then(({ held }) => held)
    if (had) expect(await held).toBe(true)
    else await expect(held).rejects.toMatchObject({ operation: 'Save' })
  })

  it('ends at once where VBase refuses, or the request is out of time', async () => {
    for (const fault of [vbase({ kind: 'forbidden' }), vbase({ isOutOfTime: true })]) {
      const { store, files, clock } = world()
      files.read = async () => {
        throw fault
      }
      await expect(store.hold(ORDER, 1_000, async () => 'x')).rejects.toBe(fault)
      expect(clock.now()).toBe(NOW)
    }
  })

  it('does not keep two of one process in step: each waits its own time', async () => {
    const waits = async (owner: string) => {
      const { files, log } = world({ [ORDER]: another(NOW + 60_000) })
      const slept: number[] = []
      const clock = new FakeClock()
      const sleep = clock.sleep.bind(clock)
      clock.sleep = (ms) => {
        slept.push(ms)
        return sleep(ms)
      }
      const store = new ClaimsStore({ files, clock, log, newId: () => owner })
      await store.hold(ORDER, 5_000, async () => undefined)
      return slept
    }
    const slept = await waits('b9a7-owner')
    for (const wait of slept) {
      expect(wait).toBeGreaterThanOrEqual(60)
      expect(wait).toBeLessThan(200)
      expect(Number.isInteger(wait)).toBe(true)
    }
    expect(new Set(slept).size).toBeGreaterThan(slept.length / 2)
    expect(await waits('b9a7-other')).not.toEqual(slept)
  })
})

describe('confirming', () => {
  const confirmed = async (
    spoil: (here: ReturnType<typeof world>) => void,
    here = world()
  ): Promise<boolean> => {
    const result = await here.store.hold(ORDER, 0, async (claim) => {
      spoil(here)
      return claim.confirm()
    })
    return result.held && result.value
  }
  const put = (claims: unknown) => (here: ReturnType<typeof world>) =>
    void here.files.content.set(PATH, JSON.stringify(claims))

  it('says no where the claim is gone, is another’s, or is over', async () => {
    expect(await confirmed(() => undefined)).toBe(true)
    expect(await confirmed(put({ claims: {} }))).toBe(false)
    expect(await confirmed(put({ claims: { [ORDER]: another(NOW + 60_000) } }))).toBe(false)
    expect(await confirmed(put(null))).toBe(false)
    expect(await confirmed(({ files }) => void files.content.delete(PATH))).toBe(false)
    expect(await confirmed(({ clock }) => clock.advance(LEASE_MS))).toBe(false)
    expect(await confirmed(({ clock }) => clock.advance(LEASE_MS - 1))).toBe(true)
  })

  it('renews what would not outlast a write, and nothing else', async () => {
    const left = LONGEST_WRITE_MS + 10_000
    for (const [more, renewed] of [
      [0, false],
      [-1, true],
    ] as const) {
      const here = world()
      await here.store.hold(ORDER, 0, async (claim) => {
        here.clock.advance(LEASE_MS - left - more)
        const before = here.stored()[ORDER]!.until
        expect(await claim.confirm()).toBe(true)
        expect(here.stored()[ORDER]!.until > before).toBe(renewed)
      })
    }
  })

  it.each([
    [3, true],
    [4, false],
  ])('over %i failures of VBase: %p', async (failures, sure) => {
    let left = failures
    const spoil = ({ files }: ReturnType<typeof world>) => {
      const read = files.read.bind(files)
      files.read = async (path) => {
        if (left-- > 0) throw vbase()
        return read(path)
      }
    }
    expect(await confirmed(spoil)).toBe(sure)
  })

  it('says no at once where the request is out of time', async () => {
    const spoil = ({ files }: ReturnType<typeof world>) => {
      const read = files.read.bind(files)
      files.read = async () => {
        files.read = read
        throw vbase({ isOutOfTime: true })
      }
    }
    expect(await confirmed(spoil)).toBe(false)
  })

  it('counts no save of others as a failure', async () => {
    let lost = 10
    const spoil = ({ files, clock }: ReturnType<typeof world>) => {
      clock.advance(LEASE_MS - 20_000)
      const save = files.save.bind(files)
      files.save = (path, data, ifMatch) => {
        if (lost-- > 0) return Promise.reject(new LostMatch())
        return save(path, data, ifMatch)
      }
    }
    expect(await confirmed(spoil)).toBe(true)
  })

  it('hides no mistake of ours', async () => {
    const here = world()
    const spoil = () => {
      here.files.read = async () => {
        here.files.read = MemoryFiles.prototype.read
        throw new TypeError('ours')
      }
    }
    await expect(confirmed(spoil, here)).rejects.toThrow('ours')
  })
})

describe('giving back', () => {
  const spoiled = async (error: () => Error, here = world()) => {
    let tries = 0
    await here.store.hold(ORDER, 0, async () => {
      here.files.read = async () => {
        tries += 1
        throw error()
      }
    })
    return { tries, ...here }
  }

  it('is tried eight times over failures, then left to the lease and told', async () => {
    const { tries, log } = await spoiled(vbase)
    expect(tries).toBe(8)
    expect(log.warnings).toEqual([
      { flow: 'Claims', orderId: ORDER, detail: 'claim not released: it ends with its lease' },
    ])
  })

  it('is tried over saves of others until the lease ends', async () => {
    const { clock, log } = await spoiled(() => new LostMatch())
    expect(clock.now()).toBeGreaterThanOrEqual(NOW + LEASE_MS)
    expect(clock.now()).toBeLessThan(NOW + LEASE_MS + 60)
    expect(log.warnings).toHaveLength(1)
  })

  it('is not tried again out of time, and hides no mistake of ours', async () => {
    const { tries, log } = await spoiled(() => vbase({ isOutOfTime: true }))
    expect([tries, log.warnings.length]).toEqual([1, 1])
    await expect(spoiled(() => new TypeError('ours'))).rejects.toThrow('ours')
  })

  it('of what is another’s by now leaves it alone', async () => {
    const theirs = { [ORDER]: another(NOW + 60_000) }
    for (const claims of [theirs, {}]) {
      const here = world()
      await here.store.hold(ORDER, 0, async () => {
        here.files.content.set(PATH, JSON.stringify({ claims }))
      })
      expect(here.stored()).toEqual(claims)
      expect(here.files.saves).toBe(1)
    }
  })

  it('does not end by a shard that is missing: VBase hides it', async () => {
    const here = world()
    await here.store.hold(ORDER, 0, async () => {
      here.files.hidden.add(PATH)
      const sleep = here.clock.sleep.bind(here.clock)
      here.clock.sleep = (ms) => {
        here.files.hidden.clear()
        return sleep(ms)
      }
    })
    expect(here.stored()).toEqual({})
    expect(here.log.warnings).toEqual([])
  })
})

describe('a shard', () => {
  it('holds nobody by any other content, nor by a name that every object has', () => {
    for (const data of [
      undefined,
      null,
      {},
      { claims: null },
      { claims: 'x' },
      { claims: 7 },
      'x',
    ]) {
      expect(Object.keys(claimsIn(data))).toEqual([])
      expect(claimsIn(data).constructor).toBeUndefined()
    }
    expect(claimsIn({ claims: { constructor: 1 } })).toEqual(
      Object.assign(Object.create(null), { constructor: 1 })
    )
  })

  it('is the same for an order, always, and one of sixty-four', () => {
    // Pinned: an order's claim would be looked for in two files.
    expect(shardPath('1234567890123-01')).toBe(PATH)
    fc.assert(
      fc.property(fc.string(), (orderId) => {
        const [, shard] = /^claims\/(\d\d)\.json$/.exec(shardPath(orderId))!
        expect(Number(shard)).toBeLessThan(SHARDS)
      })
    )
  })

  it('that is missing is seeded with all others that are, once and empty, before it is read', async () => {
    const files = new MemoryFiles()
    const standing = 'claims/03.json'
    files.content.set(standing, '{"claims":{"x":{"owner":"o","since":0,"until":9e15}}}')
    const before = files.content.get(standing)
    const [slept, most]: [number[], { now: number; ever: number }] = [[], { now: 0, ever: 0 }]
    const save = files.save.bind(files)
    const saved: string[] = []
    files.save = async (path, data, ifMatch) => {
      saved.push(path)
      most.now += 1
      most.ever = Math.max(most.ever, most.now)
      await new Promise(setImmediate)
      most.now -= 1
      return save(path, data, ifMatch)
    }
    const shard = await readShard(files, PATH, async (ms) => void slept.push(ms))
    expect(shard.data).toEqual({ claims: {} })
    expect(slept).toEqual([SEED_SETTLES_MS])
    expect(saved[0]).toBe(PATH)
    expect(saved).toHaveLength(SHARDS - 1)
    expect(new Set(saved).size).toBe(SHARDS - 1)
    expect(files.content.get(standing)).toBe(before)
    expect(new Set(files.content.values())).toEqual(new Set([before, '{"claims":{}}']))
    expect(most.ever).toBeLessThanOrEqual(16)
  })

  it('that came to be since is read as it is, without waiting for anybody', async () => {
    const { files } = world({ x: another(NOW) })
    const slept: number[] = []
    await readShard(files, PATH, async (ms) => void slept.push(ms))
    expect([slept, files.reads, files.saves]).toEqual([[], 1, 0])
  })

  it('that is read the second time is not seeded, though the listing lacks it', async () => {
    const { files, stored } = world({ x: another(NOW) })
    files.list = async () => []
    const read = files.read.bind(files)
    let reads = 0
    files.read = async (path) => (path === PATH && reads++ === 0 ? null : read(path))
    await readShard(files, PATH, async () => undefined)
    expect(Object.keys(stored())).toEqual(['x'])
    expect(files.saves).toBe(0)
  })

  it('that stays hidden is unavailable', async () => {
    const { files } = world()
    files.hidden.add(PATH)
    await expect(readShard(files, PATH, async () => undefined)).rejects.toMatchObject({
      kind: 'unavailable',
      upstream: 'VBASE',
      operation: 'Claim',
    })
  })
})
