import React, { FocusEvent, useState } from 'react'

import { DateTimeField } from '../../shared/components/DateTimeField'
import { MoneyField } from '../../shared/components/MoneyField'
import { TextField } from '../../shared/components/TextField'
import type { Package } from '../../shared/order/orderTypes'
import { useWords } from '../../shared/words/useWords'
import { FoldedField } from './FoldedField'
import { leaveField, typeField } from './invoiceDraft'
import type { TypedField } from './invoiceDraft'
import type { ValueSource } from './invoiceInput'
import type { InvoiceFormState } from './useInvoiceForm'
import type { ProblemsAt } from './useProblemsAt'

interface Props {
  state: InvoiceFormState
  at: ProblemsAt
  /** The stored invoice that the form replaces. */
  replacing?: Package | null
}

function useSourceWords(): (source: ValueSource) => string | undefined {
  const words = useWords()

  return (source) => {
    switch (source) {
      case 'DOCUMENT':
        return words('invoice.from-document')
      case 'ITEMS':
        return words('invoice.from-items')
      case 'STORED':
        return words('invoice.from-stored')
      case 'REMAINDER':
        return words('invoice.from-remainder')
      default:
        return undefined
    }
  }
}

function useField({ state, at }: Props) {
  const { draft, change, leave, shown, enter, isLocked } = state

  return (field: TypedField, isNarrow = false) => ({
    id: `invoice-${field}`,
    onChange: (text: string) => change(typeField(draft, field, text)),
    onFocus: () => enter({ field, text: shown(field).text }),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLInputElement>) => {
      const next = relatedTarget as Element | null
      change(leaveField(draft, field))
      leave(field, Boolean(next && next.closest('form') !== currentTarget.form))
    },
    isReadOnly: isLocked,
    problem: isNarrow ? at.errors(field) : at.node(field),
    isInvalid: at.isInvalid(field),
    shown: shown(field),
  })
}

/** Number, date and value: what an invoice cannot do without. */
export function InvoiceFields(props: Props) {
  const words = useWords()
  const sourceWords = useSourceWords()
  const field = useField(props)
  const [isDateAsked, setDateAsked] = useState(false)
  const { order, format, type, stored: held } = props.state
  const stored = props.replacing?.issuanceDate
  const emptyDate = stored
    ? words('invoice.issue-date-stays', { date: format.moment(stored) })
    : words('invoice.issue-date-now')
  const { shown: number, ...numberField } = field('invoiceNumber', true)
  const { shown: date, ...dateField } = field('issuanceDate', true)
  const read = props.state.draft.document?.read.issuanceDate
  const isDateOpen = isDateAsked || date.source === 'YOU' || Boolean(dateField.problem)
  const openDate = () => {
    setDateAsked(true)
    setTimeout(() => {
      const input = document.getElementById('invoice-issuanceDate')

      if (input) input.focus()
    }, 0)
  }
  const { shown: value, ...valueField } = field('invoiceValue', true)

  return (
    <div>
      <div className="it-fields it-fields--invoice">
        <TextField
          {...numberField}
          label={words(type === 'INPUT' ? 'invoice.return-number' : 'invoice.number')}
          value={number.text}
          isReadOnly={numberField.isReadOnly || props.state.isNumberFixed}
          isTabular
          hint={
            held ? (
              <span className="it-form__look">
                {words('invoice.number-held', {
                  number: held.invoiceNumber,
                  amount: format.money(held.invoiceValue),
                })}
              </span>
            ) : (
              sourceWords(number.source)
            )
          }
        />
        {isDateOpen ? (
          <DateTimeField
            {...dateField}
            label={`${words('invoice.issue-date')} (${format.offset})`}
            value={date.text}
            hint={date.text ? sourceWords(date.source) : emptyDate}
          />
        ) : (
          <FoldedField
            label={`${words('invoice.issue-date')} (${format.offset})`}
            value={
              read
                ? format.moment(read)
                : words(stored ? 'invoice.issue-date-same' : 'invoice.issue-date-empty')
            }
            hint={read ? sourceWords('DOCUMENT') : stored ? emptyDate : undefined}
            change={words('invoice.issue-date-change')}
            name={words('invoice.issue-date-change-name')}
            onChange={dateField.isReadOnly ? undefined : openDate}
          />
        )}
        <MoneyField
          {...valueField}
          label={words('invoice.value')}
          text={value.text}
          currency={order.currency}
          isFilled={value.source !== 'YOU'}
          hint={
            type === 'INPUT' && value.source === 'REMAINDER' ? undefined : sourceWords(value.source)
          }
        />
      </div>
      {props.at.warnings(['invoiceNumber', 'issuanceDate', 'invoiceValue'])}
    </div>
  )
}

/** Access key and link: folded until they hold something or are faulty. */
export function FurtherFields(props: Props) {
  const words = useWords()
  const sourceWords = useSourceWords()
  const field = useField(props)
  const { shown: key, ...keyField } = field('invoiceKey')
  const { shown: url, ...urlField } = field('invoiceUrl')

  return (
    <div className="it-fields it-fields--long">
      <TextField
        {...keyField}
        label={words('invoice.key')}
        value={key.text}
        isTabular
        inputMode="numeric"
        hint={sourceWords(key.source)}
      />
      <TextField
        {...urlField}
        label={words('invoice.url')}
        value={url.text}
        inputMode="url"
        hint={sourceWords(url.source)}
      />
    </div>
  )
}
