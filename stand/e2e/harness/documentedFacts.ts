import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, type EnumValueDefinitionNode } from 'graphql'

/** Facts as the comment of a code names them. */
export interface DocumentedFacts {
  /** One name of each list is there. */
  readonly always: readonly (readonly string[])[]
  /** There where the comment's condition holds. */
  readonly sometimes: readonly string[]
}

const TYPES = join(__dirname, '..', '..', '..', 'graphql', 'types')

/**
 * Every code of the shipped schema with the facts of its doc comment: what stands between "Facts:" and the next full
 * stop, words in brackets left out. "a or b" is one of the two; "where known" and "among what needs attention also" make
 * a fact one that may be missing.
 * @errors where a comment says it in words that this does not know
 */
export function documentedFacts(): ReadonlyMap<string, DocumentedFacts> {
  const codes = readdirSync(TYPES)
    .flatMap((file) => parse(readFileSync(join(TYPES, file), 'utf8')).definitions)
    .flatMap((type) =>
      type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'ProblemCode'
        ? (type.values ?? [])
        : []
    )
  return new Map(codes.map((code) => [code.name.value, factsOf(code)]))
}

function factsOf({ name, description }: EnumValueDefinitionNode): DocumentedFacts {
  const always: string[][] = []
  const sometimes: string[] = []
  const text = (description?.value ?? '').replace(/\s*\([^)]*\)/g, '')
  const [, named] = /\bFacts: ([^.]*)\./.exec(text) ?? []
  for (const part of named?.split(/[,;]\s*/) ?? []) {
    const words =
      /^(?:among what needs attention also (\w+(?: and \w+)*)|(\w+(?: or \w+)?)( where known)?)$/.exec(
        part.replace(/ that hold it$/, '')
      )
    if (!words) throw new Error(`${name.value}: which facts are "${part}"?`)
    const [, onlyThere, names, whereKnown] = words
    if (onlyThere) sometimes.push(...onlyThere.split(' and '))
    else if (whereKnown) sometimes.push(names!)
    else always.push(names!.split(' or '))
  }
  return { always, sometimes }
}

/** What facts of a problem are missing, and which ones no comment names; empty where they are as documented. */
export function factsAstray(
  { always, sometimes }: DocumentedFacts,
  names: readonly string[]
): string[] {
  const missing = always
    .filter((one) => one.filter((name) => names.includes(name)).length !== 1)
    .map((one) => `${one.join(' or ')} is missing`)
  const known = [...always.flat(), ...sometimes]
  const unknown = names
    .filter((name, at) => !known.includes(name) || names.indexOf(name) !== at)
    .map((name) => `${name} is not documented`)
  return [...missing, ...unknown]
}
