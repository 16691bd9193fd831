// npm test: installs what is missing, runs every check, ends with "N passed, N failed". Any failing step makes it exit 1.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { findOrInstallChromium, findOrInstallCurl } from './debian.mjs'
import { writeSeconds } from './testing/seconds.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, '.stand', 'reports')
const bin = (name, folder = '') => join(root, folder, 'node_modules', '.bin', name)

/** On as many cores as there are; jest's own choice leaves one idle, which is half of a small machine. */
const CORES = Math.max(2, availableParallelism())
const onAllCores = `--maxWorkers=${CORES}`

const BUILD = 'build'

/** A plain check counts as one test; a jest run as many as it ran. */
const steps = [
  { name: BUILD, command: [process.execPath, 'tooling/build.mjs'] },
  sourcesStep('types of the service'),
  { name: 'types of the panel', command: [bin('tsc', 'react'), '--noEmit', '-p', 'react'] },
  sourcesStep('types of the workbench'),
  sourcesStep('lint'),
  {
    name: 'format',
    command: [
      bin('prettier'),
      ...['--check', '--log-level', 'warn'],
      // By content, options and version; only what was found formatted is kept.
      ...['--cache', '--cache-strategy', 'content', '--cache-location', '.stand/prettier'],
      '.',
    ],
  },
  {
    name: 'import rules',
    command: [
      bin('depcruise'),
      'node',
      'react',
      'stand',
      'tooling',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'unused code', command: [bin('knip'), '--no-progress', '--no-config-hints'] },
  {
    name: 'generated types of the service',
    command: [process.execPath, 'tooling/codegen/service.mjs', '--check'],
  },
  {
    name: 'generated types of the panel',
    command: [process.execPath, 'tooling/codegen/generate.mjs', '--check'],
  },
  {
    name: 'generated readers of files',
    command: [process.execPath, 'tooling/codegen/readers.mjs', '--check'],
  },
  {
    name: 'generated posts',
    command: [process.execPath, 'tooling/codegen/posts.mjs', '--check'],
  },
  {
    name: 'service, and far from UTC, and west of UTC',
    jest: [
      '--selectProjects',
      'service',
      'service far from UTC',
      'service west of UTC',
      onAllCores,
    ],
  },
  {
    name: 'panel',
    jest: [onAllCores],
    folder: 'react',
    runner: [bin('vtex-test-tools', 'react'), 'test'],
  },
  { name: 'checks', jest: ['--selectProjects', 'checks', onAllCores], needsBuild: true },
  { name: 'stand', jest: ['--selectProjects', 'stand', onAllCores], needsBuild: true },
  standStep('end to end', ['e2e']),
  standStep('browser', ['browser']),
]

/** What typesAndLint.mjs checks. */
function sourcesStep(name, sources = [name]) {
  return { name, sources }
}

/** A worker of these waits for stand, VTEX's delays and browser half of its time: two share a core. */
function standStep(name, projects) {
  return {
    name,
    projects,
    jest: ['--selectProjects', ...projects, `--maxWorkers=${2 * CORES}`],
    mayNotSkip: true,
    needsBuild: true,
    waits: true,
  }
}

/** Those of one stand in one run, so that no core waits for the last file of each; those of one compiler in one process. */
function gathered(chosen) {
  return together('projects', standStep, together('sources', sourcesStep, chosen))
}

/** @param kind the key of what such steps run */
function together(kind, step, chosen) {
  const parts = chosen.filter((one) => one[kind])
  if (parts.length < 2) return chosen
  const names = parts.map(({ name }) => name).join(', ')
  const whole = step(
    names,
    parts.flatMap((one) => one[kind])
  )
  return chosen.flatMap((one) => (one === parts[0] ? [whole] : parts.includes(one) ? [] : [one]))
}

/** Runs a command; what it prints comes at once, or, where others run beside it, as one piece at its end. */
function run([command, ...args], { folder = '', isBesideOthers = false }) {
  return new Promise((resolve) => {
    const output = isBesideOthers ? 'pipe' : 'inherit'
    const child = spawn(command, args, {
      cwd: join(root, folder),
      env: { ...process.env, CI: 'true' },
      stdio: ['ignore', output, output],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
    child.on('error', (error) => {
      said += `${error.message}\n`
      resolve({ code: 1, said })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

const reportOf = (step) => join(reports, `${step.name.replace(/\W+/g, '-')}.json`)

/** What each test file of those steps took. */
function resultsOf(chosen) {
  const written = chosen.filter(({ jest }) => jest).map(reportOf)
  return written
    .filter((report) => existsSync(report))
    .flatMap((report) => JSON.parse(readFileSync(report, 'utf8')).testResults)
}

/** What a jest run's report says of it; a run without a report, or without a test, has failed. */
function tallyOf(report, code, mayNotSkip) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const tally = {
    passed: result.numPassedTests,
    skipped: result.numPendingTests + result.numTodoTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  }
  if (result.numTotalTests === 0 || (code !== 0 && tally.failed === 0)) tally.failed += 1
  if (mayNotSkip && tally.skipped > 0) {
    console.error(`${tally.skipped} tests were skipped: that counts as failed`)
    tally.failed += tally.skipped
  }
  return tally
}

function commandOf(step, report) {
  if (step.jest)
    return [...(step.runner ?? [bin('jest')]), '--json', `--outputFile=${report}`, ...step.jest]
  // Three programs at once are more than Node takes by itself where there are less than 16 GB.
  if (step.sources)
    return [
      process.execPath,
      '--max-old-space-size=4096',
      'tooling/typesAndLint.mjs',
      report,
      ...step.sources,
    ]
  return step.command
}

const plainTally = (hasPassed) => ({
  passed: hasPassed ? 1 : 0,
  failed: hasPassed ? 0 : 1,
  skipped: 0,
})

/** Of each thing that a step's last line is to tell of. */
function talliesOf(step, report, code, seconds) {
  const { name } = step
  if (step.jest) return [{ name, seconds, ...tallyOf(report, code, step.mayNotSkip) }]
  if (!step.sources) return [{ name, seconds, ...plainTally(code === 0) }]
  // One that ended before it wrote has shown nothing of any.
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  return step.sources.map((source) => ({
    name: source,
    seconds: told[source]?.seconds ?? seconds,
    ...plainTally(told[source]?.hasPassed === true),
  }))
}

async function runStep(step, isBesideOthers) {
  const startedAt = Date.now()
  if (!isBesideOthers) console.log(`\n── ${step.name}`)
  const report = reportOf(step)
  const { code, said } = await run(commandOf(step, report), {
    folder: step.folder,
    isBesideOthers,
  })
  if (isBesideOthers) console.log(`\n── ${step.name}${said ? `\n${said.trimEnd()}` : ''}`)
  else if (said) console.error(said.trimEnd())
  const tallies = talliesOf(step, report, code, Math.round((Date.now() - startedAt) / 1000))
  for (const { name, passed, failed, seconds } of tallies)
    console.log(`${failed ? '✘' : '✔'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
  return tallies
}

/**
 * What takes all cores goes one by one, and the build beside the first. What takes one core goes one by one too, beside the
 * step whose workers wait, so that their waiting costs nothing; where no step takes all, one a core. What needs the build
 * waits for it.
 */
async function runAll(chosen) {
  const [single, onAll] = [false, true].map((wanted) =>
    chosen.filter((step) => Boolean(step.jest) === wanted)
  )
  const built = single.find((step) => step.name === BUILD)
  const outcomes = new Map()
  const begin = (step, isBesideOthers) => {
    if (!outcomes.has(step)) outcomes.set(step, runStep(step, isBesideOthers))
    return outcomes.get(step)
  }
  const waiting = [...single]
  const singleLane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await begin(step, true)
  }
  const lanes = []
  const beside = onAll.find(({ waits }) => waits) ?? onAll[0]
  if (!beside) lanes.push(...Array.from({ length: CORES }, () => singleLane()))
  else if (built) lanes.push(begin(built, true))
  for (const step of onAll) {
    if (built && step.needsBuild) await begin(built, true)
    if (step === beside) lanes.push(singleLane())
    await begin(step, false)
  }
  await Promise.all(lanes)
  return (await Promise.all(chosen.map((step) => outcomes.get(step)))).flat()
}

async function main() {
  await installMissing()
  process.env.CHROMIUM_PATH = findOrInstallChromium()
  findOrInstallCurl()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const only = process.argv.slice(2)
  const chosen = gathered(
    only.length ? steps.filter((step) => only.some((word) => step.name.includes(word))) : steps
  )
  if (chosen.length === 0) {
    console.error(
      `no step is named like that; there are: ${steps.map((step) => step.name).join(', ')}`
    )
    process.exit(1)
  }
  const tallies = await runAll(chosen)
  if (process.env.UPDATE_SECONDS === '1') writeSeconds(resultsOf(chosen))
  const sum = (count) => tallies.reduce((total, tally) => total + tally[count], 0)
  const totals = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  const red = tallies.filter(({ failed }) => failed > 0).map(({ name }) => name)
  console.log(red.length ? `\nfailed: ${red.join(', ')}\n` : '')
  console.log(
    `${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`
  )
  process.exit(totals.failed ? 1 : 0)
}

await main()
