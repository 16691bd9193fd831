import { AtRandom, Again, randomFrom, shrink, type Deviations } from './chance'
import { play, type Run } from './play'
import type { Scenario, Setting } from './scenario'
import { DepthFirst, type Bounds } from './search'

export interface Finding {
  readonly scenario: Scenario
  readonly setting: Setting
  readonly run: Run
  readonly anomalies: number
  /** Runs of this search up to and with the finding. */
  readonly runs: number
}

export interface Explored {
  readonly finding: Finding | null
  readonly runs: number
  /** False where the budget ended the search. */
  readonly isWhole: boolean
}

/** From the plainest schedule on, so that what is found first is about the shortest there is. */
export const LEVELS: readonly Bounds[] = [
  { anomalies: 0, swaps: 0 },
  { anomalies: 0, swaps: 1 },
  { anomalies: 1, swaps: 0 },
  { anomalies: 0, swaps: 3 },
  { anomalies: 1, swaps: 1 },
  { anomalies: 0, swaps: Infinity },
  { anomalies: 2, swaps: 0 },
  { anomalies: 1, swaps: Infinity },
  { anomalies: 2, swaps: 1 },
]

/** How much a search may cost. */
export interface Budget {
  /** Of LEVELS, each in every setting. */
  readonly levels: readonly Bounds[]
  /** Runs of one level in one setting. */
  readonly runs: number
  /** So many of a scenario's settings with all levels, the others with the first one only. Absent: all. */
  readonly settings?: number
  /** Shared evenly among what is left to search; absent: as long as it takes. */
  readonly milliseconds?: number
  /** Ways with these words in their name are not taken. */
  readonly without?: readonly string[]
  /** Findings of other promises are passed over. */
  readonly promise?: string
}

/** What belongs to every test run: some thousand runs, in seconds. */
export const SHORT: Budget = { levels: LEVELS.slice(0, 3), runs: 400, settings: 1 }

/** Every schedule of a scenario, level by level, until a promise breaks or the budget ends. */
export async function explore(scenario: Scenario, budget: Budget): Promise<Explored> {
  const end = Date.now() + (budget.milliseconds ?? Infinity)
  const parts = partsOf(scenario, budget)
  let runs = 0
  let isWhole = true
  for (const [index, { bounds, setting }] of parts.entries()) {
    const until = Date.now() + (end - Date.now()) / (parts.length - index)
    const search = new DepthFirst(bounds, budget.without)
    for (let ofPart = 1; ; ofPart += 1) {
      search.begin()
      const run = await play(scenario, setting, search)
      runs += 1
      if (run.violation && (budget.promise ?? run.violation.promise) === run.violation.promise)
        return { runs, isWhole: false, finding: found(scenario, setting, run, runs) }
      if (!search.next()) break
      if (ofPart < budget.runs && Date.now() < until) continue
      isWhole = false
      break
    }
  }
  return { runs, isWhole, finding: null }
}

interface Part {
  readonly bounds: Bounds
  readonly setting: Setting
}

function partsOf(scenario: Scenario, { levels, settings }: Budget): readonly Part[] {
  const [plainest] = levels
  return levels
    .filter(({ anomalies }) => anomalies === 0 || !scenario.isCalm)
    .filter((bounds) => bounds === plainest || settings === undefined || !scenario.isHeavy)
    .flatMap((bounds) =>
      scenario.settings
        .slice(0, bounds === plainest ? undefined : settings)
        .map((setting) => ({ bounds, setting }))
    )
}

/** One run by chance; a finding is made as short as it gets before it is told. */
export async function exploreByChance(
  scenario: Scenario,
  seed: number,
  without: readonly string[] = []
): Promise<{ readonly finding: Finding | null; readonly runs: number }> {
  const random = randomFrom(seed)
  const setting = scenario.settings[Math.floor(random() * scenario.settings.length)]
  const anomalies = scenario.isCalm ? 0 : 1 + Math.floor(random() * 3)
  const chooser = new AtRandom(random, { anomalies, without, wrong: 0.06, swap: random() * 0.5 })
  const run = await play(scenario, setting, chooser)
  if (!run.violation) return { runs: 1, finding: null }
  let runs = 1
  const { promise } = run.violation
  const again = async (deviations: Deviations): Promise<boolean> => {
    runs += 1
    return (await play(scenario, setting, new Again(deviations))).violation?.promise === promise
  }
  const least = await shrink(chooser.deviations, again)
  const shortest = await play(scenario, setting, new Again(least))
  const told = shortest.violation ? shortest : run
  return { runs, finding: found(scenario, setting, told, runs) }
}

function found(scenario: Scenario, setting: Setting, run: Run, runs: number): Finding {
  const anomalies = run.world.scheduler.steps.filter(({ way }) => way && way !== 'lands').length
  return { scenario, setting, run, runs, anomalies }
}
