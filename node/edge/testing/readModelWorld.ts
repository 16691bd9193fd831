import type { Order } from '../../domain/order/order'
import type { ReadModel } from '../../domain/readmodel/readModel'
import type { Ports } from '../../usecases/ports'
import type { ReadModelWorkPorts } from '../../usecases/readmodel/ports'
import { hearOfOrder } from '../../usecases/readmodel/hearOfOrder'
import { removeReadModel, saveReadModel } from '../../usecases/readmodel/saveReadModel'
import { workReadModel } from '../../usecases/readmodel/workReadModel'
import { Killed, World } from '../../usecases/testing/world'
import { QueuesWithOwnWrites } from '../adapters/queuesWithOwnWrites'
import { feedMemory, hearingOf, readModelFeedOf } from '../adapters/readModelFeed'
import { heardOrderIn } from '../heardOrder'
import { ClaimsStore } from '../stores/claims'
import { OrderDocumentStore } from '../stores/readmodel/orderDocuments'
import { OwnWrites, ownWritesMemory } from '../stores/readmodel/ownWrites'
import { ReadModelStore } from '../stores/readmodel/readModel'
import { counting } from './carrierWorld'
import { countingIds, RecordingLog } from './fakes'
import { MemoryFiles } from './memoryFiles'
import { MemoryMasterData, type MasterDataManners } from './memoryMasterData'
import { mortal, type Death } from './mortal'

/** A lease of the dead ends within it. */
const LEASE_OVER_MS = 61_000
/** Handlers follow each other until nothing is left; more than this many are none that end. */
const MOST_HANDLERS = 400

/** The read model behind its events: the real flows on the real stores, VBase, Master Data and OMS in memory. */
export class ReadModelWorld {
  readonly world: World
  readonly files = new MemoryFiles()
  readonly masterData: MemoryMasterData
  readonly log = new RecordingLog()
  /** Handlers that were called and have not come yet. */
  nudges = 0
  /** Whether people and batches leave a turn at OMS. */
  isItsTurn = true
  private readonly newId = countingIds()
  private memory
  private writesMemory

  constructor(orders: readonly Order[], manners?: MasterDataManners) {
    this.world = new World(...orders)
    this.masterData = new MemoryMasterData(this.world.clock, manners)
    this.memory = feedMemory(this.world.clock)
    this.writesMemory = ownWritesMemory(this.world.clock)
  }

  /** What a handler reaches that dies at one of its calls. */
  ports(dies: Death | null = null): ReadModelWorkPorts {
    const { world, log, newId } = this
    const { clock } = world
    const counted = mortal(dies)
    const files = counting(this.files, counted)
    const masterData = counting(this.masterData, counted)
    return {
      clock,
      log,
      claims: new ClaimsStore({ files, clock, log, newId }),
      documents: new OrderDocumentStore(masterData, 'orders', new Set()),
      readModel: new ReadModelStore({ files, sleep: (ms) => clock.sleep(ms) }),
      nudge: async () => void (this.nudges += 1),
      turn: async () => this.isItsTurn,
      portsOf: (by) => {
        const ports = world.ports(by)
        return {
          ...ports,
          orders: counting(ports.orders, counted),
          journals: counting(ports.journals, counted),
        }
      },
    }
  }

  /** What a person's call reaches: what it reads and writes feeds the read model. */
  personPorts(dies: Death | null = null): Ports {
    const { documents, readModel, nudge } = this.ports()
    const counted = mortal(dies)
    const known = this.world.ports()
    const { orders, journals } = known
    const ports = {
      ...known,
      orders: counting(orders, counted),
      journals: counting(journals, counted),
    }
    const { clock, settings } = ports
    const parts = {
      readModel,
      clock,
      settings,
      nudge,
      documents: counting(documents, counted),
      log: this.log,
      writes: this.ownWrites(),
      tenant: 'store',
    }
    return { ...ports, queues: this.queues(), readModel: readModelFeedOf(parts, this.memory) }
  }

  /** Queues as one request of a replica sees them: of the one that people call, or of one that knows nothing yet. */
  queues(replica: 'this' | 'another' = 'this'): QueuesWithOwnWrites {
    const { documents, readModel } = this.ports()
    const memory = replica === 'this' ? this.writesMemory : ownWritesMemory(this.world.clock)
    const known = () => readModel.read()
    return new QueuesWithOwnWrites({
      known,
      knownBefore: () => null,
      writes: this.ownWrites(memory),
      // A handler's view of them is that of the store.
      documents: documents as OrderDocumentStore,
      log: this.log,
    })
  }

  private ownWrites(memory = this.writesMemory): OwnWrites {
    const { files, log } = this
    const { clock } = this.world
    return new OwnWrites({
      files,
      memory,
      clock,
      log,
      tenant: 'store',
      sleep: (ms) => clock.sleep(ms),
    })
  }

  /** A process that knows nothing yet. */
  restart(): void {
    this.memory = feedMemory(this.world.clock)
    this.writesMemory = ownWritesMemory(this.world.clock)
  }

  async save(isOn: boolean, keepClosedDays = 30): Promise<void> {
    const { problems } = await saveReadModel(this.ports(), { isOn, keepClosedDays })
    expect(problems).toEqual([])
    this.restart()
  }

  async removeAll(): Promise<void> {
    await removeReadModel(this.ports())
  }

  model(): Promise<ReadModel> {
    return this.ports().readModel.read()
  }

  /** One handler, which may die. */
  async handled(dies: Death | null = null): Promise<void> {
    try {
      await workReadModel(this.ports(dies))
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      this.world.clock.advance(LEASE_OVER_MS)
      this.nudges += 1
    }
  }

  /** A handler hears of an order, as VTEX tells it. */
  async hears(body: unknown, dies: Death | null = null): Promise<void> {
    const ports = this.ports(dies)
    const hearing = hearingOf({ readModel: ports.readModel, tenant: 'store' }, this.memory)
    try {
      await hearOfOrder({ ...ports, ...hearing }, heardOrderIn(body))
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  /** Somebody looks, and handlers follow each other as they call each other. */
  async looked(): Promise<void> {
    this.nudges += 1
    for (let handlers = 0; this.nudges > 0; handlers += 1) {
      if (handlers > MOST_HANDLERS) throw new Error(`no end: ${JSON.stringify(await this.model())}`)
      this.nudges = 0
      await this.handled()
    }
  }

  /** So long, with somebody who looks every few minutes. */
  async passes(ms: number, everyMs = 30 * 60_000): Promise<void> {
    for (let passed = 0; passed < ms; passed += everyMs) {
      this.world.clock.advance(everyMs)
      await this.looked()
    }
  }

  document(orderId: string): Readonly<Record<string, unknown>> | undefined {
    return this.masterData.documents.get(orderId)
  }
}

/** Lets what nobody waits for come to its end. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
