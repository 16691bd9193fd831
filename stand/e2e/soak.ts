/** `npm run soak -- --minutes 10 [--seed n]`: the model test for as long as wished, with a new seed each round. */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { TestStand } from './harness/stand'
import { promises } from './model/property'

const RUNS_A_ROUND = 25
const MOST_STEPS = 15

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
  })
  const minutes = Number(values.minutes)
  let seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  if (!(minutes > 0) || !Number.isInteger(seed)) {
    throw new Error('usage: npm run soak -- --minutes <number above 0> [--seed <whole number>]')
  }
  const stand = new TestStand({ replicas: 2 })
  await stand.start()
  const end = Date.now() + minutes * 60_000
  let runs = 0
  try {
    do {
      const found = await fc.check(promises(stand, MOST_STEPS), { seed, numRuns: RUNS_A_ROUND })
      runs += found.numRuns
      if (found.failed) {
        console.error(fc.defaultReportMessage(found))
        console.error(found.errorInstance)
        console.error(`Again: npm run soak -- --seed ${seed} --minutes ${minutes}`)
        process.exitCode = 1
        return
      }
      console.log(`seed ${seed}: ${found.numRuns} runs hold (${runs} in all)`)
      seed = (seed + 1) % 2 ** 31
    } while (Date.now() < end)
  } finally {
    await stand.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
