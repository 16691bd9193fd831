// UPDATE_SECONDS=1 npm test: writes down which files took long, for machines that have not run them yet (longFirst.cjs).
import { writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
/** What takes less ends soon, whenever it begins. */
const LONG = 4

/** @param results the `testResults` of jest's reports; a file that ran in several projects counts by its longest run */
export function writeSeconds(results) {
  const longest = new Map()
  for (const { name, startTime, endTime } of results) {
    const place = relative(root, name).split('\\').join('/')
    const seconds = Math.round((endTime - startTime) / 1000)
    longest.set(place, Math.max(seconds, longest.get(place) ?? 0))
  }
  const long = [...longest]
    .filter(([place, seconds]) => seconds >= LONG && !place.startsWith('react/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(
    join(here, 'seconds.json'),
    `${JSON.stringify(Object.fromEntries(long), null, 2)}\n`
  )
}
