import type { Chooser, Transition } from './operation'

/** What a run chose that was not the usual: enough to play it again. */
export interface Deviations {
  /** Keys of what went wrong. */
  readonly anomalies: readonly string[]
  /** At which choice which call overtook the oldest. */
  readonly swaps: readonly (readonly [choice: number, key: string])[]
}

export interface Chances {
  /** At most so many anomalies in a run. */
  readonly anomalies: number
  /** How likely a choice goes wrong, and how likely an older call is overtaken. */
  readonly wrong: number
  readonly swap: number
  /** Ways with these words in their name are not taken. */
  readonly without?: readonly string[]
}

/** Chooses by chance, mostly what is usual: for runs that are too many to be tried one by one. */
export class AtRandom implements Chooser {
  private readonly anomalies: string[] = []
  private readonly swaps: [number, string][] = []
  private choice = 0

  constructor(
    private readonly random: () => number,
    private readonly chances: Chances
  ) {}

  get deviations(): Deviations {
    return { anomalies: this.anomalies, swaps: this.swaps }
  }

  pick(enabled: readonly Transition[]): Transition {
    const choice = this.choice++
    const { without = [] } = this.chances
    const wrong = enabled.filter(
      ({ isAnomaly, key }) => isAnomaly && !without.some((words) => key.includes(words))
    )
    const mayGoWrong = this.anomalies.length < this.chances.anomalies && wrong.length > 0
    if (mayGoWrong && this.random() < this.chances.wrong) {
      const picked = this.oneOf(wrong)
      this.anomalies.push(picked.key)
      if (picked.isSwap) this.swaps.push([choice, picked.key])
      return picked
    }
    if (this.random() >= this.chances.swap) return enabled[0]
    const picked = this.oneOf(enabled.filter(({ isAnomaly }) => !isAnomaly))
    if (picked.isSwap) this.swaps.push([choice, picked.key])
    return picked
  }

  private oneOf(transitions: readonly Transition[]): Transition {
    return transitions[Math.floor(this.random() * transitions.length)]
  }
}

/** Plays deviations again, as far as they still fit. */
export class Again implements Chooser {
  private choice = 0
  private readonly swaps: ReadonlyMap<number, string>

  constructor(private readonly deviations: Deviations) {
    this.swaps = new Map(deviations.swaps)
  }

  pick(enabled: readonly Transition[]): Transition {
    const swap = this.swaps.get(this.choice++)
    const overtaking = enabled.find(({ key }) => key === swap)
    if (overtaking) return overtaking
    const wrong = enabled.find(
      ({ key, isSwap }) => !isSwap && this.deviations.anomalies.includes(key)
    )
    return wrong ?? enabled[0]
  }
}

/** Leaves out one deviation after the other, as long as the run still fails. */
export async function shrink(
  found: Deviations,
  stillFails: (deviations: Deviations) => Promise<boolean>
): Promise<Deviations> {
  let least = found
  const attempt = async (fewer: Deviations): Promise<void> => {
    if (await stillFails(fewer)) least = fewer
  }
  await attempt({ ...least, swaps: [] })
  for (const anomaly of found.anomalies)
    await attempt({ ...least, anomalies: least.anomalies.filter((one) => one !== anomaly) })
  for (const [choice] of least.swaps)
    await attempt({ ...least, swaps: least.swaps.filter(([at]) => at !== choice) })
  return least
}

/** Small, and the same everywhere (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
