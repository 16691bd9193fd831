import { join } from 'node:path'
import { runModule } from '../testing/runModule'

interface Row {
  readonly room: string
  readonly mutants: number
  readonly fell: number
  readonly named: number
  readonly day: string
  readonly code: string
}
const run = <T>(code: string, input: unknown) =>
  runModule<T>(join(__dirname, 'scores.mjs'), code, input)

const mutant = (status: string, column: number) => ({
  mutatorName: 'BooleanLiteral',
  replacement: 'true',
  status,
  location: { start: { line: 1, column }, end: { line: 1, column: column + 1 } },
})
const file = (...statuses: string[]) => ({
  source: 'abcdef',
  mutants: statuses.map((status, index) => mutant(status, index + 1)),
})
const report = {
  files: {
    'node/domain/a/x.ts': file('Killed', 'Survived', 'Ignored'),
    'node/domain/a/y.ts': file('Timeout', 'NoCoverage'),
    'node/usecases/one.ts': file('Killed'),
    'node/usecases/reading/r.ts': file('Survived'),
  },
}
const sources = Object.fromEntries(Object.keys(report.files).map((name) => [name, 'abcdef']))
const accepted = [
  { file: 'node/domain/a/x.ts', mutator: 'BooleanLiteral', was: 'b', becomes: 'true', reason: 'r' },
]
const rows = run<Row[]>(
  'return module.rowsOf(input.report, input.accepted, input.sources, "2026-11-28", () => true)',
  { report, accepted, sources }
)

test('a room is a folder of a layer; files beside its folders are a room of their own', () => {
  expect(rows).toMatchObject([
    { room: 'node/domain/a', mutants: 4, fell: 2, named: 1, day: '2026-11-28' },
    { room: 'node/usecases', mutants: 1, fell: 1, named: 0 },
    { room: 'node/usecases/reading', mutants: 1, fell: 0, named: 0 },
  ])
})

test('the table is read as it was written, and its text stays around it', () => {
  const before = 'words\n\n<!-- scores -->\nold\n<!-- /scores -->\nmore words\n'
  const { text, read } = run<{ text: string; read: Row[] }>(
    'const text = module.withRows(input.before, input.rows); return { text, read: module.readRows(text) }',
    { before, rows }
  )
  expect(read).toEqual(rows)
  expect(text).toMatch(/^words\n[^]*\nmore words\n$/)
  expect(text).not.toContain('old')
  expect(text).toMatch(/\| node\/domain\/a \| 4 \| 2 \| 1 \| 75\.0 % \|/)
  expect(text).toMatch(/\| \*\*all\*\* \| 6 \| 3 \| 1 \| 66\.7 % \|/)
})

test('a room that was never run is told, and one whose code has changed since', () => {
  const open = (changed: Record<string, string>) =>
    run<{ neverRun: string[]; changed: string[] }>(
      'return module.openRooms(input.rows, input.sources)',
      { rows, sources: { ...sources, ...changed } }
    )
  expect(open({})).toEqual({ neverRun: [], changed: [] })
  expect(open({ 'node/usecases/one.ts': 'abcdefg', 'node/domain/b/z.ts': '' })).toEqual({
    neverRun: ['node/domain/b'],
    changed: ['node/usecases'],
  })
})
