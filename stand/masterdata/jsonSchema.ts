import type { Fields } from './judge'

/** What says nothing of instances, beside VTEX's own keys. */
const WORDS: readonly string[] = ['title', 'description', '$schema', '$id', 'default', 'examples']
const READ: Readonly<Record<string, (rule: unknown) => boolean>> = {
  type: () => true,
  enum: () => true,
  required: () => true,
  format: (rule) => rule === 'date-time',
  additionalProperties: (rule) => typeof rule === 'boolean',
  items: (rule) => isRead(rule),
  properties: (rule) => isObject(rule) && Object.values(rule).every(isRead),
}
// A zone belongs to it (RFC 3339).
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

/** Whether all that a JSON schema asks of its instances is judged here. */
export function isRead(schema: unknown): boolean {
  return (
    isObject(schema) &&
    Object.entries(schema).every(
      ([key, rule]) =>
        key.startsWith('v-') ||
        WORDS.includes(key) ||
        (Object.hasOwn(READ, key) && READ[key]!(rule))
    )
  )
}

/** What makes a value no instance of a JSON schema; null: nothing. A keyword that is not read allows everything: `isRead` first. */
export function complaintOf(rule: unknown, value: unknown, at = 'document'): string | null {
  if (!isObject(rule)) return null
  const types = typeof rule.type === 'string' ? [rule.type] : namesIn(rule.type)
  if (types && !types.some((type) => IS_OF_TYPE[type]?.(value)))
    return `${at} is not of type ${types.join(' or ')}`
  if (Array.isArray(rule.enum) && !rule.enum.some((one) => one === value))
    return `${at} is none of the values of enum`
  if (rule.format === 'date-time' && typeof value === 'string' && !MOMENT.test(value))
    return `${at} is no date-time`
  if (Array.isArray(value))
    return firstOf(value.map((one, index) => complaintOf(rule.items, one, `${at}[${index}]`)))
  return isObject(value) ? complaintOfFields(rule, value, at) : null
}

function complaintOfFields(rule: Fields, value: Fields, at: string): string | null {
  const missing = (namesIn(rule.required) ?? []).find((name) => value[name] === undefined)
  if (missing !== undefined) return `${at} lacks ${missing}`
  const properties = isObject(rule.properties) ? rule.properties : {}
  const stray =
    rule.additionalProperties === false
      ? Object.keys(value).find((name) => !Object.hasOwn(properties, name))
      : undefined
  if (stray !== undefined) return `${at} has ${stray}, which the schema does not know`
  return firstOf(
    Object.entries(value).map(([name, one]) =>
      complaintOf(Object.hasOwn(properties, name) ? properties[name] : null, one, `${at}.${name}`)
    )
  )
}

const IS_OF_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: (value) => isObject(value),
  null: (value) => value === null,
}

const firstOf = (complaints: readonly (string | null)[]): string | null =>
  complaints.find((one) => one !== null) ?? null

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function namesIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null
}
