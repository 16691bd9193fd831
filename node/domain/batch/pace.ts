/**
 * One pace for all lanes of all batches, on every replica: a row of moments at which a read of OMS may go out, handed out
 * in order. Moments are epoch milliseconds, paces are calls a minute.
 */
export interface PaceLedger {
  /** The first moment that nobody has. */
  readonly nextAt: number
  /** As it was at cutAt; it climbs from there. */
  readonly pace: number
  /** When OMS last refused a call for its rate. */
  readonly cutAt: number
  /** OMS asked to wait until then. */
  readonly resumeAt: number
}

/** "6000 requests per minute per account" (batches §3), and what is left of it for people. */
export const DOCUMENTED_PACE = 6_000
export const DEFAULT_PACE = Math.floor(DOCUMENTED_PACE * 0.97)
const LEAST_PACE = 60
const CUT = 0.6
/** Several refusals of one moment are one. */
const ONE_CUT_MS = 2_000
/** Of the full pace, a second. */
const CLIMB = 0.02
/** No wait of OMS is kept longer, and no moment handed out lies further ahead: a clock was wrong. */
export const LONGEST_WAIT_MS = 5 * 60_000
/** What nobody used in time is not made up for: it would be a burst. */
export const SLOTS_AT_ONCE = 25

export const FRESH_LEDGER: PaceLedger = { nextAt: 0, pace: DEFAULT_PACE, cutAt: 0, resumeAt: 0 }

/** Moments in a row: the first one, and how far they lie apart. */
export interface Slots {
  readonly from: number
  readonly every: number
  readonly count: number
}

export interface Granted {
  readonly ledger: PaceLedger
  readonly slots: Slots
}

/** What the pace has climbed to. */
export function paceAt({ pace, cutAt }: PaceLedger, now: number, full: number): number {
  const climbed = pace + (full * CLIMB * Math.max(0, now - cutAt)) / 1_000
  return Math.max(LEAST_PACE, Math.min(full, climbed))
}

export function withSlots(
  ledger: PaceLedger,
  now: number,
  count: number,
  full: number = DEFAULT_PACE
): Granted {
  const soon = (moment: number): number => (moment > now + LONGEST_WAIT_MS ? now : moment)
  const every = 60_000 / paceAt(ledger, now, full)
  const from = Math.max(now, soon(ledger.nextAt), soon(ledger.resumeAt))
  return { ledger: { ...ledger, nextAt: from + count * every }, slots: { from, every, count } }
}

/** Cut for everybody, at most once in a while; the wait that OMS asks for is kept. */
export function cut(
  ledger: PaceLedger,
  now: number,
  retryAfterMs: number | null,
  full: number = DEFAULT_PACE
): PaceLedger {
  const asked = now + Math.min(retryAfterMs ?? 0, LONGEST_WAIT_MS)
  const waiting = { ...ledger, resumeAt: Math.max(ledger.resumeAt, asked) }
  if (now - ledger.cutAt < ONE_CUT_MS) return waiting
  return { ...waiting, cutAt: now, pace: Math.max(LEAST_PACE, paceAt(ledger, now, full) * CUT) }
}
