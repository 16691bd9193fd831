import { columnDayOrder, readMoment } from '../../shared/format/writtenMoment'
import type { DayOrder } from '../../shared/format/writtenMoment'

/** One event read from a pasted line. */
export interface PastedEvent {
  /** As a datetime-local input holds it, in the order's zone; or a full instant where the line names its offset. */
  when: string
  hasOffset: boolean
  description: string
  city: string
  state: string
}

export type UnreadableReason = 'NO_DATE' | 'NO_DESCRIPTION'

export interface UnreadableLine {
  line: string
  reason: UnreadableReason
}

export interface PastedList {
  events: PastedEvent[]
  unreadable: UnreadableLine[]
  /** A date with two readings, where nothing tells which is meant: nothing is read until somebody says. */
  asks: string | null
}

function separatorOf(line: string): string {
  return ['\t', ';', '|'].find((sign) => line.includes(sign)) ?? ','
}

/** The columns of a line; what stands in quotes is one, whatever it holds, as sheets export it. */
function columnsOf(line: string): string[] {
  const separator = separatorOf(line)
  const columns = ['']
  let isQuoted = false

  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    const last = columns.length - 1

    if (sign === '"' && isQuoted && line[at + 1] === '"') {
      columns[last] += sign
      at += 1
    } else if (sign === '"' && (isQuoted || columns[last].trim() === '')) isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) columns.push('')
    else columns[last] += sign
  }

  // A quote that nothing ends was no quote.
  return (isQuoted ? line.split(separator) : columns).map((column) => column.trim())
}

/** "São Paulo/SP" and "São Paulo - SP" name city and state in one column. */
function place(city: string, state: string): { city: string; state: string } {
  const joined = state ? null : /^(.+?)\s*(?:\/|-|,)\s*([A-Z]{2,3})$/.exec(city)

  return joined ? { city: joined[1], state: joined[2] } : { city, state }
}

function readLine(line: string, order: DayOrder): PastedEvent | UnreadableReason {
  const parts = columnsOf(line)
  let moment = readMoment(parts[0], order)
  let rest = parts.slice(1)

  // Carriers' pages put date and time in two columns.
  if (moment && /^\d{1,2}:\d{2}(:\d{2})?(\s*[ap]m)?$/i.test(rest[0] ?? '')) {
    moment = readMoment(`${parts[0]} ${rest[0]}`, order)
    rest = rest.slice(1)
  }
  if (!moment) return 'NO_DATE'
  if (!rest[0]) return 'NO_DESCRIPTION'

  return { ...moment, description: rest[0], ...place(rest[1] ?? '', rest[2] ?? '') }
}

/**
 * Events out of a pasted list, a line each: date, what, city, state; tab, semicolon, bar or comma between. Where nobody
 * said what comes first, day or month, a date that can be read both ways is asked about.
 */
export function readPastedEvents(text: string, said: DayOrder | null): PastedList {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(/\u00a0/g, ' '))
    .filter((line) => line.trim())
  const { order, question } = said
    ? { order: said, question: null }
    : columnDayOrder(lines.map((line) => columnsOf(line)[0]))
  const list: PastedList = { events: [], unreadable: [], asks: question }

  if (order === null) return list
  for (const line of lines) {
    const read = readLine(line, order)

    if (typeof read === 'string') list.unreadable.push({ line, reason: read })
    else list.events.push(read)
  }

  return list
}
