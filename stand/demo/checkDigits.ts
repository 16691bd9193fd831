/** Check digits of Brazilian identifiers, letters allowed in CNPJ and access key (oms §9). */

/** A character as both check digits count it: ASCII − 48, so that A is 17. */
const worth = (character: string) => character.charCodeAt(0) - 48

/** Sum over the characters, weighted 2, 3 … `most` from the right, again and again. */
function weightedSum(text: string, most: number): number {
  return [...text]
    .reverse()
    .reduce((sum, character, index) => sum + worth(character) * (2 + (index % (most - 1))), 0)
}

function digitOf(sum: number): number {
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}

/** Nine digits with their two check digits. */
export function cpf(base: string): string {
  const first = `${base}${digitOf(weightedSum(base, 10))}`
  return `${first}${digitOf(weightedSum(first, 11))}`
}

/** Twelve characters, `[A-Z0-9]`, with their two check digits. */
export function cnpj(base: string): string {
  const first = `${base}${digitOf(weightedSum(base, 9))}`
  return `${first}${digitOf(weightedSum(first, 9))}`
}

/** 43 characters of an access key with its check digit. */
export function accessKey(base: string): string {
  return `${base}${digitOf(weightedSum(base, 9))}`
}
