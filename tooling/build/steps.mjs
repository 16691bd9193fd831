// A build step runs when what goes into it has changed since it last succeeded.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** All files below `folder` that `keep` takes, sorted; node_modules and dot folders are left out. */
export function filesBelow(folder, keep = () => true) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) return []
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path, keep)
      return keep(path) ? [path] : []
    })
    .sort()
}

/** One hash of the names and contents of files; a missing file counts as such. */
export function hashOfFiles(files, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const file of files) {
    hash.update(`\0${file}\0`)
    hash.update(existsSync(file) ? readFileSync(file) : '\0absent')
  }
  return hash.digest('hex')
}

/** Runs `work` unless `inputs` are those of its last success and every output is there. Says which. */
export async function step({ name, stamps, inputs, outputs, work }) {
  const stamp = join(stamps, name)
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (known === inputs && outputs.every((path) => existsSync(path))) return 'unchanged'
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, inputs)
  return 'built'
}
