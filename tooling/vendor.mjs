// npm run vendor -- <account> [--support <address>] [--without NotifyInvoice]: makes the app another account's, so
// that it can be linked and published there.
import { readFileSync, writeFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const USAGE = 'npm run vendor -- <account> [--support <address>] [--without NotifyInvoice]'
const SHIPPED = [
  'manifest.json',
  'policies.json',
  'node',
  'react',
  'graphql',
  'admin',
  'messages',
  'docs/README.md',
]
/**
 * Policies that the app lives without: VTEX grants NotifyInvoice's right as ShippingAction too, and without ADMIN_DS only the
 * read model cannot be switched on.
 */
const SPARE_POLICIES = ['NotifyInvoice', 'ADMIN_DS']

/** What the command line asks for. @errors with the usage where it cannot be read. */
export function readArguments([vendor, ...rest]) {
  const asked = { vendor, support: null, without: [] }
  for (let at = 0; at < rest.length; at += 2) {
    const value = rest[at + 1]
    if (rest[at] === '--support' && value) asked.support = value
    else if (rest[at] === '--without' && value) asked.without.push(value)
    else throw new Error(`"${rest[at]}" is not understood: ${USAGE}`)
  }
  if (!/^[a-z][a-z0-9-]*$/.test(asked.vendor ?? ''))
    throw new Error(
      `name the VTEX account that will own the app: ${USAGE} (lower-case letters, digits, hyphens)`
    )
  if (asked.support !== null && !/^[^\s@"\\]+@[^\s@"\\]+\.[^\s@"\\]+$/.test(asked.support))
    throw new Error(`"${asked.support}" is no mail address: ${USAGE}`)
  const needed = asked.without.find((name) => !SPARE_POLICIES.includes(name))
  if (needed)
    throw new Error(
      `the app needs the policy "${needed}"; only ${SPARE_POLICIES.join(', ')} can be left out`
    )
  return asked
}

/** Rewrites the shipped files below `root`; answers those that changed. */
export function makeAppOf(root, { vendor, support, without }) {
  const manifestFile = join(root, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const before = `${manifest.vendor}.${manifest.name}`
  const after = `${vendor}.${manifest.name}`
  const changed = []
  for (const file of SHIPPED.flatMap((path) => filesOf(join(root, path)))) {
    const text = readFileSync(file, 'utf8')
    let next = text.split(before).join(after)
    if (file === manifestFile) {
      next = next.replace(/("vendor"\s*:\s*)"[^"]*"/, `$1"${vendor}"`)
      if (support) next = next.replace(/("email"\s*:\s*)"[^"]*"/, `$1"${support}"`)
      next = without.reduce(withoutPolicy, next)
      JSON.parse(next)
    }
    if (next === text) continue
    writeFileSync(file, next)
    changed.push(file)
  }
  return changed
}

/** What is left to know after the files were changed. */
export function whatItMeans(root, { vendor, support, without }) {
  const { billingOptions } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'))
  return [
    ...(support
      ? []
      : [
          `People who need help are sent to ${billingOptions.support.email}: give your own address with --support <address> before you publish.`,
        ]),
    ...(without.includes('NotifyInvoice')
      ? []
      : [
          `If vtex link answers "Invalid policies in manifest.json: NotifyInvoice: not_found", run: npm run vendor -- ${vendor} --without NotifyInvoice`,
        ]),
  ]
}

// The manifest's text is kept as it is written: an entry goes with the comma that parted it from its neighbour.
function withoutPolicy(text, name) {
  const entry = `\\{\\s*"name"\\s*:\\s*"${name}"\\s*\\}`
  return text
    .replace(new RegExp(`${entry}\\s*,\\s*`), '')
    .replace(new RegExp(`\\s*,\\s*${entry}`), '')
}

function filesOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesOf(join(path, name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.env.APP_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..')
  try {
    const asked = readArguments(process.argv.slice(2))
    const changed = makeAppOf(root, asked)
    console.log(
      changed.length ? `${changed.length} files changed for ${asked.vendor}` : 'nothing to change'
    )
    for (const line of whatItMeans(root, asked)) console.log(line)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
