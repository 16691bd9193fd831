import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUGS } from '../../stand/oms'

const root = join(__dirname, '..', '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const testFiles = execFileSync('git', ['ls-files', '*.test.ts', '*.test.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')

/** The files that a page means by a name such as `once.test.ts` or `usecases/model.test.ts`. */
const filesNamed = (name: string) => testFiles.filter((path) => `/${path}`.endsWith(`/${name}`))
const citedFiles = (prose: string) =>
  [...prose.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, name]) => name!)

const guarantees = text('docs/guarantees.md')
const knownIssues = text('docs/known-issues.md')
const shownBy = guarantees
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split('|')[4]!)

it.each([...new Set([...citedFiles(guarantees), ...citedFiles(knownIssues)])])(
  '%s, cited as proof, exists',
  (name) => {
    expect(filesNamed(name)).not.toEqual([])
  }
)

it('every test name cited for a promise stands in a file cited beside it', () => {
  expect(shownBy).not.toEqual([])
  for (const cell of shownBy) {
    const sources = citedFiles(cell).flatMap(filesNamed).map(text)
    for (const [, name] of cell.matchAll(/\*([^*]+)\*/g)) {
      expect({ name, stands: sources.some((source) => source.includes(name!)) }).toEqual({
        name,
        stands: true,
      })
    }
  }
})

it('names every known issue that the simulated OMS can switch on', () => {
  expect(Object.keys(BUGS).filter((slug) => !knownIssues.includes(`\`${slug}\``))).toEqual([])
})

it('calls tested exactly what has its test', () => {
  const source = text('stand/e2e/knownIssues.test.ts')
  const tested = [...source.matchAll(/known\.it\(\s*'([a-z0-9-]+)'/g)].map(([, slug]) => slug!)
  const claimed = knownIssues
    .split('\n')
    .filter((line) => line.includes('| Tested: '))
    .flatMap((line) =>
      [...line.split('|')[1]!.matchAll(/`([a-z0-9-]+)`/g)].map(([, slug]) => slug!)
    )
  expect(claimed.sort()).toEqual([...new Set(tested)].sort())
})
