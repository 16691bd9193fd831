import { timeOf } from './dates'
import { hasWildcard, type Comparison, type Condition } from './where'

export type Fields = Readonly<Record<string, unknown>>
export type Judge = (fields: Fields) => boolean

/** What a field holds; `a.b` reaches one level into an object, or into each object of a list. */
export function valueAt(fields: Fields, field: string): unknown {
  const dot = field.indexOf('.')
  if (dot < 0) return fields[field]
  const outer = fields[field.slice(0, dot)]
  const inner = field.slice(dot + 1)
  return Array.isArray(outer) ? outer.map((one) => within(one, inner)) : within(outer, inner)
}

/**
 * What a condition says of a document. A list meets a comparison if one of its values does; a field
 * that is not there meets none but `is null` and, by `absentIsUnequal`, `<>`.
 */
export function judgeOf(condition: Condition, absentIsUnequal: boolean): Judge {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => judgeOf(part, absentIsUnequal))
      return condition.kind === 'and'
        ? (fields) => parts.every((part) => part(fields))
        : (fields) => parts.some((part) => part(fields))
    }
    case 'null': {
      const { field, isNull } = condition
      return (fields) => isAbsent(valueAt(fields, field)) === isNull
    }
    default:
      return judgeOfValues(condition, absentIsUnequal)
  }
}

function judgeOfValues(
  one: Exclude<Comparison, { kind: 'null' }>,
  absentIsUnequal: boolean
): Judge {
  const { field } = one
  if (one.kind === 'compare' && one.operator === '<>') {
    const equals = meets({ ...one, operator: '=' })
    return (fields) => {
      const present = presentIn(valueAt(fields, field))
      return present.length === 0 ? absentIsUnequal : !present.some(equals)
    }
  }
  const holds = meets(one)
  return (fields) => presentIn(valueAt(fields, field)).some(holds)
}

function meets(one: Exclude<Comparison, { kind: 'null' }>): (stored: unknown) => boolean {
  if (one.kind === 'between') {
    const from = comparedWith(one.from)
    const to = comparedWith(one.to)
    return (stored) => {
      const [above, below] = [from(stored), to(stored)]
      return above !== null && below !== null && above >= 0 && below <= 0
    }
  }
  if (hasWildcard(one)) {
    const pattern = patternOf(one.value)
    return (stored) => typeof stored === 'string' && pattern.test(stored)
  }
  const order = comparedWith(one.value)
  const fits = FITS[one.operator]
  return (stored) => {
    const compared = order(stored)
    return compared !== null && fits(compared)
  }
}

const FITS = {
  '=': (order: number) => order === 0,
  '<>': (order: number) => order !== 0,
  '<': (order: number) => order < 0,
  '>': (order: number) => order > 0,
  '<=': (order: number) => order <= 0,
  '>=': (order: number) => order >= 0,
} as const

/** Below, equal or above as negative, 0 or positive; null where the two cannot be compared. */
function comparedWith(text: string): (stored: unknown) => number | null {
  const number = text.trim() === '' ? NaN : Number(text)
  const time = timeOf(text)
  const truth = text === 'true' ? 1 : text === 'false' ? 0 : null
  return (stored) => {
    switch (typeof stored) {
      case 'number':
        return Number.isNaN(number) ? null : stored - number
      case 'boolean':
        return truth === null ? null : Number(stored) - truth
      case 'string': {
        const storedTime = time === null ? null : timeOf(stored)
        if (time !== null && storedTime !== null) return storedTime - time
        return stored === text ? 0 : stored < text ? -1 : 1
      }
      default:
        return null
    }
  }
}

function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null

function presentIn(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => !isAbsent(one))
}

function within(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[name] : undefined
}
