/** Moments are ISO text with an offset or Z; all reading happens in a named IANA zone, never the browser's by accident. */

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, options)
  formats.set(key, made)
  return made
}

/** True where Intl knows the zone; OMS's own names are turned into IANA names by the service. */
export function isZone(timeZone: string | null | undefined): timeZone is string {
  if (!timeZone) return false
  try {
    dateFormat('en-US', { timeZone })
    return true
  } catch (error) {
    return false
  }
}

export interface WallClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

function wallClock(at: number, timeZone: string): WallClock {
  const parts = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as Intl.DateTimeFormatOptions).formatToParts(at)
  const of = (type: string) =>
    Number((parts.find((part) => part.type === type) || { value: 0 }).value)
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour') % 24,
    minute: of('minute'),
    second: of('second'),
  }
}

const utcOf = (clock: WallClock) =>
  Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second)

/** Minutes east of UTC in this zone at this moment. */
export function offsetMinutes(at: number, timeZone: string): number {
  const whole = Math.floor(at / 1000) * 1000
  return Math.round((utcOf(wallClock(at, timeZone)) - whole) / 60000)
}

const two = (value: number) => String(value).padStart(2, '0')

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** "GMT−3", with minutes only where the zone has them. */
export function zoneOffsetLabel(timeZone: string, at: number): string {
  const minutes = offsetMinutes(at, timeZone)
  const size = Math.abs(minutes)
  const rest = size % 60 ? `:${two(size % 60)}` : ''
  return `GMT${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

type Names = Partial<Record<'en' | 'pt' | 'es', string>>

/** IANA names cities in English and without accents; these are known by another name where the panel is used. */
const CITIES: Record<string, Names> = {
  Araguaina: { en: 'Araguaína', pt: 'Araguaína', es: 'Araguaína' },
  Asuncion: { en: 'Asunción', pt: 'Assunção', es: 'Asunción' },
  Belem: { en: 'Belém', pt: 'Belém', es: 'Belém' },
  Bogota: { en: 'Bogotá', pt: 'Bogotá', es: 'Bogotá' },
  Cancun: { en: 'Cancún', pt: 'Cancún', es: 'Cancún' },
  Cordoba: { en: 'Córdoba', pt: 'Córdoba', es: 'Córdoba' },
  Cuiaba: { en: 'Cuiabá', pt: 'Cuiabá', es: 'Cuiabá' },
  Lisbon: { pt: 'Lisboa', es: 'Lisboa' },
  London: { pt: 'Londres', es: 'Londres' },
  Maceio: { en: 'Maceió', pt: 'Maceió', es: 'Maceió' },
  Mazatlan: { en: 'Mazatlán', pt: 'Mazatlán', es: 'Mazatlán' },
  Merida: { en: 'Mérida', pt: 'Mérida', es: 'Mérida' },
  'Mexico City': { pt: 'Cidade do México', es: 'Ciudad de México' },
  Montevideo: { pt: 'Montevidéu' },
  'New York': { pt: 'Nova York', es: 'Nueva York' },
  Noronha: { en: 'Fernando de Noronha', pt: 'Fernando de Noronha', es: 'Fernando de Noronha' },
  Panama: { pt: 'Panamá', es: 'Panamá' },
  Santarem: { en: 'Santarém', pt: 'Santarém', es: 'Santarém' },
  'Sao Paulo': { en: 'São Paulo', pt: 'São Paulo', es: 'São Paulo' },
}

/** The city of an IANA name as a person of that language says it. */
export function zoneCity(timeZone: string, language: string): string {
  const city = (timeZone.split('/').pop() || timeZone).replace(/_/g, ' ')
  return CITIES[city]?.[language.slice(0, 2).toLowerCase() as keyof Names] ?? city
}

/** What a datetime-local field holds for a moment in a zone: 2026-03-01T14:05. Empty for no date. */
export function toLocalInput(instant: string | null | undefined, timeZone: string): string {
  const at = instant ? Date.parse(instant) : NaN
  if (Number.isNaN(at)) return ''
  const { year, month, day, hour, minute } = wallClock(at, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/**
 * The moment a wall clock of this zone shows that text, with the zone's offset: 2026-03-01T14:05:00-03:00. Null for no date.
 * A time that a change of clocks skips is taken as the first one after it; of a doubled one the earlier is taken.
 */
export function fromLocalInput(local: string, timeZone: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(local.trim())
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part || 0))
  const naive = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(naive)
  const real =
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  if (!real) return null
  const day24 = 24 * 60 * 60 * 1000
  const before = offsetMinutes(naive - day24, timeZone)
  const after = offsetMinutes(naive + day24, timeZone)
  const fits = [before, after].filter(
    (minutes) => offsetMinutes(naive - minutes * 60000, timeZone) === minutes
  )
  const offset = fits.length > 0 ? Math.max(...fits) : before
  const at = naive - offset * 60000
  const shown = offsetMinutes(at, timeZone)
  const wall = new Date(at + shown * 60000).toISOString().slice(0, 19)
  return wall + offsetText(shown)
}

/** Calendar days from one moment to another as the zone counts them; positive where `to` is later. */
export function calendarDays(from: number, to: number, timeZone: string): number {
  const dayOf = (at: number) => {
    const { year, month, day } = wallClock(at, timeZone)
    return Date.UTC(year, month - 1, day)
  }
  return Math.round((dayOf(to) - dayOf(from)) / (24 * 60 * 60 * 1000))
}

const yearOf = (at: number, timeZone: string) => wallClock(at, timeZone).year

export interface MomentContext {
  language: string
  timeZone: string
  /** Milliseconds; decides whether the year is worth saying. */
  now: number
}

/** "1 Mar": day and month, the year only when it is not this one. Null where the text is no date. */
export function formatDay(
  instant: string,
  { language, timeZone, now }: MomentContext
): string | null {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return null
  const year = yearOf(at, timeZone) === yearOf(now, timeZone) ? undefined : 'numeric'
  return dateFormat(dayLanguage(language), { timeZone, day: 'numeric', month: 'short', year })
    .format(at)
    .replace(/\./g, '')
}

/** "1 Mar, 14:05". Null where the text is no date. */
export function formatMoment(instant: string, context: MomentContext): string | null {
  const at = Date.parse(instant)
  const day = formatDay(instant, context)
  if (day === null) return null
  return `${day}, ${formatTime(at, context)}`
}

/** "14:05". */
export function formatTime(
  at: number,
  { language, timeZone }: { language: string; timeZone: string }
): string {
  return dateFormat(dayLanguage(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as Intl.DateTimeFormatOptions).format(at)
}

/** Day before month in every language of the panel: VTEX's merchants read 1 Mar, and 3/1 is a trap. */
function dayLanguage(language: string): string {
  return language.toLowerCase().startsWith('en') ? 'en-GB' : language
}

/** Days late of a promise, 0 where it is not late. A promise holds until the end of its day in the zone. */
export function daysLate(
  promise: string,
  { timeZone, now }: { timeZone: string; now: number }
): number {
  const at = Date.parse(promise)
  if (Number.isNaN(at)) return 0
  return Math.max(0, calendarDays(at, now, timeZone))
}
