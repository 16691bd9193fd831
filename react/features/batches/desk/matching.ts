import { stops } from '../files/faults'
import type { Draft } from '../files/gather'
import { canBeMatched } from '../files/judge'
import type { Asked, Match, Reference, RowState } from './messages'

/** What was found for rows of a file: by what was asked, and by people, who say it of one row. */
export interface Known {
  matches: Map<string, Match>
  /** By the place of a row's first row in the sheet. */
  chosen: Map<number, string>
}

/** An order's id as VTEX writes it. */
export const IN_VTEX_FORM = /^(?:[A-Z]{2,5}-)?\d{10,}-\d{2}$/
/** Each order that is asked about costs OMS a read; of a longer file ids are taken by their form, and the run tells. */
const MOST_ASKED_ALL = 1000

const text = (value: unknown) => (value === undefined ? undefined : String(value))

/** What of a row finds its order. */
export function referenceOf({ references, values }: Draft): Reference {
  const of: Reference = {
    reference: references[0],
    recipientId: text(values.recipientId),
    value: typeof values.invoiceValue === 'number' ? values.invoiceValue : undefined,
    issuanceDate: text(values.issuanceDate),
  }

  // A number that another invoice bears already finds that one: only rows without an order go by it.
  return references.length > 0 || values.issuerId === undefined
    ? of
    : {
        ...of,
        invoiceNumber: text(values.invoiceNumber),
        issuerId: text(values.issuerId),
        series: text(values.series),
      }
}

export const keyOf = (draft: Draft): string => JSON.stringify(referenceOf(draft))

/** The order of a row, and how it is known; without one there may be several that fit. */
export function drawn(draft: Draft, { matches, chosen }: Known): Match {
  const orderId = chosen.get(draft.rows[0])

  if (orderId !== undefined) return { orderId, by: null, invoiceNumber: null, candidates: [] }
  const match = matches.get(keyOf(draft))
  const [first] = draft.references

  if (match) return match

  return {
    orderId: first !== undefined && IN_VTEX_FORM.test(first) ? first : null,
    by: null,
    invoiceNumber: null,
    candidates: [],
  }
}

export function stateOf(draft: Draft, known: Known): RowState {
  if (draft.faults.some(stops)) return 'WRONG'
  const { orderId, candidates } = drawn(draft, known)
  const isAsked = known.chosen.has(draft.rows[0]) || known.matches.has(keyOf(draft))

  if (orderId !== null) return 'READY'
  if (!isAsked) return 'WAITING'

  return candidates.length > 0 ? 'SEVERAL_ORDERS' : 'NO_ORDER'
}

/** References of rows that could be sent, not asked about yet, each once. */
export function askedOf(drafts: readonly Draft[], known: Known, most: number): Asked[] {
  const asksAll = drafts.length <= MOST_ASKED_ALL
  const asked = new Map<string, Asked>()

  for (const draft of drafts) {
    if (asked.size >= most) break
    const isOpen =
      !draft.faults.some(stops) &&
      !known.chosen.has(draft.rows[0]) &&
      canBeMatched(draft) &&
      (asksAll || drawn(draft, known).orderId === null)

    if (isOpen) {
      const key = keyOf(draft)

      if (!known.matches.has(key)) asked.set(key, { key, reference: referenceOf(draft) })
    }
  }

  return Array.from(asked.values())
}
