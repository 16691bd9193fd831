import React, { useState } from 'react'

import { LinkButton, PrimaryButton, TertiaryButton } from '../../shared/components/ActionButton'
import { Dialog } from '../../shared/components/Dialog'
import { Disclosure } from '../../shared/components/Disclosure'
import { Notice } from '../../shared/components/Notice'
import { StickyBar } from '../../shared/components/StickyBar'
import { onSendKey } from '../../shared/components/sendKey'
import type { Package } from '../../shared/order/orderTypes'
import { useIsBusyBeside } from '../../shared/sending/sends'
import { useWords } from '../../shared/words/useWords'
import { Covers } from './Covers'
import { countUnits } from './documents/documentPlan'
import { unitsOfDocument } from './documents/documentItems'
import { useFocusAtOpen, useFocusKept } from './form/useFormFocus'
import { FurtherFields, InvoiceFields } from './InvoiceFields'
import { RemainderBar } from './RemainderBar'
import { sendWords } from './sendWords'
import { TrackingPart } from './TrackingPart'
import type { InvoiceFormState } from './useInvoiceForm'
import type { ProblemsAt } from './useProblemsAt'

interface Props {
  state: InvoiceFormState
  at: ProblemsAt
  replacing: Package | null
  /** Why nothing can be sent now: stands in the button's place. */
  blockedBy?: React.ReactNode
  documentRow: React.ReactNode
  onClose?: () => void
}

/** One form for every invoice: what remains is the default, the person subtracts. */
export function InvoiceForm(props: Props) {
  const { state, at, replacing, blockedBy, documentRow, onClose } = props
  const words = useWords()
  const { draft, type, form, format, number, units, of, amount, known, isLocked } = state
  const [isFurther, setFurther] = useState<boolean | null>(null)
  const isReturn = type === 'INPUT'
  const { phase } = state
  useFocusAtOpen(!isLocked && !state.isNumberFixed)
  useFocusKept(form)
  const note = useNote(state, Boolean(replacing))
  const hasFurther = Boolean(state.shown('invoiceKey').text || state.shown('invoiceUrl').text)
  const isFurtherFaulty = at.list('invoiceKey').length + at.list('invoiceUrl').length > 0
  const {
    key: wordKey,
    amount: named,
    ...facts
  } = sendWords({
    type,
    covers: draft.covers,
    number,
    units,
    of,
    amount,
    isNothingChosen: known === 'NOTHING_CHOSEN',
  })
  const values: Record<string, string | number> = { ...facts }

  if (named !== undefined) values.amount = format.money(named)

  return (
    <form
      ref={form}
      id="invoice-form"
      className={isLocked ? 'it-form it-form--locked' : 'it-form'}
      aria-label={words(isReturn ? 'invoice.return-form' : 'invoice.form')}
      aria-busy={state.isChecking || undefined}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onSendKey(state.send)}
    >
      {isReturn && (
        <Notice tone="look">
          {amount === null
            ? words('invoice.return-notice-plain')
            : words('invoice.return-notice', { amount: format.money(amount) })}
        </Notice>
      )}
      {state.again && <p className="ma0 t-small">{words('invoice.again-hint')}</p>}
      {replacing && <p className="ma0 t-small">{words('invoice.replace-hint')}</p>}
      {documentRow}
      <InvoiceFields state={state} at={at} replacing={replacing} />
      {!replacing && <DocumentItems state={state} />}
      {!replacing && state.lines.length > 0 && <Covers state={state} at={at} />}
      {!replacing && !state.again && <RemainderBar state={state} />}
      {!isReturn && <TrackingPart state={state} at={at} />}
      <Disclosure
        id="invoice-further"
        title={words('invoice.more')}
        isOpen={isFurtherFaulty || (isFurther === null ? hasFurther : isFurther)}
        onToggle={setFurther}
      >
        <FurtherFields state={state} at={at} />
      </Disclosure>
      {at.node('whole')}
      {state.checkFailure && (
        <Notice
          tone="look"
          action={
            <LinkButton onClick={state.checkAgain}>{words('invoice.check-again')}</LinkButton>
          }
        >
          {words('invoice.preview-failed')}
        </Notice>
      )}
      <StickyBar className="it-sendbar it-form__end">
        {blockedBy || (
          <>
            <PrimaryButton
              id="invoice-send"
              onClick={state.send}
              isLoading={isLocked}
              isIdle={known === 'NOTHING_CHOSEN'}
              keepsFocus
            >
              {replacing
                ? words('invoice.compare', { number: number || replacing.invoiceNumber })
                : state.again
                  ? words(isReturn ? 'invoice.again-return-send' : 'invoice.again-send', {
                      number: state.again,
                    })
                  : words(wordKey, values)}
            </PrimaryButton>
            <span className="it-form__shortcut t-small">{words('invoice.shortcut')}</span>
            {onClose && !isLocked && (
              <TertiaryButton onClick={onClose}>{words('cancel')}</TertiaryButton>
            )}
            {note && <span className="it-form__note t-small">{note}</span>}
          </>
        )}
      </StickyBar>
      {phase.name === 'confirming' && amount !== null && (
        <Dialog
          id="refund"
          title={words('invoice.return-confirm-title', { amount: format.money(amount) })}
          onCancel={state.close}
          actions={
            <>
              <TertiaryButton onClick={state.close}>{words('cancel')}</TertiaryButton>
              <PrimaryButton
                onClick={() => {
                  state.close()
                  state.sendWith(phase.problems)
                }}
              >
                {words('invoice.return-confirm-button', { amount: format.money(amount) })}
              </PrimaryButton>
            </>
          }
        >
          {words('invoice.return-confirm', { number, amount: format.money(amount) })}
        </Dialog>
      )}
    </form>
  )
}

/** What stands beside the button: what would happen to the order, or why the press did nothing yet. */
function useNote(state: InvoiceFormState, isReplacing: boolean): string | null {
  const words = useWords()
  const { early, type, again, isLocked, preview, placed, order, number } = state
  const kind = type === 'INPUT' ? 'return' : 'invoice'
  const isBusy = useIsBusyBeside(order.orderId, { kind, number })

  if (early) return words('invoice.still-reading', { fileName: early })
  if (isBusy && !isLocked) return words('sends.busy')
  // What would happen to the order is no news while nothing can be sent.
  const hasError = placed.some(({ problem }) => problem.severity === 'ERROR')

  if (type === 'INPUT' || isReplacing || again || isLocked || !preview || hasError) return null

  return words(preview.completesOrder ? 'invoice.completes' : 'invoice.stays-open')
}

/** Offers the document's own units where it lists fewer than remain. */
function DocumentItems({ state }: { state: InvoiceFormState }) {
  const words = useWords()
  const { draft, change, lines, order, of, isLocked } = state
  const read = draft.document?.read

  if (!read || !read.items || isLocked || draft.covers !== 'EVERYTHING') return null
  const units = unitsOfDocument(read.items, order.items)
  const count = countUnits(units)

  if (!units || count >= of) return null
  const take = () => {
    const chosen: Record<number, number> = {}

    lines.forEach((line) => {
      chosen[line.itemIndex] = units[line.itemIndex] || 0
    })
    change({ ...draft, covers: 'ITEMS', units: chosen })
  }

  return (
    <p className="ma0 t-small">
      {words('invoice.document-lists', { units: count, of })}{' '}
      <LinkButton onClick={take}>{words('invoice.take-document-items')}</LinkButton>
    </p>
  )
}
