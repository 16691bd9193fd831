import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../../shared/components/StatusLine'
import {
  SaveSettingsMutation,
  SaveSettingsMutationVariables,
  SettingsQuery,
} from '../../shared/graphql/generated'
import { Failure } from '../../shared/graphql/failure'
import { usePanelMutation } from '../../shared/graphql/usePanelMutation'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { focusFirstProblem } from '../../shared/problems/focusFirstProblem'
import { drafts } from '../../shared/sending/drafts'
import { useWords } from '../../shared/words/useWords'
import SAVE_SETTINGS from './saveSettings.graphql'
import SETTINGS from './settings.graphql'
import {
  changedSettings,
  draftOf,
  inputOf,
  mergeTheirs,
  placed,
  PlacedProblem,
  SettingName,
  Settings,
  SettingsDraft,
  standing,
  takeTheirs,
} from './settingsModel'

const noVariables = {}
const FORM = 'settings'

interface Kept {
  draft: SettingsDraft
  before: Settings
  /** What somebody else saved meanwhile, and where it has to be chosen yet. */
  theirs: Settings | null
  conflicts: SettingName[]
}

/** The settings page's controller: what is stored, what is typed, and what somebody else saved meanwhile. */
export function useSettings() {
  const words = useWords()
  const { data, loading, failure, refetch, stop } = usePanelQuery<
    SettingsQuery,
    Record<string, never>
  >(SETTINGS, {
    variables: noVariables,
  })
  const save = usePanelMutation<SaveSettingsMutation, SaveSettingsMutationVariables>(SAVE_SETTINGS)

  const kept = useRef(drafts.get<Kept>(FORM, FORM))
  const [stored, setStored] = useState<Settings | null>(kept.current && kept.current.before)
  const [draft, setDraft] = useState<SettingsDraft | null>(kept.current && kept.current.draft)
  const [refused, setRefused] = useState<PlacedProblem[]>([])
  const [saveFailure, setSaveFailure] = useState<Failure | null>(null)
  const [theirs, setTheirs] = useState<Settings | null>(kept.current && kept.current.theirs)
  const [conflicts, setConflicts] = useState<SettingName[]>(
    kept.current ? kept.current.conflicts : []
  )
  const [conflictCalls, callConflicts] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const [isSaved, setSaved] = useState(false)

  useEffect(() => {
    if (!data || kept.current) return
    setStored(data.settings)
    setDraft(draftOf(data.settings))
  }, [data])

  const changed = useMemo(
    () => (draft && stored ? changedSettings(draft, stored) : []),
    [draft, stored]
  )
  useEffect(() => {
    if (draft && stored && changed.length > 0)
      drafts.put(FORM, FORM, { draft, before: stored, theirs, conflicts })
    else drafts.clear(FORM, FORM)
  }, [draft, stored, changed.length, theirs, conflicts])

  const edit = useCallback((patch: Partial<SettingsDraft>) => {
    setSaved(false)
    setDraft((now) => now && { ...now, ...patch })
  }, [])

  const undo = useCallback(() => {
    kept.current = null
    setRefused([])
    setSaveFailure(null)
    setTheirs(null)
    setConflicts([])
    setDraft(stored && draftOf(stored))
  }, [stored])

  const lock = useRef(false)
  const submit = useCallback(async () => {
    if (!draft || !stored || lock.current) return
    // What both changed is chosen first: saving would put mine over theirs unasked.
    if (conflicts.length > 0) {
      announce(words('outcome.REFUSED', { count: conflicts.length }))
      callConflicts((calls) => calls + 1)
      return
    }
    lock.current = true
    setSaving(true)
    setSaveFailure(null)
    setRefused([])
    const result = await save({ settings: inputOf(draft, stored.version) })
    lock.current = false
    setSaving(false)
    if (!result.ok) {
      setSaveFailure(result.failure)
      return
    }
    const answer = result.data.saveSettings
    const wasChanged = answer.problems.some(({ code }) => code === 'SETTINGS_CHANGED')
    setRefused(placed(answer.problems, draft))
    if (wasChanged) {
      // The answer may carry what is stored now; otherwise it is read.
      const now = answer.settings || (await refetch().then((read) => read && read.settings))
      if (!now) return
      const { merged, conflicts: left } = mergeTheirs(draft, stored, now)
      setTheirs(now)
      setConflicts(left)
      setDraft(merged)
      setStored(now)
    } else if (answer.settings && answer.problems.length === 0) {
      kept.current = null
      setStored(answer.settings)
      setDraft(draftOf(answer.settings))
      setTheirs(null)
      setConflicts([])
      setSaved(true)
      announce(words('settings.saved'))
    } else if (answer.problems.length > 0) {
      announce(words('outcome.REFUSED', { count: answer.problems.length }))
      focusFirstProblem(document.getElementById('form'))
    }
  }, [draft, stored, conflicts, save, refetch, words])

  const choose = useCallback(
    (name: SettingName, whose: 'mine' | 'theirs') => {
      if (whose === 'theirs' && theirs) setDraft((now) => now && takeTheirs(now, theirs, name))
      setConflicts((all) => all.filter((one) => one !== name))
    },
    [theirs]
  )

  const problems = useMemo(() => (draft ? standing(refused, draft) : []), [refused, draft])

  return {
    loading,
    failure: stored ? null : failure,
    refetch,
    stop,
    stored,
    draft,
    edit,
    undo,
    submit,
    isSaving,
    isSaved,
    problems,
    saveFailure,
    isChanged: changed.length > 0,
    conflicts,
    conflictCalls,
    theirs,
    choose,
    canConfigure: data ? data.viewer.canConfigure : true,
  }
}
