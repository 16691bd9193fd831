import { hasGoneWell, sends } from '../../../shared/sending/sends'
import type { Send } from '../../../shared/sending/sends'
import { SEVERAL, SINGLE } from '../../../shared/sending/draftNames'
import { drafts } from '../../../shared/sending/drafts'
import type { OrderItem } from '../../../shared/order/orderTypes'
import type { InvoiceDocument } from '../invoiceDraft'
import { markCancelled } from './cancellations'

export type DocumentState =
  | 'UNSENT'
  | 'SENDING'
  | 'TAKEN'
  | 'STOPPED'
  /** Nobody knows yet whether VTEX has it. */
  | 'UNSURE'
  /** Another file cancels it: it does not go out. */
  | 'CANCELED'

interface Entry {
  document: InvoiceDocument
  state: Exclude<DocumentState, 'UNSURE' | 'CANCELED'>
}

/** Several documents of one order that go out one after the other; outside React, as sends are. */
interface SeveralDraft {
  entries: Entry[]
  /** Units are shared out from the order as it was: what is taken meanwhile must not be shared again. */
  items: OrderItem[]
  said?: SeveralSaid
  /** The form was opened over the list, which comes back once the form holds nothing any more. */
  isAside?: boolean
}

/** What the list has to say of the last press, or of what came after it. */
export type SeveralSaid = 'LATE' | 'BUSY' | 'OFFLINE'

const get = (orderId: string) => drafts.get<SeveralDraft>(orderId, SEVERAL)

function put(orderId: string, draft: SeveralDraft) {
  if (draft.entries.length > 0) drafts.put(orderId, SEVERAL, draft)
  else drafts.clear(orderId, SEVERAL)
}

export function numberOf({ read, fileName }: InvoiceDocument): string {
  return read.number || fileName
}

/** A stop for want of an answer ends when a look at the order, or the answer to another try, tells. */
function stateOf(
  orderId: string,
  { document, state }: Entry,
  list: readonly Send[]
): DocumentState {
  if (document.isCancelled && state !== 'TAKEN' && state !== 'SENDING') return 'CANCELED'
  if (state !== 'STOPPED') return state
  const send = list.find(
    (one) =>
      one.orderId === orderId &&
      one.object.kind === 'invoice' &&
      one.object.number === numberOf(document)
  )

  if (send?.state === 'unknown') return 'UNSURE'

  return send && hasGoneWell(send) ? 'TAKEN' : 'STOPPED'
}

function withFresh(draft: SeveralDraft, documents: readonly InvoiceDocument[]): SeveralDraft {
  const fresh = documents.map((document) => ({ document, state: 'UNSENT' as const }))

  return { ...draft, entries: [...draft.entries, ...fresh] }
}

/** Still to be sent, by a press of its own or by the next. */
export function isOpenState(state: DocumentState): boolean {
  return state !== 'TAKEN' && state !== 'CANCELED'
}

export const severalDraft = {
  items: (orderId: string) => get(orderId)?.items || [],

  read(orderId: string): Array<{ document: InvoiceDocument; state: DocumentState }> {
    return (get(orderId)?.entries || []).map((entry) => ({
      document: entry.document,
      state: stateOf(orderId, entry, sends.list()),
    }))
  },

  said: (orderId: string): SeveralSaid | null => get(orderId)?.said || null,

  /** The form stands where the list would: of one of its documents, or of one that was sent before they came. */
  isAside(orderId: string): boolean {
    return Boolean(get(orderId)?.isAside) && drafts.get(orderId, SINGLE) !== null
  },

  /** All of them are with VTEX, as far as is known now. */
  isOver(orderId: string): boolean {
    return severalDraft.read(orderId).every(({ state }) => !isOpenState(state))
  },

  add(orderId: string, documents: readonly InvoiceDocument[], items: OrderItem[]) {
    put(orderId, {
      ...withFresh(get(orderId) || { entries: [], items }, documents),
      said: undefined,
    })
  },

  /** Came while something was on its way: waits for a press of its own, behind whatever stands there. */
  addLate(orderId: string, documents: readonly InvoiceDocument[], items: OrderItem[]) {
    put(orderId, {
      ...withFresh(get(orderId) || { entries: [], items, isAside: true }, documents),
      said: 'LATE',
    })
  },

  say(orderId: string, said: SeveralSaid | undefined) {
    const draft = get(orderId)

    if (draft) put(orderId, { ...draft, said })
  },

  /** Its document goes over to the form; the others wait. */
  openInForm(orderId: string, document: InvoiceDocument) {
    severalDraft.remove(orderId, document)
    const draft = get(orderId)

    if (draft) put(orderId, { ...draft, said: undefined, isAside: true })
  },

  /** The list stands again: what the form sent has changed the order, so its units are shared out anew. */
  comeBack(orderId: string, items: OrderItem[]) {
    const draft = get(orderId)

    if (!draft?.isAside) return
    const entries = draft.entries.filter((one) => stateOf(orderId, one, sends.list()) !== 'TAKEN')

    put(orderId, { entries, items, said: draft.said })
  },

  mark(orderId: string, document: InvoiceDocument, state: Entry['state']) {
    const draft = get(orderId)

    if (!draft) return
    put(orderId, {
      ...draft,
      entries: draft.entries.map((one) => (one.document === document ? { document, state } : one)),
    })
  },

  /** A file has come that cancels some of them. */
  markCancelled(orderId: string, keys: ReadonlySet<string>) {
    const draft = get(orderId)

    if (!draft || draft.entries.every(({ document }) => markCancelled(document, keys) === document))
      return
    put(orderId, {
      ...draft,
      entries: draft.entries.map((one) =>
        one.state === 'SENDING' ? one : { ...one, document: markCancelled(one.document, keys) }
      ),
    })
  },

  remove(orderId: string, document: InvoiceDocument) {
    const draft = get(orderId)

    if (!draft) return
    put(orderId, {
      ...draft,
      entries: draft.entries.filter((one) => one.document !== document),
    })
    severalDraft.clearIfOver(orderId)
  },

  clearIfOver(orderId: string) {
    if (severalDraft.isOver(orderId)) severalDraft.clear(orderId)
  },

  clear(orderId: string) {
    drafts.clear(orderId, SEVERAL)
  },
}
