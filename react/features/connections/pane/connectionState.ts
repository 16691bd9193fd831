import type { Failure } from '../../../shared/graphql/failure'
import type { ProblemLike } from '../../../shared/words/problemFacts'
import {
  changedParts,
  Connection,
  ConnectionDraft,
  draftOf,
  followed,
  newCode,
  ownProblems,
  Part,
  placed,
  PlacedProblem,
  standing,
  takeStored,
} from './connectionModel'

/** What is typed over what is stored. */
export interface Editing {
  stored: Connection
  draft: ConnectionDraft
  /** Typed here, and saved otherwise by somebody else since. */
  overtaken: Part[]
}

/** What goes out: what was typed, or that the secret before the newest one is valid no more. */
export type Act = 'SAVE' | 'DROP'

/** How the last press stands. One at a time. */
export type Saving =
  | { kind: 'IDLE' }
  | { kind: 'RUNNING'; act: Act }
  | { kind: 'DONE'; act: Act }
  /** Somebody else saved since this was read: nothing of it was saved, and theirs stands below what is typed. */
  | { kind: 'OVERTAKEN' }
  | { kind: 'REFUSED'; problems: PlacedProblem[] }
  | { kind: 'FAILED'; failure: Failure }

export type ConnectionState =
  | { kind: 'READING' }
  | {
      kind: 'EDITING'
      editing: Editing
      saving: Saving
      /** A secret that was made here and has just been saved: shown until it is put away, and never again. */
      shownSecret: string | null
    }

export type ConnectionEvent =
  | { kind: 'READ'; connection: Connection }
  | { kind: 'EDIT'; patch: Partial<ConnectionDraft> }
  /** Of a code that the carrier sent: its row is there to be answered, once. */
  | { kind: 'ADD_CODE'; code: string }
  | { kind: 'TAKE_THEIRS'; part: Part }
  | { kind: 'UNDO' }
  | { kind: 'SEND'; act: Act }
  | { kind: 'ANSWERED'; problems: readonly ProblemLike[]; saved: Connection | null }
  | { kind: 'FAILED'; failure: Failure }
  | { kind: 'PUT_AWAY' }

const IDLE: Saving = { kind: 'IDLE' }

/** What was typed before the page was left and came back to is gone on with. */
export function openedWith(kept: Editing | null): ConnectionState {
  return kept
    ? { kind: 'EDITING', editing: kept, saving: IDLE, shownSecret: null }
    : { kind: 'READING' }
}

const fresh = (stored: Connection): Editing => ({ stored, draft: draftOf(stored), overtaken: [] })

export function changesOf(state: ConnectionState): Part[] {
  return state.kind === 'READING' ? [] : changedParts(state.editing.draft, state.editing.stored)
}

/** Problems of the last press whose field still holds what was refused. */
export function problemsOf(state: ConnectionState): PlacedProblem[] {
  if (state.kind === 'READING' || state.saving.kind !== 'REFUSED') return []
  return standing(state.saving.problems, state.editing.draft)
}

export const isRunning = (state: ConnectionState) =>
  state.kind === 'EDITING' && state.saving.kind === 'RUNNING'

export const isOvertaken = (state: ConnectionState) =>
  state.kind === 'EDITING' && state.saving.kind === 'OVERTAKEN'

/** The one table of what happens to a connection's form. What does not fit a state leaves it as it is. */
export function connectionReducer(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  if (state.kind === 'READING') {
    return event.kind === 'READ'
      ? { kind: 'EDITING', editing: fresh(event.connection), saving: IDLE, shownSecret: null }
      : state
  }
  const { editing, saving } = state
  const { draft, stored } = editing
  switch (event.kind) {
    case 'READ': {
      // The answer of what is on its way tells more than a reading that overlaps it.
      if (saving.kind === 'RUNNING') return state
      return { ...state, editing: over(editing, event.connection) }
    }
    case 'EDIT':
      return edited(state, { ...draft, ...event.patch })
    case 'ADD_CODE':
      return draft.codes.some(({ code }) => code.trim() === event.code)
        ? state
        : edited(state, { ...draft, codes: [...draft.codes, newCode(event.code)] })
    case 'TAKE_THEIRS': {
      const overtaken = editing.overtaken.filter((part) => part !== event.part)
      const next = takeStored(draft, stored, event.part)
      const taken = edited({ ...state, editing: { ...editing, overtaken } }, next)
      // Nothing is left that could be tried again.
      return changesOf(taken).length > 0 ? taken : { ...taken, saving: IDLE }
    }
    case 'UNDO':
      return saving.kind === 'RUNNING' ? state : { ...state, editing: fresh(stored), saving: IDLE }
    case 'SEND': {
      if (saving.kind === 'RUNNING') return state
      const own = event.act === 'SAVE' ? placed(ownProblems(draft), draft) : []
      return {
        ...state,
        saving:
          own.length > 0 ? { kind: 'REFUSED', problems: own } : { kind: 'RUNNING', act: event.act },
      }
    }
    case 'ANSWERED':
      return saving.kind === 'RUNNING' ? answered(state, saving.act, event) : state
    case 'FAILED':
      return { ...state, saving: { kind: 'FAILED', failure: event.failure } }
    case 'PUT_AWAY':
      return { ...state, shownSecret: null }
  }
}

type EditingState = Extract<ConnectionState, { kind: 'EDITING' }>

function edited(state: EditingState, draft: ConnectionDraft): EditingState {
  const saving = state.saving.kind === 'DONE' ? IDLE : state.saving
  return { ...state, editing: { ...state.editing, draft }, saving }
}

/** What is typed, over what somebody else has saved. */
function over({ draft, stored, overtaken }: Editing, now: Connection): Editing {
  const next = followed(draft, stored, now)
  return {
    stored: now,
    draft: next.draft,
    overtaken: Array.from(new Set([...overtaken, ...next.overtaken])),
  }
}

function answered(
  state: EditingState,
  act: Act,
  { problems, saved }: Extract<ConnectionEvent, { kind: 'ANSWERED' }>
): ConnectionState {
  const { draft, stored } = state.editing
  if (saved && problems.some(({ code }) => code === 'SETTINGS_CHANGED')) {
    return { ...state, editing: over(state.editing, saved), saving: { kind: 'OVERTAKEN' } }
  }
  if (problems.length > 0 || !saved) {
    return { ...state, saving: { kind: 'REFUSED', problems: placed(problems, draft) } }
  }
  const saving: Saving = { kind: 'DONE', act }
  if (act === 'DROP') {
    // What is typed beside it was not sent, and stays.
    const { draft: next, overtaken } = followed(draft, stored, saved)
    return { ...state, editing: { stored: saved, draft: next, overtaken }, saving }
  }
  const shownSecret = draft.isMade && draft.secret ? draft.secret.trim() : state.shownSecret
  return { ...state, editing: fresh(saved), saving, shownSecret }
}
