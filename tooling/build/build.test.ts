import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runModule } from '../testing/runModule'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'build-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

describe('a step', () => {
  const run = (code: string): unknown[] =>
    runModule(
      join(__dirname, 'steps.mjs'),
      `const { writeFileSync, rmSync } = await import('node:fs')
       const out = input + '/out.js'
       const built = []
       const step = (inputs, work = () => writeFileSync(out, 'x')) =>
         module.step({ name: 's', stamps: input + '/stamps', inputs, outputs: [out], work })
           .then((how) => built.push(how), (error) => built.push(error.message))
       ${code}
       return built`,
      folder
    )

  test('runs when its inputs changed and not otherwise', () => {
    expect(run(`await step('1'); await step('1'); await step('2'); await step('1')`)).toEqual([
      'built',
      'unchanged',
      'built',
      'built',
    ])
  })

  test('runs again when its output is gone', () => {
    expect(run(`await step('1'); rmSync(out); await step('1')`)).toEqual(['built', 'built'])
  })

  test('that failed is not taken for done, not even with the inputs of an earlier success', () => {
    expect(
      run(
        `await step('1'); await step('2', () => { throw new Error('no') }); await step('1'); await step('1')`
      )
    ).toEqual(['built', 'no', 'built', 'unchanged'])
  })
})

test('a hash tells names, contents and absence apart', () => {
  write('a', 'x')
  write('b', 'x')
  write('c', '')
  const hashes = runModule<string[]>(
    join(__dirname, 'steps.mjs'),
    `const at = (name) => input + '/' + name
     return [[at('a')], [at('b')], [at('a'), at('b')], [at('c')], [at('absent')], []].map((files) => module.hashOfFiles(files))`,
    folder
  )
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('the schema is all files in one, maxAge in seconds', () => {
  write('schema.graphql', 'type Query { a: A @cacheControl(maxAge: SHORT, scope: PRIVATE) }')
  write('types/a.graphql', 'type A { b: Int @cacheControl(maxAge: 5) } # not SHORT')
  write('types/readme.md', 'no schema')
  const schema = runModule<string>(
    join(__dirname, 'service.mjs'),
    'return module.mergedSchema(input)',
    folder
  )
  expect(schema).toBe(
    'type Query { a: A @cacheControl(maxAge: 120, scope: PRIVATE) }\n\n' +
      'type A { b: Int @cacheControl(maxAge: 5) } # not SHORT\n'
  )
})

test('an operation that imports its selections is sent with each of them once', () => {
  const definitions = runModule<string[]>(
    join(__dirname, 'esbuildPlugins.mjs'),
    `const { createRequire } = await import('node:module')
     const { build } = createRequire(input + '/package.json')('esbuild')
     const bundle = await build({
       entryPoints: [input + '/react/features/invoice/notifyInvoice.graphql'],
       bundle: true,
       write: false,
       format: 'cjs',
       plugins: [module.graphqlFiles(input)],
     })
     const made = { exports: {} }
     new Function('module', 'exports', bundle.outputFiles[0].text)(made, made.exports)
     return made.exports.definitions.map((definition) => definition.name.value)`,
    join(__dirname, '..', '..')
  )
  expect(definitions).toEqual(['NotifyInvoice', 'OrderFields', 'ProblemFields'])
})
