// npm run mutate [-- <file or pattern> …]: changes the code in small ways and asks whether a test falls. Without a
// pattern all of node/domain, node/usecases and node/edge/stores, which takes long at first and little afterwards:
// what has not changed since is not run again.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judge, WANTED_SCORE } from './survivors.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const report = join(root, '.stand', 'mutation', 'report.json')
const list = join(root, 'tooling', 'mutation', 'survivors.json')

const patterns = process.argv.slice(2)
mkdirSync(dirname(report), { recursive: true })
const startedAt = Date.now()
const code = await stryker(
  patterns.length > 0 ? ['--mutate', [...patterns, '!**/*.test.ts'].join(',')] : []
)
if (code !== 0 || !existsSync(report)) {
  console.error('Stryker did not end well: what it said stands above.')
  process.exit(1)
}

const { unexplained, gone, nameless, score } = judge(
  JSON.parse(readFileSync(report, 'utf8')),
  JSON.parse(readFileSync(list, 'utf8'))
)
for (const { file, line, mutator, was, becomes } of unexplained)
  console.log(`lived: ${file}:${line} ${mutator}\n  - ${was}\n  + ${becomes || '(nothing)'}`)
for (const { file, mutator, was } of gone)
  console.log(
    `no longer lives, take it out of survivors.json: ${file} ${mutator} ${JSON.stringify(was)}`
  )
for (const { file, was } of nameless)
  console.log(`has no reason in survivors.json: ${file} ${JSON.stringify(was)}`)
console.log(
  `score ${score.toFixed(1)} % of ${WANTED_SCORE} wanted, ${unexplained.length} survivors without a reason (${Math.round((Date.now() - startedAt) / 1000)} s)`
)
process.exit(
  score < WANTED_SCORE || unexplained.length > 0 || gone.length > 0 || nameless.length > 0 ? 1 : 0
)

function stryker(options) {
  return new Promise((resolve) => {
    const command = join(root, 'node_modules', '.bin', 'stryker')
    const child = spawn(
      command,
      ['run', 'tooling/mutation/stryker.config.mjs', '--concurrency', '2', ...options],
      { cwd: root, stdio: 'inherit' }
    )
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (exit) => resolve(exit ?? 1))
  })
}
