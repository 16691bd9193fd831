import fc from 'fast-check'
import { LONGEST_WRITE_MS } from '../domain/journal/waiting'
import { Fault, isFault } from '../domain/problem/fault'
import { LONGEST_OF_OMS_IN_A_ROW_MS, RECORD_MS } from '../usecases/limits'
import type { Ports } from '../usecases/ports'
import { sendOnce } from '../usecases/writing/sending'
import { Budget, budgetOf, clockWithin, filesWithin, rowBudget } from './budget'
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

describe('the time of one row of a batch', () => {
  it('lets no write wait so long that it counts as ended: OMS may take it later', async () => {
    const clock = new FakeClock()
    const budget = rowBudget(clock)
    expect(budget.shareOfOms('NotifyInvoice', LONGEST_WRITE_MS)).toBe(LONGEST_OF_OMS_IN_A_ROW_MS)
    const { answerBy } = budget
    const lost = () =>
      Promise.reject(new Fault({ kind: 'unknown', upstream: 'OMS', operation: 'NotifyInvoice' }))
    const sent = await sendOnce({ clock, answerBy } as unknown as Ports, 'ShippingAction', lost)
    expect(sent).toEqual({ result: 'UNANSWERED' })
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
      remove: async (_path, withinMs) => note(withinMs),
    })
    const all = () => [
      files.read('a'),
      files.list('a'),
      files.save('a', {}, null),
      files.remove('a'),
    ]
    await Promise.all(all())
    clock.advance(MOST - 1_000)
    await Promise.all(all())
    clock.advance(1_000)
    for (const call of all())
      await expect(call).rejects.toMatchObject({ kind: 'unavailable', isOutOfTime: true })
    expect(asked).toEqual([...Array(4).fill(LONGEST_CALL_MS), ...Array(4).fill(750)])
  })

  it('are not tried again once nothing is left', async () => {
    const { clock, budget } = begun()
    const files = new MemoryFiles()
    await files.save('a', { count: 1 }, null)
    let reads = 0
    const slow = filesWithin(budget, {
      list: (prefix) => files.list(prefix),
      remove: (path) => files.remove(path),
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
