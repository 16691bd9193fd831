import { z } from 'zod'
import { throwDice } from '../dice'
import { readPatch, type PatchResult } from './patch'

/** How often a fault of a double hits. Left out: once, or with a probability at every call. */
export const oftenness = {
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
}

interface Often {
  readonly times?: number
  readonly probability?: number
}

export function onceUnlessByChance<F extends Often>(given: F): F {
  return { ...given, times: given.times ?? (given.probability === undefined ? 1 : undefined) }
}

/** The switches of a double: as at the start, changed by its control route, its faults used up by what they meet. */
export class Switches<F extends Often, B extends { readonly seed: number; faults: F[] }> {
  private current: B
  private readonly chance: { dice: number }

  constructor(
    private readonly shape: z.ZodObject<{ [name in keyof B]: z.ZodType<B[name]> }>,
    private readonly asAtStart: B
  ) {
    this.current = asAtStart
    this.chance = { dice: asAtStart.seed }
  }

  get(): B {
    return this.current
  }

  patch(value: unknown): PatchResult {
    const read = readPatch(this.shape, value)
    if (read.ok) {
      const patch = read.value as Partial<B>
      this.current = { ...this.current, ...patch }
      if (patch.seed !== undefined) this.chance.dice = patch.seed
    }
    return read
  }

  reset(): void {
    this.current = this.asAtStart
    this.chance.dice = this.asAtStart.seed
  }

  protected throwDice(): number {
    return throwDice(this.chance)
  }

  /** The first fault that meets this call and whose chance has come, used up by it. */
  protected useUp(meets: (fault: F) => boolean): F | null {
    const found = this.current.faults.find(
      (one) => meets(one) && (one.probability === undefined || this.throwDice() < one.probability)
    )
    if (!found) return null
    const faults = this.current.faults
      .map((one) =>
        one === found && one.times !== undefined ? { ...one, times: one.times - 1 } : one
      )
      .filter(({ times }) => times !== 0)
    this.current = { ...this.current, faults }
    return found
  }
}
