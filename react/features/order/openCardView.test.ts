import { openCardView } from './openCardView'
import type { LastSend, OpenCardQuestion } from './openCardView'

type Question = OpenCardQuestion<{ invoiceNumber: string }>

const FORM = { kind: 'FORM', canStartHandling: false } as const
const NONE = { kind: 'NONE' } as const
const ended: LastSend = { isReturn: false, isMidway: false, hasEndedWell: true, sentForm: null }
const inTheAir: LastSend = { ...ended, hasEndedWell: false, sentForm: {} }
const refused: LastSend = { ...ended, hasEndedWell: false }
const parcel = { invoiceNumber: '7' }
const again = { invoiceNumber: '9', type: 'INPUT' as const }
const view = (over: Partial<Question>) =>
  openCardView({
    open: FORM,
    packages: [parcel],
    last: null,
    form: null,
    again: null,
    hasMoreToTell: false,
    ...over,
  })

test.each([
  ['an order to invoice', {}, { kind: 'INVOICE' }],
  ['a send that ended well', { last: ended }, { kind: 'ENDED_WELL' }],
  ['one of several that ended well', { last: { ...ended, isMidway: true } }, { kind: 'INVOICE' }],
  [
    'one of several on an order that nothing is left of',
    { open: NONE, last: { ...ended, isMidway: true } },
    { kind: 'INVOICE' },
  ],
  ['a send in the air', { open: NONE, last: inTheAir }, { kind: 'INVOICE' }],
  [
    'a return in the air, whatever the address asks for',
    { last: { ...inTheAir, isReturn: true }, form: { do: 'replace', n: '7' } },
    { kind: 'RETURN' },
  ],
  [
    'a replacement in the air',
    { last: { ...inTheAir, sentForm: { replaces: '7' } } },
    { kind: 'REPLACE', parcel },
  ],
  [
    'a return in the air that is entered again',
    { last: { ...inTheAir, isReturn: true, sentForm: { again: '9' } } },
    { kind: 'AGAIN', invoiceNumber: '9', type: 'INPUT' },
  ],
  [
    'a replacement that is asked for',
    { form: { do: 'replace', n: '7' } },
    { kind: 'REPLACE', parcel },
  ],
  ['one of an invoice that is not there', { form: { do: 'replace', n: '8' } }, { kind: 'INVOICE' }],
  ['a return that is asked for', { form: { do: 'return' } }, { kind: 'RETURN' }],
  ['an invoice entered again', { again }, { kind: 'AGAIN', ...again }],
  ['again, while a return is open', { again, form: { do: 'return' } }, { kind: 'RETURN' }],
  ['again, while something else is in the air', { again, last: inTheAir }, { kind: 'INVOICE' }],
  ['nothing left to do', { open: NONE }, { kind: 'NOTHING' }],
  ['nothing left, and a send that was refused', { open: NONE, last: refused }, { kind: 'RESULT' }],
  ['nothing left, and more to tell', { open: NONE, hasMoreToTell: true }, { kind: 'RESULT' }],
  ['handling alone', { open: { kind: 'HANDLING_ONLY' } }, { kind: 'HANDLING_ONLY' }],
  [
    'no invoice possible',
    { open: { kind: 'REASON', problem: null, stage: 'NOT_READY' } },
    { kind: 'REASON' },
  ],
] as Array<[string, Partial<Question>, object]>)('%s', (_name, over, expected) => {
  expect(view(over)).toEqual(expected)
})
