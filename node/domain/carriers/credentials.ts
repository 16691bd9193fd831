import type { Credentials } from '../connectors/pull/pullAdapter'

/**
 * What a store types in for a carrier that is asked, as one secret: the values by colons in the order of their names. The
 * second, a password, may hold colons of its own. Null where one is missing.
 */
export function credentialsIn(secret: string, names: readonly string[]): Credentials | null {
  if (names.length === 0) return {}
  const parts = secret.split(':')
  if (parts.length < names.length) return null
  const long = Math.min(1, names.length - 1)
  const more = parts.length - names.length
  const values = [
    ...parts.slice(0, long),
    parts.slice(long, long + more + 1).join(':'),
    ...parts.slice(long + more + 1),
  ].map((value) => value.trim())
  return values.every((value) => value !== '')
    ? Object.fromEntries(names.map((name, index) => [name, values[index]]))
    : null
}
