import {
  carriersOf,
  compactNumber,
  isLink,
  knownTemplate,
  linkFrom,
  numberInLink,
  visibleNumber,
} from './carrier'
import type { CarrierFit, StoreCarrier } from './carrier'

/** Who put a value there. A value of "you" is never touched again by anything else. */
export type TrackingSource = 'none' | 'stored' | 'guess' | 'default' | 'you'

export interface TrackingDraft {
  /** As it was typed; numberOf says how it goes out. */
  trackingNumber: string
  /** The typed number is one of a known form: blanks in it only group it. */
  isRecognised?: boolean
  courier: string
  courierSource: TrackingSource
  trackingUrl: string
  trackingUrlSource: TrackingSource
  /** Local date and time in the order's zone, as a datetime-local input holds it. */
  dispatched: string
  /** A link was put where the number stands, and no number was found in it. */
  isLinkAlone?: boolean
}

export interface StoredTracking {
  trackingNumber?: string | null
  courier?: string | null
  trackingUrl?: string | null
}

export interface TrackingChoices {
  carriers: readonly StoreCarrier[]
  defaultCourier?: string | null
}

export const EMPTY_TRACKING: TrackingDraft = {
  trackingNumber: '',
  courier: '',
  courierSource: 'none',
  trackingUrl: '',
  trackingUrlSource: 'none',
  dispatched: '',
}

export function draftOf(stored: StoredTracking): TrackingDraft {
  return {
    trackingNumber: stored.trackingNumber ?? '',
    courier: stored.courier ?? '',
    courierSource: stored.courier ? 'stored' : 'none',
    trackingUrl: stored.trackingUrl ?? '',
    trackingUrlSource: stored.trackingUrl ? 'stored' : 'none',
    dispatched: '',
  }
}

/** The number as it goes out: of a known form compact and in upper case, else as typed. */
export function numberOf({ trackingNumber, isRecognised }: TrackingDraft): string {
  return isRecognised ? compactNumber(trackingNumber) : visibleNumber(trackingNumber)
}

/** Once it is typed, the number stands there as it goes out. */
export function leaveNumber(draft: TrackingDraft): TrackingDraft {
  const trackingNumber = numberOf(draft)

  return trackingNumber === draft.trackingNumber ? draft : { ...draft, trackingNumber }
}

/** Somebody put something there besides the number, or VTEX holds it. */
export function isOwn(draft: TrackingDraft): boolean {
  const isOwned = (source: TrackingSource) => source === 'you' || source === 'stored'

  return Boolean(
    (draft.courier && isOwned(draft.courierSource)) ||
    (draft.trackingUrl && isOwned(draft.trackingUrlSource)) ||
    draft.dispatched
  )
}

/** What the number alone told of its carrier. */
export function isGuessed({ courier, courierSource }: TrackingDraft): boolean {
  return Boolean(courier) && (courierSource === 'guess' || courierSource === 'default')
}

function withLink(draft: TrackingDraft, urlTemplate: string | null): TrackingDraft {
  if (draft.trackingUrlSource === 'you') return draft
  const trackingUrl = linkFrom(urlTemplate, numberOf(draft))

  if (!trackingUrl && draft.trackingUrlSource === 'stored') return draft

  return { ...draft, trackingUrl, trackingUrlSource: trackingUrl ? 'guess' : 'none' }
}

function withCourier(draft: TrackingDraft, fits: CarrierFit[], choices: TrackingChoices) {
  if (draft.courierSource === 'you') {
    return withLink(draft, knownTemplate(draft.courier, draft.trackingNumber, choices.carriers))
  }
  if (fits.length === 1) {
    return withLink(
      { ...draft, courier: fits[0].courier, courierSource: 'guess' },
      fits[0].urlTemplate
    )
  }
  if (draft.courierSource === 'stored') {
    return withLink(draft, knownTemplate(draft.courier, draft.trackingNumber, choices.carriers))
  }
  const fallback = fits.length === 0 && draft.trackingNumber ? (choices.defaultCourier ?? '') : ''

  return withLink(
    { ...draft, courier: fallback, courierSource: fallback ? 'default' : 'none' },
    fallback ? knownTemplate(fallback, draft.trackingNumber, choices.carriers) : null
  )
}

