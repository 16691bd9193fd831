import { isDate } from './dates'

export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>='

/** One comparison of `_where`. Values are texts: what they mean depends on what is stored. */
export type Comparison =
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: Operator
      readonly value: string
    }
  | { readonly kind: 'between'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly kind: 'null'; readonly field: string; readonly isNull: boolean }

export type Condition =
  Comparison | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }

export type ParsedWhere =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly message: string }

/** `_where` as Master Data documents it (masterdata §1.5). AND binds closer than OR. */
export function parseWhere(text: string): ParsedWhere {
  try {
    const reader = new Reader(tokensOf(text))
    const condition = reader.alternatives()
    reader.end()
    return { ok: true, condition }
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, message: error.message }
    throw error
  }
}

export function comparisonsOf(condition: Condition): readonly Comparison[] {
  return 'parts' in condition ? condition.parts.flatMap(comparisonsOf) : [condition]
}

/** Whether it searches by a part of a value, which costs Master Data so much that it blocks it. */
export const hasWildcard = (one: Comparison): boolean =>
  one.kind === 'compare' &&
  (one.operator === '=' || one.operator === '<>') &&
  one.value.includes('*')

class NotUnderstood extends Error {}

interface Token {
  readonly kind: 'sign' | 'quoted' | 'word'
  readonly text: string
}

const TOKEN = /\s*(?:(<>|<=|>=|[()=<>])|"([^"]*)"|'([^']*)'|([^\s()<>="']+))/y
const FIELD = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/
// What holds a blank, a hyphen or another special sign wants quotes; a date does not.
const BARE = /^(-?\d+(\.\d+)?|[\w*]+)$/
const OPERATORS: readonly string[] = ['=', '<>', '<', '>', '<=', '>=']

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const rest = text.trimEnd()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < rest.length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(rest)
    if (!found) throw new NotUnderstood(`_where is not understood at ${rest.slice(at, at + 20)}`)
    const [, sign, double, single, word] = found
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'quoted', text: double ?? single ?? '' })
  }
  return tokens
}

class Reader {
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  alternatives(): Condition {
    return this.chain('or', () => this.chain('and', () => this.term()))
  }

  end(): void {
    const rest = this.tokens[this.at]
    if (rest) throw new NotUnderstood(`_where goes on with ${rest.text} where it should end`)
  }

  private chain(kind: 'and' | 'or', part: () => Condition): Condition {
    const parts = [part()]
    while (this.takesWord(kind)) parts.push(part())
    return parts.length === 1 ? parts[0]! : { kind, parts }
  }

  private term(): Condition {
    if (!this.takesSign('(')) return this.comparison()
    const inner = this.alternatives()
    if (!this.takesSign(')')) throw new NotUnderstood('_where lacks a closing parenthesis')
    return inner
  }

  private comparison(): Comparison {
    const field = this.next('a field')
    if (field.kind !== 'word' || !FIELD.test(field.text))
      throw new NotUnderstood(`_where has ${field.text} where a field should stand`)
    if (this.takesWord('between')) {
      const from = this.value()
      this.wants('and')
      return { kind: 'between', field: field.text, from, to: this.value() }
    }
    if (this.takesWord('is')) {
      const isNull = !this.takesWord('not')
      this.wants('null')
      return { kind: 'null', field: field.text, isNull }
    }
    const operator = this.next('an operator')
    if (operator.kind !== 'sign' || !OPERATORS.includes(operator.text))
      throw new NotUnderstood(`_where has ${operator.text} where an operator should stand`)
    const value = this.value()
    return { kind: 'compare', field: field.text, operator: operator.text as Operator, value }
  }

  private value(): string {
    const token = this.next('a value')
    if (token.kind === 'quoted') return token.text
    if (token.kind === 'word' && (BARE.test(token.text) || isDate(token.text))) return token.text
    throw new NotUnderstood(`_where has ${token.text} where a value should stand: it needs quotes`)
  }

  private next(what: string): Token {
    const token = this.tokens[this.at]
    if (!token) throw new NotUnderstood(`_where ends where ${what} should stand`)
    this.at += 1
    return token
  }

  private wants(word: string): void {
    if (!this.takesWord(word)) throw new NotUnderstood(`_where lacks ${word}`)
  }

  private takesWord(word: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false
    this.at += 1
    return true
  }

  private takesSign(sign: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || token.text !== sign) return false
    this.at += 1
    return true
  }
}
