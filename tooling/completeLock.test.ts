import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')

// Jest reads CommonJS; the module under test is an ES module.
const complete = (lock: unknown): { packages: Record<string, unknown> } =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { readFileSync } from 'node:fs'
         import { completeLock } from ${JSON.stringify(join(root, 'tooling', 'completeLock.mjs'))}
         process.stdout.write(JSON.stringify(completeLock(JSON.parse(readFileSync(0, 'utf8')))))`,
      ],
      { encoding: 'utf8', maxBuffer: 1e8, input: JSON.stringify(lock) }
    )
  ) as { packages: Record<string, unknown> }

test('adds what is missing for another platform, and nothing that is there', () => {
  const { packages } = complete({
    packages: {
      '': {},
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-gnu': '1.0.0',
          '@tool/darwin-arm64': '1.0.0',
          other: '^2.0.0',
        },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0', integrity: 'sha512-x' },
    },
  })
  expect(packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    os: ['darwin'],
    dev: true,
    optional: true,
  })
  expect(packages['node_modules/@tool/linux-x64-gnu']).toEqual({
    version: '1.0.0',
    integrity: 'sha512-x',
  })
  expect(packages['node_modules/other']).toBeUndefined()
})

test.each(['', 'node', 'react'])(
  'the lock file of "%s" is complete, so that npm ci takes it',
  (folder) => {
    const lock = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as {
      packages: object
    }
    expect(Object.keys(complete(lock).packages).sort()).toEqual(Object.keys(lock.packages).sort())
  }
)
