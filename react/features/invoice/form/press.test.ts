import { tickOf } from '../../../shared/problems/acceptance'
import { nothingChosen } from '../invoiceProblems'
import { press, settle } from './press'
import type { Press, PressFacts } from './press'

const problem = (code: string, severity = 'ERROR', field = ['invoice']) =>
  ({ code, severity, field, message: '', facts: [], differences: [] }) as any
const required = problem('INVOICE_NUMBER_REQUIRED')
const warning = problem('XML_NOT_AUTHORIZED', 'WARNING')
const exists = problem('INVOICE_EXISTS')
const unanswered = problem('OMS_OUTCOME_UNKNOWN', 'ERROR', [])
const passing = problem('OMS_UNAVAILABLE', 'ERROR', [])
const ticked = new Set([tickOf(warning)])

const facts: PressFacts = {
  phase: 'typing',
  isLocked: false,
  isReading: false,
  known: 'CHECKED',
  problems: [],
  ticks: new Set(),
  isAgain: false,
  asksFirst: false,
}

test.each<[string, Partial<PressFacts>, Press]>([
  ['sends what nothing stands against', {}, { kind: 'SEND', problems: [] }],
  ['sends one thing at a time', { isLocked: true }, { kind: 'WAIT', for: 'SEND' }],
  ['decides once', { phase: 'deciding' }, { kind: 'WAIT', for: 'PRESS' }],
  ['asks once', { phase: 'confirming' }, { kind: 'WAIT', for: 'PRESS' }],
  ['waits for a file', { isReading: true }, { kind: 'WAIT', for: 'FILE' }],
  ['points at what is wrong', { problems: [required] }, { kind: 'POINT', count: 1 }],
  [
    'points at what is wrong and what is to tick',
    { problems: [required, warning] },
    { kind: 'POINT', count: 2 },
  ],
  [
    'points where no unit is chosen, asking nobody',
    { known: 'NOTHING_CHOSEN', problems: [nothingChosen] },
    { kind: 'POINT', count: 1 },
  ],
  [
    'sends what is ticked',
    { problems: [warning], ticks: ticked },
    { kind: 'SEND', problems: [warning] },
  ],
  [
    'compares before it points',
    { problems: [required, exists] },
    { kind: 'COMPARE', taken: exists },
  ],
  ['a dialog asks before a return', { asksFirst: true }, { kind: 'CONFIRM', problems: [] }],
  [
    'leaves the check to the service where nothing is said yes to',
    { known: 'UNCHECKED', problems: [required] },
    { kind: 'SEND', problems: [] },
  ],
  [
    'sends nothing past what only the panel knows',
    { known: 'UNCHECKED', own: [warning] },
    { kind: 'POINT', count: 1 },
  ],
  [
    'checks first what a tick says yes to',
    { known: 'UNCHECKED', problems: [warning], ticks: ticked },
    { kind: 'CHECK', isAnew: false },
  ],
  [
    'checks first what a dialog asks about',
    { known: 'UNCHECKED', asksFirst: true },
    { kind: 'CHECK', isAnew: false },
  ],
  [
    'asks anew about an answer that may have come',
    { problems: [unanswered] },
    { kind: 'CHECK', isAnew: true },
  ],
  [
    'asks anew, unchecked too',
    { known: 'UNCHECKED', problems: [unanswered] },
    { kind: 'CHECK', isAnew: true },
  ],
  [
    'enters again what has no answer',
    { isAgain: true, problems: [unanswered] },
    { kind: 'POINT', count: 1 },
  ],
  [
    'tries again what an answer said of no field',
    { known: 'ANSWERED', problems: [passing] },
    { kind: 'SEND', problems: [] },
  ],
  [
    'points at what an answer said of a field',
    { known: 'ANSWERED', problems: [passing, required] },
    { kind: 'POINT', count: 1 },
  ],
])('%s', (_says, over, decision) => {
  expect(press({ ...facts, ...over })).toEqual(decision)
})

test.each<[any[], boolean, Press]>([
  [[exists], false, { kind: 'COMPARE', taken: exists }],
  [[required], true, { kind: 'POINT', count: 1 }],
  [[], true, { kind: 'CONFIRM', problems: [] }],
  [[warning], true, { kind: 'CONFIRM', problems: [warning] }],
  [[], false, { kind: 'SEND', problems: [] }],
])('after a check with %j', (problems, asksFirst, decision) => {
  expect(settle(problems, { ticks: ticked, asksFirst })).toEqual(decision)
})
