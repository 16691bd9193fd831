import { DateTime } from 'luxon'

/** Windows zone names that OMS puts into storePreferencesData, as IANA names (oms §2.1). */
const IANA_BY_WINDOWS: Record<string, string> = {
  'E. South America Standard Time': 'America/Sao_Paulo',
  'SA Pacific Standard Time': 'America/Bogota',
  'Pacific SA Standard Time': 'America/Santiago',
  'Central Standard Time (Mexico)': 'America/Mexico_City',
  'Eastern Standard Time': 'America/New_York',
  'Argentina Standard Time': 'America/Argentina/Buenos_Aires',
  'Romance Standard Time': 'Europe/Paris',
}

/** IANA name of a Windows zone name; UTC where it is unknown. */
export function ianaZone(windowsName: string | null | undefined): string {
  return (windowsName && IANA_BY_WINDOWS[windowsName]) || 'UTC'
}

/** Milliseconds since the epoch as .NET prints them: seven digits of fraction, `+00:00` (oms §1.4). */
export function dotNetDate(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000+00:00`
}

/** As dotNetDate, without an offset: one of the formats that orders carry. */
export function naiveDate(at: number): string {
  return new Date(at).toISOString().slice(0, 19)
}

/**
 * Reads every date format of oms §1.4: ISO with offset (`-03:00`, `-0300`, Z, up to seven digits of
 * fraction), ISO or `yyyy-mm-dd hh:mm[:ss]` without offset, date alone, RFC 1123.
 * @shape (text, zone of texts without offset) -> epoch milliseconds, or null where it is no date
 */
export function parseDate(text: string, zone = 'UTC'): number | null {
  const trimmed = text.trim()
  const options = { zone }
  for (const read of [
    () => DateTime.fromISO(trimmed, options),
    () => DateTime.fromSQL(trimmed, options),
    () => DateTime.fromRFC2822(trimmed, options),
  ]) {
    const moment = read()
    if (moment.isValid) return moment.toMillis()
  }
  return null
}
