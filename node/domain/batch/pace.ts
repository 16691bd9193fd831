import { LEAST_BATCH_PACE, MOST_BATCH_PACE } from '../values/settings'

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

const CUT = 0.6
/** Several refusals of one moment are one. */
const ONE_CUT_MS = 2_000
/** Of the full pace, a second. */
const CLIMB = 0.02
/** No wait of OMS is kept longer, and no moment handed out lies further ahead: a clock was wrong. */
export const LONGEST_WAIT_MS = 5 * 60_000
/** What is taken at once is used up within so long: what a process takes and dies with, or has no work for, is lost. */
const TAKEN_FOR_MS = 250

export const FRESH_LEDGER: PaceLedger = { nextAt: 0, pace: MOST_BATCH_PACE, cutAt: 0, resumeAt: 0 }

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
  return Math.max(LEAST_BATCH_PACE, Math.min(full, climbed))
}

/** How many are taken at once at a pace. */
export function slotsAtOnce(pace: number): number {
  return Math.ceil((pace * TAKEN_FOR_MS) / 60_000)
}

/** The next moments. @param full the pace that is set */
export function withSlots(ledger: PaceLedger, now: number, full: number): Granted {
  const soon = (moment: number): number => (moment > now + LONGEST_WAIT_MS ? now : moment)
  const pace = paceAt(ledger, now, full)
  const every = 60_000 / pace
  const count = slotsAtOnce(pace)
  const from = Math.max(now, soon(ledger.nextAt), soon(ledger.resumeAt))
  return { ledger: { ...ledger, nextAt: from + count * every }, slots: { from, every, count } }
}

/** Cut for everybody, at most once in a while; the wait that OMS asks for is kept. */
export function cut(
  ledger: PaceLedger,
  now: number,
  retryAfterMs: number | null,
  full: number
): PaceLedger {
  const asked = now + Math.min(retryAfterMs ?? 0, LONGEST_WAIT_MS)
  const waiting = { ...ledger, resumeAt: Math.max(ledger.resumeAt, asked) }
  if (now - ledger.cutAt < ONE_CUT_MS) return waiting
  return {
    ...waiting,
    cutAt: now,
    pace: Math.max(LEAST_BATCH_PACE, paceAt(ledger, now, full) * CUT),
  }
}
