import type { RefusalCode } from '../files/sheet'
import type { Failure } from '../../../shared/graphql/failure'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import type { Progress, Summary } from './messages'

/** What is being done with an open file. One thing at a time: while rows go out, none can be mended. */
export type Work =
  | { kind: 'IDLE' }
  | { kind: 'CHECKING' }
  | ({ kind: 'MATCHING' } & Progress)
  | ({ kind: 'SENDING' } & Progress)

/** What ended the last thing before its end. */
export type Stop =
  | { kind: 'FAILED'; during: 'MATCHING' | 'SENDING'; failure: Failure }
  | { kind: 'REFUSED'; problems: ProblemLike[] }

export interface OpenFile {
  kind: 'OPEN'
  name: string
  summary: Summary
  work: Work
  stop: Stop | null
  /** Grows with whatever changes rows: what shows rows reads them again. */
  version: number
}

export type FileState =
  | { kind: 'EMPTY' }
  | { kind: 'READING'; name: string; progress: Progress | null }
  | {
      kind: 'REFUSED'
      name: string
      code: RefusalCode | 'BROKEN'
      facts: Record<string, string | number>
    }
  | OpenFile

export type FileEvent =
  | { kind: 'DROPPED'; name: string }
  | ({ kind: 'PROGRESS' } & Progress)
  | { kind: 'UNUSABLE'; code: RefusalCode | 'BROKEN'; facts: Record<string, string | number> }
  /** Of a file that was just opened, or of one whose rows have changed. */
  | { kind: 'READ'; summary: Summary }
  | { kind: 'CHECK' }
  | ({ kind: 'MATCH' } & Progress)
  | { kind: 'MATCHED' }
  | ({ kind: 'SEND' } & Progress)
  | { kind: 'STOPPED'; stop: Stop }
  /** Put away, or in a batch: the page is free for the next one. */
  | { kind: 'CLOSED' }

export const NO_FILE: FileState = { kind: 'EMPTY' }
const IDLE: Work = { kind: 'IDLE' }

/** The one table of what happens to a dropped file. What does not fit a state leaves it as it is. */
export function fileReducer(state: FileState, event: FileEvent): FileState {
  if (event.kind === 'CLOSED') return NO_FILE
  if (event.kind === 'DROPPED') {
    return isSending(state) ? state : { kind: 'READING', name: event.name, progress: null }
  }
  if (state.kind === 'READING') {
    if (event.kind === 'PROGRESS') return { ...state, progress: event }
    if (event.kind === 'UNUSABLE') return refused(state.name, event)
    if (event.kind === 'READ') {
      const { name } = state

      return { kind: 'OPEN', name, summary: event.summary, work: IDLE, stop: null, version: 1 }
    }

    return state
  }
  if (state.kind !== 'OPEN') return state
  switch (event.kind) {
    case 'READ':
      return {
        ...state,
        summary: event.summary,
        work: state.work.kind === 'CHECKING' ? IDLE : state.work,
        version: state.version + 1,
      }
    // Its rows went with the readers that broke off.
    case 'UNUSABLE':
      return refused(state.name, event)
    case 'CHECK':
      return isSending(state) ? state : { ...state, work: { kind: 'CHECKING' }, stop: null }
    case 'MATCH':
      return isSending(state)
        ? state
        : {
            ...state,
            work: { kind: 'MATCHING', done: event.done, total: event.total },
            stop: null,
          }
    case 'MATCHED':
      return state.work.kind === 'MATCHING' ? { ...state, work: IDLE } : state
    case 'SEND':
      return maySend(state) || isSending(state)
        ? {
            ...state,
            work: { kind: 'SENDING', done: event.done, total: event.total },
            stop: null,
          }
        : state
    case 'STOPPED':
      return { ...state, work: IDLE, stop: event.stop }
    default:
      return state
  }
}

const refused = (
  name: string,
  { code, facts }: Extract<FileEvent, { kind: 'UNUSABLE' }>
): FileState => ({ kind: 'REFUSED', name, code, facts })

export const isSending = (state: FileState) =>
  state.kind === 'OPEN' && state.work.kind === 'SENDING'

/** Rows are known and stand still: cells and columns can be changed. */
export const mayChange = (state: FileState) => state.kind === 'OPEN' && !isSending(state)

/** Something can be sent, and nothing is still being found out about it. */
export const maySend = (state: FileState) =>
  state.kind === 'OPEN' && state.work.kind === 'IDLE' && state.summary.states.READY > 0

/** Rows that stay behind when the others are sent. */
export function leftBehind({ states }: Summary): number {
  return states.WRONG + states.NO_ORDER + states.SEVERAL_ORDERS + states.WAITING
}
