import { Connection, inputOf, newCode } from './connectionModel'
import {
  changesOf,
  ConnectionEvent,
  connectionReducer,
  ConnectionState,
  openedWith,
  problemsOf,
} from './connectionState'

const stored: Connection = {
  name: 'generic',
  title: 'Own integration (JSON)',
  isOn: false,
  version: 'v1',
  hasSecret: false,
  hasOldSecret: false,
  timeZone: null,
  defaultTimeZone: 'America/Sao_Paulo',
  proofs: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
  secretFrom: 'STORE',
  credentials: null,
  codes: [{ code: '77', state: 'LOST' }],
  address: 'https://storeops.myvtex.com/_v/invoice-tracking/carriers/generic',
  attention: [],
}
const MADE = 'a-secret-made-by-chance'
const lost = { ...newCode('NOVELTY'), state: 'LOST' as const }
const openCode = newCode('NOVELTY')

const after = (...events: ConnectionEvent[]) => events.reduce(connectionReducer, openedWith(null))
const READ: ConnectionEvent = { kind: 'READ', connection: stored }
const ON: ConnectionEvent = { kind: 'EDIT', patch: { isOn: true } }
const ZONE: ConnectionEvent = { kind: 'EDIT', patch: { timeZone: 'America/Bogota' } }
const SECRET: ConnectionEvent = { kind: 'EDIT', patch: { secret: MADE, isMade: true } }
const SAVE: ConnectionEvent = { kind: 'SEND', act: 'SAVE' }
const DROP: ConnectionEvent = { kind: 'SEND', act: 'DROP' }
const FAILED: ConnectionEvent = { kind: 'FAILED', failure: { kind: 'NETWORK' } }
const UNDO: ConnectionEvent = { kind: 'UNDO' }
const AWAY: ConnectionEvent = { kind: 'PUT_AWAY' }
const read = (change: Partial<Connection>): ConnectionEvent => ({
  kind: 'READ',
  connection: { ...stored, ...change },
})
const saved = (change: Partial<Connection> = {}): ConnectionEvent => ({
  kind: 'ANSWERED',
  problems: [],
  saved: { ...stored, isOn: true, hasSecret: true, ...change },
})
const refused = (...field: string[]): ConnectionEvent => ({
  kind: 'ANSWERED',
  saved: stored,
  problems: [
    {
      code: 'SETTINGS_INVALID',
      severity: 'ERROR',
      field: ['connector', ...field],
      message: '',
      facts: [],
    },
  ],
})

/** Somebody else had saved. */
const overtaken = (change: Partial<Connection>): ConnectionEvent => ({
  kind: 'ANSWERED',
  saved: { ...stored, version: 'v2', ...change },
  problems: [
    {
      code: 'SETTINGS_CHANGED',
      severity: 'ERROR',
      field: ['connector', 'version'],
      message: '',
      facts: [],
    },
  ],
})
const LIMA = { timeZone: 'America/Lima' }
const TAKEN: ConnectionEvent = { kind: 'TAKE_THEIRS', part: 'timeZone' }

/** How saving stands, what differs from what is stored, where a problem stands, what both changed, in one line. */
function told(state: ConnectionState): string {
  if (state.kind === 'READING') return 'READING'
  const { saving, shownSecret, editing } = state
  return [
    'act' in saving ? `${saving.kind} ${saving.act}` : saving.kind,
    `changed: ${changesOf(state).join()}`,
    ...problemsOf(state).map(({ name }) => `wrong: ${name}`),
    ...editing.overtaken.map((part) => `theirs too: ${part}`),
    ...(shownSecret ? ['a secret is shown'] : []),
  ].join(', ')
}

