// npm run check:builder: installs node/ and react/ as VTEX's builder did on its older host: yarn 1 on Node 16,
// lock files frozen, engines asked. It takes minutes, so npm test asks the lock files instead (checks/lockFiles.test.ts).
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const NODE = 'node@16.20.2'
const YARN = 'yarn@1.22.22'

/** The folder of Node 16's binary and yarn's script, fetched once into .stand. */
function tools() {
  const home = join(root, '.stand', 'builder')
  const node = join(home, 'node_modules', 'node', 'bin')
  const yarn = join(home, 'node_modules', 'yarn', 'bin', 'yarn.js')
  if (!existsSync(node) || !existsSync(yarn)) {
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{ "private": true }')
    // The package `node` fetches the binary of this platform in its install script.
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts=false', NODE, YARN], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return { node, yarn }
}

function yarnInstall({ node, yarn }, folder) {
  const work = mkdtempSync(join(tmpdir(), `builder-${folder}-`))
  for (const name of ['package.json', 'yarn.lock'])
    copyFileSync(join(root, folder, name), join(work, name))
  const registry = execFileSync('npm', ['config', 'get', 'registry']).toString().trim()
  return new Promise((resolve) => {
    const child = spawn(
      join(node, process.platform === 'win32' ? 'node.exe' : 'node'),
      [yarn, 'install', '--frozen-lockfile', '--non-interactive', '--registry', registry],
      {
        cwd: work,
        env: { ...process.env, PATH: `${node}${delimiter}${process.env.PATH}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      }
    )
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', (error) => resolve({ folder, code: 1, said: error.message }))
    child.on('exit', (code) => resolve({ folder, code, said }))
  }).finally(() => rmSync(work, { recursive: true, force: true }))
}

const both = tools()
let failed = false
// One after the other: two yarns at once write into one cache.
for (const folder of ['node', 'react']) {
  const { code, said } = await yarnInstall(both, folder)
  failed ||= code !== 0
  const why = said.split('\n').filter((line) => line.startsWith('error '))
  console.log(
    code === 0
      ? `${folder}/ installs on Node 16 with yarn 1`
      : `${folder}/: ${why.join('\n') || said}`
  )
}
process.exit(failed ? 1 : 0)
