import type { Fault } from '../problem/fault'

/** PASSED: seen as promised. FAILED: seen otherwise. UNPROVEN: could not be tried to the end, so nothing is known. */
export type CheckVerdict = 'PASSED' | 'FAILED' | 'UNPROVEN'

/** Stable: callers and the panel's texts go by them. In the order in which they are shown. */
export const CHECK_NAMES = [
  'vbase-conditional-write',
  'vbase-read-after-write',
  'vbase-absence',
  'oms-rights',
  'oms-list',
  'oms-order',
  'app-token',
  'time-zone',
  'clock',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]

export interface Verdict {
  readonly verdict: CheckVerdict
  /** English: what was seen, what it means for the promises, what to do. */
  readonly detail: string
}

export interface AccountCheckItem extends Verdict {
  readonly name: CheckName
}

const verdict =
  (word: CheckVerdict) =>
  (...sentences: readonly string[]): Verdict => ({ verdict: word, detail: sentences.join(' ') })

export const passed = verdict('PASSED')
export const failed = verdict('FAILED')
export const unproven = verdict('UNPROVEN')

/** What a check comes to where the platform did not let it be tried. */
export function verdictOfFault(fault: Fault): Verdict {
  const seen = `${fault.upstream} ${fault.operation} ended as ${fault.kind}${statusOf(fault)}.`
  if (fault.kind === 'forbidden' && fault.upstream !== 'OMS')
    return failed(
      seen,
      'The app itself may not make this call, and whatever needs it fails.',
      'Install the app again: its policies or outbound-access entries do not cover the call.'
    )
  return unproven(
    seen,
    'So this could not be tried, and nothing is known of it.',
    'Check again in a minute.'
  )
}

function statusOf({ status, upstreamMessage }: Fault): string {
  const words = upstreamMessage === null ? '' : `: ${upstreamMessage}`
  return status === null ? words : ` (${status}${words})`
}
