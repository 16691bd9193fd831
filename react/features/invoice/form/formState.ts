import type { Problem } from '../../../shared/order/orderTypes'
import { toggled } from '../../../shared/problems/ticks'
import type { InvoiceDraft } from '../invoiceDraft'
import type { HeldField } from '../invoiceInput'
import { takenNumber, withoutTaken } from '../invoiceProblems'
import type { Place } from '../problemPlaces'

/**
 * What the form is doing. One at a time, so that no two of them can be true at once. That a send is in the air is not
 * among them: the list of sends knows it, also where the form was mounted after the press.
 */
export type Phase =
  /** The person fills the form. */
  | { name: 'typing' }
  /** A press waits: for a check of what the form holds, or for the order in which the number stands. */
  | { name: 'deciding' }
  /** The dialog of a return asks, with the warnings that a yes accepts. */
  | { name: 'confirming'; problems: readonly Problem[] }
  /** The stored invoice stands beside the form's, with what the last try to replace it left to tick. */
  | { name: 'replacing'; taken: Problem; problems: Problem[] }

/** What the last answer left to settle, and the content that it was of. */
export interface Answered {
  key: string
  problems: Problem[]
}

export interface FormState {
  draft: InvoiceDraft
  phase: Phase
  answered: Answered | null
  /** The person has tried to send: required fields speak. */
  hasTried: boolean
  touched: ReadonlySet<Place>
  /** The field in which the cursor stands, with what it showed when the person went in. */
  held: HeldField | null
  /** Warnings that the person has said yes to. */
  ticks: ReadonlySet<string>
  /** A press came while a file was being read. */
  isEarly: boolean
}

export type FormEvent =
  | { type: 'changed'; draft: InvoiceDraft }
  | { type: 'entered'; field: HeldField }
  /** `isOutside`: for something else than the form, such as starting the handling first. */
  | { type: 'left'; place: Place; isOutside?: boolean }
  | { type: 'documentTaken'; draft: InvoiceDraft }
  | { type: 'ticked'; problem: Problem }
  | { type: 'pressedEarly' }
  | { type: 'filesRead' }
  | { type: 'pressed' }
  | { type: 'asked' }
  | { type: 'decided' }
  | { type: 'passed' }
  | { type: 'confirmationAsked'; problems: readonly Problem[] }
  | { type: 'compared'; taken: Problem }
  | { type: 'closed' }
  | { type: 'ended'; key: string; problems: Problem[]; isReplacing: boolean }

type EventType = FormEvent['type']
type EventOf<T extends EventType> = Extract<FormEvent, { type: T }>

const TYPING: Phase = { name: 'typing' }

export function startForm(draft: InvoiceDraft, answered: Answered | null): FormState {
  return {
    draft,
    phase: TYPING,
    answered,
    hasTried: false,
    touched: new Set(),
    held: null,
    ticks: new Set(),
    isEarly: false,
  }
}

/** A press was for what stood there: other content is another press. What is compared is what was typed. */
function withDraft(state: FormState, draft: InvoiceDraft): FormState {
  if (draft === state.draft) return state
  const isOver = state.phase.name === 'deciding' || state.phase.name === 'confirming'

  return { ...state, draft, phase: isOver ? TYPING : state.phase }
}

function touch(touched: ReadonlySet<Place>, place: Place): ReadonlySet<Place> {
  return touched.has(place) ? touched : new Set(touched).add(place)
}

/** Where the form goes with the end of a send; to whom the number belongs is compared by an event of its own. */
function afterEnd({ phase }: FormState, problems: Problem[], isReplacing: boolean): Phase {
  if (phase.name !== 'replacing') return TYPING
  // A replacing call that asks for one more tick stays in the differences.
  if (isReplacing && problems.length > 0) return { ...phase, problems: withoutTaken(problems) }

  return takenNumber(problems) ? { ...phase, problems: [] } : TYPING
}

/** Every event of the form, and what it does; what an event does not name stays as it is. */
const EVENTS: { [T in EventType]: (state: FormState, event: EventOf<T>) => FormState } = {
  changed: (state, { draft }) => withDraft(state, draft),
  entered: (state, { field }) => ({ ...state, held: field }),
  left: (state, { place, isOutside }) => ({
    ...state,
    held: null,
    touched: isOutside ? state.touched : touch(state.touched, place),
  }),
  // The person gave it: it fills the field too in which the cursor stands, and is compared anew.
  documentTaken: (state, { draft }) => ({ ...state, draft, phase: TYPING, held: null }),
  ticked: (state, { problem }) => ({ ...state, ticks: toggled(state.ticks, problem) }),
  pressedEarly: (state) => ({ ...state, isEarly: true }),
  filesRead: (state) => (state.isEarly ? { ...state, isEarly: false } : state),
  pressed: (state) => ({ ...state, hasTried: true }),
  asked: (state) => ({ ...state, phase: { name: 'deciding' } }),
  decided: (state) => (state.phase.name === 'deciding' ? { ...state, phase: TYPING } : state),
  passed: (state) => ({ ...state, answered: null }),
  confirmationAsked: (state, { problems }) => ({
    ...state,
    phase: { name: 'confirming', problems },
  }),
  compared: (state, { taken }) => ({
    ...state,
    phase: {
      name: 'replacing',
      taken,
      problems: state.phase.name === 'replacing' ? state.phase.problems : [],
    },
  }),
  closed: (state) => ({ ...state, phase: TYPING }),
  ended: (state, { key, problems, isReplacing }) => ({
    ...state,
    answered: { key, problems },
    phase: afterEnd(state, problems, isReplacing),
  }),
}

export function step(state: FormState, event: FormEvent): FormState {
  return (EVENTS[event.type] as (state: FormState, event: FormEvent) => FormState)(state, event)
}
