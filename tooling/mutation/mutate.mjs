// npm run mutate [-- <file or folder> …]: changes the code in small ways and asks whether a test falls. Without a name
// all of node/domain, node/usecases and node/edge/stores, which takes long at first and little afterwards: what has not
// changed since is not run again. What whole rooms came to is written into README.md.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRooms, readRows, roomOf, rowsOf, sumOf, withRows } from './scores.mjs'
import { judge, scoreOf, WANTED_SCORE, withoutDoubtful } from './survivors.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const kept = join(root, '.stand', 'mutation', 'incremental.json')
const reported = join(root, '.stand', 'mutation', 'report.json')
const readme = join(root, 'tooling', 'mutation', 'README.md')
const WHERE = ['node/domain', 'node/usecases', 'node/edge/stores']
/** Stryker's processes; the tests of one take a core. */
const CONCURRENCY = process.env.MUTATE_CONCURRENCY ?? '2'

const asked = process.argv.slice(2).map((name) => name.replace(/\/$/, ''))
const sources = sourcesBelow(WHERE)
const isIn = (names) => (file) => names.some((name) => file === name || file.startsWith(`${name}/`))
const files = Object.keys(sources).filter(isIn(asked.length > 0 ? asked : WHERE))
if (files.length === 0) {
  console.error(
    `Nothing to change in ${asked.join(', ')}: name files or folders of ${WHERE.join(', ')}.`
  )
  process.exit(1)
}

const accepted = JSON.parse(
  readFileSync(join(root, 'tooling', 'mutation', 'survivors.json'), 'utf8')
)
const startedAt = Date.now()
mkdirSync(dirname(kept), { recursive: true })
if (existsSync(kept)) write(kept, withoutDoubtful(read(kept), accepted))
const code = await stryker(['--mutate', files.join(',')])
if (code !== 0 || !existsSync(reported)) {
  console.error('Stryker did not end well: what it said stands above.')
  process.exit(1)
}

const report = read(reported)
const run = {
  files: Object.fromEntries(Object.entries(report.files).filter(([file]) => files.includes(file))),
}
const { unexplained, gone, nameless, score } = judge(run, accepted)
for (const { file, line, mutator, was, becomes } of unexplained)
  console.log(`lived: ${file}:${line} ${mutator}\n  - ${was}\n  + ${becomes || '(nothing)'}`)
for (const { file, mutator, was } of gone)
  console.log(
    `no longer lives, take it out of survivors.json: ${file} ${mutator} ${JSON.stringify(was)}`
  )
for (const { file, was } of nameless)
  console.log(`has no reason in survivors.json: ${file} ${JSON.stringify(was)}`)
const seconds = Math.round((Date.now() - startedAt) / 1000)
console.log(
  `score ${score.toFixed(1)} % of ${WANTED_SCORE} wanted, ${unexplained.length} survivors without a reason (${seconds} s)`
)
tellRooms()
process.exit(
  score < WANTED_SCORE || unexplained.length > 0 || gone.length > 0 || nameless.length > 0 ? 1 : 0
)

/** Keeps what whole rooms came to, and says what all rooms come to, as far as they were ever run. */
function tellRooms() {
  const isWhole = (room) =>
    Object.keys(sources).every((file) => roomOf(file) !== room || files.includes(file))
  const day = new Date().toISOString().slice(0, 10)
  const fresh = rowsOf(report, accepted, sources, day, isWhole)
  const text = readFileSync(readme, 'utf8')
  const rooms = new Set(Object.keys(sources).map(roomOf))
  const rows = [
    ...readRows(text).filter(
      ({ room }) => rooms.has(room) && !fresh.some((one) => one.room === room)
    ),
    ...fresh,
  ]
  writeFileSync(readme, withRows(text, rows))
  const { neverRun, changed } = openRooms(rows, sources)
  console.log(`all rooms: ${scoreOf(sumOf(rows)).toFixed(1)} % of ${sumOf(rows).mutants} mutants`)
  if (neverRun.length > 0) console.log(`never run: ${neverRun.join(', ')}`)
  if (changed.length > 0) console.log(`changed since they were run: ${changed.join(', ')}`)
}

/** What may be changed, by name: the code, without tests and what they build with. */
function sourcesBelow(folders) {
  const names = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`)
  )
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/(?:testing|fixtures)\//.test(name))
      .map((name) => [name, readFileSync(join(root, name), 'utf8')])
  )
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function write(file, value) {
  writeFileSync(file, JSON.stringify(value))
}

function stryker(options) {
  return new Promise((resolve) => {
    const command = join(root, 'node_modules', '.bin', 'stryker')
    const child = spawn(
      command,
      ['run', 'tooling/mutation/stryker.config.mjs', '--concurrency', CONCURRENCY, ...options],
      { cwd: root, stdio: 'inherit' }
    )
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (exit) => resolve(exit ?? 1))
  })
}
