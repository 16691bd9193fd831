import { isDeepStrictEqual } from 'node:util'
import type { MasterDataBehaviour } from './behaviour'
import { recordOf, type StoredDocument } from './documents'
import type { Fields, Judge } from './judge'
import { complaintOfDocument, readSchema, type Schema } from './schemas'
import { SearchIndex, type DumpedIndex } from './searchIndex'

/** Of one write: when, by whom, and what becomes of it in the index. */
export interface Writing {
  readonly at: number
  readonly by: string
  readonly behaviour: MasterDataBehaviour
  /** Null: the index never hears of it. Out of order: so much later than its turn. */
  readonly indexing?: null | { readonly lateMs: number }
}

export type Change =
  | { readonly kind: 'replace'; readonly fields: Fields }
  | { readonly kind: 'merge'; readonly fields: Fields }

export type Written = 'written' | 'unchanged' | 'refused'

interface Accepted {
  readonly id: string
  readonly fields: Fields
  readonly by: string
  readonly dueAt: number
}

interface Revalidation {
  readonly startedAt: number
  readonly ids: readonly string[]
  done: number
}

interface Deletion {
  readonly ids: readonly string[]
  readonly dueAt: number
}

export interface DumpedEntity {
  readonly name: string
  readonly schemas: readonly [string, Fields][]
  readonly documents: readonly [string, StoredDocument][]
  readonly index: DumpedIndex
  readonly accepted: readonly Accepted[]
  readonly revalidations: readonly Revalidation[]
  readonly deletions: readonly Deletion[]
}

/** One data entity of the account, the same for all its workspaces: documents, schemas and the index behind them. */
export class Entity {
  readonly schemas = new Map<string, Schema>()
  readonly index = new SearchIndex()
  private readonly documents = new Map<string, StoredDocument>()
  private accepted: Accepted[] = []
  private revalidations: Revalidation[] = []
  private deletions: Deletion[] = []
  private indexedNow: readonly string[] = []

  constructor(
    readonly name: string,
    private readonly account: string
  ) {}

  get(id: string, { idCase }: MasterDataBehaviour): StoredDocument | undefined {
    return this.documents.get(keyOf(id, idCase))
  }

  all(): StoredDocument[] {
    return [...this.documents.values()]
  }

  /** Nobody wrote to it yet: to Master Data it does not exist. */
  isEmpty(): boolean {
    return this.documents.size === 0 && this.schemas.size === 0
  }

  /** What a change would make of the document. */
  changed(id: string, change: Change, behaviour: MasterDataBehaviour): Fields {
    const stored = this.get(id, behaviour)
    return change.kind === 'merge' ? { ...stored?.fields, ...change.fields } : change.fields
  }

  /** In one go, so that nothing comes between the look and the write; in the order of VTEX's saving flow (masterdata §1.7). */
  write(id: string, change: Change, writing: Writing, condition: Judge | null = null): Written {
    const { at, by, behaviour } = writing
    const stored = this.get(id, behaviour)
    const fields = this.changed(id, change, behaviour)
    if (stored && isDeepStrictEqual(stored.fields, fields)) return 'unchanged'
    const mayWrite =
      !condition ||
      (stored
        ? condition(recordOf(stored, this.name, this.account))
        : behaviour.absentWithCondition === 'writes')
    if (!mayWrite) return 'refused'
    const now = new Date(at).toISOString()
    const document: StoredDocument = {
      id: stored?.id ?? id,
      fields,
      createdBy: stored?.createdBy ?? by,
      createdIn: stored?.createdIn ?? now,
      updatedIn: now,
      schemas: this.schemasOf(id, fields),
      version: (stored?.version ?? 0) + 1,
    }
    this.documents.set(keyOf(id, behaviour.idCase), document)
    this.enter(id, document, writing)
    return 'written'
  }

  /** A document that is answered now and there later. */
  accept(accepted: Accepted): void {
    this.accepted.push(accepted)
  }

  /** Whether there was one. */
  delete(id: string, writing: Writing): boolean {
    if (!this.documents.delete(keyOf(id, writing.behaviour.idCase))) return false
    this.enter(id, null, writing)
    return true
  }

  deleteLater(ids: readonly string[], dueAt: number): void {
    this.deletions.push({ ids, dueAt })
  }

