import { areIndependent, type Chooser, type Transition } from './operation'

/** How far a search goes. */
export interface Bounds {
  /** Things that go wrong in one run. */
  readonly anomalies: number
  /** How often a call overtakes an older one. Infinity: every order, less those that lead to the same state. */
  readonly swaps: number
}

interface Node {
  readonly options: readonly Transition[]
  readonly asleep: readonly Transition[]
  readonly left: Bounds
  at: number
}

/**
 * All runs within the bounds, depth first, each by playing its choices again. Where the number of swaps is not bounded,
 * sleep sets leave out orders of independent calls: what was tried first at a choice stays asleep in the branches beside
 * it until something happens that it does not commute with. (Under a bound the first one tried may have had too few
 * swaps left, so there every order is tried.)
 */
export class DepthFirst implements Chooser {
  private readonly path: Node[] = []
  private depth = 0

  constructor(
    private readonly bounds: Bounds,
    private readonly without: readonly string[] = []
  ) {}

  begin(): void {
    this.depth = 0
  }

  /** False where everything has been tried. */
  next(): boolean {
    for (;;) {
      const last = this.path[this.path.length - 1]
      if (!last) return false
      last.at += 1
      if (last.at < last.options.length) return true
      this.path.pop()
    }
  }

  pick(enabled: readonly Transition[]): Transition | null {
    const known = this.path[this.depth]
    const node = known ?? this.grow(enabled)
    this.depth += 1
    const wanted = node.options[node.at]
    if (!wanted) return null
    const found = enabled.find(({ key }) => key === wanted.key)
    if (!found) throw new Error(`not the same run again: ${wanted.key} is missing`)
    return found
  }

  private grow(enabled: readonly Transition[]): Node {
    const parent = this.path[this.path.length - 1]
    const left = parent ? spent(parent) : this.bounds
    const asleep = parent && this.bounds.swaps === Infinity ? stillAsleep(parent) : []
    const options = enabled.filter(
      (one) =>
        Number(one.isAnomaly) <= left.anomalies &&
        Number(one.isSwap) <= left.swaps &&
        !(one.isAnomaly && this.without.some((words) => one.key.includes(words))) &&
        !asleep.some(({ key }) => key === one.key)
    )
    const node = { options, asleep, left, at: 0 }
    this.path.push(node)
    return node
  }
}

function spent({ options, at, left }: Node): Bounds {
  return {
    anomalies: left.anomalies - Number(options[at].isAnomaly),
    swaps: left.swaps - Number(options[at].isSwap),
  }
}

function stillAsleep({ options, at, asleep }: Node): readonly Transition[] {
  return [...asleep, ...options.slice(0, at)].filter((one) => areIndependent(one, options[at]))
}
