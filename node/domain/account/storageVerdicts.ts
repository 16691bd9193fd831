import { failed, passed, unproven, type Verdict } from './check'

// What docs/guarantees.md takes for granted of VBase, judged by what one replica saw of files of the check's own.

const TELL_VTEX =
  'Tell VTEX support; until it is mended, let one person at a time work on an order.'

/** One round of two writers who saved at once under the same If-Match. */
export interface WriterRound {
  /** How each save ended: `saved`, or the HTTP status of its refusal. */
  readonly answers: readonly ('saved' | number)[]
  /** Which writer's content the file then held, by its place in `answers`; null where it was neither's. */
  readonly holds: number | null
}

/** Statuses that the app takes for "somebody else saved in between". */
const LOST = new Set<string | number>([409, 412])

export function judgeConditionalWrite(rounds: readonly WriterRound[]): Verdict {
  if (rounds.length === 0)
    return unproven('No round was played, so nothing is known.', 'Check again.')
  const both = rounds.filter(({ answers }) => answers.every((answer) => answer === 'saved'))
  if (both.length > 0)
    return failed(
      `In ${both.length} of ${rounds.length} rounds two writers saved under the same If-Match and both were told that they had.`,
      'Two calls can then hold one order at once, and "never twice" rests on the second look right before an invoice is sent.',
      TELL_VTEX
    )
  const refusals = rounds.flatMap(({ answers }) => answers.filter((answer) => answer !== 'saved'))
  const strange = refusals.filter((status) => !LOST.has(status))
  if (strange.length > 0)
    return failed(
      `A save that lost its If-Match was answered ${listed(strange)}; the app knows 409 and 412.`,
      'It takes the answer for a failure of the storage: calls on one order fail where they should wait for each other.',
      TELL_VTEX
    )
  const idle = rounds.filter(({ answers }) => !answers.includes('saved'))
  if (idle.length > 0)
    return failed(
      `In ${idle.length} of ${rounds.length} rounds neither of two writers could save under an If-Match that was just read.`,
      'No call could then claim an order, and nothing would be sent.',
      TELL_VTEX
    )
  const wrong = rounds.filter(({ answers, holds }) => holds === null || answers[holds] !== 'saved')
  if (wrong.length > 0)
    return failed(
      `In ${wrong.length} of ${rounds.length} rounds the file did not hold what the writer who won had saved.`,
      'A claim or an intent could then be lost after it was written down.',
      TELL_VTEX
    )
  return passed(
    `In ${rounds.length} of ${rounds.length} rounds one of two writers won and the other was answered ${listed(refusals)}.`,
    'One call at a time holds an order, as "never twice" needs.',
    'Nothing to do.'
  )
}

/** What a read showed that began after a save was answered; null where it said that there is no such file. */
export interface ReadBack {
  readonly wrote: number
  readonly saw: number | null
}

export function judgeReadAfterWrite(reads: readonly ReadBack[]): Verdict {
  if (reads.length === 0)
    return unproven('Nothing was read back, so nothing is known.', 'Check again.')
  const old = reads.filter(({ wrote, saw }) => saw !== wrote)
  if (old.length > 0) {
    const { wrote, saw } = old[0]!
    return failed(
      `${old.length} of ${reads.length} reads that began after a save was answered did not show it: after content ${wrote} one showed ${saw ?? 'no file'}, although it asked for no cached answer.`,
      'A call may then decide on what is no longer so, and be told IN_PROGRESS or decide again before it sends.',
      TELL_VTEX
    )
  }
  return passed(
    `${reads.length} of ${reads.length} reads showed what was saved right before, as one replica sees it.`,
    'A call sees what the one before it wrote down.',
    'Nothing to do.'
  )
}

/** A file that came to be after it had been looked for in vain. */
export interface Appearance {
  /** Whether the read before the first save said that there is none. */
  readonly wasAbsent: boolean
  readonly reads: number
  /** Reads after the save that still said so. */
  readonly falseAbsences: number
  /** Whether the listing named it after the save. */
  readonly isListed: boolean
}

export function judgeAbsence({ wasAbsent, reads, falseAbsences, isListed }: Appearance): Verdict {
  if (!wasAbsent)
    return failed(
      'A file that nobody had written was read.',
      'Absence cannot be told, and a new order could be taken for one that is under way.',
      TELL_VTEX
    )
  if (!isListed)
    return failed(
      `The listing did not name a file that had been saved; ${falseAbsences} of ${reads} reads called it missing.`,
      'Before the app creates a file it proves by the listing that there is none: a journal that exists could be taken for missing and be written anew.',
      'Send no invoices with this app until VTEX support has looked at it.'
    )
  if (falseAbsences > 0)
    return failed(
      `${falseAbsences} of ${reads} reads said of a file that exists that it is missing (404); the listing named it.`,
      'VTEX lists this as a known issue. Nothing is wiped, for the listing is asked before a file is created; calls on such an order may end in "storage unavailable" for up to two hours.',
      'Try such an order again later, and tell VTEX support.'
    )
  return passed(
    `A file was found by ${reads} of ${reads} reads and by the listing as soon as it was saved, although it had been looked for before.`,
    'A missing journal is told from one that exists.',
    'Nothing to do.'
  )
}

function listed(statuses: readonly ('saved' | number)[]): string {
  return [...new Set(statuses)].join(' or ')
}
