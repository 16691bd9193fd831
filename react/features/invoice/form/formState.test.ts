import { tickOf } from '../../../shared/problems/acceptance'
import { emptyInvoice, typeField } from '../invoiceDraft'
import { startForm, step } from './formState'
import type { FormEvent, FormState, Phase } from './formState'

const problem = (code: string, severity = 'ERROR') =>
  ({ code, severity, field: [], message: '', facts: [], differences: [] }) as any
const exists = problem('INVOICE_EXISTS')
const changed = problem('INVOICE_CHANGED')
const warning = problem('XML_NOT_AUTHORIZED', 'WARNING')

const draft = emptyInvoice('OUTPUT')
const other = typeField(draft, 'invoiceNumber', '7')
const PHASES: Record<Phase['name'], Phase> = {
  typing: { name: 'typing' },
  deciding: { name: 'deciding' },
  confirming: { name: 'confirming', problems: [warning] },
  replacing: { name: 'replacing', taken: exists, problems: [warning] },
}
const at = (name: Phase['name']): FormState => ({ ...startForm(draft, null), phase: PHASES[name] })
const compared = (taken = exists, problems: any[] = []): Phase => ({
  name: 'replacing',
  taken,
  problems,
})
const ended = (problems: any[], isReplacing = false): FormEvent => ({
  type: 'ended',
  key: 'k',
  problems,
  isReplacing,
})

/** Where each event leads from each phase. */
const TABLE: Array<[string, FormEvent, Record<Phase['name'], Phase>]> = [
  [
    'other content ends a press, and no comparison',
    { type: 'changed', draft: other },
    { ...PHASES, deciding: PHASES.typing, confirming: PHASES.typing },
  ],
  ['the same content is no change', { type: 'changed', draft }, PHASES],
  [
    'a document is judged anew',
    { type: 'documentTaken', draft: other },
    {
      typing: PHASES.typing,
      deciding: PHASES.typing,
      confirming: PHASES.typing,
      replacing: PHASES.typing,
    },
  ],
  [
    'a press asks',
    { type: 'asked' },
    {
      typing: PHASES.deciding,
      deciding: PHASES.deciding,
      confirming: PHASES.deciding,
      replacing: PHASES.deciding,
    },
  ],
  ['an answer ends the asking alone', { type: 'decided' }, { ...PHASES, deciding: PHASES.typing }],
  [
    'a dialog asks',
    { type: 'confirmationAsked', problems: [warning] },
    {
      typing: PHASES.confirming,
      deciding: PHASES.confirming,
      confirming: PHASES.confirming,
      replacing: PHASES.confirming,
    },
  ],
  [
    'a number that is registered is compared; what is to tick stays',
    { type: 'compared', taken: changed },
    {
      typing: compared(changed),
      deciding: compared(changed),
      confirming: compared(changed),
      replacing: compared(changed, [warning]),
    },
  ],
  [
    'dialog and differences close',
    { type: 'closed' },
    {
      typing: PHASES.typing,
      deciding: PHASES.typing,
      confirming: PHASES.typing,
      replacing: PHASES.typing,
    },
  ],
  [
    'a good end leaves nothing open',
    ended([]),
    {
      typing: PHASES.typing,
      deciding: PHASES.typing,
      confirming: PHASES.typing,
      replacing: PHASES.typing,
    },
  ],
  [
    'a replacement that asks for a tick stays in the differences',
    ended([problem('DATE_IN_FUTURE', 'WARNING'), changed], true),
    {
      typing: PHASES.typing,
      deciding: PHASES.typing,
      confirming: PHASES.typing,
      replacing: compared(exists, [problem('DATE_IN_FUTURE', 'WARNING')]),
    },
  ],
  [
    'a refusal for the number waits for its comparison',
    ended([exists]),
    {
      typing: PHASES.typing,
      deciding: PHASES.typing,
      confirming: PHASES.typing,
      replacing: compared(),
    },
  ],
]

const names = Object.keys(PHASES) as Array<Phase['name']>
const rows = TABLE.reduce<Array<[string, Phase['name'], FormEvent, Phase]>>(
  (all, [says, event, to]) => [
    ...all,
    ...names.map((from): [string, Phase['name'], FormEvent, Phase] => [
      says,
      from,
      event,
      to[from],
    ]),
  ],
  []
)

test.each(rows)('%s (%s)', (_says, from, event, to) => {
  expect(step(at(from), event).phase).toEqual(to)
})

test.each<[FormEvent, Partial<FormState>]>([
  [{ type: 'changed', draft: other }, { draft: other }],
  [
    { type: 'entered', field: { field: 'invoiceValue', text: '1' } },
    { held: { field: 'invoiceValue', text: '1' } },
  ],
  [
    { type: 'left', place: 'invoiceNumber' },
    { touched: new Set(['invoiceNumber']), held: null },
  ],
  [{ type: 'left', place: 'invoiceNumber', isOutside: true }, { held: null }],
  [
    { type: 'documentTaken', draft: other },
    { draft: other, held: null },
  ],
  [{ type: 'ticked', problem: warning }, { ticks: new Set([tickOf(warning)]) }],
  [{ type: 'pressedEarly' }, { isEarly: true }],
  [{ type: 'filesRead' }, { isEarly: false }],
  [{ type: 'pressed' }, { hasTried: true }],
  [{ type: 'passed' }, { answered: null }],
  [ended([warning]), { answered: { key: 'k', problems: [warning] } }],
])('%j changes that and nothing else', (event, change) => {
  const before: FormState = {
    ...startForm(draft, { key: 'k', problems: [exists] }),
    held: { field: 'invoiceKey', text: '' },
    isEarly: event.type === 'filesRead',
  }

  expect(step(before, event)).toEqual({ ...before, ...change })
})

test('a tick taken back is none', () => {
  const event: FormEvent = { type: 'ticked', problem: warning }

  expect(step(step(at('typing'), event), event)).toEqual(at('typing'))
})
