// npm run vendor -- <account>: writes another vendor name wherever the app's own id stands, so that a store can link it.
import { readFileSync, writeFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SHIPPED = ['manifest.json', 'policies.json', 'node', 'react', 'graphql', 'admin', 'messages', 'docs/README.md']

function filesOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesOf(join(path, name)))
}

/** Rewrites `<vendor>.<name>` everywhere in the shipped files and the vendor in the manifest; answers the changed files. */
export function renameVendor(root, vendor) {
  if (!/^[a-z][a-z0-9-]*$/.test(vendor ?? '')) {
    throw new Error('name the VTEX account that will own the app: npm run vendor -- <account> (lower-case letters, digits, hyphens)')
  }
  const manifestFile = join(root, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const before = `${manifest.vendor}.${manifest.name}`
  const after = `${vendor}.${manifest.name}`
  if (before === after) return []
  const changed = []
  for (const file of SHIPPED.flatMap((path) => filesOf(join(root, path)))) {
    const text = readFileSync(file, 'utf8')
    let next = text.split(before).join(after)
    if (file === manifestFile) next = next.replace(/("vendor"\s*:\s*)"[^"]*"/, `$1"${vendor}"`)
    if (next !== text) {
      writeFileSync(file, next)
      changed.push(file)
    }
  }
  return changed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.env.APP_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..')
  try {
    const changed = renameVendor(root, process.argv[2])
    console.log(changed.length ? `${changed.length} files now name ${process.argv[2]}` : 'nothing to change')
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
