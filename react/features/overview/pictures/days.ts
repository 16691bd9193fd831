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

/** Which of `count` places get a word, at most `room`: the first and the last, the others evenly between. */
export function markedPlaces(count: number, room: number): number[] {
  if (count < 1) return []
  const marks = Math.max(1, Math.min(count, room))
  if (marks === 1) return [count - 1]
  return Array.from({ length: marks }, (_, at) => Math.round((at * (count - 1)) / (marks - 1)))
}
