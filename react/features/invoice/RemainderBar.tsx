import React from 'react'

import { ShareBar } from '../../shared/components/ShareBar'
import { useWords } from '../../shared/words/useWords'
import type { InvoiceFormState } from './useInvoiceForm'

/** This invoice against what remains: words and bar say the same, too much is said in words. */
export function RemainderBar({ state }: { state: InvoiceFormState }) {
  const words = useWords()
  const { order, preview, format, type, units, of, amount } = state
  const isReturn = type === 'INPUT'

  // No unit is chosen: what the check said before is of another invoice.
  if (amount === null || state.known === 'NOTHING_CHOSEN') return null
  const after = preview ? preview.remainingAfter : 0
  const known = after === null ? 0 : after
  const remaining = isReturn ? amount + known : order.remainingValue
  const over = Math.max(0, amount - remaining)
  const before = isReturn ? 0 : order.invoicedValue
  const total = isReturn ? remaining : order.value
  const left = over > 0 ? 0 : isReturn ? known : preview ? known : 0
  const unitsLeft = Math.max(0, of - units)
  const name = isReturn
    ? words('invoice.bar-return', { amount: format.money(amount), left: format.money(left) })
    : words('invoice.bar', {
        before: format.money(before),
        amount: format.money(amount),
        left: format.money(left),
        total: format.money(total),
      })

  return (
    <div className={`it-bar t-small${state.known !== 'UNCHECKED' ? '' : ' it-bar--old'}`}>
      <span className="it-bar__words it-tabular">
        {words(isReturn ? 'invoice.bar-this-return' : 'invoice.bar-this', {
          amount: format.money(amount),
          remaining: format.money(remaining),
        })}
      </span>
      <span className="it-bar__bar">
        <ShareBar label={name} before={before} now={amount} total={total} />
      </span>
      <span className="it-bar__words it-tabular">
        {over > 0
          ? words('invoice.bar-over', { over: format.money(over) })
          : left === 0 && unitsLeft === 0
            ? words('invoice.bar-leaves-nothing')
            : words('invoice.bar-leaves', { left: format.money(left), units: unitsLeft })}
      </span>
    </div>
  )
}
