import { DateTime } from 'luxon'

/** A day of the store's calendar. @shape yyyy-MM-dd, so that days compare as texts */
export type Day = string

const read = (day: Day, zone = 'utc') => DateTime.fromISO(day, { zone })

export function dayPlus(day: Day, days: number): Day {
  return read(day).plus({ days }).toFormat('yyyy-MM-dd')
}

export function daysApart(from: Day, to: Day): number {
  return Math.round(read(to).diff(read(from), 'days').days)
}

/** Both ends are among them; none where `to` is before `from`. */
export function daysFrom(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, daysApart(from, to) + 1) }, (_, at) => dayPlus(from, at))
}

/** Its first moment there; a day is 23 to 25 hours long. @unit epoch milliseconds */
export function startOf(day: Day, zone: string): number {
  return read(day, zone).startOf('day').toMillis()
}
