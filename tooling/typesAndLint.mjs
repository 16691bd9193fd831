// Steps of npm test in one process, by their names: node tooling/typesAndLint.mjs <report> <name> …
// The report tells which passed, and after how many seconds; what the others found is printed.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import config from '../eslint.config.mjs'
import { keptPrograms, lintProblems, typeProblems } from './sources/sources.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const program = keptPrograms()
const typesOf = (folder) => () => typeProblems(program(join(root, folder, 'tsconfig.json')))

const checks = {
  'types of the service': typesOf('node'),
  'types of the workbench': typesOf('.'),
  lint: () =>
    lintProblems(config, program, [
      'node',
      'react',
      'stand',
      'tooling',
      'bench',
      'eslint.config.mjs',
    ]),
}

process.chdir(root)
const [report, ...names] = process.argv.slice(2)
const told = {}
for (const name of names) {
  const startedAt = Date.now()
  const problems = await checks[name]()
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  told[name] = { hasPassed: problems === '', seconds }
  if (problems) console.error(`${name}:\n${problems}\n`)
}
writeFileSync(report, JSON.stringify(told))
process.exitCode = names.every((name) => told[name].hasPassed) ? 0 : 1
