import { Again, AtRandom, randomFrom, shrink } from './chance'
import { AT_ONCE, type Chooser, type Way } from './operation'
import { Scheduler } from './scheduler'
import { DepthFirst, type Bounds } from './search'

/** Two callers add one to a number: read, then write. */
class Counter {
  value = 0
  readonly scheduler = new Scheduler(0)

  constructor(private readonly isConditional: boolean) {}

  async add(caller: string): Promise<void> {
    for (;;) {
      const read = await this.call(caller, 'read', false, () => this.value)
      const isWritten = await this.call(caller, 'write', true, () => {
        if (this.isConditional && this.value !== read) return false
        this.value = read + 1
        return true
      })
      if (isWritten) return
    }
  }

  private call<T>(caller: string, label: string, writes: boolean, effect: () => T): Promise<T> {
    return this.scheduler.call<T>({
      caller,
      label,
      writes,
      effect,
      resource: 'the number',
      ways: [AT_ONCE],
    })
  }
}

async function count(chooser: Chooser, isConditional: boolean): Promise<number> {
  const counter = new Counter(isConditional)
  counter.scheduler.chooser = chooser
  for (const caller of ['A', 'B']) counter.scheduler.start(caller, () => counter.add(caller))
  await counter.scheduler.run()
  return counter.scheduler.isPruned ? 2 : counter.value
}

async function everyRun(
  bounds: Bounds,
  play: (chooser: Chooser) => Promise<unknown>
): Promise<unknown[]> {
  const search = new DepthFirst(bounds)
  const ends: unknown[] = []
  do {
    search.begin()
    ends.push(await play(search))
  } while (search.next())
  return ends
}

const EVERY_ORDER = { anomalies: 0, swaps: Infinity }

describe('a search over orders', () => {
  it('finds the update that is lost, and none where writes are conditional', async () => {
    const naive = await everyRun(EVERY_ORDER, (chooser) => count(chooser, false))
    expect(new Set(naive)).toEqual(new Set([1, 2]))
    const mended = await everyRun(EVERY_ORDER, (chooser) => count(chooser, true))
    expect(new Set(mended)).toEqual(new Set([2]))
    expect(mended.length).toBeGreaterThan(3)
  })

  it('finds the plainer one first: in step both read before either writes', async () => {
    expect(await everyRun({ anomalies: 0, swaps: 0 }, (it) => count(it, false))).toEqual([1])
  })

  it('finds it by chance too, and makes it shorter', async () => {
    const chances = { anomalies: 0, wrong: 0, swap: 0.8 }
    const seeds = Array.from({ length: 20 }, (_, seed) => seed)
    const lost: AtRandom[] = []
    for (const seed of seeds) {
      const chooser = new AtRandom(randomFrom(seed), chances)
      if ((await count(chooser, false)) === 1) lost.push(chooser)
    }
    expect(lost.length).toBeGreaterThan(0)
    const least = await shrink(
      lost[0].deviations,
      async (deviations) => (await count(new Again(deviations), false)) === 1
    )
    expect(least).toEqual({ anomalies: [], swaps: [] })
  })
})

/** Each of two callers writes its own files in turn; what stands there in the end does not depend on any order. */
async function apart(chooser: Chooser, calls: number, isShared: boolean): Promise<string> {
  const scheduler = new Scheduler(0)
  const written: string[] = []
  scheduler.chooser = chooser
  for (const caller of ['A', 'B'])
    scheduler.start(caller, async () => {
      for (let turn = 1; turn <= calls; turn += 1)
        await scheduler.call({
          caller,
          label: 'write',
          writes: true,
          resource: isShared ? 'one file' : `file of ${caller}`,
          effect: () => void written.push(caller),
          ways: [AT_ONCE],
        })
    })
  await scheduler.run()
  return scheduler.isPruned ? 'pruned' : written.join('')
}

describe('sleep sets', () => {
  it('run calls that do not meet in one order only', async () => {
    const ends = await everyRun(EVERY_ORDER, (chooser) => apart(chooser, 3, false))
    expect(ends.filter((end) => end !== 'pruned')).toHaveLength(1)
  })

  it('leave out none of the orders of calls that meet: 6 over 3', async () => {
    const ends = await everyRun(EVERY_ORDER, (chooser) => apart(chooser, 3, true))
    expect(new Set(ends.filter((end) => end !== 'pruned')).size).toBe(20)
    expect(ends).toHaveLength(20)
  })
})

describe('what goes wrong', () => {
  const ways: Way<string>[] = [
    AT_ONCE,
    { name: 'slow', isAnomaly: true, afterMs: 100 },
    { name: 'late', isAnomaly: true, afterMs: 500, answerMs: 300, fails: () => new Error('time') },
    {
      name: 'lost',
      isAnomaly: true,
      hasNoEffect: true,
      answerMs: 300,
      fails: () => new Error('time'),
    },
    { name: 'another', isAnomaly: true, hasNoEffect: true, answers: () => 'another' },
    { name: 'dies', isAnomaly: true, dies: true },
  ]

  async function once(chooser: Chooser): Promise<string> {
    const scheduler = new Scheduler(0)
    let heard = 'nothing'
    let effectMs = -1
    scheduler.chooser = chooser
    scheduler.start('A', async () => {
      const answer = scheduler.call<string>({
        ways,
        caller: 'A',
        label: 'call',
        resource: 'it',
        writes: true,
        effect: () => {
          effectMs = scheduler.now()
          return 'done'
        },
      })
      heard = await answer.catch((error: Error) => error.message)
      heard += ` at ${scheduler.now()}`
    })
    await scheduler.run()
    await scheduler.pass(1_000)
    return `${heard}, effect at ${effectMs}`
  }

  it('is tried within the bound, one after the other', async () => {
    expect(await everyRun({ anomalies: 0, swaps: 0 }, once)).toEqual(['done at 0, effect at 0'])
    expect(await everyRun({ anomalies: 1, swaps: 0 }, once)).toEqual([
      'done at 0, effect at 0',
      'done at 100, effect at 100',
      'time at 300, effect at 500',
      'time at 300, effect at -1',
      'another at 0, effect at -1',
      'nothing, effect at 0',
    ])
  })

  it('a caller that waits for what never comes is a mistake, not a hang', async () => {
    const scheduler = new Scheduler(0)
    scheduler.start('A', () => new Promise(() => undefined))
    await expect(scheduler.run()).rejects.toThrow('A: waits for what never comes')
  })
})
