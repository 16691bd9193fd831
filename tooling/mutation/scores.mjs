// What each room came to when it was run last: the table in README.md, kept for whoever has not run it.
import { createHash } from 'node:crypto'
import { scoreOf, tallyOf } from './survivors.mjs'

/** node/domain/invoice, node/usecases, node/usecases/reading, node/edge/stores … */
export const roomOf = (file) =>
  file
    .split('/')
    .slice(0, 3)
    .join('/')
    .replace(/\/[^/]*\.ts$/, '')

/** The code of a room as it was run, in eight digits. @param files name and text of each file */
export function codeOf(files) {
  const hash = createHash('sha256')
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${text}\0`)
  return hash.digest('hex').slice(0, 8)
}

/** One row for each room of a report of Stryker's that `isWanted`; `code` is of the files that `sources` holds. */
export function rowsOf(report, accepted, sources, day, isWanted) {
  return [...byRoom(sources)]
    .filter(([room]) => isWanted(room))
    .map(([room, files]) => {
      const run = files.filter(([file]) => report.files[file])
      const ofRoom = Object.fromEntries(run.map(([file]) => [file, report.files[file]]))
      return { room, ...tallyOf({ files: ofRoom }, accepted), day, code: codeOf(files) }
    })
}

function byRoom(sources) {
  const rooms = new Map()
  for (const source of Object.entries(sources)) {
    const room = roomOf(source[0])
    rooms.set(room, [...(rooms.get(room) ?? []), source])
  }
  return rooms
}

const COLUMNS = ['mutants', 'fell', 'named']
const BEGIN = '<!-- scores -->'
const END = '<!-- /scores -->'

/** The rows of the table in a text, without the line of sums. */
export function readRows(markdown) {
  const [, table = ''] = markdown.split(BEGIN)
  return [...table.split(END)[0].matchAll(/^\| (node\S*)\s*\|(.*)\|$/gm)].map(([, room, rest]) => {
    const [mutants, fell, named, , day, code] = rest.split('|').map((cell) => cell.trim())
    return { room, mutants: Number(mutants), fell: Number(fell), named: Number(named), day, code }
  })
}

/** The text with these rows in its table, and their sums below. */
export function withRows(markdown, rows) {
  const sorted = [...rows].sort((a, b) => (a.room < b.room ? -1 : 1))
  const lines = [...sorted, sumOf(rows)].map(
    (row) =>
      `| ${[row.room, ...COLUMNS.map((name) => row[name]), `${scoreOf(row).toFixed(1)} %`, row.day, row.code].join(' | ')} |`
  )
  const table = [
    '| room | mutants | fell | named | score | run on | code |',
    '| --- | --: | --: | --: | --: | --- | --- |',
    ...lines,
  ].join('\n')
  const [before] = markdown.split(BEGIN)
  const after = markdown.split(END)[1] ?? '\n'
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

/** All rooms together. */
export function sumOf(rows) {
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0)
  return {
    room: '**all**',
    ...Object.fromEntries(COLUMNS.map((name) => [name, sum(name)])),
    day: '',
    code: '',
  }
}

/** Rooms that were never run, and rooms whose code has changed since. */
export function openRooms(rows, sources) {
  const rooms = byRoom(sources)
  const known = new Map(rows.map(({ room, code }) => [room, code]))
  return {
    neverRun: [...rooms.keys()].filter((room) => !known.has(room)),
    changed: [...rooms].flatMap(([room, files]) =>
      known.has(room) && known.get(room) !== codeOf(files) ? [room] : []
    ),
  }
}
