import React, { FocusEvent, ReactNode, Ref } from 'react'
import { formatMoney, MoneyCurrency, moneySymbol, readMoney } from '../format/money'
import { useLanguage } from '../words/useWords'
import { FieldFrame } from './Field'
import { TextField } from './TextField'

interface Props extends FieldFrame {
  /** As typed; `readMoney` turns it into cents, `moneyText` cents into it. */
  text: string
  onChange: (text: string) => void
  currency: MoneyCurrency
  onFocus?: () => void
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void
  isReadOnly?: boolean
  inputRef?: Ref<HTMLInputElement>
  hint?: ReactNode
  /** Nobody typed the text: there is no reading of it to show. */
  isFilled?: boolean
}

/** Text with the currency outside; what was understood stands below where it reads differently. */
export function MoneyField({ text, currency, hint, isFilled, ...field }: Props) {
  const language = useLanguage()
  const cents = readMoney(text)
  const reading = cents === null || isFilled ? null : `= ${formatMoney(cents, currency, language)}`
  return (
    <TextField
      {...field}
      value={text}
      hint={
        reading || hint ? (
          <>
            {reading && <span className="it-tabular nowrap">{reading}</span>}
            {reading && hint ? ' · ' : null}
            {hint}
          </>
        ) : undefined
      }
      prefix={moneySymbol(currency, language)}
      inputMode="decimal"
      isTabular
    />
  )
}
