export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST'

export interface WrittenMoment {
  /** As a datetime-local input holds it, in a zone that stands elsewhere; or a full instant where the text names its offset. */
  when: string
  hasOffset: boolean
}

/** What is written first. English alone says nothing: stores of Brazil use it with the day first, others do not. */
export function dayOrderOf(locale: string): 'DAY_FIRST' | null {
  return /^en(-us)?$/i.test(locale) ? null : 'DAY_FIRST'
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i
/** As ERPs write a day without signs. */
const PACKED = /^(20\d{2})(\d{2})(\d{2})$/
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

/**
 * A moment as people and machines write it: ISO with or without an offset, or day and month with a year, with or without
 * a time. Null for what is none.
 */
export function readMoment(text: string, order: DayOrder): WrittenMoment | null {
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
  const packed = PACKED.exec(text)

  if (packed) {
    const when = local(+packed[1], +packed[2], +packed[3], 0, 0, '0')

    return when ? { when, hasOffset: false } : null
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

/**
 * What comes first in dates that are written by one hand: one that has a single reading tells how the others are meant.
 * Where nothing tells, `question` is a date that can be read both ways, and `order` is null.
 */
export function columnDayOrder(dates: readonly string[]): {
  order: DayOrder | null
  question: string | null
} {
  const orders = dates.map(orderIn)
  const question = dates[orders.indexOf('BOTH')]
  const isDayFirst = orders.includes('DAY_FIRST')
  const isOfOneMind = isDayFirst !== orders.includes('MONTH_FIRST')

  if (question === undefined || isOfOneMind) {
    return { order: isDayFirst ? 'DAY_FIRST' : 'MONTH_FIRST', question: null }
  }

  return { order: null, question: question.split(/[ ,]/)[0] }
}
