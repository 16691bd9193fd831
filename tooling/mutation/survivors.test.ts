import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runModule } from '../testing/runModule'

const root = join(__dirname, '..', '..')

interface Survivor {
  readonly file: string
  readonly mutator: string
  readonly was: string
  readonly becomes: string
  readonly reason?: string
}

const mutant = (status: string, was: [number, number], replacement: string) => ({
  mutatorName: 'EqualityOperator',
  replacement,
  status,
  location: { start: { line: 2, column: was[0] }, end: { line: 2, column: was[1] } },
})
const report = {
  files: {
    'node/domain/a.ts': {
      source: 'first\nif (a < b) c\n',
      mutants: [
        mutant('Survived', [5, 10], 'a <= b'),
        mutant('Killed', [5, 10], 'a >= b'),
        mutant('Timeout', [1, 12], ''),
        mutant('NoCoverage', [12, 13], 'd'),
        mutant('CompileError', [12, 13], 'e'),
      ],
    },
  },
}
const lived: Survivor = {
  file: 'node/domain/a.ts',
  mutator: 'EqualityOperator',
  was: 'a < b',
  becomes: 'a <= b',
}
const judged = (accepted: Survivor[]) =>
  runModule<{ unexplained: Survivor[]; gone: Survivor[]; nameless: Survivor[]; score: number }>(
    join(__dirname, 'survivors.mjs'),
    'return module.judge(input.report, input.accepted)',
    { report, accepted }
  )

test('what lived without a reason is named, uncovered code too, and lowers the score', () => {
  const { unexplained, gone, score } = judged([])
  expect(unexplained).toMatchObject([lived, { was: 'c', becomes: 'd' }])
  expect(gone).toEqual([])
  expect(score).toBe(50)
})

test('what lives with a reason counts as fallen', () => {
  const { unexplained, nameless, score } = judged([{ ...lived, reason: 'equal ones never meet' }])
  expect(unexplained).toHaveLength(1)
  expect(nameless).toEqual([])
  expect(score).toBe(75)
})

test('an entry whose mutant fell is told, one of a file that was not run is not', () => {
  const fell = { ...lived, becomes: 'a >= b', reason: 'it used to live' }
  const elsewhere = { ...fell, file: 'node/domain/b.ts' }
  expect(judged([fell, elsewhere]).gone).toEqual([fell])
})

test('an entry without a reason is told', () => {
  expect(judged([{ ...lived, reason: '' }]).nameless).toHaveLength(1)
})

test('what has to be tried again is forgotten: broken off, or lived where no new test would be noticed', () => {
  const [first, ...others] = report.files['node/domain/a.ts'].mutants
  const mutants = [
    { ...first, static: true },
    { ...first, static: false },
    { ...others[0], static: true },
    { ...first, status: 'RuntimeError' },
  ]
  const file = { ...report.files['node/domain/a.ts'], mutants }
  const left = (accepted: Survivor[]) =>
    runModule<{ files: Record<string, typeof file> }>(
      join(__dirname, 'survivors.mjs'),
      'return module.withoutDoubtful(input.report, input.accepted)',
      { report: { files: { 'node/domain/a.ts': file } }, accepted }
    ).files['node/domain/a.ts'].mutants
  expect(left([])).toEqual([mutants[1], mutants[2]])
  expect(left([{ ...lived, reason: 'equal ones never meet' }])).toEqual(mutants.slice(0, 3))
})

test('every survivor of the list has a reason, and its code still stands', () => {
  const list = JSON.parse(readFileSync(join(__dirname, 'survivors.json'), 'utf8')) as Survivor[]
  const wrong = list.filter(
    ({ file, was, reason }) =>
      (reason ?? '').length < 10 ||
      !existsSync(join(root, file)) ||
      !readFileSync(join(root, file), 'utf8').includes(was)
  )
  expect(wrong).toEqual([])
})
