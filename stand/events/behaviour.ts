import { z } from 'zod'
import { readPatch, type PatchResult } from '../control/patch'
import { throwDice } from '../dice'

/** Time that `late` takes when the fault does not say. */
export const LATE_MS = 5_000

const SENDS: readonly string[] = ['status500', 'timeout']

const fault = z
  .strictObject({
    /** Part of the event's key. */
    key: z.string().optional(),
    kind: z.enum(['status500', 'timeout', 'lose', 'twice', 'late']),
    /** Left out: once, or with a probability at every event. */
    times: z.int().positive().optional(),
    probability: z.number().min(0).max(1).optional(),
    /** `late` only. */
    lateMs: z.int().positive().max(600_000).optional(),
    /** `status500` and `timeout` only: the event was taken all the same. */
    afterCommit: z.boolean().default(false),
  })
  .refine(({ kind, lateMs }) => lateMs === undefined || kind === 'late', {
    path: ['lateMs'],
    message: 'goes with late',
  })
  .refine(({ kind, afterCommit }) => !afterCommit || SENDS.includes(kind), {
    path: ['afterCommit'],
    message: `goes with ${SENDS.join(' and ')}`,
  })
  .transform((given) => ({
    ...given,
    times: given.times ?? (given.probability === undefined ? 1 : undefined),
  }))

const behaviour = z.strictObject({
  /** From the send to the first delivery. */
  delayMs: z.int().nonnegative(),
  /** Up to so much more, by the dice: events overtake each other. */
  disorderMs: z.int().nonnegative(),
  /** A delivery that has no answer by then is made once more, while the first still runs. */
  impatienceMs: z.int().positive(),
  /** After a delivery that failed; doubles from time to time. */
  retryPauseMs: z.int().positive(),
  /** Deliveries of one event at most. */
  attempts: z.int().positive(),
  /** Of the dice. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
})

export type EventFault = z.infer<typeof fault>
export type EventsBehaviour = z.infer<typeof behaviour>

// 0.8 s is what was seen on VTEX (batches §1); pause and number of deliveries are written nowhere.
const asAtStart = (): EventsBehaviour => ({
  delayMs: 20,
  disorderMs: 0,
  impatienceMs: 800,
  retryPauseMs: 1_000,
  attempts: 5,
  seed: 1,
  faults: [],
})

export class EventsSwitches {
  private current = asAtStart()
  private readonly chance = { dice: this.current.seed }

  get(): EventsBehaviour {
    return this.current
  }

  patch(value: unknown): PatchResult {
    const read = readPatch(behaviour, value)
    if (read.ok) {
      this.current = { ...this.current, ...read.value }
      if (read.value.seed !== undefined) this.chance.dice = read.value.seed
    }
    return read
  }

  reset(): void {
    this.current = asAtStart()
    this.chance.dice = this.current.seed
  }

  /** How long an event is on its way. */
  delay(): number {
    const { delayMs, disorderMs } = this.current
    return delayMs + (disorderMs === 0 ? 0 : Math.floor(throwDice(this.chance) * disorderMs))
  }

  /** The fault that meets this event, used up by it. */
  take(key: string): EventFault | null {
    const found = this.current.faults.find(
      (one) =>
        (one.key === undefined || key.includes(one.key)) &&
        (one.probability === undefined || throwDice(this.chance) < one.probability)
    )
    if (!found) return null
    this.current = {
      ...this.current,
      faults: this.current.faults
        .map((one) =>
          one === found && one.times !== undefined ? { ...one, times: one.times - 1 } : one
        )
        .filter((one) => one.times !== 0),
    }
    return found
  }
}
