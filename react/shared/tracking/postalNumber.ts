import { postsByCountry } from './generated/posts'

/** Names as people say them where the library's data shouts or says the legal name. */
const POSTS: Record<string, string> = {
  AR: 'Correo Argentino',
  BR: 'Correios',
  CL: 'CorreosChile',
  CO: '4-72',
  ES: 'Correos',
  MX: 'Correos de México',
  PT: 'CTT',
  US: 'USPS',
}

const LINKS: Record<string, string> = {
  BR: 'https://rastreamento.correios.com.br/app/index.php?objetos={trackingNumber}',
}

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

function checkDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(serial[place]), 0)
  const rest = 11 - (sum % 11)

  if (rest === 10) return 0

  return rest === 11 ? 5 : rest
}

function postOf(country: string): string | null {
  return POSTS[country] || postsByCountry[country] || null
}

export interface PostalService {
  courier: string
  urlTemplate: string | null
}

/**
 * The post of a UPU S10 number. The library knows service letters only as far as its table goes and so
 * misses, for one, most of what Correios prints; the check digit and the country decide here.
 */
export function postalService(trackingNumber: string): PostalService | null {
  const parts = /^[A-Z]{2}(\d{8})(\d)([A-Z]{2})$/.exec(trackingNumber)

  if (!parts || checkDigit(parts[1]) !== Number(parts[2])) return null
  const courier = postOf(parts[3])

  return courier ? { courier, urlTemplate: LINKS[parts[3]] ?? null } : null
}
