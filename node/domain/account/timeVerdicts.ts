import { failed, passed, unproven, type Verdict } from './check'

export interface SeenZone {
  /** As the account's first trade policy names it; null where it names none. */
  readonly named: string | null
  /** Its IANA name; null where no zone of that name is known. */
  readonly zone: string | null
}

export function judgeTimeZone({ named, zone }: SeenZone): Verdict {
  const harm =
    'Dates that a document or a person gives without an offset are read as UTC, and days begin at the wrong hour.'
  if (named === null || named.trim() === '')
    return failed(
      "The account's first trade policy names no time zone.",
      harm,
      'Choose the time zone of trade policy 1 in the Admin of VTEX.'
    )
  if (zone === null)
    return failed(
      `The account's first trade policy names the time zone "${named}", which the app does not know.`,
      harm,
      'Send this text to the support of the app.'
    )
  return passed(
    `The account's first trade policy names "${named}", which is ${zone}.`,
    "Dates without an offset are read in the store's own time.",
    'Nothing to do.'
  )
}

/** Clocks of replicas may differ by as much before a claim can be taken for free while it is held. */
export const CLOCK_TOLERANCE_MS = 2_000
/** The header Date names whole seconds: the moment lies within the one it names. */
const DATE_WIDTH_MS = 1_000

export interface SeenClock {
  /** Our clock when the call went out and when its answer came. @unit epoch milliseconds */
  readonly sentAt: number
  readonly answeredAt: number
  /** What OMS's answer said in its header Date. @unit epoch milliseconds; null where it had none */
  readonly date: number | null
}

/** OMS's clock stands between ours at sending and at the answer: the difference is known as a span, not as a number. */
export function judgeClock({ sentAt, answeredAt, date }: SeenClock): Verdict {
  if (date === null || !Number.isFinite(date))
    return unproven(
      'The answer of OMS names no date.',
      'How far the clocks differ is not known.',
      'Check again; if it stays so, send this text to the support of the app.'
    )
  const least = date - answeredAt
  const most = date + DATE_WIDTH_MS - sentAt
  const span = `OMS's clock is between ${seconds(least)} and ${seconds(most)} s ahead of this replica's`
  if (least > CLOCK_TOLERANCE_MS || most < -CLOCK_TOLERANCE_MS)
    return failed(
      `${span}.`,
      'Claims on orders rest on clocks that differ by less than 2 s, and dates near now may be refused as lying in the future.',
      "Tell VTEX support that the clocks of the app's replicas and of OMS differ."
    )
  // Within the tolerance for certain, but for the second that the header cannot name.
  if (Math.max(Math.abs(least), Math.abs(most)) > CLOCK_TOLERANCE_MS + DATE_WIDTH_MS)
    return unproven(
      `${span}: the answer took too long to say more.`,
      'Whether the clocks differ by less than 2 s is not known.',
      'Check again.'
    )
  return passed(`${span}.`, 'Leases and dates are judged by clocks that agree.', 'Nothing to do.')
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(1)
}
