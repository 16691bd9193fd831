const DAY_MS = 24 * 60 * 60 * 1000

const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/**
 * Every day from the first to the last that is named, in order: a day without a row is a gap, not a step to the next.
 * @shape (yyyy-MM-dd, in any order, repeated or not) -> yyyy-MM-dd
 */
export function everyDay(named: string[]): string[] {
  const times = named.map(msOf).filter((at) => !Number.isNaN(at))
  if (times.length === 0) return []
  // Not spread into Math.min: nobody promises how many there are.
  const first = times.reduce((least, at) => Math.min(least, at))
  const last = times.reduce((most, at) => Math.max(most, at))
  const count = Math.round((last - first) / DAY_MS) + 1
  return Array.from({ length: count }, (_, at) =>
    new Date(first + at * DAY_MS).toISOString().slice(0, 10)
  )
}

/**
 * Which days get a word: the first and the last, and between them every so many days. The first word begins at its day, the
 * last ends there, the others stand over theirs.
 * @shape (days, px from one to the next, px of a word with what parts it) -> places, in order
 */
export function markedPlaces(count: number, dayWidth: number, room: number): number[] {
  const last = count - 1
  if (last < 1 || last * dayWidth < 2 * room) return count < 1 ? [] : [last]
  // A word and a half: the first and the last lean to one side.
  const step = Math.max(1, Math.ceil((1.5 * room) / dayWidth))
  const between = []
  for (let at = step; at + step <= last; at += step) between.push(at)
  return [0, ...between, last]
}
