import { checkAccessKey } from '../fiscal/accessKey'
import type { InvoiceName, ParcelReport } from './parcelReport'

/** An invoice's name in one form, however it was padded: `1  ` and `001` are one series. Null without a number. */
export function invoiceName(
  issuerId: string | null,
  series: string | null,
  number: string | null
): InvoiceName | null {
  const bareNumber = bare(number)
  return bareNumber === null
    ? null
    : { issuerId: upper(issuerId), series: bare(series), number: bareNumber }
}

/** How the report names its invoice: by itself, else by its access key. Null where it is known by tracking number only. */
export function invoiceOf({
  invoice,
  invoiceKey,
}: Pick<ParcelReport, 'invoice' | 'invoiceKey'>): InvoiceName | null {
  const parts = invoiceKey === null ? null : checkAccessKey(invoiceKey).parts
  return parts ? invoiceName(parts.issuerId, parts.series, parts.number) : invoice
}

/** One text an invoice, for an index; null where issuer or series is missing, and number alone may be another's. */
export function invoiceMark({ issuerId, series, number }: InvoiceName): string | null {
  return issuerId === null || series === null ? null : `${issuerId}/${series}/${number}`
}

/** Letters and digits in upper case, without zeros in front; null where nothing is left. All zeros are one. */
function bare(text: string | null): string | null {
  return upper(text)?.replace(/^0+(?=.)/, '') ?? null
}

/** A CNPJ may hold letters from 2026-07 on. */
function upper(text: string | null): string | null {
  return (text ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '') || null
}
