import type { Order } from '../../domain/order/order'
import { pullAdapters } from '../../domain/connectors/pull/adapters'
import type { PullAdapter } from '../../domain/connectors/pull/pullAdapter'
import { noteOpenParcels, seenIn } from '../../usecases/carriers/asking/noteOpenParcels'
import { wakeAsked } from '../../usecases/carriers/asking/wake'
import { nudge } from '../../usecases/carriers/nudge'
import type {
  CarrierEventsPort,
  ConnectorsPort,
  OpenParcelsPort,
} from '../../usecases/carriers/ports'
import type { Clock, Log } from '../../usecases/ports'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** Between two looks at which carriers a store has switched on. */
const EVERY_MS = 60_000
const MOST_REMEMBERED = 20_000
/** A parcel that is new is asked about soon; a queue of new ones by some events, not by one each. */
const SOON_MS = 2_000
/** A request that looks at more orders than this shows a queue: there, what this process remembers is enough. */
const FEW_ORDERS = 2

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
  private looks = 0

  constructor(
    private readonly parts: OpenParcelNotesParts,
    private readonly memory: NotesMemory = memoryOfProcess
  ) {}

  async see(order: Order): Promise<void> {
    const { tenant } = this.parts
    if (order.packages.length === 0) return
    const on = await this.switchedOn()
    if (on.length === 0) return
    const isOneOfMany = ++this.looks > FEW_ORDERS
    const key = JSON.stringify([tenant, seenIn(order, on)])
    if (!isOneOfMany || !this.memory.seen.has(key)) {
      const fresh = await noteOpenParcels(this.parts, order, on)
      for (const name of fresh)
        if (this.parts.isDue(`new parcels of ${name}`, SOON_MS))
          await nudge(this.parts, { ask: name })
      if (this.memory.seen.size >= MOST_REMEMBERED) this.memory.seen.clear()
      this.memory.seen.add(key)
    }
    await wakeAsked(this.parts)
  }

  private async switchedOn(): Promise<readonly PullAdapter[]> {
    const { tenant, connectors } = this.parts
    const known = this.memory.on.get(tenant)
    if (known) return known
    const settings = await connectors.readAll(pullAdapters.map(({ name }) => name))
    const on = pullAdapters.filter((_, index) => settings[index].isOn)
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
