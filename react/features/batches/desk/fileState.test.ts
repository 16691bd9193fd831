import { fileReducer, leftBehind, maySend, NO_FILE } from './fileState'
import type { FileEvent, FileState } from './fileState'
import type { Summary } from './messages'

const states = { READY: 3, WAITING: 0, WRONG: 1, NO_ORDER: 1, SEVERAL_ORDERS: 0 }
const summary = { states, rows: 5 } as Summary
const after = (...events: FileEvent[]): FileState => events.reduce(fileReducer, NO_FILE)
const opened: FileEvent[] = [
  { kind: 'DROPPED', name: 'a.csv' },
  { kind: 'READ', summary },
]
const sending: FileEvent[] = [...opened, { kind: 'SEND', done: 0, total: 3 }]

test('a file is read, and refused or open', () => {
  expect(after(opened[0])).toEqual({ kind: 'READING', name: 'a.csv', progress: null })
  expect(after(opened[0], { kind: 'UNUSABLE', code: 'PDF', facts: {} })).toMatchObject({
    kind: 'REFUSED',
    code: 'PDF',
  })
  const brokeOff: FileEvent = { kind: 'UNUSABLE', code: 'BROKEN', facts: {} }

  expect(after(...opened, { kind: 'CHECK' }, brokeOff)).toMatchObject({ kind: 'REFUSED' })
  expect(after(...opened)).toMatchObject({ kind: 'OPEN', work: { kind: 'IDLE' }, version: 1 })
})

test('nothing is sent while something is still being found out', () => {
  expect(maySend(after(...opened))).toBe(true)
  expect(maySend(after(...opened, { kind: 'CHECK' }))).toBe(false)
  const matching = after(...opened, { kind: 'MATCH', done: 0, total: 5 })

  expect(maySend(matching)).toBe(false)
  expect(fileReducer(matching, { kind: 'SEND', done: 0, total: 3 })).toBe(matching)
  expect(maySend(fileReducer(matching, { kind: 'MATCHED' }))).toBe(true)
  const none = { ...summary, states: { ...states, READY: 0 } }

  expect(maySend(after(opened[0], { kind: 'READ', summary: none }))).toBe(false)
})

test.each<FileEvent>([
  { kind: 'DROPPED', name: 'b.csv' },
  { kind: 'CHECK' },
  { kind: 'MATCH', done: 0, total: 1 },
  { kind: 'MATCHED' },
])('while rows go out they stand still: %j', (event) => {
  const state = after(...sending)

  expect(fileReducer(state, event)).toBe(state)
})

test('what stops says why, and it can be tried again', () => {
  const failure = { kind: 'NETWORK' } as const
  const stopped = after(...sending, {
    kind: 'STOPPED',
    stop: { kind: 'FAILED', during: 'SENDING', failure },
  })

  expect(stopped).toMatchObject({ work: { kind: 'IDLE' }, stop: { failure } })
  expect(fileReducer(stopped, { kind: 'SEND', done: 0, total: 3 })).toMatchObject({ stop: null })
})

test('rows are read again with each version', () => {
  expect(after(...opened, { kind: 'CHECK' }, { kind: 'READ', summary })).toMatchObject({
    version: 2,
    work: { kind: 'IDLE' },
  })
  expect(leftBehind(summary)).toBe(2)
})
