// npm test: installs what is missing, runs every check, ends with "N passed, N failed". Any failing step makes it exit 1.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { findOrInstallChromium } from './chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, '.stand', 'reports')
const bin = (name, folder = '') => join(root, folder, 'node_modules', '.bin', name)

/** A plain check counts as one test; a jest run as many as it ran. */
const steps = [
  { name: 'types of the service', command: [bin('tsc'), '--noEmit', '-p', 'node'] },
  { name: 'types of the panel', command: [bin('tsc', 'react'), '--noEmit', '-p', 'react'] },
  { name: 'types of the workbench', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('eslint'), '--max-warnings=0', 'node', 'react', 'stand', 'tooling', 'bench', 'eslint.config.mjs'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'import rules', command: [bin('depcruise'), 'node', 'react', 'stand', 'tooling', 'bench', '--config', '.dependency-cruiser.cjs'] },
  { name: 'unused code', command: [bin('knip'), '--no-progress', '--no-config-hints'] },
  { name: 'generated types of the service', command: [process.execPath, 'tooling/codegen/service.mjs', '--check'] },
  { name: 'generated types of the panel', command: [process.execPath, 'tooling/codegen/generate.mjs', '--check'] },
  { name: 'build', command: [process.execPath, 'tooling/build.mjs'] },
  { name: 'checks', jest: ['--selectProjects', 'checks'] },
  { name: 'service', jest: ['--selectProjects', 'service'] },
  { name: 'service far from UTC', jest: ['--selectProjects', 'service', '--', 'node/domain', 'node/oms'], env: { TZ: 'Pacific/Chatham' } },
  { name: 'service west of UTC', jest: ['--selectProjects', 'service', '--', 'node/domain', 'node/oms'], env: { TZ: 'America/Sao_Paulo' } },
  { name: 'panel', jest: [], folder: 'react', runner: [bin('vtex-test-tools', 'react'), 'test'] },
  { name: 'stand', jest: ['--selectProjects', 'stand'] },
  { name: 'end to end', jest: ['--selectProjects', 'e2e', '--maxWorkers=2', '--testTimeout=60000'] },
  { name: 'browser', jest: ['--selectProjects', 'browser', '--maxWorkers=2', '--testTimeout=120000'], mayNotSkip: true },
]

function run([command, ...args], { folder = '', env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: join(root, folder), env: { ...process.env, CI: 'true', ...env }, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function runStep(step) {
  const startedAt = Date.now()
  console.log(`\n── ${step.name}`)
  const report = join(reports, `${step.name.replace(/\W+/g, '-')}.json`)
  const command = step.jest
    ? [...(step.runner ?? [bin('jest')]), '--json', `--outputFile=${report}`, ...step.jest]
    : step.command
  const code = await run(command, { folder: step.folder, env: step.env })
  const tally = { passed: 0, failed: 0, skipped: 0 }
  if (!step.jest) {
    if (code === 0) tally.passed = 1
    else tally.failed = 1
  } else if (!existsSync(report)) {
    tally.failed = 1
  } else {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    tally.passed = result.numPassedTests
    tally.skipped = result.numPendingTests + result.numTodoTests
    tally.failed = result.numFailedTests + result.numRuntimeErrorTestSuites
    if (result.numTotalTests === 0 || (code !== 0 && tally.failed === 0)) tally.failed += 1
    if (step.mayNotSkip && tally.skipped > 0) {
      console.error(`${tally.skipped} browser tests were skipped: that counts as failed`)
      tally.failed += tally.skipped
    }
  }
  console.log(`${tally.failed ? '✘' : '✔'} ${step.name}: ${tally.passed} passed, ${tally.failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)`)
  return tally
}

async function main() {
  await installMissing()
  process.env.CHROMIUM_PATH = findOrInstallChromium()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const only = process.argv.slice(2)
  const chosen = only.length ? steps.filter((step) => only.some((word) => step.name.includes(word))) : steps
  if (chosen.length === 0) {
    console.error(`no step is named like that; there are: ${steps.map((step) => step.name).join(', ')}`)
    process.exit(1)
  }
  const totals = { passed: 0, failed: 0, skipped: 0 }
  const red = []
  for (const step of chosen) {
    const tally = await runStep(step)
    totals.passed += tally.passed
    totals.failed += tally.failed
    totals.skipped += tally.skipped
    if (tally.failed) red.push(step.name)
  }
  console.log(red.length ? `\nfailed: ${red.join(', ')}\n` : '')
  console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`)
  process.exit(totals.failed ? 1 : 0)
}

await main()