test.each([
  ['nothing was read', [ON, SAVE, saved(), FAILED, UNDO, AWAY], 'READING'],
  ['it was read', [READ], 'IDLE, changed: '],
  ['it is switched', [READ, ON], 'IDLE, changed: isOn'],
  ['it is switched there and back', [READ, ON, UNDO], 'IDLE, changed: '],
  ['blanks are typed', [READ, { kind: 'EDIT', patch: { timeZone: ' ' } }], 'IDLE, changed: '],
  ['an empty row is added', [READ, { kind: 'ADD_CODE', code: '' }], 'IDLE, changed: '],
  ['a code is asked for', [READ, { kind: 'ADD_CODE', code: '88' }], 'IDLE, changed: codes'],
  ['a code stands already', [READ, { kind: 'ADD_CODE', code: '77' }], 'IDLE, changed: '],
  ['it is being saved', [READ, ON, SECRET, SAVE], 'RUNNING SAVE, changed: isOn,secret'],
  ['it is pressed twice', [READ, ON, SAVE, SAVE, DROP], 'RUNNING SAVE, changed: isOn'],
  ['undo waits for a save', [READ, ON, SAVE, UNDO], 'RUNNING SAVE, changed: isOn'],
  [
    'a reading waits for a save',
    [READ, ON, SAVE, read({ isOn: true })],
    'RUNNING SAVE, changed: isOn',
  ],
  ['it is saved', [READ, ON, SAVE, saved()], 'DONE SAVE, changed: '],
  [
    'a secret made here is saved',
    [READ, ON, SECRET, SAVE, saved()],
    'DONE SAVE, changed: , a secret is shown',
  ],
  [
    'a secret typed is saved',
    [READ, { kind: 'EDIT', patch: { secret: 'typed-by-somebody', isMade: false } }, SAVE, saved()],
    'DONE SAVE, changed: ',
  ],
  [
    'something is typed while the secret is shown',
    [READ, ON, SECRET, SAVE, saved(), ZONE],
    'IDLE, changed: timeZone, a secret is shown',
  ],
  ['the secret is put away', [READ, ON, SECRET, SAVE, saved(), AWAY], 'DONE SAVE, changed: '],
  ['no answer came', [READ, ON, SAVE, FAILED], 'FAILED, changed: isOn'],
  ['it is pressed again', [READ, ON, SAVE, FAILED, SAVE], 'RUNNING SAVE, changed: isOn'],
  ['it was refused', [READ, ON, SAVE, refused('secret')], 'REFUSED, changed: isOn, wrong: secret'],
  ['what was refused is taken back', [READ, ON, SAVE, refused('secret'), UNDO], 'IDLE, changed: '],
  [
    'what a secret is missing for is switched off',
    [READ, ON, SAVE, refused('secret'), { kind: 'EDIT', patch: { isOn: false } }],
    'REFUSED, changed: ',
  ],
  [
    'a refused zone is corrected',
    [READ, ZONE, SAVE, refused('timeZone'), { kind: 'EDIT', patch: { timeZone: 'UTC' } }],
    'REFUSED, changed: timeZone',
  ],
  [
    'the connection itself is refused',
    [READ, ZONE, SAVE, refused('name'), ON],
    'REFUSED, changed: isOn,timeZone, wrong: name',
  ],
  [
    'nobody has said what a code means',
    [READ, { kind: 'EDIT', patch: { codes: [openCode] } }, SAVE],
    'REFUSED, changed: codes, wrong: state',
  ],
  [
    'it is said then',
    [
      READ,
      { kind: 'EDIT', patch: { codes: [openCode] } },
      SAVE,
      { kind: 'EDIT', patch: { codes: [{ ...openCode, state: 'LOST' }] } },
    ],
    'REFUSED, changed: codes',
  ],
  ['the old secret is being ended', [READ, DROP], 'RUNNING DROP, changed: '],
  [
    'an unsaid code keeps no secret from being ended',
    [READ, { kind: 'EDIT', patch: { codes: [openCode] } }, DROP],
    'RUNNING DROP, changed: codes',
  ],
  [
    'the old secret is ended beside what is typed',
    [READ, ZONE, DROP, saved({ isOn: false })],
    'DONE DROP, changed: timeZone',
  ],
  ['a later reading meets nothing typed', [READ, read({ isOn: true })], 'IDLE, changed: '],
  [
    'a later reading meets what is typed',
    [READ, ZONE, read({ isOn: true })],
    'IDLE, changed: timeZone',
  ],
  [
    'somebody else saved the same field otherwise',
    [READ, ZONE, read({ timeZone: 'America/Lima' })],
    'IDLE, changed: timeZone, theirs too: timeZone',
  ],
  [
    'somebody else saved the same',
    [READ, ZONE, read({ timeZone: 'America/Bogota' })],
    'IDLE, changed: ',
  ],
  [
    'somebody else had saved another part',
    [READ, ON, SAVE, overtaken(LIMA)],
    'OVERTAKEN, changed: isOn',
  ],
  [
    'somebody else had saved the same part otherwise',
    [READ, ZONE, SAVE, overtaken(LIMA)],
    'OVERTAKEN, changed: timeZone, theirs too: timeZone',
  ],
  [
    'theirs is taken then',
    [READ, ZONE, ON, SAVE, overtaken(LIMA), TAKEN],
    'OVERTAKEN, changed: isOn',
  ],
  [
    'theirs is taken then, and it was all that was typed',
    [READ, ZONE, SAVE, overtaken(LIMA), TAKEN],
    'IDLE, changed: ',
  ],
  [
    'mine is saved over it then',
    [READ, ZONE, SAVE, overtaken(LIMA), SAVE],
    'RUNNING SAVE, changed: timeZone, theirs too: timeZone',
  ],
  [
    'somebody else had saved before the old secret was ended',
    [READ, ZONE, DROP, overtaken({ isOn: true })],
    'OVERTAKEN, changed: timeZone',
  ],
] as Array<[string, ConnectionEvent[], string]>)('where %s', (_name, events, state) => {
  expect(told(after(...events))).toBe(state)
})

