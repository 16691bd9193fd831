// npm run dev: npm start, and every change of service or panel is built and taken by the running stand, which keeps
// its orders, invoices and switches.
import { execFile, spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildAll } from './build.mjs'
import { rebuilds, WATCHED } from './dev/rebuilds.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stand = `http://localhost:${process.env.PORT || 3000}`
/** An editor saves a file in several steps, a checkout many files at once. */
const SETTLE_MS = 150
const GENERATORS = ['tooling/codegen/service.mjs', 'tooling/codegen/generate.mjs']
const run = promisify(execFile)

const child = spawn(
  process.execPath,
  [join(root, 'tooling', 'start.mjs'), '--keep-going', ...process.argv.slice(2)],
  { stdio: 'inherit' }
)
child.on('exit', (code) => process.exit(code ?? 1))
// Ctrl-C reaches the stand by itself; this process ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

const rebuild = rebuilds({
  async generate() {
    for (const script of GENERATORS) await run(process.execPath, [join(root, script)])
  },
  build: () => buildAll({ keepGoing: true }),
  restart: restartReplicas,
  say: (text) => console.log(text),
})

let changed = []
let settling = null
function noticed(path) {
  changed.push(path)
  clearTimeout(settling)
  settling = setTimeout(() => {
    const paths = changed
    changed = []
    void rebuild(paths)
  }, SETTLE_MS)
}

// Folder by folder: watching node_modules costs a watch for each of its thousands of folders.
for (const folder of WATCHED) {
  watch(join(root, folder), (_, name) => name && noticed(`${folder}/${name}`))
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue
    watch(
      join(root, folder, entry.name),
      { recursive: true },
      (_, name) => name && noticed([folder, entry.name, ...name.split(sep)].join('/'))
    )
  }
}

/** The stand brings a killed replica back by itself, on the code that lies there then. */
async function restartReplicas() {
  const replicas = await (await fetch(`${stand}/local/replicas`)).json()
  for (const { index } of replicas)
    await fetch(`${stand}/local/replicas/${index}/kill`, { method: 'POST' })
}
