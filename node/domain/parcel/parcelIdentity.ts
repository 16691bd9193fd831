import { epochOf } from '../values/instant'
import type { ParcelEvent, ParcelReport } from './parcelReport'

type Named = Omit<ParcelReport, 'events'>

/**
 * One parcel, one key: the provider's id of it, else its tracking number, else its invoice. Stable over the messages of
 * one connector; between connectors a parcel may have two.
 */
export function parcelKey({ parcelId, trackingNumber, invoiceKey, invoice }: Named): string {
  if (parcelId !== null) return JSON.stringify(['id', parcelId])
  if (trackingNumber !== null) return JSON.stringify(['number', folded(trackingNumber)])
  if (invoiceKey !== null) return JSON.stringify(['key', invoiceKey])
  return JSON.stringify(['invoice', invoice?.issuerId, invoice?.series, invoice?.number])
}

/**
 * Two tellings of one event: the provider's id, else code, second and place. Words are no part of it: carriers translate
 * them, and change capitals, when they send again. @source carriers §3
 */
export function parcelEventIdentity(parcel: Named, event: ParcelEvent): string {
  const key = parcelKey(parcel)
  if (event.id !== null) return JSON.stringify([key, event.id])
  return JSON.stringify([key, event.code, secondOf(event), ...placeOf(event)])
}

/** Second of the clock since 1970. */
export function secondOf({ date }: Pick<ParcelEvent, 'date'>): number {
  return Math.floor(epochOf(date) / 1000)
}

/** City and region as they are compared: senders change capitals and accents of places, too. */
export function placeOf(event: { readonly city: string | null; readonly region: string | null }) {
  return [folded(event.city ?? ''), folded(event.region ?? '')] as const
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
}