test('what was typed before the page was left is gone on with, and no reading takes it', () => {
  const typed = after(READ, ZONE, SECRET)
  if (typed.kind === 'READING') throw new Error('it was read')
  const opened = connectionReducer(openedWith(typed.editing), read({ isOn: true }))
  if (opened.kind === 'READING') throw new Error('it was read')
  expect(opened.editing.draft).toMatchObject({
    isOn: true,
    timeZone: 'America/Bogota',
    secret: MADE,
    isMade: true,
  })
})

test('only what was changed is sent', () => {
  const sent = (...events: ConnectionEvent[]) => {
    const state = after(READ, ...events)
    if (state.kind === 'READING') throw new Error('it was read')
    return inputOf(state.editing.draft, state.editing.stored)
  }
  const bare = { name: 'generic', version: 'v1', isOn: false }
  expect(sent()).toEqual(bare)
  expect(sent(ZONE)).toEqual({ ...bare, timeZone: 'America/Bogota' })
  expect(sent({ kind: 'EDIT', patch: { secret: ` ${MADE} ` } })).toEqual({ ...bare, secret: MADE })
  expect(
    sent({ kind: 'EDIT', patch: { codes: [newCode(), { ...lost, code: ' NOVELTY ' }] } })
  ).toEqual({
    ...bare,
    codes: [{ code: 'NOVELTY', state: 'LOST' }],
  })
  expect(sent({ kind: 'EDIT', patch: { codes: [] } })).toEqual({ ...bare, codes: [] })
  expect(sent(read({ timeZone: 'UTC' }), { kind: 'EDIT', patch: { timeZone: '' } })).toEqual({
    ...bare,
    timeZone: null,
  })
})

test('a problem of the second filled row stands at that row, whatever empty ones lie between', () => {
  const rows = [{ ...newCode('77'), state: 'LOST' as const }, newCode(), lost]
  const state = after(
    READ,
    { kind: 'EDIT', patch: { codes: rows } },
    SAVE,
    refused('codes', '1', 'code')
  )
  expect(problemsOf(state)).toMatchObject([{ key: lost.key, name: 'code' }])
  const gone = connectionReducer(state, { kind: 'EDIT', patch: { codes: [rows[0]] } })
  expect(problemsOf(gone)).toEqual([])
})
