import fc from 'fast-check'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { SHARDS, shardPath } from './claimShards'
import { ClaimsStore } from './claims'
import { ShardChanges } from './shardChanges'
import { VirtualClock } from '../../usecases/testing/virtualClock'

const NEVER = 1_000_000_000
/** Orders of one shard: the test is about what lies together. */
const [FIRST, SECOND, THIRD] = Array.from({ length: 4_000 }, (_, number) => `${number}-01`).filter(
  (orderId) => shardPath(orderId) === shardPath('0-01')
)
const PATH = shardPath(FIRST)

function seeded(files: MemoryFiles): MemoryFiles {
  for (let shard = 0; shard < SHARDS; shard += 1)
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  return files
}

/** Claims of one handler's rows, which share a writer, beside those of another handler. */
async function race(s: fc.Scheduler, failures: readonly ('before' | 'after')[]) {
  const files = seeded(new MemoryFiles((label) => s.schedule(Promise.resolve(), label)))
  files.failures.push(...failures)
  const time = new FakeClock().now()
  const sleep = (ms: number) => s.schedule(Promise.resolve(), `sleep ${ms}`)
  const clock = { now: () => time, sleep: async (ms: number) => void (await sleep(ms)) }
  const handlers = ['a', 'b'].map((name) => ({
    name,
    newId: countingIds(name),
    shards: new ShardChanges({ files, clock }),
  }))
  const inside = new Map<string, number>()
  let most = 0
  const rows = handlers.flatMap(({ name, newId, shards }) =>
    [FIRST, FIRST, SECOND, THIRD].map(async (orderId) => {
      const claims = new ClaimsStore({
        files,
        clock,
        newId,
        shards,
        log: new RecordingLog(),
        lazyMs: 1,
      })
      await claims.hold(orderId, NEVER, async (claim) => {
        if (!(await claim.confirm())) return
        const now = (inside.get(orderId) ?? 0) + 1
        inside.set(orderId, now)
        most = Math.max(most, now)
        await s.schedule(Promise.resolve(), `work of ${name} on ${orderId}`)
        inside.set(orderId, inside.get(orderId)! - 1)
      })
    })
  )
  await s.waitFor(Promise.allSettled(rows))
  await s.waitFor(Promise.all(handlers.map(({ shards }) => shards.flush())))
  return { most, left: JSON.parse(files.content.get(PATH)!) as { claims: object } }
}

describe('claims that are written together', () => {
  it('let one writer an order in at a time, and take no other’s away', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 3 }),
        async (s, failures) => {
          const { most, left } = await race(s, failures)
          expect(most).toBe(1)
          if (failures.length === 0) expect(left).toEqual({ claims: {} })
        }
      ),
      { numRuns: 60 }
    )
  })

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'are written too where they are asked for %i moments after the one before has ended',
    async (moments) => {
      const files = seeded(new MemoryFiles())
      const shards = new ShardChanges({ files, clock: new FakeClock() })
      const claim = { owner: 'a', since: 1, until: 2 }
      const taken = (orderId: string) =>
        shards.change(PATH, { judge: (claims) => ({ ...claims, [orderId]: claim }) })
      let second: Promise<boolean> | undefined
      let after: Promise<unknown> = taken(FIRST)
      for (let moment = 0; moment < moments; moment += 1) after = after.then(() => undefined)
      await after.then(() => void (second = taken(SECOND)))
      const never = new Promise((resolve) => setTimeout(resolve, 1_000, 'never'))
      expect(await Promise.race([second, never])).toBe(true)
    }
  )

  it('go in one save where one is under way', async () => {
    const files = seeded(new MemoryFiles())
    const shards = new ShardChanges({ files, clock: new FakeClock() })
    let saves = 0
    const save = files.save.bind(files)
    files.save = async (...given) => {
      saves += 1
      return save(...given)
    }
    const claim = { owner: 'a', since: 1, until: 2 }
    await Promise.all(
      [FIRST, SECOND, THIRD, 'constructor'].map((orderId) =>
        shards.change(PATH, {
          judge: (claims) => (claims[orderId] ? null : { ...claims, [orderId]: claim }),
        })
      )
    )
    expect(Object.keys((await shards.read(PATH))!).sort()).toEqual(
      [FIRST, SECOND, THIRD, 'constructor'].sort()
    )
    expect(saves).toBeLessThan(4)
  })
})

