import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import {
  SaveSettingsMutation,
  SaveSettingsMutationVariables,
  SettingsQuery,
} from '../../shared/graphql/generated'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { focusFirstProblem } from '../../shared/problems/focusFirstProblem'
import { drafts } from '../../shared/sending/drafts'
import { useWords } from '../../shared/words/useWords'
import SAVE_SETTINGS from './saveSettings.graphql'
import SETTINGS from './settings.graphql'
import { inputOf, SettingName, SettingsDraft } from './settingsModel'
import {
  changesOf,
  Editing,
  maySave,
  openedWith,
  problemsOf,
  settingsReducer,
} from './settingsState'

const noVariables = {}
const FORM = 'settings'

/** The settings page's controller: wires its states to reading, saving, drafts and the status line. */
export function useSettings() {
  const words = useWords()
  const { data, loading, failure, refetch, stop } = usePanelQuery<
    SettingsQuery,
    Record<string, never>
  >(SETTINGS, {
    variables: noVariables,
  })
  const save = usePanelMutation<SaveSettingsMutation, SaveSettingsMutationVariables>(SAVE_SETTINGS)
  const [state, happen] = useReducer(settingsReducer, undefined, () =>
    openedWith(drafts.get<Editing>(FORM, FORM))
  )
  const [conflictCalls, callConflicts] = useState(0)

  useEffect(() => {
    if (data) happen({ kind: 'READ', settings: data.settings })
  }, [data])

  const isChanged = changesOf(state).length > 0
  const editing = state.kind === 'EDITING' ? state.editing : null
  useEffect(() => {
    if (editing && isChanged) drafts.put(FORM, FORM, editing)
    else drafts.clear(FORM, FORM)
  }, [editing, isChanged])

  // A double click presses twice before anything is drawn anew.
  const lock = useRef(false)
  const submit = useCallback(async () => {
    if (!editing || lock.current) return
    if (!maySave(state)) {
      // What both changed is chosen first: saving would put mine over theirs unasked.
      announce(words('outcome.REFUSED', { count: editing.conflicts.length }))
      callConflicts((calls) => calls + 1)
      return
    }
    lock.current = true
    happen({ kind: 'SAVE' })
    const result = await save({ settings: inputOf(editing.draft, editing.stored.version) })
    if (!result.ok) {
      lock.current = false
      happen({ kind: 'FAILED', failure: result.failure })
      return
    }
    const { problems, settings } = result.data.saveSettings
    if (problems.some(({ code }) => code === 'SETTINGS_CHANGED')) {
      // The answer may carry what is stored now; otherwise it is read.
      const now = settings || (await refetch().then((read) => read && read.settings))
      lock.current = false
      happen({ kind: 'OVERTAKEN', theirs: now })
      return
    }
    lock.current = false
    happen({ kind: 'ANSWERED', problems, saved: settings })
    if (problems.length > 0) {
      announce(words('outcome.REFUSED', { count: problems.length }))
      focusFirstProblem(document.getElementById('form'))
    } else if (settings) {
      announce(words('settings.saved'))
    }
  }, [editing, state, save, refetch, words])

  const edit = useCallback((patch: Partial<SettingsDraft>) => happen({ kind: 'EDIT', patch }), [])
  const choose = useCallback(
    (name: SettingName, whose: 'mine' | 'theirs') => happen({ kind: 'CHOOSE', name, whose }),
    []
  )
  const undo = useCallback(() => {
    // At once: who leaves with it is gone before an effect would.
    drafts.clear(FORM, FORM)
    happen({ kind: 'UNDO' })
  }, [])
  const saving = state.kind === 'EDITING' ? state.saving : null

  return {
    loading,
    failure: editing ? null : failure,
    refetch,
    stop,
    stored: editing && editing.stored,
    draft: editing && editing.draft,
    edit,
    undo,
    submit,
    isSaving: saving?.kind === 'RUNNING',
    isSaved: saving?.kind === 'SAVED',
    problems: useMemo(() => problemsOf(state), [state]),
    saveFailure: saving?.kind === 'FAILED' ? saving.failure : null,
    isChanged,
    conflicts: editing ? editing.conflicts : [],
    conflictCalls,
    theirs: editing && editing.theirs,
    choose,
    canConfigure: data ? data.viewer.canConfigure : true,
  }
}
