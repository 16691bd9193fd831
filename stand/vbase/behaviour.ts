import { z } from 'zod'
import { readPatch, type PatchResult } from '../control/patch'

const fault = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'PUT', 'DELETE']),
  /** Part of bucket and path, `{bucket}/{path}`. */
  path: z.string().optional(),
  kind: z.enum(['status500', 'timeout', 'reset']),
  times: z.int().positive().default(1),
  afterCommit: z.boolean().default(false),
})

const behaviour = z.strictObject({
  conflictStatus: z.union([z.literal(409), z.literal(412)]),
  latencyMs: z.int().nonnegative(),
  faults: z.array(fault),
})

export type VBaseFault = z.infer<typeof fault>
export type VBaseBehaviour = z.infer<typeof behaviour>

const asAtStart = (): VBaseBehaviour => ({ conflictStatus: 412, latencyMs: 0, faults: [] })

export class VBaseSwitches {
  private current = asAtStart()

  get(): VBaseBehaviour {
    return this.current
  }

  patch(value: unknown): PatchResult {
    const read = readPatch(behaviour, value)
    if (read.ok) this.current = { ...this.current, ...read.value }
    return read
  }

  reset(): void {
    this.current = asAtStart()
  }

  /** The fault that meets this call, used up by it. */
  take(method: string, place: string): VBaseFault | null {
    const found = this.current.faults.find(
      (f) => f.method === method && (f.path === undefined || place.includes(f.path))
    )
    if (!found) return null
    this.current = {
      ...this.current,
      faults: this.current.faults
        .map((f) => (f === found ? { ...f, times: f.times - 1 } : f))
        .filter((f) => f.times > 0),
    }
    return found
  }
}
