import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Sequencer from '@jest/test-sequencer'
import seconds from './seconds.json'

const LongFirst = jest.requireActual<typeof Sequencer>('./longFirst.cjs')

const root = join(__dirname, '..', '..')
const longest = Object.entries(seconds).sort(([, a], [, b]) => b - a)

/** A file as jest hands it to a sequencer; no machine has run this one, for its cache lies nowhere. */
const fileAt = (place: string, project = 'a project without a run') => ({
  path: join(root, place),
  context: {
    config: { rootDir: root, id: project, cacheDirectory: join(root, 'none') },
    hasteFS: { getSize: () => (place.endsWith('large.test.ts') ? 100_000 : 100) },
  },
})

function sorted(...places: string[]): string[] {
  const sequencer = new LongFirst({ contexts: [], globalConfig: {} } as never)
  const tests = sequencer.sort(places.map((place) => fileAt(place)) as never) as { path: string }[]
  return tests.map(({ path }) => path.slice(root.length + 1))
}

it('begins with what takes longest, before what is only large', () => {
  const [first, second] = longest.map(([place]) => place) as [string, string]
  expect(sorted('large.test.ts', second, 'small.test.ts', first)).toEqual([
    first,
    second,
    'large.test.ts',
    'small.test.ts',
  ])
})

it('goes on with projects side by side, by what each takes in all', () => {
  const sequencer = new LongFirst({ contexts: [], globalConfig: {} } as never)
  const small = (project: string, count: number) =>
    Array.from({ length: count }, (_, at) => fileAt(`${project}${at}.test.ts`, project))
  const tests = sequencer.sort([...small('a', 6), ...small('b', 3)] as never) as {
    path: string
  }[]
  expect(tests.map(({ path }) => path.slice(root.length + 1, -'0.test.ts'.length)).join('')).toBe(
    'baabaabaa'
  )
})

it('knows of no file that is gone', () => {
  expect(longest.map(([place]) => place).filter((place) => !existsSync(join(root, place)))).toEqual(
    []
  )
})
