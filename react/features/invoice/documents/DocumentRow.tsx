import React from 'react'
import type { Ref } from 'react'
import { IconClose } from 'vtex.styleguide'

import { SecondaryButton } from '../../../shared/components/ActionButton'
import { Notice } from '../../../shared/components/Notice'
import { useWords } from '../../../shared/words/useWords'
import type { Documents } from './useDocuments'
import { isUnread } from './documentKind'
import { documentWords } from './documentWords'
import { MatchingOrder } from './MatchingOrder'
import type { InvoiceFormState } from '../useInvoiceForm'
import type { ProblemsAt } from '../useProblemsAt'

interface Props {
  state: InvoiceFormState
  at: ProblemsAt
  documents: Documents
  inputRef: Ref<HTMLInputElement>
  onFiles: (files: File[]) => void
  onChoose: () => void
}

/** Drop or choose; then what the document is, in one line. */
export function DocumentRow({ state, at, documents, inputRef, onFiles, onChoose }: Props) {
  const words = useWords()
  const { draft, format, isLocked } = state
  const { document } = draft
  // Only Brazil's documents are called by their names.
  const isBrazilian = state.order.currency.code === 'BRL'

  return (
    <div className="it-document">
      <input
        ref={inputRef}
        type="file"
        hidden
        multiple
        accept=".xml,text/xml,application/xml"
        aria-label={words('invoice.xml-files')}
        onChange={(event) => {
          const files = Array.from(event.target.files || [])

          // The same file chosen again is a choice too.
          event.target.value = ''
          onFiles(files)
        }}
      />
      {/* Of a form that is locked without a document nothing would stand here. */}
      {(!isLocked || document) && (
        <div className="it-document__row">
          {!isLocked && (
            <span className="it-document__drop t-small">
              {!document && (
                <span className="it-document__hint">
                  {words(isBrazilian ? 'invoice.drop' : 'invoice.drop-abroad')}
                </span>
              )}
              <SecondaryButton size="small" id="invoice-document" onClick={onChoose}>
                {words(document ? 'invoice.choose-another' : 'invoice.choose-files')}
              </SecondaryButton>
            </span>
          )}
          {documents.reading && (
            <span className="t-small">
              {words('invoice.reading', { fileName: documents.reading })}
            </span>
          )}
          {document && !documents.reading && (
            <span className="it-document__line t-small">
              <b className="fw5">{documentWords(words, document)}</b>
              {document.read.value != null && (
                <span className="it-tabular"> · {format.money(document.read.value)}</span>
              )}
              {document.isCancelled && <span> · {words('invoice.document-canceled')}</span>}
              {document.read.authorized != null && !document.isCancelled && (
                <span>
                  {' · '}
                  {words(
                    document.read.authorized ? 'invoice.authorised' : 'invoice.not-authorised'
                  )}
                </span>
              )}
              {document.read.testEnvironment && <span> · {words('invoice.test-environment')}</span>}
              {!isLocked && (
                <button
                  type="button"
                  className="it-icon-button"
                  aria-label={words('invoice.remove-document', { fileName: document.fileName })}
                  onClick={() => state.takeDocument(null)}
                >
                  <IconClose size={12} />
                </button>
              )}
            </span>
          )}
        </div>
      )}
      {document && isUnread(document.read) && (
        <Notice tone="info">{words('invoice.unread', { fileName: document.fileName })}</Notice>
      )}
      {documents.refusals.map((sentence) => (
        <Notice key={sentence} tone="wrong">
          {sentence}
        </Notice>
      ))}
      {at.node('document')}
      <MatchingOrder state={state} />
    </div>
  )
}
