import { announce, announceAlert } from '../../../shared/components/StatusLine'
import type {
  NotifyInvoiceMutation,
  NotifyInvoiceMutationVariables,
} from '../../../shared/graphql/generated'
import { usePanelMutation } from '../../../shared/graphql/usePanelMutation'
import { learnOrder } from '../../../shared/order/learnedOrders'
import type { OrderSend } from '../../../shared/order/orderSends'
import type { WritePayload } from '../../../shared/order/orderTypes'
import { useEndWords } from '../../../shared/order/useEndWords'
import { SEVERAL } from '../../../shared/sending/draftNames'
import { hasGoneWell, sends } from '../../../shared/sending/sends'
import { useWords } from '../../../shared/words/useWords'
import { countUnits, plannedInput, planDocuments } from './documentPlan'
import type { InvoiceDocument } from '../invoiceDraft'
import NOTIFY_INVOICE from '../notifyInvoice.graphql'
import { isOpenState, numberOf, severalDraft } from './severalDraft'
import type { SeveralSaid } from './severalDraft'

export const SAID_WORDS: Record<SeveralSaid, string> = {
  LATE: 'invoice.several-late',
  BUSY: 'sends.busy',
  OFFLINE: 'offline',
}

/** The documents of the list, each with its units and with how it stands. */
export function planOf(orderId: string) {
  const entries = severalDraft.read(orderId)
  const documents = entries.map(({ document }) => document)

  return planDocuments(documents, severalDraft.items(orderId)).map((planned, place) => ({
    ...planned,
    state: entries[place].state,
  }))
}

type Planned = ReturnType<typeof planOf>[number]

const isOpen = ({ state }: Planned) => isOpenState(state)

/** Sends the documents of one press, one after the other; stops at the first that is not taken. */
export function useSendSeveral(orderId: string, onEnd: (send: OrderSend) => void) {
  const words = useWords()
  const endWords = useEndWords()
  const mutate = usePanelMutation<NotifyInvoiceMutation, NotifyInvoiceMutationVariables>(
    NOTIFY_INVOICE
  )

  const start = (planned: Planned, isMidway: boolean, again: () => void) => {
    const number = numberOf(planned.document)

    return sends.start<WritePayload>({
      orderId,
      object: { kind: 'invoice', number },
      about: {
        awaited: { operation: 'NOTIFY_INVOICE', invoiceNumber: number, type: 'OUTPUT' },
        units: countUnits(planned.units),
        amount: planned.document.read.value,
        isMidway,
        again,
        form: { name: SEVERAL, isOver: () => severalDraft.isOver(orderId) },
      },
      run: async () => {
        const answer = await mutate({
          orderId,
          invoice: plannedInput(planned),
          accept: [],
        } as unknown as NotifyInvoiceMutationVariables)

        return answer.ok ? learnOrder({ ok: true, answer: answer.data.notifyInvoice }) : answer
      },
    })
  }
  const say = (said: SeveralSaid) => {
    severalDraft.say(orderId, said)
    announce(words(SAID_WORDS[said]))
  }

  // Goes on from where it stopped, whatever is mounted then; what came into the list since the press is not confirmed.
  const send = async (pressed: readonly InvoiceDocument[]) => {
    let last = null as OrderSend | null
    const stop = () => {
      // What went before has changed the order.
      if (last) onEnd(last)
    }

    severalDraft.say(orderId, undefined)
    for (;;) {
      const open = planOf(orderId).filter(isOpen)
      const next = open.find(({ document }) => pressed.includes(document))

      if (!next) break
      // Nothing leaves this machine: better said now than as an outcome that nobody knows.
      if (navigator.onLine === false) {
        say('OFFLINE')

        return stop()
      }
      const started = start(next, open.length > 1, () => void send(pressed))

      if (!started) {
        say('BUSY')

        return stop()
      }
      severalDraft.mark(orderId, next.document, 'SENDING')
      const ended = (await started) as unknown as OrderSend
      const isTaken = hasGoneWell(ended)

      severalDraft.mark(orderId, next.document, isTaken ? 'TAKEN' : 'STOPPED')
      if (!isTaken) {
        announceAlert(endWords(ended))
        // This one may have changed the order too.
        if (!last && ended.state === 'unknown') onEnd(ended)

        return stop()
      }
      announce(endWords(ended))
      last = ended
    }
    severalDraft.clearIfOver(orderId)
    stop()
  }

  return send
}
