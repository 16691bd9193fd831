import { Settings } from './settingsModel'
import {
  changesOf,
  maySave,
  openedWith,
  problemsOf,
  SettingsEvent,
  settingsReducer,
  SettingsState,
} from './settingsState'

const stored: Settings = {
  version: 'v1',
  defaultCourier: null,
  carriers: [{ name: 'Loggi', urlTemplate: null, numberPattern: 'LG6\\d+' }],
  xmlRequired: 'CERTIFIED_MARKETPLACES',
  freightOn: 'FIRST_INVOICE',
  noteOnOrder: false,
  batchPace: 5820,
  doorAccepts: ['XML_REQUIRED'],
}
const theirs: Settings = { ...stored, version: 'v2', xmlRequired: 'NEVER', noteOnOrder: true }
const after = (...events: SettingsEvent[]) => events.reduce(settingsReducer, openedWith(null))

const READ: SettingsEvent = { kind: 'READ', settings: stored }
const EDIT: SettingsEvent = { kind: 'EDIT', patch: { xmlRequired: 'ALWAYS' } }
const SAVE: SettingsEvent = { kind: 'SAVE' }
const FAILED: SettingsEvent = { kind: 'FAILED', failure: { kind: 'NETWORK' } }
const OVERTAKEN: SettingsEvent = { kind: 'OVERTAKEN', theirs }
const SAVED: SettingsEvent = {
  kind: 'ANSWERED',
  problems: [],
  saved: { ...stored, version: 'v2', xmlRequired: 'ALWAYS' },
}
const REFUSED: SettingsEvent = {
  kind: 'ANSWERED',
  saved: null,
  problems: [
    {
      code: 'SETTINGS_INVALID',
      severity: 'ERROR',
      field: ['settings', 'carriers', '0', 'numberPattern'],
      message: '',
      facts: [],
    },
  ],
}

/** State, what is changed, how saving stands, and what is left to choose, in one line. */
function told(state: SettingsState): string {
  if (state.kind === 'READING') return 'READING'
  const { editing, saving } = state
  return [
    saving.kind,
    `changed: ${changesOf(state).join()}`,
    `stored: ${editing.stored.version}`,
    `conflicts: ${editing.conflicts.join()}`,
  ].join(', ')
}

test.each([
  ['nothing was read', [EDIT, SAVE, SAVED, FAILED, OVERTAKEN], 'READING'],
  ['it was read', [READ], 'IDLE, changed: , stored: v1, conflicts: '],
  ['something is typed', [READ, EDIT], 'IDLE, changed: xmlRequired, stored: v1, conflicts: '],
  ['it is undone', [READ, EDIT, { kind: 'UNDO' }], 'IDLE, changed: , stored: v1, conflicts: '],
  [
    'it is being saved',
    [READ, EDIT, SAVE],
    'RUNNING, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'undo waits for a save',
    [READ, EDIT, SAVE, { kind: 'UNDO' }],
    'RUNNING, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  ['it is saved', [READ, EDIT, SAVE, SAVED], 'SAVED, changed: , stored: v2, conflicts: '],
  [
    'more is typed then',
    [READ, EDIT, SAVE, SAVED, { kind: 'EDIT', patch: { noteOnOrder: true } }],
    'IDLE, changed: noteOnOrder, stored: v2, conflicts: ',
  ],
  [
    'no answer came',
    [READ, EDIT, SAVE, FAILED],
    'FAILED, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'it is pressed again',
    [READ, EDIT, SAVE, FAILED, SAVE],
    'RUNNING, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'it was refused',
    [READ, EDIT, SAVE, REFUSED],
    'REFUSED, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'somebody saved first',
    [READ, EDIT, SAVE, OVERTAKEN],
    'IDLE, changed: xmlRequired, stored: v2, conflicts: xmlRequired',
  ],
  [
    'what they saved cannot be read',
    [READ, EDIT, SAVE, { kind: 'OVERTAKEN', theirs: null }],
    'IDLE, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'mine is kept',
    [READ, EDIT, SAVE, OVERTAKEN, { kind: 'CHOOSE', name: 'xmlRequired', whose: 'mine' }],
    'IDLE, changed: xmlRequired, stored: v2, conflicts: ',
  ],
  [
    'theirs is taken',
    [READ, EDIT, SAVE, OVERTAKEN, { kind: 'CHOOSE', name: 'xmlRequired', whose: 'theirs' }],
    'IDLE, changed: , stored: v2, conflicts: ',
  ],
  [
    'a later reading meets what is typed',
    [READ, EDIT, { kind: 'READ', settings: theirs }],
    'IDLE, changed: xmlRequired, stored: v1, conflicts: ',
  ],
  [
    'a later reading meets nothing typed',
    [READ, { kind: 'READ', settings: theirs }],
    'IDLE, changed: , stored: v2, conflicts: ',
  ],
] as Array<[string, SettingsEvent[], string]>)('where %s', (_name, events, state) => {
  expect(told(after(...events))).toBe(state)
})

test('a problem stands until its field is corrected', () => {
  const refused = after(READ, EDIT, SAVE, REFUSED)
  expect(problemsOf(refused)).toHaveLength(1)
  if (refused.kind === 'READING') throw new Error('it was read')
  const carriers = refused.editing.draft.carriers.map((one) => ({ ...one, numberPattern: 'LG' }))
  expect(problemsOf(settingsReducer(refused, { kind: 'EDIT', patch: { carriers } }))).toEqual([])
})

test.each([
  ['nothing is read yet', [], false],
  ['it stands', [READ, EDIT], true],
  ['it is on its way', [READ, EDIT, SAVE], false],
  ['there is something to choose', [READ, EDIT, SAVE, OVERTAKEN], false],
  ['it failed', [READ, EDIT, SAVE, FAILED], true],
] as Array<[string, SettingsEvent[], boolean]>)(
  'where %s a press may send: %p',
  (_n, events, may) => {
    expect(maySave(after(...events))).toBe(may)
  }
)

test('what was typed before the page was left is gone on with, and no reading takes it', () => {
  const typed = after(READ, EDIT)
  if (typed.kind === 'READING') throw new Error('it was read')
  const opened = openedWith(typed.editing)
  expect(settingsReducer(opened, { kind: 'READ', settings: theirs })).toEqual(opened)
})
