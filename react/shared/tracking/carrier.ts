import { courierPages, couriersOfNumber } from './courierNumbers'
import { readPattern } from './numberPattern'
import { postalService } from './postalNumber'

/** A carrier of the store, as the settings hold it. */
export interface StoreCarrier {
  name: string
  urlTemplate?: string | null
  numberPattern?: string | null
}

export interface CarrierFit {
  courier: string
  /** {trackingNumber} stands for the number; null where no link is known. */
  urlTemplate: string | null
}

const PLACE = '{trackingNumber}'
const LONGEST_NUMBER = 60

/** Signs that nobody sees, and that a copy from a page or a sheet brings along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** A number as it was given, without what nobody sees. */
export function visibleNumber(trackingNumber: string): string {
  return trackingNumber.replace(INVISIBLE, '').trim()
}

/** The same number however it is grouped, and in whichever case. */
export function compactNumber(trackingNumber: string): string {
  return withoutBlanks(trackingNumber).toUpperCase()
}

function withoutBlanks(trackingNumber: string): string {
  return visibleNumber(trackingNumber).replace(/\s+/g, '')
}

/** Several lines are several numbers. */
export function isSeveralLines(text: string): boolean {
  return /[\r\n\u2028\u2029]/.test(text.trim())
}

function matches(pattern: string, text: string): boolean {
  const read = readPattern(pattern)

  return read !== null && read.fits(text)
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function detected(number: string): CarrierFit[] {
  const post = postalService(number)

  if (post) return [{ courier: post.courier, urlTemplate: post.urlTemplate }]

  return couriersOfNumber(number).map(({ courier, trackingUrl }) => ({
    courier,
    urlTemplate: trackingUrl && trackingUrl.replace('%s', PLACE).replace(/^http:/, 'https:'),
  }))
}

/**
 * Carriers whose numbers look like this one: the store's own first, and only where none of them
 * fits what is known of the world's. More than one means that nobody can say.
 */
export function carriersOf(trackingNumber: string, store: readonly StoreCarrier[]): CarrierFit[] {
  const number = compactNumber(trackingNumber)

  if (!number || number.length > LONGEST_NUMBER || isSeveralLines(trackingNumber)) return []

  const own = store.filter(
    (carrier) => carrier.numberPattern && matches(carrier.numberPattern, number)
  )

  if (own.length > 0) {
    return own.map((carrier) => ({
      courier: carrier.name,
      urlTemplate: carrier.urlTemplate || knownTemplate(carrier.name, number, []),
    }))
  }

  return detected(number).map((fit) => {
    const named = store.find((carrier) => sameName(carrier.name, fit.courier))

    return named ? { courier: named.name, urlTemplate: named.urlTemplate || fit.urlTemplate } : fit
  })
}

/** The link template that belongs to a carrier's name, for this number. */
export function knownTemplate(
  courier: string,
  trackingNumber: string,
  store: readonly StoreCarrier[]
): string | null {
  const named = store.find((carrier) => sameName(carrier.name, courier))

  if (named?.urlTemplate) return named.urlTemplate
  const fit = detected(compactNumber(trackingNumber)).find((one) => sameName(one.courier, courier))

  return fit?.urlTemplate ?? null
}

export function linkFrom(urlTemplate: string | null, trackingNumber: string): string {
  const number = withoutBlanks(trackingNumber)

  if (!urlTemplate || !number || !urlTemplate.includes(PLACE)) return ''
  if (isSeveralLines(trackingNumber)) return ''

  return urlTemplate.split(PLACE).join(encodeURIComponent(number))
}

/** The page of a number where nobody stored one: by the carrier's name, else by the only carrier whose number it can be. */
export function carrierLink(
  courier: string | null | undefined,
  trackingNumber: string,
  store: readonly StoreCarrier[]
): string | null {
  const fits = carriersOf(trackingNumber, store)
  const template = courier
    ? knownTemplate(courier, trackingNumber, store)
    : fits.length === 1
      ? fits[0].urlTemplate
      : null

  return linkFrom(template, trackingNumber) || null
}

export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim())
}

function withoutScheme(link: string): string {
  return link.replace(/^https?:\/\/(www\.)?/i, '')
}

function numberBetween(link: string, urlTemplate: string): string | null {
  const at = urlTemplate.indexOf(PLACE)

  if (at < 0) return null
  const before = withoutScheme(urlTemplate.slice(0, at))
  const text = withoutScheme(link.trim())

  if (!before || text.slice(0, before.length).toLowerCase() !== before.toLowerCase()) return null
  const encoded = text.slice(before.length).split(/[/?#&]/)[0]

  try {
    return decodeURIComponent(encoded) || null
  } catch {
    return null
  }
}

const WORLD_TEMPLATES: CarrierFit[] = [
  {
    courier: 'Correios',
    urlTemplate: 'https://rastreamento.correios.com.br/app/index.php?objetos={trackingNumber}',
  },
  ...courierPages().map(({ courier, trackingUrl }) => ({
    courier,
    urlTemplate: trackingUrl.replace('%s', PLACE),
  })),
]

/** Number and carrier out of a carrier's page address; null where no template fits. */
export function numberInLink(
  link: string,
  store: readonly StoreCarrier[]
): { trackingNumber: string; courier: string } | null {
  const own = store.map((carrier) => ({
    courier: carrier.name,
    urlTemplate: carrier.urlTemplate ?? null,
  }))

  for (const fit of own.concat(WORLD_TEMPLATES)) {
    const number = fit.urlTemplate ? numberBetween(link, fit.urlTemplate) : null

    if (number) return { trackingNumber: number, courier: fit.courier }
  }

  return null
}
