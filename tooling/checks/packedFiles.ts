import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import globby from 'globby'

// What `vtex link` and `vtex publish` leave out whatever .vtexignore says, and what they take in:
// the packing rules of the CLI, replayed on the same version of the same glob library.
const ALWAYS_LEFT_OUT = [
  '.DS_Store',
  'README.md',
  '.gitignore',
  'package.json',
  'node_modules/**',
  '**/node_modules/**',
  '.git/**',
  'cypress/videos/**',
  'cypress/screenshots/**',
]
const TAKEN_IN = ['manifest.json', 'policies.json', '.npmrc', 'node/.*', 'react/.*', '*/**']

function ignoredPatterns(root: string): string[] {
  const file = join(root, '.vtexignore')
  if (!existsSync(file)) return ALWAYS_LEFT_OUT
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/\/$/, '/**'))
    .concat(ALWAYS_LEFT_OUT)
}

/** The files that would ship, sorted; empty files are dropped as the CLI drops them. */
export async function packedFiles(root: string): Promise<string[]> {
  const found = await globby(TAKEN_IN, {
    cwd: root,
    follow: true,
    ignore: ignoredPatterns(root),
    nodir: true,
  })
  return found.filter((file) => lstatSync(join(root, file)).size > 0).sort()
}
