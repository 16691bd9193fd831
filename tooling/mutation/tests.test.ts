import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runModule } from '../testing/runModule'

const root = join(__dirname, '..', '..')

/** A tree of its own below the project, so that fast-check is found from there. */
const treeWith = (file: string, content: string): string => {
  mkdirSync(join(root, '.stand'), { recursive: true })
  const tree = mkdtempSync(join(root, '.stand', 'tests-'))
  for (const room of ['node/domain', 'node/usecases', 'node/edge/stores'])
    mkdirSync(join(tree, room), { recursive: true })
  writeFileSync(
    join(tree, 'node/domain/rule.ts'),
    'export const rule = (a: number): number => a + 1'
  )
  writeFileSync(join(tree, file), content)
  return tree
}

interface Ran {
  readonly id: string
  readonly error: string | null
}

const TESTS = `
  import fc from 'fast-check'
  import { rule } from './rule'

  const told: string[] = []
  beforeAll(() => void told.push('once'))
  describe('outer', () => {
    beforeEach(async () => void told.push('before'))
    afterEach(() => void told.push('after'))
    it.each([[1, 2], [2, 3]])('%d is followed by %d', (a, b) => expect(rule(a)).toBe(b))
    it('fails', () => expect(rule(1)).toBe(1))
  })
  it('saw every hook', () =>
    expect(told).toEqual(['once', 'before', 'after', 'before', 'after', 'before']))
  it('draws few cases, whatever it asks for', () => {
    let cases = 0
    fc.assert(fc.property(fc.nat(), () => void (cases += 1)), { numRuns: 100_000 })
    expect(cases).toBeLessThan(100)
  })
`

const ran = (id: string | null): { tests: Ran[]; modules: string[] } => {
  const tree = treeWith('node/domain/rule.test.ts', TESTS)
  try {
    return runModule(
      join(__dirname, 'tests.mjs'),
      `const [{ tests, modules }] = module.loadTests(input.tree)
       const told = []
       const chosen = input.id === null ? tests : tests.filter(({ id }) => id === input.id)
       await module.runTests(chosen, () => undefined, ({ id }, error) => {
         told.push({ id, error: error === undefined ? null : String(error.message) })
       })
       return { tests: told, modules: [...modules].map((one) => one.slice(input.tree.length + 1)) }`,
      { tree, id }
    )
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

test('tests run as jest runs them: named by their blocks, with hooks, and one falls alone', () => {
  const { tests } = ran(null)
  const file = 'node/domain/rule.test.ts'
  expect(tests.map(({ id }) => id)).toEqual([
    `${file} outer 1 is followed by 2`,
    `${file} outer 2 is followed by 3`,
    `${file} outer fails`,
    `${file} saw every hook`,
    `${file} draws few cases, whatever it asks for`,
  ])
  expect(tests.filter(({ error }) => error !== null).map(({ id }) => id)).toEqual([
    `${file} outer fails`,
  ])
})

test('a test can run alone, and tells which modules it has loaded', () => {
  const { tests, modules } = ran('node/domain/rule.test.ts outer 1 is followed by 2')
  expect(tests).toEqual([{ id: 'node/domain/rule.test.ts outer 1 is followed by 2', error: null }])
  expect(modules.sort()).toEqual(['node/domain/rule.test.ts', 'node/domain/rule.ts'])
})

test("no test of these rooms asks for `jest`, which the mutants' runner has not", () => {
  const files = ['node/domain', 'node/usecases', 'node/edge/stores'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true }).map((name) => `${room}/${String(name)}`)
  )
  const asking = files.filter(
    (file) => file.endsWith('.test.ts') && /\bjest\./.test(readFileSync(join(root, file), 'utf8'))
  )
  expect(asking).toEqual([])
})
