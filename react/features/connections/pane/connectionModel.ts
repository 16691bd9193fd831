import type {
  ConnectionFieldsFragment,
  ParcelState,
  SaveConnectionMutationVariables,
} from '../../../shared/graphql/generated'
import type { ProblemLike } from '../../../shared/words/problemFacts'

export type Connection = ConnectionFieldsFragment
export type ConnectionInput = SaveConnectionMutationVariables['connector']
type Code = Connection['codes'][number]

/** The states that a code may be given, the way of a parcel first and what goes wrong after it. */
export const PARCEL_STATES: readonly ParcelState[] = [
  'INFO_RECEIVED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'ATTEMPT_FAILED',
  'AVAILABLE_FOR_PICKUP',
  'EXCEPTION',
  'RETURNING',
  'RETURNED',
  'LOST',
  'CANCELLED',
  'UNKNOWN',
]

export interface CodeDraft {
  key: string
  code: string
  /** Empty until somebody says it: a guess would be taken for what the carrier means. */
  state: ParcelState | ''
}

export interface ConnectionDraft {
  isOn: boolean
  /** Empty: it stays as it is. */
  secret: string
  /** Made here, so that nobody else knows it. */
  isMade: boolean
  /** Empty: the connector's own. */
  timeZone: string
  codes: CodeDraft[]
}

export const parts = ['isOn', 'secret', 'timeZone', 'codes'] as const
export type Part = (typeof parts)[number]

let made = 0

export const newCode = (code = ''): CodeDraft => {
  made += 1
  return { key: `code-${made}`, code, state: '' }
}

export function draftOf({ isOn, timeZone, codes }: Connection): ConnectionDraft {
  return {
    isOn,
    secret: '',
    isMade: false,
    timeZone: timeZone || '',
    codes: codes.map(({ code, state }) => ({ ...newCode(code), state })),
  }
}

/** Rows in which something stands. */
export const filledCodes = ({ codes }: Pick<ConnectionDraft, 'codes'>) =>
  codes.filter(({ code, state }) => code.trim() !== '' || state !== '')

const told = (codes: ReadonlyArray<Pick<CodeDraft, 'code' | 'state'>>) =>
  JSON.stringify(codes.map(({ code, state }) => [code.trim(), state]))

/** Where what is typed differs from what is stored; blanks at an end are no difference. */
export function changedParts(draft: ConnectionDraft, stored: Connection): Part[] {
  return parts.filter((part) => {
    if (part === 'isOn') return draft.isOn !== stored.isOn
    if (part === 'secret') return draft.secret.trim() !== ''
    if (part === 'timeZone') return draft.timeZone.trim() !== (stored.timeZone || '')
    return told(filledCodes(draft)) !== told(stored.codes)
  })
}

/** Only what was changed is sent, so that what somebody else saved meanwhile stays. */
export function inputOf(draft: ConnectionDraft, stored: Connection): ConnectionInput {
  const changed = changedParts(draft, stored)
  const codes = filledCodes(draft).filter((one): one is CodeDraft & Code => one.state !== '')
  return {
    name: stored.name,
    version: stored.version,
    isOn: draft.isOn,
    ...(changed.includes('secret') && { secret: draft.secret.trim() }),
    ...(changed.includes('timeZone') && { timeZone: draft.timeZone.trim() || null }),
    ...(changed.includes('codes') && {
      codes: codes.map(({ code, state }) => ({ code: code.trim(), state })),
    }),
  }
}

/**
 * The draft over a newer reading: what nobody has touched follows it, what was typed stays.
 * @returns also what was typed and has been saved otherwise by somebody else since
 */
export function followed(draft: ConnectionDraft, before: Connection, now: Connection) {
  const typed = changedParts(draft, before)
  const fresh = draftOf(now)
  const theirs = changedParts(draftOf(before), now)
  const mayFollow = (part: Part) => !typed.includes(part) && theirs.includes(part)
  const next: ConnectionDraft = {
    ...draft,
    isOn: mayFollow('isOn') ? fresh.isOn : draft.isOn,
    timeZone: mayFollow('timeZone') ? fresh.timeZone : draft.timeZone,
    codes: mayFollow('codes') ? fresh.codes : draft.codes,
  }
  const apart = changedParts(next, now)
  return {
    draft: next,
    overtaken: theirs.filter((part) => typed.includes(part) && apart.includes(part)),
  }
}

/** Puts what is stored of a part into the draft. */
export function takeStored(draft: ConnectionDraft, stored: Connection, part: Part) {
  return { ...draft, [part]: draftOf(stored)[part] }
}

/** A problem of saving at its field, with what stood there when it was found. */
export interface PlacedProblem {
  problem: ProblemLike
  /** Of a row of codes; null for the others. */
  key: string | null
  name: string
  given: string
}

function given(draft: ConnectionDraft, key: string | null, name: string): string {
  const { isOn, secret, timeZone, codes } = draft
  const row = codes.find((one) => one.key === key)
  if (key !== null) return row ? told([row]) : ''
  if (name === 'codes') return told(codes)
  if (name === 'timeZone') return timeZone
  // That a connection is on is what takes a secret.
  return name === 'secret' ? JSON.stringify([isOn, secret]) : ''
}

/** Puts the problems of an answer to the fields of what was sent: ["connector","codes","0","code"] counts filled rows. */
export function placed(problems: readonly ProblemLike[], sent: ConnectionDraft): PlacedProblem[] {
  const rows = filledCodes(sent)
  return problems.map((problem) => {
    const [, name = '', index, part] = problem.field
    const row = name === 'codes' && index !== undefined ? rows[Number(index)] : undefined
    const key = row ? row.key : null
    const place = row ? part || 'code' : name
    return { problem, key, name: place, given: given(sent, key, place) }
  })
}

/** Those whose field still holds what was refused; the others are being corrected, or are gone. */
export const standing = (problems: readonly PlacedProblem[], draft: ConnectionDraft) =>
  problems.filter((problem) => given(draft, problem.key, problem.name) === problem.given)

/** What can be said without asking: a code for which nobody has said what it means. */
export function ownProblems(draft: ConnectionDraft): ProblemLike[] {
  return filledCodes(draft).reduce<ProblemLike[]>((all, { code, state }, index) => {
    const faulty = state === '' ? 'state' : code.trim() === '' ? 'code' : null
    return faulty === null
      ? all
      : [
          ...all,
          {
            code: 'SETTINGS_INVALID',
            severity: 'ERROR',
            field: ['connector', 'codes', String(index), faulty],
            message: '',
            facts: [],
          },
        ]
  }, [])
}
