// npm run build: compiles node/ and bundles react/ into .stand; what has not changed is not built again.
// --keep-going builds a service that has type errors.
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPanel } from './build/panel.mjs'
import { buildService } from './build/service.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const LOCK_IS_DEAD_MS = 180_000

/** Where the built app lies. */
export const outputFolder = () => process.env.STAND_DIR || join(root, '.stand')

/** Builds service and panel; answers for each whether it was 'built' or 'unchanged'. @errors with what the compiler said. */
export async function buildAll({ keepGoing = false } = {}) {
  const out = outputFolder()
  const release = await takeLock(join(out, 'build.lock'))
  try {
    const [service, panel] = await Promise.all([
      buildService({ root, out, keepGoing }),
      buildPanel({ root, out }),
    ])
    const panelOutcome = panel.outcomes.every((one) => one === 'unchanged') ? 'unchanged' : 'built'
    console.log(`service ${service}, panel ${panelOutcome}; ${panel.weight}`)
    if (panel.tooHeavy) console.error('The panel is heavier than the limit.')
    return { service, panel: panelOutcome }
  } finally {
    release()
  }
}

// Two builds at once would write into each other's output.
async function takeLock(lock) {
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > LOCK_IS_DEAD_MS) rmSync(lock, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildAll({ keepGoing: process.argv.includes('--keep-going') })
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
