import { z } from 'zod'
import { oftenness, onceUnlessByChance, Switches } from '../control/switches'

/** Time that a late notification takes when its fault does not say. */
export const LATE_MS = 60_000

const CALLS = ['create', 'read', 'remove'] as const
export type HookCall = (typeof CALLS)[number]

const fault = z
  .strictObject({
    /** A call to the configuration, or a notification. */
    on: z.enum([...CALLS, 'notification']),
    /**
     * Of a call: status429, status500, html (200 and a login page), timeout, reset. Of a notification: lose, twice, late.
     */
    kind: z.enum(['status429', 'status500', 'html', 'timeout', 'reset', 'lose', 'twice', 'late']),
    ...oftenness,
    /** Of a call: it takes effect all the same. */
    afterCommit: z.boolean().default(false),
    /** `late` only. */
    lateMs: z.int().positive().max(86_400_000).optional(),
  })
  .refine(({ on, kind }) => ['lose', 'twice', 'late'].includes(kind) === (on === 'notification'), {
    path: ['kind'],
    message: 'lose, twice and late are about notifications, the others are not',
  })
  .refine(({ kind, lateMs }) => lateMs === undefined || kind === 'late', {
    path: ['lateMs'],
    message: 'goes with late',
  })
  .transform(onceUnlessByChance)

const behaviour = z.strictObject({
  /** Whether an address must be https. Off: one of this machine may be given as it is. */
  httpsOnly: z.boolean(),
  /** Open question 5 (masterdata §8): may an app's own token have a hook? `own`: by the app's id, as if it were a key. */
  appTokens: z.enum(['refused', 'own']),
  /** Unknown: the store has removed its keys at VTEX. */
  keys: z.enum(['known', 'unknown']),
  /** Open question 7: is a change of nothing but a parcel's events and delivery one of the document? */
  courierChanges: z.enum(['told', 'untold']),
  /** Unreachable: VTEX gets no answer from any address. */
  addresses: z.enum(['reachable', 'unreachable']),
  /** From the change to its notification, the other half of question 7. */
  delayMs: z.int().nonnegative(),
  /** Chance that a change is told although the filter does not ask for it. */
  strayProbability: z.number().min(0).max(1),
  /** What is answered to a saved configuration. */
  created: z.enum(['empty', 'notification']),
  /** What GET answers where there is none. */
  absent: z.enum(['empty', 'notFound']),
  /** In which an address must answer. */
  answerWithinMs: z.int().positive(),
  /** After a notification that failed; doubles each time. */
  retryPauseMs: z.int().positive(),
  /** Of the dice. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
})

export type HookFault = z.infer<typeof fault>
export type HookBehaviour = z.infer<typeof behaviour>

// 5 s is documented; the delay and the first pause are in no source (masterdata §3.2).
const AS_AT_START: HookBehaviour = {
  httpsOnly: true,
  appTokens: 'refused',
  keys: 'known',
  courierChanges: 'told',
  addresses: 'reachable',
  delayMs: 1_000,
  strayProbability: 0,
  created: 'empty',
  absent: 'empty',
  answerWithinMs: 5_000,
  retryPauseMs: 1_000,
  seed: 1,
  faults: [],
}

export class HookSwitches extends Switches<HookFault, HookBehaviour> {
  constructor() {
    super(behaviour, AS_AT_START)
  }

  /** The fault that meets this, used up by it. */
  take(what: HookFault['on']): HookFault | null {
    return this.useUp(({ on }) => on === what)
  }

  isStray(): boolean {
    const { strayProbability } = this.get()
    return strayProbability > 0 && this.throwDice() < strayProbability
  }
}
