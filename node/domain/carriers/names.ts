import { checkAccessKey, cleanInvoiceKey } from '../fiscal/accessKey'
import type { Package } from '../order/order'
import type { ParcelReport } from '../parcel/parcelReport'
import { bareText } from '../values/bareText'

/**
 * Names under which a carrier's parcel and an invoice of ours find each other: the tracking number, the key of the
 * invoice, and issuer, series and number together. No part of the last alone: another issuer or series may have the
 * same number, seen or not yet seen (carriers §2.4).
 */

/** Of a parcel, the surest to name one parcel first. */
export function namesOfReport({
  trackingNumber,
  invoiceKey,
  invoice,
}: Pick<ParcelReport, 'trackingNumber' | 'invoiceKey' | 'invoice'>): readonly string[] {
  return [
    ...(trackingNumber ? [numberName(trackingNumber)] : []),
    ...(invoiceKey ? keyNames(invoiceKey) : []),
    ...(invoice?.issuerId && invoice.series !== null
      ? [invoiceName(invoice.issuerId, invoice.series, invoice.number)]
      : []),
  ].filter(onlyOnce)
}

/** Of an invoice of an order. */
export function namesOfPackage({
  trackingNumber,
  invoiceKey,
}: Pick<Package, 'trackingNumber' | 'invoiceKey'>): readonly string[] {
  return [
    ...(trackingNumber ? [numberName(trackingNumber)] : []),
    ...(invoiceKey ? keyNames(invoiceKey) : []),
  ]
}

function keyNames(text: string): readonly string[] {
  const { parts } = checkAccessKey(text)
  const key = JSON.stringify(['key', cleanInvoiceKey(text).toUpperCase()])
  return parts === null ? [key] : [key, invoiceName(parts.issuerId, parts.series, parts.number)]
}

function numberName(trackingNumber: string): string {
  return JSON.stringify(['number', bareText(trackingNumber)])
}

function invoiceName(issuerId: string, series: string, number: string): string {
  const parts = [
    bareText(issuerId).replace(/[./-]/g, ''),
    withoutZeros(series),
    withoutZeros(number),
  ]
  return JSON.stringify(['invoice', ...parts])
}

function withoutZeros(text: string): string {
  return bareText(text).replace(/^0+(?=.)/, '')
}

function onlyOnce(name: string, index: number, names: readonly string[]): boolean {
  return names.indexOf(name) === index
}
