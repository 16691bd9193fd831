import React from 'react'
import { formatMoney, MoneyCurrency } from '../format/money'
import { useLanguage } from '../words/useWords'

/** Money in words of the admin's language, never cut or wrapped. */
export function Amount({ cents, currency }: { cents: number; currency: MoneyCurrency }) {
  const language = useLanguage()
  return <span className="it-tabular nowrap">{formatMoney(cents, currency, language)}</span>
}
