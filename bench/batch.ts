// npm run bench:batch -- --rows 10000 --replicas 2: a batch against what people write instead, under both limiters that
// VTEX's texts leave open (design bars: bench/README.md). `--only ours` runs one contestant, `--json` prints JSON,
// `--timeline` tells of ours what became of the ledger's moments, `--timeline seconds` second by second.
import { watchMachine } from './batch/machine'
import { CONTESTANTS, type Told } from './batch/contestants'
import { Field, QUOTA_A_MINUTE, type Limiter, type Row } from './batch/field'
import { filled, ran, toldOf } from './batch/ours'
import { personAtWork, usualMs } from './batch/person'
import { Timeline } from './batch/timeline'
import { Bench } from './measure'
import { numberOf, print, tableOf, textOf, type Line } from './table'

const OURS = 'ours'

interface Runner {
  readonly name: string
  readonly share: number
  /** What it told of each row, and how long it took. @unit milliseconds */
  run(rows: readonly Row[]): Promise<{ told: Told[]; ms: number }>
}

async function runOurs(bench: Bench, rows: readonly Row[]) {
  const batchId = await filled(bench, rows)
  const endCount = bench.countingCalls()
  const timeline = process.argv.includes('--timeline') ? new Timeline(bench) : null
  const { ms, counts, finishedAt } = await ran(bench, batchId).finally(() => timeline?.stop())
  const parts = [...endCount()].map(([part, count]) => `${part} ${count}`)
  if (timeline) {
    const isWhole = textOf('timeline') === 'seconds'
    console.error(tableOf([timeline.summary(finishedAt), ...(isWhole ? timeline.lines() : [])]))
  }
  const told = counts.map(({ outcome, count }) => `${outcome} ${count}`)
  console.error(`${told.join(', ')}; calls: ${parts.join(', ')}`)
  return { ms, told: await toldOf(bench, batchId) }
}

function runners(bench: Bench): Runner[] {
  const scripts = CONTESTANTS.map(({ name, share, run }) => ({
    name,
    share,
    run: async (rows: readonly Row[]) => {
      const startedAt = performance.now()
      const told = await run(bench, rows)
      return { told, ms: performance.now() - startedAt }
    },
  }))
  return [...scripts, { name: OURS, share: 1, run: (rows) => runOurs(bench, rows) }]
}

async function measured(bench: Bench, runner: Runner, limiter: Limiter, count: number) {
  await bench.reset()
  const field = new Field(bench)
  try {
    await bench.control('PUT', '/local/oms/behaviour', { applyDelayMs: 0, indexDelayMs: 0 })
    // Files that an account has one of are made, and code is warm.
    await ran(bench, await filled(bench, field.rows(20)))
    await field.misbehave(limiter)
    const usual = await usualMs(bench, field)
    const rows = field.rows(Math.max(40, Math.round(count * runner.share)))
    Object.assign(field.work, { reads: 0, writes: 0, refused: 0 })
    const endPerson = personAtWork(bench, field)
    const endWatch = watchMachine(bench)
    const { told, ms } = await runner.run(rows)
    const load = endWatch()
    const person = await endPerson()
    return lineOf(field, { rows, told, ms, usual, person, load, name: runner.name })
  } finally {
    field.leave()
  }
}

interface Measured {
  readonly name: string
  readonly rows: readonly Row[]
  readonly told: readonly Told[]
  readonly ms: number
  readonly usual: number
  readonly person: Awaited<ReturnType<ReturnType<typeof personAtWork>>>
  readonly load: ReturnType<ReturnType<typeof watchMachine>>
}

function lineOf(field: Field, { name, rows, told, ms, usual, person, load }: Measured): Line {
  const { reads, writes, refused } = field.work
  const missing = (row: Row): boolean => !row.isHeld && field.timesTaken(row) === 0
  const lost = rows.filter(
    (row, at) => missing(row) && !['not done', 'unknown'].includes(told[at]!)
  )
  const open = rows.filter((row, at) => missing(row) && !lost.includes(row) && told[at])
  const untrue = rows.filter((row, at) => {
    const isDone = !row.isHeld && field.timesTaken(row) > 0
    return told[at] === null || (told[at] !== 'unknown' && (told[at] === 'done') !== isDone)
  })
  const answered = Math.max(1, reads - refused)
  return {
    contestant: name,
    rows: rows.length,
    ratio: ms / ((answered / QUOTA_A_MINUTE) * 60_000),
    lost: lost.length,
    open: open.length,
    untrue: untrue.length,
    doubled: rows.filter((row) => !row.isHeld && field.timesTaken(row) > 1).length,
    overwritten: rows.filter((row) => field.isOverwritten(row)).length,
    'person refused': `${person.refused}/${person.calls}`,
    'person × usual': person.medianMs / usual,
    '429 %': (100 * refused) / (reads + writes),
    'reads a row': reads / rows.length,
    'replica MB': load.peakMb,
    'CPU %': `${percent(load.busy)} (${percent(load.replicas)}+${percent(load.stand)})`,
    s: Math.round(ms / 1_000),
  }
}

const percent = (share: number): number => Math.round(100 * share)

async function main() {
  const rows = numberOf('rows', 2_000)
  const replicas = numberOf('replicas', 2)
  const only = textOf('only')
  const limiters = (['minute', 'bucket'] as const).filter((one) =>
    [null, one].includes(textOf('limiter') as never)
  )
  const bench = await Bench.start(replicas)
  try {
    for (const limiter of limiters) {
      const lines: Line[] = []
      for (const runner of runners(bench))
        if (only === null || runner.name === only) {
          lines.push(await measured(bench, runner, limiter, rows))
          console.error(`${limiter}: ${runner.name} is through`)
        }
      print(
        `OMS at 50 ms, ${QUOTA_A_MINUTE} reads a minute by ${limiter}, ${replicas} replicas`,
        lines
      )
    }
  } finally {
    await bench.stop()
  }
}

void main()
