import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BUGS } from '../../stand/oms'

const root = join(__dirname, '..', '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')

/** Folders of things that are made or installed. Git could name our own files, but a bare machine has no git. */
const NOT_OURS = ['node_modules', '.git', '.stand', '.artifacts', '.stryker-tmp', 'coverage']

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.includes(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(path) : [path]
    })

const files = filesBelow('')
const testFiles = files.filter((path) => /\.test\.tsx?$/.test(path))

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

describe('a cited fact', () => {
  const PAGES = ['oms', 'platform', 'design', 'panel', 'batches', 'carriers', 'doors', 'masterdata']
  const headings = new Set(
    PAGES.flatMap((page) =>
      [...text(`docs/facts/${page}.md`).matchAll(/^#+ §(\d+(?:\.\d+)?) /gm)].map(
        ([, paragraph]) => `${page} §${paragraph}`
      )
    )
  )
  const citingFiles = files.filter(
    (path) => /\.(tsx?|mjs|md|graphql|css|json)$/.test(path) && text(path).includes('§')
  )

  /** Every paragraph that a line names; "oms §1.3, §2.4" names two of one page. */
  const citedIn = (line: string): string[] => {
    let page = ''
    const named = line.matchAll(/(?:\b([a-z]+)(?:\.md)? )?§ ?(\d+(?:\.\d+)?)/g)
    return [...named].flatMap(([, word, paragraph]) => {
      if (word && word !== 'and') page = word
      return page ? [`${page} §${paragraph}`] : []
    })
  }

  it('is read out of a comment, several of one page too', () => {
    expect(citedIn('// as OMS has it (oms §1.3, §2.4; platform.md §8)')).toEqual([
      'oms §1.3',
      'oms §2.4',
      'platform §8',
    ])
  })

  it('has its entry in docs/facts', () => {
    const cited = citingFiles
      .filter((file) => file !== 'tooling/checks/docs.test.ts')
      .flatMap((file) =>
        text(file)
          .split('\n')
          .filter((line) => !/^#+ §/.test(line))
          .flatMap((line) => citedIn(line).map((fact) => ({ file, fact })))
      )
    expect(cited.length).toBeGreaterThan(200)
    expect(cited.filter(({ fact }) => !headings.has(fact))).toEqual([])
  })
})
