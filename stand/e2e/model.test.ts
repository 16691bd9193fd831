import fc from 'fast-check'
import { useStand } from './harness/stand'
import type { Memory } from './model/memory'
import { promises } from './model/property'

/** Fixed seed: a red run is red again. `npm run soak` looks on with others. */
const SEED = 20_260_301
const RUNS = 100
const MOST_STEPS = 8

const stand = useStand({ replicas: 2 })

it(`holds its promises in ${RUNS} runs of steps, faults and deaths`, async () => {
  const outcomes = new Map<string, number>()
  let batchesRun = 0
  const count = ({ answers, batches }: Memory): void => {
    batchesRun += batches
    for (const { outcome } of answers) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  await fc.assert(promises(stand, MOST_STEPS, count), {
    seed: SEED,
    numRuns: RUNS,
    endOnFailure: true,
    verbose: 1,
  })
  // An app that refuses everything would break no promise either.
  expect(outcomes.get('APPLIED')).toBeGreaterThan(RUNS / 2)
  expect(batchesRun).toBeGreaterThan(0)
  for (const outcome of ['ALREADY_APPLIED', 'REFUSED', 'UNKNOWN', 'ACCEPTED']) {
    expect([...outcomes.keys()]).toContain(outcome)
  }
}, 600_000)
