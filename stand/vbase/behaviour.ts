import { z } from 'zod'
import { oftenness, onceUnlessByChance, Switches } from '../control/switches'

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
    ...oftenness,
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
  .transform(onceUnlessByChance)

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

const AS_AT_START: VBaseBehaviour = {
  conflictStatus: 412,
  latencyMs: 0,
  staleOutlivesNoCache: false,
  seed: 1,
  faults: [],
}

export class VBaseSwitches extends Switches<VBaseFault, VBaseBehaviour> {
  constructor() {
    super(behaviour, AS_AT_START)
  }

  /** The fault that meets this call, used up by it. `meets` says whether it could change the answer. */
  take(
    method: string,
    place: string,
    meets: (fault: VBaseFault) => boolean = () => true
  ): VBaseFault | null {
    return this.useUp(
      (fault) =>
        fault.method === method &&
        (fault.path === undefined || place.includes(fault.path)) &&
        meets(fault)
    )
  }
}
