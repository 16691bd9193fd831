import { z } from 'zod'
import { readPatch, type PatchResult } from '../control/patch'
import { throwDice } from '../dice'

/** Time that `slow` and `late` take when the fault does not say. */
export const SLOW_MS = 2_000

const READS: readonly string[] = ['GET', 'HEAD']
const WAITS: readonly string[] = ['slow', 'late']
const LIES: readonly string[] = ['missing', 'stale']

const fault = z
  .strictObject({
    method: z.enum(['GET', 'HEAD', 'PUT', 'DELETE']),
    /** Part of bucket and path, `{bucket}/{path}`. */
    path: z.string().optional(),
    kind: z.enum(['status500', 'timeout', 'reset', 'slow', 'late', 'missing', 'stale']),
    /** Left out: once, or with a probability at every call. */
    times: z.int().positive().optional(),
    probability: z.number().min(0).max(1).optional(),
    /** `slow` and `late` only. */
    slowMs: z.int().positive().max(600_000).optional(),
    /** The call takes effect first; what follows is about its answer. */
    afterCommit: z.boolean().default(false),
  })
  .refine(({ kind, method }) => !LIES.includes(kind) || READS.includes(method), {
    path: ['kind'],
    message: `${LIES.join(' and ')} are about reads`,
  })
  .refine(({ kind, slowMs }) => slowMs === undefined || WAITS.includes(kind), {
    path: ['slowMs'],
    message: `goes with ${WAITS.join(' and ')}`,
  })
  .refine(({ kind, afterCommit }) => !afterCommit || ![...LIES, 'late'].includes(kind), {
    path: ['afterCommit'],
    message: `says nothing of ${LIES.join(', ')} and late`,
  })
  .transform((given) => ({
    ...given,
    times: given.times ?? (given.probability === undefined ? 1 : undefined),
  }))

const behaviour = z.strictObject({
  conflictStatus: z.union([z.literal(409), z.literal(412)]),
  latencyMs: z.int().nonnegative(),
  /** Stale content is served in spite of `Cache-Control: no-cache`. */
  staleOutlivesNoCache: z.boolean(),
  /** Of the dice for `probability`. */
  seed: z.int().nonnegative(),
  faults: z.array(fault),
})

export type VBaseFault = z.infer<typeof fault>
export type VBaseBehaviour = z.infer<typeof behaviour>

const asAtStart = (): VBaseBehaviour => ({
  conflictStatus: 412,
  latencyMs: 0,
  staleOutlivesNoCache: false,
  seed: 1,
  faults: [],
})

export class VBaseSwitches {
  private current = asAtStart()
  private readonly chance = { dice: this.current.seed }

  get(): VBaseBehaviour {
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

  /** The fault that meets this call, used up by it. `meets` says whether it could change the answer. */
  take(
    method: string,
    place: string,
    meets: (fault: VBaseFault) => boolean = () => true
  ): VBaseFault | null {
    const found = this.current.faults.find(
      (f) =>
        f.method === method &&
        (f.path === undefined || place.includes(f.path)) &&
        meets(f) &&
        (f.probability === undefined || throwDice(this.chance) < f.probability)
    )
    if (!found) return null
    this.current = {
      ...this.current,
      faults: this.current.faults
        .map((f) => (f === found && f.times !== undefined ? { ...f, times: f.times - 1 } : f))
        .filter((f) => f.times !== 0),
    }
    return found
  }
}
