import { useMemo } from 'react'

import {
  formatDay,
  formatMoment,
  fromLocalInput,
  toLocalInput,
  zoneCity,
  zoneOffsetLabel,
} from '../format/moment'
import { formatMoney, moneyText, readMoney } from '../format/money'
import { usePanelZone } from '../format/zone'
import { useLanguage } from '../words/useWords'
import type { Reading } from './reading'
import type { Order } from './orderTypes'

export interface OrderFormat extends Reading {
  language: string
  timeZone: string
  /** False where the order names no zone and another one stands in. */
  isOwnZone: boolean
  city: string
  offset: string
  money(cents: number): string
  moment(instant: string): string
  day(instant: string): string
}

/** Texts of one order: its currency, its zone, the admin's language. */
export function useOrderFormat(order: Pick<Order, 'currency' | 'timeZone'>): OrderFormat {
  const language = useLanguage()
  const { timeZone, source } = usePanelZone(order.timeZone)
  const { code, decimalDigits, locale } = order.currency

  return useMemo(() => {
    const currency = { code, decimalDigits, locale }
    const context = () => ({ language, timeZone, now: Date.now() })

    return {
      language,
      timeZone,
      isOwnZone: source === 'order',
      city: zoneCity(timeZone, language),
      offset: zoneOffsetLabel(timeZone, Date.now()),
      money: (cents) => formatMoney(cents, currency, language),
      moment: (instant) => formatMoment(instant, context()) ?? instant,
      day: (instant) => formatDay(instant, context()) ?? instant,
      toInstant: (local) => fromLocalInput(local, timeZone),
      toLocal: (instant) => toLocalInput(instant, timeZone),
      toCents: readMoney,
      fromCents: (cents) => moneyText(cents, currency, language),
    }
  }, [language, timeZone, source, code, decimalDigits, locale])
}
