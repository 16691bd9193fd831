import { Fault, type FaultKind } from '../../domain/problem/fault'
import type { Clock } from '../../usecases/ports'
import type { Found, Scroll, Search, Written } from '../clients/masterData'
import type { DocumentsOfEntity } from '../stores/readmodel/orderDocuments'
import { holds, sortedAs } from './memoryWhere'

type Fields = Readonly<Record<string, unknown>>

/** What no source says, and what may go wrong (masterdata §1.7). */
export interface MasterDataManners {
  readonly absentWithCondition: 'writes' | 'refuses'
  /** Whether a write whose condition does not hold is answered as one that was made. */
  readonly isRefusalTold: boolean
  readonly indexLagMs: number
}

export const PLAIN_MANNERS: MasterDataManners = {
  absentWithCondition: 'writes',
  isRefusalTold: true,
  indexLagMs: 0,
}

/** One entity of Master Data in memory: documents that are strong, and an index that follows. Not the stand's double. */
export class MemoryMasterData implements DocumentsOfEntity {
  readonly documents = new Map<string, Fields>()
  schemas = new Set<string>()
  private readonly index = new Map<string, Fields>()
  private readonly indexing: {
    readonly at: number
    readonly id: string
    readonly to: Fields | null
  }[] = []
  /** Before each call: its turn, and what goes wrong with it. */
  pass: (operation: string) => Promise<void> = async () => undefined
  /** After it took effect. */
  answered: (operation: string) => Promise<void> = async () => undefined
  /** Whether the index never hears of a write. */
  loses: () => boolean = () => false
  /** Whether a search finds nothing, as it does in trouble. */
  findsNothing: () => boolean = () => false
  /** Searches that it answers by an error. */
  refuses: (asked: Search) => boolean = () => false

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    readonly manners: MasterDataManners = PLAIN_MANNERS
  ) {}

  async document(_entity: string, id: string, fields: readonly string[]): Promise<Fields | null> {
    await this.pass('document')
    const found = this.documents.get(id)
    const shown = found && Object.fromEntries(fields.map((name) => [name, found[name] ?? null]))
    await this.answered('document')
    return shown ?? null
  }

  async put(
    _entity: string,
    id: string,
    document: object,
    { where }: { readonly where: string }
  ): Promise<Written> {
    await this.pass('put')
    const isMade = this.judges(id, where)
    if (isMade) this.write(id, { ...document, id })
    await this.answered('put')
    return isMade || !this.manners.isRefusalTold ? 'taken' : 'perhaps not'
  }

  async patch(_entity: string, id: string, fields: object): Promise<Written> {
    await this.pass('patch')
    this.write(id, { ...this.documents.get(id), ...fields, id })
    await this.answered('patch')
    return 'taken'
  }

  async remove(_entity: string, id: string): Promise<void> {
    await this.pass('remove')
    this.documents.delete(id)
    this.indexing.push({ id, at: this.clock.now() + this.manners.indexLagMs, to: null })
    await this.answered('remove')
  }

  async search(_entity: string, asked: Search): Promise<Found> {
    const { where, fields, most, from = 0, sort = 'id ASC' } = asked
    await this.pass('search')
    if (this.refuses(asked)) throw masterDataFault('rejected')
    this.catchUp()
    if (this.findsNothing()) return { rows: [], total: 0 }
    const rows = sortedAs(sort, this.found(where))
    await this.answered('search')
    return { rows: rows.slice(from, from + most).map(shown(fields)), total: rows.length }
  }

  async scroll(
    _entity: string,
    { where, fields }: Scroll,
    take: (row: Record<string, unknown>) => void
  ): Promise<number> {
    await this.pass('scroll')
    this.catchUp()
    const rows = this.found(where)
    for (const one of rows.map(shown(fields))) take(one)
    await this.answered('scroll')
    return rows.length
  }

  async putSchema(_entity: string, name: string): Promise<Written> {
    await this.pass('putSchema')
    this.schemas.add(name)
    return 'taken'
  }

  async removeSchema(_entity: string, name: string): Promise<void> {
    await this.pass('removeSchema')
    this.schemas.delete(name)
  }

  private judges(id: string, where: string): boolean {
    const stored = this.documents.get(id)
    if (stored === undefined) return this.manners.absentWithCondition === 'writes'
    const readAt = OLDER.exec(where)?.[1]
    if (readAt === undefined) throw new Error(`not understood: ${where}`)
    return (stored.readAt ?? null) === null || isBefore(stored.readAt, readAt)
  }

  private found(where: string | undefined): Fields[] {
    const all = [...this.index.values()]
    return where === undefined ? all : all.filter((one) => holds(where, one))
  }

  private write(id: string, to: Fields): void {
    this.documents.set(id, to)
    if (this.loses()) return
    this.indexing.push({ id, to, at: this.clock.now() + this.manners.indexLagMs })
  }

  private catchUp(): void {
    while (this.indexing.length > 0 && this.indexing[0].at <= this.clock.now()) {
      const { id, to } = this.indexing.shift()!
      if (to === null) this.index.delete(id)
      else this.index.set(id, to)
    }
  }
}

const OLDER = /^readAt is null OR readAt<"(.*)"$/

const shown =
  (fields: readonly string[]) =>
  (one: Fields): Record<string, unknown> =>
    Object.fromEntries(fields.map((name) => [name, one[name]]))

function isBefore(value: unknown, moment: string): boolean {
  return typeof value === 'string' && value < moment
}

export function masterDataFault(kind: FaultKind, operation = 'Test'): Fault {
  const retryAfterSeconds = kind === 'rateLimited' ? 5 : null
  return new Fault({ kind, retryAfterSeconds, operation, upstream: 'MASTERDATA' })
}
