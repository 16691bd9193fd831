export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** A moment as a Brazilian ERP writes it. @shape epoch milliseconds -> YYYY-MM-DDThh:mm:ss-03:00 */
export function saoPaulo(at: number): string {
  return `${new Date(at - 3 * HOUR_MS).toISOString().slice(0, 19)}-03:00`
}

/** Whether two texts mean the same second. */
export function sameSecond(first: string | null | undefined, second: string): boolean {
  return Math.floor(Date.parse(first ?? '') / 1_000) === Math.floor(Date.parse(second) / 1_000)
}
