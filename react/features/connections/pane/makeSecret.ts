import type { Connection } from './connectionModel'

/** Without letters and digits that are taken for one another when somebody reads them out. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** Of 56 signs: 185 bits. */
const LENGTH = 32

/**
 * A secret by chance. Where a sender may prove itself by user and password, it holds both; the service takes the whole of
 * it in a header just so.
 * @param random fills with bytes by chance, as crypto.getRandomValues
 */
export function makeSecret(
  { proofs }: Pick<Connection, 'proofs'>,
  random: (bytes: Uint8Array) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)
): string {
  const user = proofs.some(({ kind }) => kind === 'BASIC') ? 'vtex:' : ''
  return `${user}${letters(LENGTH, random)}`
}

function letters(count: number, random: (bytes: Uint8Array) => Uint8Array): string {
  // The rest of a division would make some signs likelier: bytes beyond the last whole round are left out.
  const whole = 256 - (256 % SIGNS.length)
  const found = Array.from(random(new Uint8Array(count * 2)))
    .filter((byte) => byte < whole)
    .map((byte) => SIGNS[byte % SIGNS.length])
    .slice(0, count)
    .join('')
  return found.length === count ? found : found + letters(count - found.length, random)
}
