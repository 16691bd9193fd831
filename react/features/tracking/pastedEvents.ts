export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST'

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

/** What is written first. English alone says nothing: stores of Brazil use it with the day first, others do not. */
export function dayOrderOf(locale: string): 'DAY_FIRST' | null {
  return /^en(-us)?$/i.test(locale) ? null : 'DAY_FIRST'
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i
const SLASHED =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i

function pad(part: number, digits = 2): string {
  return String(part).padStart(digits, '0')
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))

  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function local(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: string
) {
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || Number(second) > 59)
    return null
  const clock = `${pad(hour)}:${pad(minute)}${Number(second) ? `:${pad(Number(second))}` : ''}`

  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${clock}`
}

function hourOf(text: string | undefined, half: string | undefined): number {
  const hour = Number(text ?? 0)

  if (!half) return hour
  if (hour < 1 || hour > 12) return NaN

  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function readMoment(text: string, order: DayOrder): { when: string; hasOffset: boolean } | null {
  const iso = ISO.exec(text)

  if (iso) {
    const when = local(+iso[1], +iso[2], +iso[3], +(iso[4] ?? 0), +(iso[5] ?? 0), iso[6] ?? '0')

    if (!when) return null
    if (!iso[8]) return { when, hasOffset: false }
    const [, hours, minutes] = /^([+-]\d{2}):?(\d{2})?$/.exec(iso[8]) ?? []
    const offset = hours ? `${hours}:${minutes ?? '00'}` : 'Z'
    // To the thousandth: an event copied out of VTEX is the very event that VTEX has.
    const seconds = `${when.length === 16 ? ':00' : ''}${iso[7] ?? ''}`

    return { when: `${when}${seconds}${offset}`, hasOffset: true }
  }
  const slashed = SLASHED.exec(text)

  if (!slashed) return null
  const year = slashed[3].length === 2 ? 2000 + Number(slashed[3]) : Number(slashed[3])
  const hour = hourOf(slashed[4], slashed[7])
  const [first, second] = [+slashed[1], +slashed[2]]
  const read = (day: number, month: number) =>
    Number.isNaN(hour) ? null : local(year, month, day, hour, +(slashed[5] ?? 0), slashed[6] ?? '0')
  const readings = { DAY_FIRST: read(first, second), MONTH_FIRST: read(second, first) }
  // 26/11 has one reading, whatever is said of the list.
  const when = readings[order] ?? readings[order === 'DAY_FIRST' ? 'MONTH_FIRST' : 'DAY_FIRST']

  return when ? { when, hasOffset: false } : null
}

/** The only order in which a date can be read; BOTH where it is a question, null where it tells nothing. */
function orderIn(text: string): DayOrder | 'BOTH' | null {
  const slashed = SLASHED.exec(text)

  if (!slashed) return null
  const [first, second] = [+slashed[1], +slashed[2]]

  if (first === second || (first > 12 && second > 12)) return null
  if (first > 12) return 'DAY_FIRST'

  return second > 12 ? 'MONTH_FIRST' : 'BOTH'
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

/** A list is written by one hand: a date that has one reading tells how the others are meant. */
function orderOfList(lines: readonly string[]): {
  order: DayOrder | null
  question: string | null
} {
  const dates = lines.map((line) => columnsOf(line)[0])
  const orders = dates.map(orderIn)
  const question = dates[orders.indexOf('BOTH')]
  const isDayFirst = orders.includes('DAY_FIRST')
  const isOfOneMind = isDayFirst !== orders.includes('MONTH_FIRST')

  if (question === undefined || isOfOneMind) {
    return { order: isDayFirst ? 'DAY_FIRST' : 'MONTH_FIRST', question: null }
  }

  return { order: null, question: question.split(/[ ,]/)[0] }
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
  const { order, question } = said ? { order: said, question: null } : orderOfList(lines)
  const list: PastedList = { events: [], unreadable: [], asks: question }

  if (order === null) return list
  for (const line of lines) {
    const read = readLine(line, order)

    if (typeof read === 'string') list.unreadable.push({ line, reason: read })
    else list.events.push(read)
  }

  return list
}
