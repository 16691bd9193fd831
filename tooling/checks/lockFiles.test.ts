import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { satisfies } from 'semver'

const root = join(__dirname, '..', '..')
/** What VTEX's builder ran until mid-2026 (platform §1); `npm run check:builder` installs on it. */
const BUILDERS_NODE = '16.20.2'

interface NpmPackage {
  readonly name?: string
  readonly version: string
  readonly engines?: { readonly node?: string }
}

/** `name@version` of every entry of a yarn 1 lock file; an alias counts under the name it stands for. */
function treeOfYarn(lock: string): string[] {
  const entry = /^"?(?:@?[^@\s"]+@npm:)?(@?[^@\s"]+)@[^\n]*:\n {2}version "([^"]+)"/gm
  return [...lock.matchAll(entry)].map(([, name, version]) => `${name}@${version}`)
}

const treeOfNpm = (packages: Readonly<Record<string, NpmPackage>>): string[] =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { name, version }]) => `${name ?? path.split('node_modules/').pop()}@${version}`)

const sorted = (tree: readonly string[]): string[] => [...new Set(tree)].sort()

describe.each(['node', 'react'])('%s/package.json', (folder) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const yarnLock = readFileSync(join(root, folder, 'yarn.lock'), 'utf8')
  const { packages } = JSON.parse(
    readFileSync(join(root, folder, 'package-lock.json'), 'utf8')
  ) as { packages: Record<string, NpmPackage> }

  it.each(wanted)('pins %s, and both lock files hold %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(packages[`node_modules/${name}`]?.version).toBe(version)
    expect(treeOfYarn(yarnLock)).toContain(`${name}@${version}`)
  })

  it('ships the versions that are tested: both lock files hold one tree', () => {
    expect(sorted(treeOfYarn(yarnLock))).toEqual(sorted(treeOfNpm(packages)))
  })

  it("has nothing that refuses the builder's older Node", () => {
    const refusing = Object.entries(packages)
      .filter(([path, { engines }]) => path !== '' && engines?.node)
      .filter(([, { engines }]) => !satisfies(BUILDERS_NODE, engines!.node!))
    expect(refusing.map(([path, { version, engines }]) => [path, version, engines?.node])).toEqual(
      []
    )
  })
})
