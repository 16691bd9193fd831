import type { Order } from '../../domain/order/order'
import type { PullAdapter } from '../../domain/connectors/pull/pullAdapter'
import { noteOpenParcels, seenIn } from '../../usecases/carriers/asking/noteOpenParcels'
import { carriersOn, wakeAsked } from '../../usecases/carriers/asking/wake'
import { nudge } from '../../usecases/carriers/nudge'
import type {
  CarrierEventsPort,
  ConnectorsPort,
  OpenParcelsPort,
} from '../../usecases/carriers/ports'
import type { Clock, Log } from '../../usecases/ports'
import { OrderLooks } from '../orderLooks'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** Between two looks at which carriers a store has switched on. */
const EVERY_MS = 60_000
/** A parcel that is new is asked about soon; a queue of new ones by some events, not by one each. */
const SOON_MS = 2_000

export interface OpenParcelNotesParts {
  readonly connectors: ConnectorsPort
  readonly openParcels: OpenParcelsPort
  readonly events: CarrierEventsPort
  readonly clock: Clock
  readonly log: Log
  /** Account and workspace: a process serves several. */
  readonly tenant: string
  readonly isDue: (what: string, everyMs: number) => boolean
}

/**
 * Notes about whom a carrier is to be asked, of every order that this app looks at, and has the asking done. With no
 * carrier switched on it costs one read a minute.
 */
export class OpenParcelNotes {
  private readonly looks: OrderLooks

  constructor(
    private readonly parts: OpenParcelNotesParts,
    private readonly memory: NotesMemory = memoryOfProcess
  ) {
    this.looks = new OrderLooks(memory.seen)
  }

  async see(order: Order): Promise<void> {
    const { tenant } = this.parts
    if (order.packages.length === 0) return
    const on = await this.switchedOn()
    if (on.length === 0) return
    const isToNote = this.looks.next()
    const key = JSON.stringify([tenant, seenIn(order, on)])
    if (isToNote(key)) {
      const fresh = await noteOpenParcels(this.parts, order, on)
      for (const name of fresh)
        if (this.parts.isDue(`new parcels of ${name}`, SOON_MS))
          await nudge(this.parts, { ask: name })
      this.looks.noted(key)
    }
    await wakeAsked(this.parts, on)
  }

  private async switchedOn(): Promise<readonly PullAdapter[]> {
    const { tenant, connectors } = this.parts
    const known = this.memory.on.get(tenant)
    if (known) return known
    const on = await carriersOn(connectors)
    this.memory.on.set(tenant, on)
    return on
  }
}

interface NotesMemory {
  readonly seen: Set<string>
  readonly on: TimedMemory<readonly PullAdapter[]>
}

export const notesMemory = (clock: Pick<Clock, 'now'>): NotesMemory => ({
  seen: new Set(),
  on: new TimedMemory({ most: 500, ageMs: EVERY_MS }, clock),
})

const memoryOfProcess = notesMemory(systemClock)

/** A person has just switched a carrier on or off: whoever comes to this process next knows it. */
export function forgetSwitchedOn(tenant: string): void {
  memoryOfProcess.on.drop(tenant)
}