const CLAIM = { owner: 'a', since: 1, until: 2 }
const LAZY_MS = 300
const UNAVAILABLE = { kind: 'unavailable', upstream: 'VBASE', operation: 'Claim' }

function lying(files = seeded(new MemoryFiles())) {
  const clock = new VirtualClock()
  const begunAt = clock.now()
  const shards = new ShardChanges({ files, clock })
  const take = (orderId: string, lazyMs?: number) =>
    shards.change(PATH, { lazyMs, judge: (claims) => ({ ...claims, [orderId]: CLAIM }) })
  return { files, clock, shards, take, took: () => clock.now() - begunAt }
}

describe('a change that may lie', () => {
  it('is written alone once its time is over', async () => {
    const { files, take, took } = lying()
    expect(await take(FIRST, LAZY_MS)).toBe(true)
    expect([files.saves, took()]).toEqual([1, LAZY_MS])
  })

  it('goes at once, in the same save, with one that may not', async () => {
    const { files, take, took } = lying()
    expect(await Promise.all([take(FIRST, LAZY_MS), take(SECOND)])).toEqual([true, true])
    expect([files.saves, took()]).toEqual([1, 0])
  })

  it('is not waited for by whoever ends: all is written then', async () => {
    const { files, shards, take, took } = lying()
    const saved = take(FIRST, LAZY_MS)
    await shards.flush()
    expect([files.saves, took()]).toEqual([1, 0])
    expect(await saved).toBe(true)
  })
})

describe('a claim that may lie when it is given back', () => {
  async function held(spoil: (files: MemoryFiles) => void = () => undefined) {
    const { files, clock, shards, took } = lying()
    const errors: unknown[] = []
    const log = Object.assign(new RecordingLog(), {
      error: (entry: unknown) => void errors.push(entry),
    })
    const parts = { files, clock, log, shards, newId: countingIds(), lazyMs: LAZY_MS }
    const result = await new ClaimsStore(parts).hold(FIRST, 0, async () => {
      spoil(files)
      return 'done'
    })
    expect(result).toEqual({ held: true, value: 'done' })
    const left = () => JSON.parse(files.content.get(PATH)!) as { claims: object }
    return { shards, took, left, errors }
  }

  it('keeps nobody, and is given back before the handler ends', async () => {
    const { shards, took, left } = await held()
    expect(took()).toBe(0)
    expect(Object.keys(left().claims)).toEqual([FIRST])
    await shards.flush()
    expect(left()).toEqual({ claims: {} })
  })

  it('costs no answer by a mistake of ours, which is told', async () => {
    const { shards, errors } = await held((files) => {
      files.save = async () => {
        throw new TypeError('ours')
      }
    })
    await shards.flush()
    expect(errors).toEqual([{ orderId: FIRST, detail: 'ours', flow: 'Claims' }])
  })
})

it('work that was left is waited for at the end', async () => {
  const { clock, shards, took } = lying()
  shards.leave(clock.sleep(1_000))
  await shards.flush()
  expect(took()).toBe(1_000)
})

describe('a shard that is missing', () => {
  const judge = () => ({ [FIRST]: CLAIM })

  it('is made for whoever claims, and for nobody else', async () => {
    const { files, shards } = lying(new MemoryFiles())
    await expect(shards.change(PATH, { judge })).rejects.toMatchObject(UNAVAILABLE)
    expect(files.content.size).toBe(0)
    expect(await shards.change(PATH, { judge, seeds: true })).toBe(true)
    expect(files.content.size).toBe(SHARDS)
  })

  it('is made where one of those that go together claims', async () => {
    const { shards } = lying(new MemoryFiles())
    const lazy = shards.change(PATH, { judge, lazyMs: LAZY_MS })
    const claiming = shards.change(PATH, { judge, seeds: true })
    expect(await Promise.all([lazy, claiming])).toEqual([true, true])
  })
})
