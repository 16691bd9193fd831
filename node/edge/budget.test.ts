import fc from 'fast-check'
import { isFault } from '../domain/problem/fault'
import { RECORD_MS } from '../usecases/limits'
import { Budget, budgetOf, clockWithin, filesWithin } from './budget'
import { LONGEST_CALL_MS } from './clients/fileStore'
import { saveOnNewest } from './stores/saving'
import { FakeClock } from './testing/fakes'
import { MemoryFiles } from './testing/memoryFiles'

const MOST = 26_000

function begun() {
  const clock = new FakeClock()
  return { clock, budget: new Budget(clock, clock.now() + MOST) }
}

/** What a share is; null where there is none. */
function shareOf(ask: () => number): number | null {
  try {
    return ask()
  } catch (error) {
    expect(isFault(error) && error.isOutOfTime).toBe(true)
    return null
  }
}

describe('the time of one request', () => {
  it('lets no call outlast the answer, and none begin that has nothing left', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.integer({ min: 1, max: 15_000 }), (passed, usual) => {
        const { clock, budget } = begun()
        clock.advance(passed)
        const share = shareOf(() => budget.share('VBASE', 'Read', usual))
        const left = MOST - passed
        if (share === null) expect(left).toBeLessThan(1_000)
        else {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual(Math.min(usual, left))
        }
      })
    )
  })

  it('keeps of what a call to OMS may take the time to write down how it ended', () => {
    const { clock, budget } = begun()
    expect(budget.shareOfOms('NotifyInvoice', 15_000)).toBe(15_000)
    clock.advance(15_000)
    expect(budget.shareOfOms('NotifyInvoice', 15_000)).toBe(11_000 - RECORD_MS)
    clock.advance(8_000)
    expect(shareOf(() => budget.shareOfOms('NotifyInvoice', 15_000))).toBeNull()
    expect(budget.share('VBASE', 'Save', 15_000)).toBeGreaterThan(2_000)
  })

  it('cuts sleep', async () => {
    const { clock, budget } = begun()
    await clockWithin(budget, clock).sleep(60_000)
    expect(clock.now()).toBeLessThanOrEqual(budget.answerBy)
    await clockWithin(budget, clock).sleep(60_000)
    expect(clock.now()).toBeLessThanOrEqual(budget.answerBy)
  })

  it('is one for all fields of a request', () => {
    const ctx = {}
    expect(budgetOf(ctx)).toBe(budgetOf(ctx))
    expect(budgetOf({})).not.toBe(budgetOf(ctx))
  })
})

describe('files of one request', () => {
  it('are asked with what is left as the time-out, and not at all once nothing is', async () => {
    const { clock, budget } = begun()
    const asked: (number | undefined)[] = []
    const note = async (withinMs?: number) => void asked.push(withinMs)
    const files = filesWithin(budget, {
      read: async (_path, withinMs) => (await note(withinMs), null),
      list: async (_prefix, withinMs) => (await note(withinMs), []),
      save: async (_path, _data, _ifMatch, withinMs) => (await note(withinMs), null),
    })
    const all = () => [files.read('a'), files.list('a'), files.save('a', {}, null)]
    await Promise.all(all())
    clock.advance(MOST - 1_000)
    await Promise.all(all())
    clock.advance(1_000)
    for (const call of all())
      await expect(call).rejects.toMatchObject({ kind: 'unavailable', isOutOfTime: true })
    expect(asked).toEqual([...Array(3).fill(LONGEST_CALL_MS), ...Array(3).fill(750)])
  })

  it('are not tried again once nothing is left', async () => {
    const { clock, budget } = begun()
    const files = new MemoryFiles()
    await files.save('a', { count: 1 }, null)
    let reads = 0
    const slow = filesWithin(budget, {
      list: (prefix) => files.list(prefix),
      save: (path, data, ifMatch) => files.save(path, data, ifMatch),
      read: async (path) => {
        reads += 1
        clock.advance(MOST)
        return files.read(path)
      },
    })
    const saving = saveOnNewest(slow, 'a', () => ({ count: 2 }))
    await expect(saving).rejects.toMatchObject({ isOutOfTime: true })
    expect(reads).toBe(1)
  })
})
