import type { Currency } from '../domain/order/order'
import { countOf, objectOf, textOf } from '../domain/values/loose'

/** Windows language numbers, as storePreferencesData.currencyLocale has them. */
const LOCALES: Readonly<Record<string, string>> = {
  1030: 'da-DK',
  1031: 'de-DE',
  1033: 'en-US',
  1036: 'fr-FR',
  1038: 'hu-HU',
  1040: 'it-IT',
  1043: 'nl-NL',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1048: 'ro-RO',
  1053: 'sv-SE',
  2055: 'de-CH',
  2057: 'en-GB',
  2058: 'es-MX',
  2070: 'pt-PT',
  3079: 'de-AT',
  3082: 'es-ES',
  3084: 'fr-CA',
  4105: 'en-CA',
  4106: 'es-GT',
  5130: 'es-CR',
  6154: 'es-PA',
  7178: 'es-DO',
  7177: 'en-ZA',
  8202: 'es-VE',
  9226: 'es-CO',
  10250: 'es-PE',
  11274: 'es-AR',
  12298: 'es-EC',
  13322: 'es-CL',
  14346: 'es-UY',
  15370: 'es-PY',
  16394: 'es-BO',
  17418: 'es-SV',
  18442: 'es-HN',
  19466: 'es-NI',
  20490: 'es-PR',
}

/**
 * The order's currency. Orders up to 2020 name none: then the account's, then BRL, and `assumed` says so.
 * decimalDigits is for display only; money stays × 100 for every currency.
 * @source oms §0, §2.1, §2.9
 */
export function decodeCurrency(preferences: unknown, accountCurrency: string | null): Currency {
  const store = objectOf(preferences)
  const named = currencyCode(store.currencyCode)
  const code = named ?? currencyCode(accountCurrency) ?? 'BRL'
  const digits = countOf(objectOf(store.currencyFormatInfo).CurrencyDecimalDigits)
  return {
    code,
    symbol: named === null ? null : textOf(store.currencySymbol),
    decimalDigits: named === null || digits === null || digits > 4 ? usualDigits(code) : digits,
    locale: LOCALES[textOf(store.currencyLocale) ?? ''] ?? null,
    assumed: named === null,
  }
}

function currencyCode(value: unknown): string | null {
  const text = textOf(value)?.toUpperCase() ?? null
  return text !== null && /^[A-Z]{3}$/.test(text) ? text : null
}

function usualDigits(code: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
