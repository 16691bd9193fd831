import { World, Killed } from '../../usecases/testing/world'
import type { PullAnswer, PullRequest } from '../../domain/connectors/pull/pullAdapter'
import { acceptMessage } from '../../usecases/carriers/acceptMessage'
import { askCarrier } from '../../usecases/carriers/asking/askCarrier'
import { callBack } from '../../usecases/carriers/callBack'
import type { CarrierNudge, LanePorts } from '../../usecases/carriers/ports'
import { workLane } from '../../usecases/carriers/workLane'
import type { Ports } from '../../usecases/ports'
import type { MessageEnd } from '../../domain/carriers/message'
import { LANES } from '../../domain/carriers/message'
import type { ParcelReport } from '../../domain/parcel/parcelReport'
import { ConnectorStore } from '../stores/carriers/connectors'
import { OpenParcelStore } from '../stores/carriers/openParcels'
import { MessageStore } from '../stores/carriers/messages'
import { OrderParcelStore } from '../stores/carriers/orderParcels'
import { ParcelIndex } from '../stores/carriers/parcelIndex'
import { UnreadCodeStore } from '../stores/carriers/unreadCodes'
import { ClaimsStore } from '../stores/claims'
import { countingIds, RecordingLog } from './fakes'
import { MemoryFiles } from './memoryFiles'
import { mortal, type Death } from './mortal'

/** A lease of the dead ends within it. */
const LEASE_OVER_MS = 60_000

/** The carrier door behind its route: the real flows on the real stores, VBase and OMS in memory, handlers that die. */
export class CarrierWorld {
  readonly world: World
  readonly files = new MemoryFiles()
  /** Events that were sent and not handled yet. */
  readonly nudges: CarrierNudge[] = []
  /** Calls to VBase and OMS that the handler made. */
  calls = 0
  /** What a carrier that is asked answers; by default nothing at all. */
  answer: (request: PullRequest) => Promise<PullAnswer | null> = async () => null
  readonly tokens = new Map<string, string>()
  private readonly newId = countingIds()
  private readonly log = new RecordingLog()

  constructor(...orders: ConstructorParameters<typeof World>) {
    this.world = new World(...orders)
  }

  /** What a handler reaches that dies at one of its calls. @param dies counted from 1; after: the call takes effect first */
  ports(dies: Death | null = null): LanePorts {
    const { world, log, newId } = this
    const { clock } = world
    const counted = mortal(dies, () => (this.calls += 1))
    const files = counting(this.files, counted)
    const events = {
      send: (nudge: CarrierNudge) => counted(async () => void this.nudges.push(nudge)),
    }
    const messages = new MessageStore({ files, clock })
    const claims = new ClaimsStore({ files, clock, log, newId })
    const remembered = new Set<string>()
    const { tokens } = this
    const orders = (ports: Ports): Ports => ({
      ...ports,
      orders: counting(ports.orders, counted),
      journals: counting(ports.journals, counted),
    })
    return {
      messages,
      events,
      claims,
      clock,
      log,
      newId,
      connectors: new ConnectorStore({ files, sleep: (ms) => clock.sleep(ms) }),
      index: new ParcelIndex({ files, messages, events, tenant: 'store/master' }, remembered),
      parcels: new OrderParcelStore({ files, claims }),
      openParcels: new OpenParcelStore({ files, sleep: (ms) => clock.sleep(ms) }),
      unreadCodes: new UnreadCodeStore({ files, sleep: (ms) => clock.sleep(ms) }),
      line: { call: (request) => counted(() => this.answer(request)) },
      tokens: {
        get: (key) => tokens.get(key),
        set: (key, to) => void tokens.set(key, to),
        drop: (key) => void tokens.delete(key),
      },
      // Carriers are asked when a test says so.
      isDue: (what) => what !== 'carriers that are asked',
      turn: async () => true,
      portsOf: (by) => orders(world.ports(by)),
    }
  }

  /** A sender posts; what it heard is 200. */
  async posted(...parcels: ParcelReport[]): Promise<void> {
    const { lane } = await acceptMessage(this.ports(), {
      connector: 'generic',
      decoded: { parcels, problems: [] },
      body: null,
      isTest: false,
    })
    this.nudges.push({ lane })
  }

  async see(orderId: string, names: readonly string[], invoiceNumber = '1'): Promise<void> {
    await this.ports().index.see(orderId, [{ invoiceNumber, names }])
  }

  /** One event comes to a handler, which may die. */
  async handled(nudge: CarrierNudge, ports: LanePorts = this.ports()): Promise<void> {
    try {
      if ('marks' in nudge) await callBack(ports, nudge.marks)
      else if ('ask' in nudge) await askCarrier(ports, nudge.ask)
      else
        await workLane(ports, {
          lane: nudge.lane,
          again: nudge.again ?? 0,
          isRested: nudge.isRested ?? false,
        })
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  /** Time goes by, every event that is left comes, and somebody looks at each lane, until nothing is left to do. */
  async settled(): Promise<void> {
    for (let round = 0; round < 12; round += 1) {
      this.world.clock.advance(LEASE_OVER_MS)
      this.world.releaseDeadClaims()
      for (const nudge of this.nudges.splice(0)) await this.handled(nudge)
      for (let lane = 0; lane < LANES; lane += 1) await this.handled({ lane })
      if (this.paths('carriers/inbox/').length === 0 && this.nudges.length === 0) return
    }
    throw new Error(`left: ${this.paths('carriers/inbox/').join(', ')}`)
  }

  paths(prefix: string): readonly string[] {
    return [...this.files.content.keys()].filter((path) => path.startsWith(prefix))
  }

  told(): Promise<readonly MessageEnd[]> {
    return this.ports().messages.recent('generic', 100)
  }
}

/** Every method of a port through `counted`. */
export function counting<T extends object>(
  port: T,
  counted: <R>(call: () => Promise<R>) => Promise<R>
): T {
  return new Proxy(port, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as unknown
      return typeof method === 'function'
        ? (...given: unknown[]) => counted(() => method.apply(target, given) as Promise<unknown>)
        : method
    },
  })
}
