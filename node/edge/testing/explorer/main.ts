import { parseArgs } from 'node:util'
import { explore, exploreByChance, LEVELS, type Finding } from './explore'
import { SCENARIOS } from './scenarios'
import { scheduleOf } from './schedule'
import type { Scenario } from './scenario'

const USAGE =
  'usage: npm run explore -- [--minutes n] [--seed n] [--scenario words] [--without words] [--stale] [--full]'
const TELL_EVERY_MS = 30_000

interface Plan {
  readonly scenarios: readonly Scenario[]
  readonly minutes: number
  readonly seed: number
  readonly without: readonly string[]
  readonly isFull: boolean
}

/** @errors with the usage, where an argument is none */
function planOf(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '30' },
      seed: { type: 'string' },
      scenario: { type: 'string', default: '' },
      without: { type: 'string', multiple: true, default: [] },
      stale: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
    },
  })
  const minutes = Number(values.minutes)
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.scenario)).map((one) =>
    values.stale
      ? { ...one, settings: one.settings.map((setting) => ({ ...setting, isStale: true })) }
      : one
  )
  if (!(minutes > 0) || !Number.isInteger(seed) || scenarios.length === 0) throw new Error(USAGE)
  return { minutes, seed, scenarios, without: values.without, isFull: values.full }
}

/**
 * Half of the time goes into every schedule of every scenario, level by level, the other half into runs by chance of
 * those that broke no promise. Prints each counterexample; ends with 1 where there is one.
 */
async function main(): Promise<void> {
  const { scenarios, minutes, seed, without, isFull } = planOf(process.argv.slice(2))
  const end = Date.now() + minutes * 60_000
  const half = end - minutes * 30_000
  const findings: Finding[] = []
  let runs = 0
  const tell = (finding: Finding): void => {
    findings.push(finding)
    print(scheduleOf(finding, !isFull))
  }
  for (const [index, scenario] of scenarios.entries()) {
    const milliseconds = (half - Date.now()) / (scenarios.length - index)
    const budget = { milliseconds, without, levels: LEVELS, runs: Infinity }
    const { finding, runs: played, isWhole } = await explore(scenario, budget)
    runs += played
    const how = finding ? 'breaks' : isWhole ? 'holds, all levels' : 'holds as far as time went'
    print(`${finding ? '✗' : '✓'} ${scenario.name}: ${how} (${played} runs)`)
    if (finding) tell(finding)
  }
  const clean = scenarios.filter((one) => !findings.some(({ scenario }) => scenario === one))
  let round = 0
  for (let told = Date.now(); clean.length > 0 && Date.now() < end; round += 1) {
    const scenario = clean[round % clean.length]
    const { finding, runs: played } = await exploreByChance(scenario, seed + round, without)
    runs += played
    if (finding) {
      print(`✗ by chance: ${scenario.name}`)
      tell(finding)
      clean.splice(clean.indexOf(scenario), 1)
    }
    if (Date.now() - told < TELL_EVERY_MS) continue
    told = Date.now()
    print(`… ${round + 1} schedules by chance, ${findings.length} counterexamples so far`)
  }
  print(`${runs} runs, ${findings.length} counterexamples (again: --seed ${seed})`)
  process.exitCode = findings.length > 0 ? 1 : 0
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
