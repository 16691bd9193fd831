import { brokenPromise, runLanes, type LanePlot } from './testing/explorer/batch/lanes'

/** `BATCH_RUNS=500 BATCH_SEED=9000 npx jest … batchLanes` looks further. */
const RUNS = Number(process.env.BATCH_RUNS ?? 12)
const SEED = Number(process.env.BATCH_SEED ?? 1)

const CALM = { anomalies: 0, wrong: 0, swap: 0.2 }
// A head that VBase hides for hours from whoever looks is not seen by him for hours: that is known.
const HARSH = { anomalies: 6, wrong: 0.02, swap: 0.3, without: ['for hours'] }
// So often that they die twice at one row, after somebody had sent it and settled it in the journal.
const DYING = { ...HARSH, anomalies: 60, wrong: 0.15 }

async function holds(plot: LanePlot): Promise<void> {
  const run = await runLanes(plot)
  const broken = brokenPromise(run, plot)
  if (broken === null) return
  const steps = run.scheduler.steps.slice(-400)
  const told = steps.map((s) => `${s.atMs % 10_000_000} ${s.caller} ${s.text} ${s.way}`)
  throw new Error(`seed ${plot.seed}: ${broken}\n${told.join('\n')}`)
}

const seeds = Array.from({ length: RUNS }, (_, run) => SEED + run)

describe('lanes bring a batch to its end', () => {
  it.each(seeds)('on a quiet day, seed %i', (seed) =>
    holds({ seed, rows: 130, chances: CALM, lost: 0, doubled: 0 })
  )

  it.each(seeds)('with handlers that die and calls that fail, seed %i', (seed) =>
    holds({ seed, rows: 130, chances: HARSH, lost: 0, doubled: 0.2 })
  )

  it.each(seeds)('with handlers that hardly live, seed %i', (seed) =>
    holds({ seed, rows: 60, chances: DYING, lost: 0, doubled: 0.2 })
  )

  it.each(seeds)('with half of the events lost and others doubled, seed %i', (seed) =>
    holds({ seed, rows: 60, chances: HARSH, lost: 0.5, doubled: 0.3 })
  )

  it('with rows that kill whoever comes to them: they are left out, told for what they are', async () => {
    const poison = new Map([
      [7, false],
      [40, true],
    ])
    const plot = { poison, seed: SEED, rows: 60, chances: CALM, lost: 0, doubled: 0 }
    const { batch, rows, taken } = await runLanes(plot)
    expect(batch.state).toBe('DONE')
    const outcomeOf = (row: number) => rows[row].result!.outcome
    // Nobody knows of a row that was begun and never ended.
    expect([outcomeOf(7), outcomeOf(40)]).toEqual(['FAILED', 'UNKNOWN'])
    expect(rows[7].result!.problems[0].code).toBe('BATCH_ROW_POISONED')
    expect(taken.has('order-7')).toBe(false)
    const others = rows.filter(({ row }) => !poison.has(row.row))
    expect(
      others.every(({ result }) => ['APPLIED', 'ALREADY_APPLIED'].includes(result!.outcome))
    ).toBe(true)
  })
})
