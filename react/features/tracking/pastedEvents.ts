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
}

/** English of the United States alone writes the month first. */
export function dayOrderOf(locale: string): DayOrder {
  return /^en(-us)?$/i.test(locale) ? 'MONTH_FIRST' : 'DAY_FIRST'
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
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
    const offset = iso[8].toUpperCase() === 'Z' ? 'Z' : iso[8].replace(/(\d{2}):?(\d{2})$/, '$1:$2')
    // To the thousandth: an event copied out of VTEX is the very event that VTEX has.
    const seconds = `${when.length === 16 ? ':00' : ''}${iso[7] ?? ''}`

    return { when: `${when}${seconds}${offset}`, hasOffset: true }
  }
  const slashed = SLASHED.exec(text)

  if (!slashed) return null
  const [day, month] =
    order === 'DAY_FIRST' ? [+slashed[1], +slashed[2]] : [+slashed[2], +slashed[1]]
  const year = slashed[3].length === 2 ? 2000 + Number(slashed[3]) : Number(slashed[3])
  const hour = hourOf(slashed[4], slashed[7])

  if (Number.isNaN(hour)) return null
  const when = local(year, month, day, hour, +(slashed[5] ?? 0), slashed[6] ?? '0')

  return when ? { when, hasOffset: false } : null
}

function separatorOf(line: string): RegExp {
  if (line.includes('\t')) return /\t/

  return line.includes(';') ? /;/ : /\|/
}

/** "São Paulo/SP" and "São Paulo - SP" name city and state in one column. */
function place(city: string, state: string): { city: string; state: string } {
  const joined = state ? null : /^(.+?)\s*(?:\/|-|,)\s*([A-Z]{2,3})$/.exec(city)

  return joined ? { city: joined[1], state: joined[2] } : { city, state }
}

function readLine(line: string, order: DayOrder): PastedEvent | UnreadableReason {
  const parts = line.split(separatorOf(line)).map((part) => part.trim())
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

/** Events out of a pasted list, a line each: date, what, city, state; tab, semicolon or bar between. */
export function readPastedEvents(text: string, order: DayOrder): PastedList {
  const list: PastedList = { events: [], unreadable: [] }

  for (const line of text.split(/\r?\n/)) {
    if (!line.trim()) continue
    const read = readLine(line, order)

    if (typeof read === 'string') list.unreadable.push({ line, reason: read })
    else list.events.push(read)
  }

  return list
}
