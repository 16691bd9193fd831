import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')

describe.each(['node', 'react'])('%s/package.json', (folder) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const yarnLock = readFileSync(join(root, folder, 'yarn.lock'), 'utf8')
  const npmLock = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>
  }

  it.each(wanted)('pins %s, and both lock files hold %s', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(npmLock.packages[`node_modules/${name}`]?.version).toBe(version)
    expect(yarnLock).toMatch(new RegExp(`(^|[ ,"])${name.replace(/[/.]/g, '\\$&')}@${version.replace(/\./g, '\\.')}"?[,:]`, 'm'))
  })
})
