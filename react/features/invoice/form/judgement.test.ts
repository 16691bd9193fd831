import { emptyInvoice, takeNone } from '../invoiceDraft'
import { judge } from './judgement'
import type { JudgedContent } from './judgement'

const problem = (code: string, field = ['invoice', 'invoiceNumber']) =>
  ({ code, severity: 'ERROR', field, message: '', facts: [], differences: [] }) as any
const unsafe = problem('INVOICE_NUMBER_UNSAFE')
const required = problem('INVOICE_NUMBER_REQUIRED')
const unanswered = problem('OMS_OUTCOME_UNKNOWN', [])
const refund = problem('RETURN_TRIGGERS_REFUND', [])
const preview = (problems: any[]) => ({ preview: { problems } as any, isFresh: true })
const lines = [{ itemIndex: 0, open: 2 }]
const draft = emptyInvoice('OUTPUT')
const none = takeNone({ ...draft, covers: 'ITEMS' }, lines)
const cancelled = {
  ...draft,
  document: { fileName: 'a.xml', xml: '', read: {} as any, isCancelled: true },
}
const content: JudgedContent = {
  state: { draft, answered: null, hasTried: false, touched: new Set() },
  lines,
  key: 'now',
  hasNumber: false,
  check: { preview: null, isFresh: false },
  isAgain: false,
}
const answered = (key: string) => ({
  ...content.state,
  answered: { key, problems: [unsafe] },
})

test.each<[string, Partial<JudgedContent>, string, string[]]>([
  ['before any answer', {}, 'UNCHECKED', []],
  ['with its check', { check: preview([unsafe]) }, 'CHECKED', ['INVOICE_NUMBER_UNSAFE']],
  [
    'with the check of what it held before',
    { check: { ...preview([unsafe]), isFresh: false } },
    'UNCHECKED',
    ['INVOICE_NUMBER_UNSAFE'],
  ],
  [
    'with the answer to just this content',
    { state: answered('now'), check: preview([required]) },
    'ANSWERED',
    ['INVOICE_NUMBER_UNSAFE'],
  ],
  [
    'changed since the answer',
    { state: answered('before'), check: preview([required]) },
    'CHECKED',
    ['INVOICE_NUMBER_REQUIRED'],
  ],
  [
    'with no unit chosen, whatever was answered',
    { state: { ...answered('now'), draft: none }, check: preview([]) },
    'NOTHING_CHOSEN',
    ['ITEMS_EMPTY'],
  ],
  ['what the dialog of a return asks', { check: preview([refund]) }, 'CHECKED', []],
  ['no answer, entered again', { check: preview([unanswered]), isAgain: true }, 'CHECKED', []],
  [
    'a document that another file cancels, before any answer',
    { state: { ...content.state, draft: cancelled } },
    'UNCHECKED',
    ['XML_NOT_AUTHORIZED'],
  ],
  ['no answer', { check: preview([unanswered]) }, 'CHECKED', ['OMS_OUTCOME_UNKNOWN']],
])('%s', (_says, over, known, codes) => {
  const judgement = judge({ ...content, ...over })

  expect(judgement.known).toBe(known)
  expect(judgement.problems.map(({ code }) => code)).toEqual(codes)
})

test.each<[string, Partial<JudgedContent['state']>, boolean, number]>([
  ['nobody has been there', {}, false, 0],
  ['left empty', { touched: new Set(['invoiceNumber']) }, false, 1],
  ['tried to send', { hasTried: true }, false, 1],
  ['filled since', { hasTried: true }, true, 0],
])('a required field speaks: %s', (_says, over, hasNumber, count) => {
  const state = { ...content.state, ...over }
  const judgement = judge({ ...content, state, hasNumber, check: preview([required]) })

  expect(judgement.placed).toHaveLength(count)
})
