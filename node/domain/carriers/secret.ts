import { createHash, timingSafeEqual } from 'node:crypto'

/** Shorter ones are guessed. @unit characters */
export const LEAST_SECRET = 16
/** Fewer make a long text a short one. */
const LEAST_DIFFERENT = 6

/**
 * What checking a sender needs of its secret, and no more: where the sender shows the secret itself, a salted hash; where
 * it signs with it, the secret, for nothing less can check a signature.
 */
export type KeptSecret =
  | { readonly kind: 'HASH'; readonly salt: string; readonly hash: string }
  | { readonly kind: 'PLAIN'; readonly secret: string }

export function isWeakSecret(secret: string): boolean {
  return secret.length < LEAST_SECRET || new Set(secret).size < LEAST_DIFFERENT
}

/** @param salt by chance, new for each secret */
export function hashedSecret(secret: string, salt: string): KeptSecret {
  return { kind: 'HASH', salt, hash: hashOf(secret, salt) }
}

/** Takes as long whatever differs. */
export function isSecret(kept: KeptSecret, given: string): boolean {
  return kept.kind === 'HASH'
    ? isSameText(kept.hash, hashOf(given, kept.salt))
    : isSameText(kept.secret, given)
}

/** In constant time, of texts of any length. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b))
}

function hashOf(secret: string, salt: string): string {
  return createHash('sha256').update(`${salt}:${secret}`).digest('base64url')
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