  putSchema(schema: Schema, now: number): void {
    this.schemas.set(schema.name, schema)
    this.revalidate(now)
  }

  deleteSchema(name: string, now: number): boolean {
    if (!this.schemas.delete(name)) return false
    this.revalidate(now)
    return true
  }

  /** What was due meanwhile happens as if it had happened in time. */
  catchUp(now: number, behaviour: MasterDataBehaviour): void {
    const due = this.accepted.filter(({ dueAt }) => dueAt <= now)
    this.accepted = this.accepted.filter(({ dueAt }) => dueAt > now)
    for (const { id, fields, by, dueAt } of due)
      this.write(id, { kind: 'replace', fields }, { at: dueAt, by, behaviour })
    for (const { ids, dueAt } of this.deletions.filter((one) => one.dueAt <= now))
      for (const id of ids) this.delete(id, { at: dueAt, by: '', behaviour })
    this.deletions = this.deletions.filter(({ dueAt }) => dueAt > now)
    for (const one of this.revalidations) this.goOn(one, now, behaviour)
    this.revalidations = this.revalidations.filter(({ ids, done }) => done < ids.length)
    this.index.catchUp(now)
  }

  dump(): DumpedEntity {
    return {
      name: this.name,
      schemas: [...this.schemas].map(([name, { body }]) => [name, body]),
      documents: [...this.documents],
      index: this.index.dump(),
      accepted: this.accepted,
      revalidations: this.revalidations,
      deletions: this.deletions,
    }
  }

  load(dumped: DumpedEntity): void {
    for (const [name, body] of dumped.schemas) {
      const read = readSchema(name, body)
      if (read.ok) this.schemas.set(name, read.schema)
    }
    for (const [key, document] of dumped.documents) this.documents.set(key, document)
    this.index.load(dumped.index)
    this.accepted = [...dumped.accepted]
    this.revalidations = dumped.revalidations.map((one) => ({ ...one }))
    this.deletions = [...dumped.deletions]
    this.indexedNow = this.indexedBySchemas()
  }

  private schemasOf(id: string, fields: Fields): string[] {
    return [...this.schemas.values()]
      .filter((schema) => complaintOfDocument(schema, id, fields) === null)
      .map(({ name }) => name)
  }

  private indexedBySchemas(): readonly string[] {
    return [...new Set([...this.schemas.values()].flatMap(({ indexed }) => indexed))]
  }

  private revalidate(now: number): void {
    this.indexedNow = this.indexedBySchemas()
    this.revalidations.push({ startedAt: now, ids: this.all().map(({ id }) => id), done: 0 })
  }

  // One after another: until its turn a document is found, or not, by what the schemas were before.
  private goOn(one: Revalidation, now: number, behaviour: MasterDataBehaviour): void {
    const { revalidationMs } = behaviour
    const dueAt = (position: number): number => one.startedAt + (position + 1) * revalidationMs
    for (; one.done < one.ids.length && dueAt(one.done) <= now; one.done += 1) {
      const stored = this.get(one.ids[one.done]!, behaviour)
      if (!stored) continue
      const document = { ...stored, schemas: this.schemasOf(stored.id, stored.fields) }
      this.documents.set(keyOf(stored.id, behaviour.idCase), document)
      this.enter(stored.id, document, { at: dueAt(one.done), by: '', behaviour })
    }
  }

  private enter(id: string, document: StoredDocument | null, writing: Writing): void {
    const { at, indexing, behaviour } = writing
    const lagMs = this.lagMs(behaviour)
    if (indexing === null || lagMs === 'never') return
    const row = document && { document, indexed: this.indexedNow }
    const dueAt = at + lagMs + (indexing?.lateMs ?? 0)
    this.index.enter({ id, row, dueAt, isOutOfOrder: indexing !== undefined })
  }

  private lagMs({ indexLagMs, immediateLagMs }: MasterDataBehaviour): number | 'never' {
    const isImmediate = [...this.schemas.values()].some((schema) => schema.isImmediate)
    return isImmediate && immediateLagMs !== null ? immediateLagMs : indexLagMs
  }
}

const keyOf = (id: string, idCase: MasterDataBehaviour['idCase']): string =>
  idCase === 'folded' ? id.toLowerCase() : id
