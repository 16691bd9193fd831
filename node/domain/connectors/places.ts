import { textOf } from '../values/loose'

export interface Place {
  readonly city: string | null
  readonly region: string | null
}

/** Before a region, and a country; a hyphen only where two letters end the text. */
const MARK = /[/,]|-(?=\s*[A-Z]{2}\s*$)/i

/**
 * A place that stands in one text: "Campinas - SP", "LAGES / SC", "Campinas, SP, BRA". One without a region of two or
 * three letters behind it is a city.
 */
export function placeIn(value: unknown): Place {
  const text = textOf(value)
  const [city, region] = (text ?? '').split(MARK).map((part) => part.trim())
  return city && /^[A-Z]{2,3}$/i.test(region ?? '')
    ? { city, region: region.toUpperCase() }
    : { city: text, region: null }
}
