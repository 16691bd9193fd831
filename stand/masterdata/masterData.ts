import type { Clock } from '../clock'
import type { Answer, Incoming, Outcome } from '../http/exchange'
import type { Directory } from '../identity/directory'
import type { Grant, TokenOwner } from '../identity/owners'
import { addressOf, type Address } from './addresses'
import { failureOf, message, slowMsOf, tooMany } from './answers'
import { MasterDataSwitches, type MasterDataFault, type Operation } from './behaviour'
import type { Call } from './call'
import { recordOf } from './documents'
import { Entity, type DumpedEntity } from './entity'
import type { Fields } from './judge'
import { deleteInBulk } from './onBulkDeletions'
import { deleteDocument, readDocument, writeDocument } from './onDocuments'
import { answerSchema, writeSchema } from './onSchemas'
import { answerAggregation, scroll, search } from './onSearches'
import { readSchema } from './schemas'
import { State } from './state'

const OPERATIONS: Readonly<Record<Operation, (call: Call) => Answer | null>> = {
  readDocument,
  writeDocument,
  deleteDocument,
  search,
  scroll,
  readSchema: answerSchema,
  writeSchema,
  aggregate: answerAggregation,
  deleteInBulk,
}

/** License Manager's key of all of Master Data (platform §2.1). */
const RIGHT: Grant = '25:ADMIN_DS'
const FREE_BYTES = 100 * 1024
const DUMP_VERSION = 1
/** Signs that VTEX's builder leaves in the names that it makes (masterdata §1.2). */
const ENTITY = /^\w+$/

export interface MasterDataOptions {
  readonly account: string
  readonly directory: Pick<Directory, 'callerOf'>
  readonly clock: Pick<Clock, 'now' | 'sleep'>
}

export interface ListedEntity {
  readonly entity: string
  /** What VTEX counts at the end of the month (masterdata §1.1). */
  readonly stored: number
  /** Those among them that are larger than a document that counts as one. */
  readonly over100KB: number
  readonly indexed: number
  readonly schemas: readonly string[]
  readonly documents: readonly { readonly version: number; readonly document: Fields }[]
}

export interface Planted {
  readonly schema: { readonly name: string; readonly body: unknown }
  readonly documents: ReadonlyMap<string, Fields>
  /** The app that wrote them. */
  readonly by: string
}

/** Master Data v2 of one account, as apps reach it at api.vtex.com. */
export class MasterData {
  readonly switches = new MasterDataSwitches()
  private entities = new Map<string, Entity>()
  private state = new State()

  constructor(private readonly options: MasterDataOptions) {}

  /** Null: an address that is not played here. */
  async answer(request: Incoming): Promise<Outcome | null> {
    const address = addressOf(request)
    if (!address) return null
    if (request.query.get('an') !== this.options.account)
      return message(400, `an=${this.options.account} is needed in the query`)
    const caller = this.options.directory.callerOf(request.headers)
    if (!caller) return message(401, 'Unauthorized access')
    if (!caller.grants.has(RIGHT)) return message(403, 'Unauthorized access')
    if (!ENTITY.test(address.entity)) return message(400, 'Invalid data entity name.')
    const behaviour = this.switches.get()
    const seconds = this.state.rate.over(this.options.clock.now(), behaviour)
    if (seconds !== null) return tooMany(behaviour.retryAfter === 'seconds' ? seconds : undefined)

    const perform = (fault: MasterDataFault | null): Answer | null =>
      this.perform(request, address, caller, fault)
    const fault = this.switches.take(address.operation)
    return fault ? this.spoil(fault, perform) : perform(null)
  }

  /** What is stored. */
  list(): ListedEntity[] {
    const { account } = this.options
    this.catchUp()
    const known = [...this.entities.values()].filter((entity) => !entity.isEmpty())
    return known.map((entity) => {
      const documents = entity.all()
      return {
        entity: entity.name,
        stored: documents.length,
        over100KB: documents.filter(({ fields }) => sizeOf(fields) > FREE_BYTES).length,
        indexed: entity.index.all().length,
        schemas: [...entity.schemas.keys()],
        documents: documents.map((one) => ({
          version: one.version,
          document: recordOf(one, entity.name, account),
        })),
      }
    })
  }

  /**
   * What an app has written in the past: a demo starts with more than anybody would wait for.
   * @errors where the schema is none
   */
  plant(name: string, { schema, documents, by }: Planted): void {
    const read = readSchema(schema.name, schema.body)
    if (!read.ok) throw new Error(read.message)
    const at = this.options.clock.now()
    const entity = this.entityOf(name)
    entity.putSchema(read.schema, at)
    // Nothing is stored yet that would have to be judged anew.
    entity.catchUp(at, this.switches.get())
    const behaviour = { ...this.switches.get(), indexLagMs: 0 }
    for (const [id, fields] of documents)
      entity.write(id, { kind: 'replace', fields }, { at, by, behaviour })
  }

  reset(): void {
    this.clear()
    this.switches.reset()
  }

  dump(): unknown {
    return { version: DUMP_VERSION, entities: [...this.entities.values()].map((one) => one.dump()) }
  }

  /** @errors where it is no dump of this version; nothing is stored then */
  load(dumped: unknown): void {
    this.clear()
    const { version, entities } = dumped as { version: number; entities: DumpedEntity[] }
    if (version !== DUMP_VERSION) throw new Error(`a dump of version ${version}`)
    try {
      for (const one of entities) this.entityOf(one.name).load(one)
    } catch (error) {
      this.clear()
      throw error
    }
  }

  private perform(
    request: Incoming,
    address: Address,
    caller: TokenOwner,
    fault: MasterDataFault | null
  ): Answer | null {
    const now = this.catchUp()
    return OPERATIONS[address.operation]({
      request,
      address,
      caller,
      fault,
      now,
      entity: this.entityOf(address.entity),
      account: this.options.account,
      state: this.state,
      switches: this.switches,
      behaviour: this.switches.get(),
    })
  }

  private async spoil(
    fault: MasterDataFault,
    perform: (fault: MasterDataFault | null) => Answer | null
  ): Promise<Outcome | null> {
    switch (fault.kind) {
      case 'empty':
      case 'unsorted':
      case 'lost':
      case 'staleOrder':
        return perform(fault)
      case 'slow': {
        const { state } = this
        const before = fault.afterCommit ? perform(null) : null
        await this.options.clock.sleep(slowMsOf(fault))
        // A reset lies between: what the call was about is of another world.
        return state === this.state ? (before ?? perform(null)) : 'reset'
      }
      default:
        if (fault.afterCommit) perform(null)
        return failureOf(fault)
    }
  }

  private entityOf(name: string): Entity {
    const known = this.entities.get(name)
    if (known) return known
    const entity = new Entity(name, this.options.account)
    this.entities.set(name, entity)
    return entity
  }

  private catchUp(): number {
    const now = this.options.clock.now()
    for (const entity of this.entities.values()) entity.catchUp(now, this.switches.get())
    return now
  }

  private clear(): void {
    this.entities = new Map()
    this.state = new State()
  }
}

const sizeOf = (fields: Fields): number => Buffer.byteLength(JSON.stringify(fields))
