import { sends } from '../../shared/sending/sends'
import type { Send } from '../../shared/sending/sends'
import { drafts } from '../../shared/sending/drafts'
import type { OrderItem } from '../../shared/order/orderTypes'
import type { InvoiceDocument } from './invoiceDraft'

export type DocumentState =
  'UNSENT' | 'SENDING' | 'TAKEN' | 'STOPPED' | /** Nobody knows yet whether VTEX has it. */ 'UNSURE'

interface Entry {
  document: InvoiceDocument
  state: Exclude<DocumentState, 'UNSURE'>
}

/** Several documents of one order that go out one after the other; outside React, as sends are. */
interface SeveralDraft {
  entries: Entry[]
  /** Units are shared out from the order as it was: what is taken meanwhile must not be shared again. */
  items: OrderItem[]
}

export const SEVERAL = 'several'

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
  if (state !== 'STOPPED') return state
  const send = list.find(
    (one) =>
      one.orderId === orderId &&
      one.object.kind === 'invoice' &&
      one.object.number === numberOf(document)
  )

  if (send?.state === 'unknown') return 'UNSURE'

  return send?.state === 'done' || send?.state === 'applying' ? 'TAKEN' : 'STOPPED'
}

export const severalDraft = {
  items: (orderId: string) => get(orderId)?.items || [],

  read(orderId: string): Array<{ document: InvoiceDocument; state: DocumentState }> {
    return (get(orderId)?.entries || []).map((entry) => ({
      document: entry.document,
      state: stateOf(orderId, entry, sends.list()),
    }))
  },

  add(orderId: string, documents: readonly InvoiceDocument[], items: OrderItem[]) {
    const draft = get(orderId)
    const fresh = documents.map((document) => ({ document, state: 'UNSENT' as const }))

    put(orderId, {
      entries: [...(draft ? draft.entries : []), ...fresh],
      items: draft ? draft.items : items,
    })
  },

  mark(orderId: string, document: InvoiceDocument, state: Entry['state']) {
    const draft = get(orderId)

    if (!draft) return
    put(orderId, {
      ...draft,
      entries: draft.entries.map((one) => (one.document === document ? { document, state } : one)),
    })
  },

  remove(orderId: string, document: InvoiceDocument) {
    const draft = get(orderId)

    if (!draft) return
    const rest = draft.entries.filter((one) => one.document !== document)
    const isOver = rest.every((one) => stateOf(orderId, one, sends.list()) === 'TAKEN')

    put(orderId, { ...draft, entries: isOver ? [] : rest })
  },

  clear(orderId: string) {
    drafts.clear(orderId, SEVERAL)
  },
}
