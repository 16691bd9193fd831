import { Fault, type Upstream } from '../domain/problem/fault'
import type { Clock } from '../usecases/ports'
import { ANSWER_BY_MS, LONGEST_OF_OMS_IN_A_ROW_MS, RECORD_MS, ROW_MS } from '../usecases/limits'
import { LONGEST_CALL_MS, type FileStore } from './clients/fileStore'
import { systemClock } from './adapters/clock'

/** For what is done between the last call and the answer. */
const KEPT_MS = 250
/** Below it no call is worth beginning: it would only end without an answer. */
const LEAST_MS = 100

/**
 * The time in which one request has to be answered, shared by all of its calls: each may take what is left, and none is
 * begun that has nothing left. So whatever is tried again ends with it.
 */
export class Budget {
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    /** Epoch milliseconds of that clock. */
    readonly answerBy: number,
    /** What one call to OMS may take at the most. @unit milliseconds */
    private readonly longestOfOmsMs = Infinity
  ) {}

  /**
   * Milliseconds that one call may take, and so its time-out.
   * @param mostMs what it may take at any time
   * @errors Fault out of time where nothing is left for it: it was not sent
   */
  share(upstream: Upstream, operation: string, mostMs: number, keptMs = KEPT_MS): number {
    const left = this.answerBy - keptMs - this.clock.now()
    if (left < LEAST_MS)
      throw new Fault({ kind: 'unavailable', upstream, operation, isOutOfTime: true })
    return Math.min(mostMs, left)
  }

  /** Of a call to OMS: after it, how it ended has to be written down. */
  shareOfOms(operation: string, mostMs: number): number {
    return this.share('OMS', operation, Math.min(mostMs, this.longestOfOmsMs), RECORD_MS)
  }
}

/**
 * Of one row of a batch. A write whose answer does not come is read back soon: one that hangs holds a place among few, and
 * with the usual 15 s the quota cannot be used up (batches §4).
 * @param by where whoever runs it has less time left. @unit epoch milliseconds
 */
export function rowBudget(clock: Pick<Clock, 'now'>, by = Infinity): Budget {
  return new Budget(clock, Math.min(clock.now() + ROW_MS, by), LONGEST_OF_OMS_IN_A_ROW_MS)
}

const budgets = new WeakMap<object, Budget>()

/** Of the request that `ctx` belongs to: begins when it is first asked for. */
export function budgetOf(ctx: object): Budget {
  const known = budgets.get(ctx)
  if (known) return known
  const budget = new Budget(systemClock, systemClock.now() + ANSWER_BY_MS)
  budgets.set(ctx, budget)
  return budget
}

/** A clock on which no sleep outlasts the request. */
export function clockWithin({ answerBy }: Budget, clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (milliseconds) =>
      clock.sleep(Math.max(0, Math.min(milliseconds, answerBy - KEPT_MS - clock.now()))),
  }
}

/** VBase for one request. */
export function filesWithin(budget: Budget, files: FileStore): FileStore {
  const share = (operation: string, mostMs = LONGEST_CALL_MS) =>
    budget.share('VBASE', operation, mostMs)
  return {
    read: async (path) => files.read(path, share('Read')),
    list: async (prefix, _withinMs, most) => files.list(prefix, share('List'), most),
    save: async (path, data, ifMatch, withinMs) =>
      files.save(path, data, ifMatch, share('Save', withinMs)),
    remove: async (path) => files.remove(path, share('Remove')),
  }
}
