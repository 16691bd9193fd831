import { SaveSettingsMutation } from '../../shared/graphql/generated'
import { Failure } from '../../shared/graphql/failure'
import {
  changedSettings,
  draftOf,
  mergeTheirs,
  placed,
  PlacedProblem,
  SettingName,
  Settings,
  SettingsDraft,
  standing,
  takeTheirs,
} from './settingsModel'

/** What is typed over what is stored, and what somebody else saved meanwhile. */
export interface Editing {
  stored: Settings
  draft: SettingsDraft
  /** Null where nobody else saved. */
  theirs: Settings | null
  /** Settings that both changed: to be chosen one by one before anything is saved. */
  conflicts: SettingName[]
}

/** How the last press of Save stands. One at a time: what is being saved is neither saved nor refused. */
export type Saving =
  | { kind: 'IDLE' }
  | { kind: 'RUNNING' }
  | { kind: 'SAVED' }
  | { kind: 'REFUSED'; problems: PlacedProblem[] }
  | { kind: 'FAILED'; failure: Failure }

export type SettingsState =
  { kind: 'READING' } | { kind: 'EDITING'; editing: Editing; saving: Saving }

export type SettingsEvent =
  | { kind: 'READ'; settings: Settings }
  | { kind: 'EDIT'; patch: Partial<SettingsDraft> }
  | { kind: 'UNDO' }
  | { kind: 'SAVE' }
  | {
      kind: 'ANSWERED'
      problems: SaveSettingsMutation['saveSettings']['problems']
      saved: Settings | null
    }
  /** Somebody else saved first; `theirs` is what is stored now, null where that could not be read. */
  | { kind: 'OVERTAKEN'; theirs: Settings | null }
  | { kind: 'FAILED'; failure: Failure }
  | { kind: 'CHOOSE'; name: SettingName; whose: 'mine' | 'theirs' }

const IDLE: Saving = { kind: 'IDLE' }

/** What was typed before the page was left and came back to is gone on with. */
export function openedWith(kept: Editing | null): SettingsState {
  return kept ? { kind: 'EDITING', editing: kept, saving: IDLE } : { kind: 'READING' }
}

function fresh(settings: Settings, saving: Saving): SettingsState {
  const editing = { stored: settings, draft: draftOf(settings), theirs: null, conflicts: [] }
  return { kind: 'EDITING', editing, saving }
}

/** Settings in which draft and stored values differ. */
export function changesOf(state: SettingsState): SettingName[] {
  if (state.kind === 'READING') return []
  return changedSettings(state.editing.draft, state.editing.stored)
}

/** Problems of the last save whose field still holds what was refused. */
export function problemsOf(state: SettingsState): PlacedProblem[] {
  if (state.kind === 'READING' || state.saving.kind !== 'REFUSED') return []
  return standing(state.saving.problems, state.editing.draft)
}

/** True where a press of Save may send: nothing is on its way, and nothing is left to choose. */
export function maySave(state: SettingsState): boolean {
  return (
    state.kind === 'EDITING' &&
    state.saving.kind !== 'RUNNING' &&
    state.editing.conflicts.length === 0
  )
}

/** The one table of what happens to the settings page. What does not fit a state leaves it as it is. */
export function settingsReducer(state: SettingsState, event: SettingsEvent): SettingsState {
  if (state.kind === 'READING') {
    return event.kind === 'READ' ? fresh(event.settings, IDLE) : state
  }
  const { editing, saving } = state
  switch (event.kind) {
    case 'READ':
      // A later reading takes nothing from under what is typed.
      return changesOf(state).length > 0 || saving.kind !== 'IDLE' || editing.theirs
        ? state
        : fresh(event.settings, IDLE)
    case 'EDIT': {
      const draft = { ...editing.draft, ...event.patch }
      const isOver = saving.kind === 'SAVED'
      return { ...state, editing: { ...editing, draft }, saving: isOver ? IDLE : saving }
    }
    case 'UNDO':
      return saving.kind === 'RUNNING' ? state : fresh(editing.stored, IDLE)
    case 'SAVE':
      return maySave(state) ? { ...state, saving: { kind: 'RUNNING' } } : state
    case 'ANSWERED':
      if (event.problems.length > 0) {
        const problems = placed(event.problems, editing.draft)
        return { ...state, saving: { kind: 'REFUSED', problems } }
      }
      return event.saved ? fresh(event.saved, { kind: 'SAVED' }) : { ...state, saving: IDLE }
    case 'OVERTAKEN': {
      if (!event.theirs) return { ...state, saving: IDLE }
      const { merged, conflicts } = mergeTheirs(editing.draft, editing.stored, event.theirs)
      const next = { stored: event.theirs, draft: merged, theirs: event.theirs, conflicts }
      return { ...state, editing: next, saving: IDLE }
    }
    case 'FAILED':
      return { ...state, saving: { kind: 'FAILED', failure: event.failure } }
    case 'CHOOSE': {
      const { theirs } = editing
      const draft =
        event.whose === 'theirs' && theirs
          ? takeTheirs(editing.draft, theirs, event.name)
          : editing.draft
      const conflicts = editing.conflicts.filter((name) => name !== event.name)
      return { ...state, editing: { ...editing, draft, conflicts } }
    }
  }
}
