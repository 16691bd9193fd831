import { join } from 'node:path'
import { runModule } from '../testing/runModule'

const file = join(__dirname, 'rebuilds.mjs')

/** What was done and said, in order, when `script` runs over `change(...paths)`. */
const done = (script: string, build = `({ service: 'built', panel: 'unchanged' })`): string[] =>
  runModule<string[]>(
    file,
    `const done = []
     const change = module.rebuilds({
       generate: async () => { done.push('generate') },
       build: async () => { done.push('build'); await null; return ${build} },
       restart: async () => { done.push('restart') },
       say: (text) => done.push(text),
     })
     ${script}
     return done`
  )

test('a change of the service is built, and the replicas take it', () => {
  expect(done(`await change(['node/domain/values/money.ts'])`)).toEqual([
    'build',
    'restart',
    'node/domain/values/money.ts: the service runs anew, the orders are as they were',
  ])
})

test('a change of the panel leaves the replicas alone', () => {
  const panel = `({ service: 'unchanged', panel: 'built' })`
  expect(done(`await change(['react/shared/order/reading.ts'])`, panel)).toEqual([
    'build',
    'react/shared/order/reading.ts: reload the panel',
  ])
})

test('an operation gets its types before it is built', () => {
  expect(done(`await change(['react/features/order/order.graphql'])`).slice(0, 2)).toEqual([
    'generate',
    'build',
  ])
})

test('what changes during a rebuild is built once more, and never by two at once', () => {
  const script = `const first = change(['node/a.ts']); change(['node/b.ts']); change(['node/c.ts']); await first`
  expect(done(script)).toEqual([
    'build',
    'restart',
    'node/a.ts: the service runs anew, the orders are as they were',
    'build',
    'restart',
    '2 files: the service runs anew, the orders are as they were',
  ])
})

test('a build that fails is told, restarts nothing, and the next change is built', () => {
  const once = `done.length < 3 ? (() => { throw new Error('no') })() : ({ service: 'built', panel: 'unchanged' })`
  expect(done(`await change(['node/a.ts']); await change(['node/a.ts'])`, once)).toEqual([
    'build',
    'no\nThe stand goes on with what was built last.',
    'build',
    'restart',
    'node/a.ts: the service runs anew, the orders are as they were',
  ])
})

test.each([
  'node/domain/values/money.test.ts',
  'node/usecases/testing/fakeOms.ts',
  'node/edge/generated/schema.ts',
  'react/shared/graphql/generated.ts',
  'react/features/order/README.md',
  'node/yarn.lock',
])('%s is no part of what runs', (path) => {
  expect(done(`await change([${JSON.stringify(path)}])`)).toEqual([])
})
