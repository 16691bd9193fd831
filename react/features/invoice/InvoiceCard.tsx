import React, { useRef, useState } from 'react'
import type { DragEvent } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { Card } from '../../shared/components/Card'
import { Notice } from '../../shared/components/Notice'
import type { OnRemedy } from '../../shared/components/ProblemText'
import { announce } from '../../shared/components/StatusLine'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import type { Problem } from '../../shared/order/orderTypes'
import type { InvoiceCardProps } from '../../shared/order/slots'
import { useOrderFormat } from '../../shared/order/useOrderFormat'
import { SINGLE } from '../../shared/sending/draftNames'
import { useDrafts } from '../../shared/sending/drafts'
import { queueMemory } from '../../shared/sending/queueMemory'
import { factOf } from '../../shared/words/problemFacts'
import { useWords } from '../../shared/words/useWords'
import { Differences } from './replace/Differences'
import { markCancelled } from './documents/cancellations'
import { DocumentRow } from './documents/DocumentRow'
import { emptyInvoice } from './invoiceDraft'
import type { InvoiceDocument, InvoiceDraft } from './invoiceDraft'
import './invoice.global.css'
import { InvoiceForm } from './InvoiceForm'
import { sentLines } from './invoiceInput'
import { applyRemedy } from './invoiceRemedy'
import { draftOfPackage } from './replace/replaceDraft'
import { isOpenState, severalDraft } from './documents/severalDraft'
import { SeveralDocuments } from './documents/SeveralDocuments'
import { useDocuments } from './documents/useDocuments'
import { useInvoiceForm } from './useInvoiceForm'
import { useProblemsAt } from './useProblemsAt'

function hasFiles(event: DragEvent): boolean {
  return Array.from(event.dataTransfer.types).includes('Files')
}

interface Props extends InvoiceCardProps {
  /** What the form holds before anything is typed, where that is neither empty nor the replaced invoice. */
  initial?: InvoiceDraft
}

/** The open card: takes documents dropped anywhere on it, holds the form, the differences or the list of files. */
export function InvoiceCard(props: Props) {
  const {
    order,
    type,
    replacing,
    again,
    title,
    aside,
    lead,
    isLocked,
    blockedBy,
    onEnd,
    onReload,
  } = props
  const words = useWords()
  const format = useOrderFormat(order)
  const { toOrder, toQueue } = usePanelNavigation()
  const documents = useDocuments(order)
  const { orderId } = order

  useDrafts()
  const isPlain = type === 'OUTPUT' && !replacing && !again
  const listed = isPlain ? severalDraft.read(orderId) : []
  const isAside = isPlain && severalDraft.isAside(orderId)
  const hasSeveral = listed.length > 0 && !isAside
  const waiting = listed.filter((one) => isOpenState(one.state)).length
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const formName = replacing
    ? `replace ${replacing.invoiceNumber}`
    : again
      ? `again ${again}`
      : type === 'INPUT'
        ? 'return'
        : SINGLE
  const state = useInvoiceForm({
    order,
    type,
    formName,
    again,
    replaces: replacing?.invoiceNumber,
    initial: replacing ? draftOfPackage(replacing, format) : props.initial,
    isLocked,
    reading: documents.reading,
    onEnd,
    onReload,
  })
  const { phase } = state
  // Reading a file takes its time: what it finds goes to the card as it stands then.
  const now = useRef({ state, isLocked })

  now.current = { state, isLocked }
  /** Keys that a file has cancelled, in whichever order they come. */
  const cancelled = useRef(new Set<string>())
  const choose = () => chooser.current && chooser.current.click()

  const takeFiles = async (files: File[]) => {
    if (isLocked || files.length === 0) return
    const read = await documents.read(files)

    read.cancels.forEach((key) => cancelled.current.add(key))
    const found = read.found.map((document) => markCancelled(document, cancelled.current))

    // What was given before may be what one of these files cancels.
    severalDraft.markCancelled(orderId, cancelled.current)
    if (found.length === 0) {
      const { document } = now.current.state.draft
      const marked = document && markCancelled(document, cancelled.current)

      if (marked && marked !== document && !now.current.isLocked) {
        now.current.state.takeDocument(marked)
      }

      return
    }
    // The list was sent while the file was being read: what goes out is what stood there then. A form waits for its file.
    if (isPlain && now.current.isLocked) {
      severalDraft.addLate(orderId, found, order.items)
      announce(words('invoice.several-late'))

      return
    }
    const isListed = severalDraft.read(orderId).length > 0 && !severalDraft.isAside(orderId)

    // A return, a replaced invoice or one that is entered again is one document.
    if (!isPlain || (found.length === 1 && !isListed)) now.current.state.takeDocument(found[0])
    else severalDraft.add(orderId, found, order.items)
  }
  const onRemedy: OnRemedy = (remedy, problem) => {
    const next = applyRemedy(state.draft, remedy, problem as Problem, {
      sent: sentLines(state.draft, state.lines),
      remainingValue: order.remainingValue,
      now: Date.now(),
      reading: format,
    })

    if (next) {
      state.change(next)

      return
    }
    if (remedy.action === 'CHOOSE_FILE') choose()
    else if (remedy.action === 'FIND_CUSTOMER') {
      const { read } = state.draft.document || {}

      toQueue({ ...firstQueueState, queue: 'ALL', q: (read && read.recipientId) || '' }).go()
    } else if (remedy.action === 'OPEN_ORDER') {
      const memory = queueMemory.get()

      toOrder(factOf(problem, 'orderId') || '', memory ? memory.state : firstQueueState).go()
    } else onReload()
  }
  const at = useProblemsAt(state, onRemedy)
  const openOne = (document: InvoiceDocument) => {
    severalDraft.openInForm(orderId, document)
    state.takeDocument(document)
  }
  const backToList = () => {
    const { document } = state.draft

    if (document) severalDraft.add(orderId, [document], order.items)
    state.change(emptyInvoice(type))
  }

  return (
    <div
      className={isOver ? 'it-drop it-drop--over' : 'it-drop'}
      onDragOver={(event) => {
        if (isLocked || !hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (isLocked || !hasFiles(event)) return
        event.preventDefault()
        void takeFiles(Array.from(event.dataTransfer.files))
      }}
    >
      <Card id="open" title={title} aside={aside}>
        {isOver && <p className="it-drop__words ma0">{words('invoice.drop-now')}</p>}
        {lead}
        {isAside && waiting > 0 && (
          <Notice
            tone="info"
            action={
              !isLocked && (
                <LinkButton onClick={backToList}>{words('invoice.several-back')}</LinkButton>
              )
            }
          >
            {words('invoice.several-aside', { count: waiting })}
          </Notice>
        )}
        {hasSeveral ? (
          <SeveralDocuments
            order={order}
            documents={documents}
            isLocked={isLocked}
            blockedBy={blockedBy}
            onOpen={openOne}
            onEnd={onEnd}
          />
        ) : phase.name === 'replacing' ? (
          <Differences
            state={state}
            problem={phase.taken}
            left={phase.problems}
            blockedBy={blockedBy}
            onKeep={() => {
              state.close()
              if (props.onClose) props.onClose()
            }}
          />
        ) : (
          <InvoiceForm
            state={state}
            at={at}
            replacing={replacing}
            blockedBy={blockedBy}
            onClose={props.onClose}
            documentRow={
              <DocumentRow
                state={state}
                at={at}
                documents={documents}
                inputRef={chooser}
                onFiles={takeFiles}
                onChoose={choose}
              />
            }
          />
        )}
      </Card>
    </div>
  )
}
