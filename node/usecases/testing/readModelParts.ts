import type { Order } from '../../domain/order/order'
import { instantAt } from '../../domain/values/instant'
import type { HearingPorts } from '../readmodel/hearOfOrder'
import type { ReadModelPort, ReadModelWorkPorts } from '../readmodel/ports'
import { FILLED } from './fakeQueues'
import { MemoryDocuments } from './memoryDocuments'
import { World } from './world'

/** What works on the read model, in memory: every wait, turn and nudge can be seen. */
export class ReadModelParts {
  readonly world: World
  readonly documents = new MemoryDocuments()
  model = FILLED
  /** How often it was saved. */
  saves = 0
  readonly nudges: string[] = []
  /** When each turn was asked for, and until when. */
  readonly turns: { readonly at: number; readonly until: number }[] = []
  isItsTurn: () => boolean = () => true
  /** Whom the activity would name. */
  readonly actors = new Set<string>()
  /** What comes between a read of the switch and its next one. */
  read: () => void | Promise<void> = () => undefined

  constructor(...orders: Order[]) {
    this.world = new World(...orders)
    const now = instantAt(this.clock.now())
    this.model = { ...FILLED, listedUntil: now, sweptAt: now }
  }

  get clock() {
    return this.world.clock
  }

  readonly readModel: ReadModelPort = {
    read: async () => {
      await this.read()
      return this.model
    },
    change: async (change) => {
      this.saves += 1
      this.model = change(this.model)
      return this.model
    },
  }

  ports(): ReadModelWorkPorts {
    const { clock, documents, readModel, world } = this
    const { log, claims } = world.ports()
    return {
      clock,
      documents,
      readModel,
      log,
      claims,
      nudge: async (why) => void this.nudges.push(why),
      turn: async (until) => {
        this.turns.push({ until, at: clock.now() })
        return this.isItsTurn()
      },
      portsOf: (by) => {
        this.actors.add(by)
        return world.ports(by)
      },
    }
  }

  hearing(isNews: HearingPorts['isNews'] = () => true): HearingPorts {
    const { readModel, ...ports } = this.ports()
    return { ...ports, isNews, known: () => readModel.read() }
  }

  /** Orders that OMS was asked for, in this order. */
  get reads(): number {
    return this.world.oms.sent.filter(({ call }) => call === 'get').length
  }
}