/** What typing, scanning or pasting into the one tracking field does to the rest. */
export function enterTracking(
  draft: TrackingDraft,
  text: string,
  choices: TrackingChoices
): TrackingDraft {
  if (!isLink(text)) {
    const fits = carriersOf(text, choices.carriers)
    const isRecognised = fits.length > 0

    return withCourier(
      { ...draft, trackingNumber: text, isRecognised, isLinkAlone: false },
      fits,
      choices
    )
  }
  const trackingUrl = text.trim()
  const found = numberInLink(trackingUrl, choices.carriers)
  const linked: TrackingDraft = { ...draft, trackingUrl, trackingUrlSource: 'you' }

  if (!found) return { ...linked, isLinkAlone: true }

  return {
    ...linked,
    isLinkAlone: false,
    trackingNumber: found.trackingNumber,
    isRecognised: carriersOf(found.trackingNumber, choices.carriers).length > 0,
    courier: draft.courierSource === 'you' ? draft.courier : found.courier,
    courierSource: draft.courierSource === 'you' ? 'you' : 'guess',
  }
}

/**
 * The same entry once the store's carriers are known: who scans the first number faster than the settings are read gets
 * the carrier too. What is stored, and what a person has chosen, stays.
 * @param formerNumber the number that VTEX holds
 */
export function guessAnew(
  draft: TrackingDraft,
  choices: TrackingChoices,
  formerNumber?: string | null
): TrackingDraft {
  if (draft.isLinkAlone) return enterTracking(draft, draft.trackingUrl, choices)
  const number = compactNumber(draft.trackingNumber)
  if (!number || number === compactNumber(formerNumber || '')) return draft
  const linked =
    draft.trackingUrlSource === 'you' ? numberInLink(draft.trackingUrl, choices.carriers) : null
  const isFromLink = linked !== null && linked.trackingNumber === draft.trackingNumber
  return enterTracking(draft, isFromLink ? draft.trackingUrl : draft.trackingNumber, choices)
}

export function chooseCourier(
  draft: TrackingDraft,
  courier: string,
  choices: TrackingChoices
): TrackingDraft {
  return withLink(
    { ...draft, courier, courierSource: 'you' },
    knownTemplate(courier, draft.trackingNumber, choices.carriers)
  )
}

export function typeTrackingUrl(draft: TrackingDraft, trackingUrl: string): TrackingDraft {
  return { ...draft, trackingUrl, trackingUrlSource: 'you', isLinkAlone: false }
}

/**
 * Carriers to offer where more than one fits and neither the person nor a pasted link has said which. The stored one
 * belongs to the number that is stored with it.
 */
export function openChoice(
  draft: TrackingDraft,
  choices: TrackingChoices,
  formerNumber?: string | null
): CarrierFit[] {
  const isOtherNumber =
    draft.courierSource === 'stored' &&
    formerNumber !== undefined &&
    compactNumber(draft.trackingNumber) !== compactNumber(formerNumber || '')

  if (draft.courierSource !== 'none' && !isOtherNumber) return []
  const fits = carriersOf(draft.trackingNumber, choices.carriers)
  const isStoredAmong = fits.some(({ courier }) => courier === draft.courier)

  return fits.length > 1 && !isStoredAmong ? fits : []
}

export interface TrackingChange {
  trackingNumber?: string
  courier?: string
  trackingUrl?: string
}

/**
 * Only what differs from what VTEX holds: a stored value sent again would overwrite somebody's newer one.
 * An emptied field goes as empty text, so that the answer names it.
 */
export function changesOf(stored: StoredTracking, draft: TrackingDraft): TrackingChange {
  const change: TrackingChange = {}
  const held = { ...draftOf(stored) }

  const number = numberOf(draft)

  // Grouped otherwise, or in the other case, it is the number that is stored.
  if (compactNumber(number) !== compactNumber(held.trackingNumber)) change.trackingNumber = number
  for (const name of ['courier', 'trackingUrl'] as const) {
    const given = draft[name].trim()

    if (given !== held[name].trim()) change[name] = given
  }

  return change
}

/** What the invoice form adds to its input: the filled fields and no others. */
export function filledTracking(draft: TrackingDraft): TrackingChange {
  return changesOf({}, draft)
}
