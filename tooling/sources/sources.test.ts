import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runModule } from '../testing/runModule'

// Two projects, of which the second reads a file of the first, as the workbench does of the service.
const tsconfig = (include: string) =>
  JSON.stringify({
    compilerOptions: {
      ...{ strict: true, skipLibCheck: true },
      ...{ target: 'ES2015', lib: ['ES2015'], types: [] },
    },
    include: [include],
  })
const right = {
  'service/tsconfig.json': tsconfig('*.ts'),
  'service/right.ts': 'export const later = (): Promise<number> => Promise.resolve(1)\n',
  'tsconfig.json': tsconfig('bench/*.ts'),
  'bench/right.ts':
    "import { later } from '../service/right'\nexport const again = () => later()\n",
}
const WRONG_TYPE = "export const count: number = 'two'\n"
const FLOATING = "import { later } from '../service/right'\nlater()\n"
const planted = {
  ...right,
  'service/right.ts': right['service/right.ts'] + WRONG_TYPE,
  'service/wrong.ts': WRONG_TYPE,
  'service/floating.ts': FLOATING,
  'bench/wrong.ts': WRONG_TYPE,
  'bench/floating.ts': FLOATING,
}
const empty = { ...right, 'service/tsconfig.json': tsconfig('none/*.ts') }

type Found = Record<'service' | 'workbench' | 'lint', string>

/** Of each of the folders, in one Node. */
const LOOK = `const { default: tseslint } = await import('typescript-eslint')
  const look = async (folder) => {
    const config = tseslint.config({
      files: ['**/*.ts'],
      extends: [tseslint.configs.base],
      languageOptions: {
        parserOptions: { project: ['./service/tsconfig.json', './tsconfig.json'], tsconfigRootDir: folder },
      },
      rules: { '@typescript-eslint/no-floating-promises': 'warn' },
    })
    process.chdir(folder)
    const program = module.keptPrograms()
    return {
      service: module.typeProblems(program(folder + '/service/tsconfig.json')),
      workbench: module.typeProblems(program(folder + '/tsconfig.json')),
      lint: await module.lintProblems(config, program, ['service', 'bench']),
    }
  }
  const found = []
  for (const folder of input) found.push(await look(folder))
  return found`

function foundIn(states: readonly Record<string, string>[]): Found[] {
  const root = mkdtempSync(join(tmpdir(), 'sources-'))
  const folders = states.map((files, index) => {
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, String(index), name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    return join(root, String(index))
  })
  const found = runModule<Found[]>(join(__dirname, 'sources.mjs'), LOOK, folders)
  rmSync(root, { recursive: true })
  return found
}

test('finds wrong types in each project that reads them and broken rules that ask for types, and nothing where nothing is', () => {
  const [nothing, all, none] = foundIn([right, planted, empty])

  expect(nothing).toEqual({ service: '', workbench: '', lint: '' })

  const places = (text: string, pattern: RegExp) => text.match(pattern)
  expect(places(all.service, /^\S+: error TS2322/gm)).toEqual([
    'service/right.ts(2,14): error TS2322',
    'service/wrong.ts(1,14): error TS2322',
  ])
  expect(places(all.workbench, /^\S+: error TS2322/gm)).toEqual([
    'bench/wrong.ts(1,14): error TS2322',
    'service/right.ts(2,14): error TS2322',
  ])
  expect(places(all.lint, /\w+\/floating\.ts\n +2:1 +warning/g)).toHaveLength(2)
  expect(all.lint).toContain('2 problems (0 errors, 2 warnings)')

  expect(none.service).toContain('No inputs were found')
})
