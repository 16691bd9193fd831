import { z } from 'zod'
import { oftenness, onceUnlessByChance, Switches } from '../control/switches'

/** Time that `late` takes when the fault does not say. */
export const LATE_MS = 5_000

const SENDS: readonly string[] = ['status500', 'timeout']

const fault = z
  .strictObject({
    /** Part of the event's key. */
    key: z.string().optional(),
    /** `{vendor}.{app}` that sent it. */
    sender: z.string().optional(),
    kind: z.enum(['status500', 'timeout', 'lose', 'twice', 'late']),
    ...oftenness,
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
  .transform(onceUnlessByChance)

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
  /** Whether the account has VTEX's app `vtex.orders-broadcast`, which tells of each status an order goes to. */
  ordersBroadcast: z.boolean(),
  /** Of the dice. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
})

export type EventFault = z.infer<typeof fault>
export type EventsBehaviour = z.infer<typeof behaviour>

// 0.8 s is what was seen on VTEX (batches §1); pause and number of deliveries are written nowhere.
const AS_AT_START: EventsBehaviour = {
  delayMs: 20,
  disorderMs: 0,
  impatienceMs: 800,
  retryPauseMs: 1_000,
  attempts: 5,
  // A store installs it by itself (masterdata §3.1).
  ordersBroadcast: false,
  seed: 1,
  faults: [],
}

export class EventsSwitches extends Switches<EventFault, EventsBehaviour> {
  constructor() {
    super(behaviour, AS_AT_START)
  }

  /** How long an event is on its way. */
  delay(): number {
    const { delayMs, disorderMs } = this.get()
    return delayMs + (disorderMs === 0 ? 0 : Math.floor(this.throwDice() * disorderMs))
  }

  /** The fault that meets this event, used up by it. */
  take({ key, sender }: EventNames): EventFault | null {
    return this.useUp((fault) => isOf(fault, key, sender))
  }

  /** The same of an event that its sender has got rid of: what happens to it on its way. */
  takeOnTheWay({ key, sender }: EventNames): EventFault | null {
    return this.useUp((fault) => !SENDS.includes(fault.kind) && isOf(fault, key, sender))
  }
}

interface EventNames {
  readonly key: string
  readonly sender: string
}

function isOf(fault: EventFault, key: string, sender: string): boolean {
  const isKey = fault.key === undefined || key.includes(fault.key)
  return isKey && (fault.sender === undefined || fault.sender === sender)
}
