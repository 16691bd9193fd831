import React, { ReactNode, Ref } from 'react'
import { formatMoney, MoneyCurrency, moneySymbol, readMoney } from '../format/money'
import { useLanguage } from '../words/useWords'
import { FieldFrame } from './Field'
import { TextField } from './TextField'

interface Props extends FieldFrame {
  /** As typed; `readMoney` turns it into cents, `moneyText` cents into it. */
  text: string
  onChange: (text: string) => void
  currency: MoneyCurrency
  onBlur?: () => void
  isReadOnly?: boolean
  inputRef?: Ref<HTMLInputElement>
  hint?: ReactNode
}

/** Text with the currency outside; what was understood stands below where it reads differently. */
export function MoneyField({ text, currency, hint, ...field }: Props) {
  const language = useLanguage()
  const cents = readMoney(text)
  const reading = cents === null ? null : `= ${formatMoney(cents, currency, language)}`
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
