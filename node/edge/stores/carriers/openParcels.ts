import { NEVER_ASKED, type AskingState } from '../../../domain/carriers/askingState'
import type { OpenParcels } from '../../../domain/carriers/openParcels'
import type { OpenParcelsPort } from '../../../usecases/carriers/ports'
import { changeSeeded, type SeededParts } from '../seeded'

const NOBODY: OpenParcelsFile = { parcels: {} }

interface OpenParcelsFile {
  readonly parcels: OpenParcels
}

/**
 * Parcels that carriers are asked about, in VBase, under If-Match. What is lost or taken for empty here is noted anew by
 * whoever looks at the order next: it costs a question more or a look more, never a call to OMS.
 */
export class OpenParcelStore implements OpenParcelsPort {
  constructor(private readonly parts: SeededParts) {}

  async read(carrier: string, shard: number): Promise<OpenParcels> {
    const file = await this.parts.files.read(shardPath(carrier, shard))
    return parcelsIn(file?.data)
  }

  async change(
    carrier: string,
    shard: number,
    change: (openParcels: OpenParcels) => OpenParcels | null
  ): Promise<void> {
    await changeSeeded(this.parts, shardPath(carrier, shard), NOBODY, (newest) => {
      const parcels = change(parcelsIn(newest))
      return parcels && { parcels }
    })
  }

  async readState(carrier: string): Promise<AskingState> {
    const file = await this.parts.files.read(statePath(carrier))
    return { ...NEVER_ASKED, ...(file?.data as Partial<AskingState> | undefined) }
  }

  /** One handler at a time asks a carrier, and writes this: no other's can be lost by it that is worth keeping. */
  async saveState(carrier: string, state: AskingState): Promise<void> {
    await this.parts.files.save(statePath(carrier), state, null)
  }
}

function shardPath(carrier: string, shard: number): string {
  return `carriers/asked/${carrier}/${String(shard).padStart(2, '0')}.json`
}

function statePath(carrier: string): string {
  return `carriers/asked/${carrier}/state.json`
}

function parcelsIn(data: unknown): OpenParcels {
  const { parcels } = (data ?? {}) as Partial<OpenParcelsFile>
  return typeof parcels === 'object' && parcels !== null ? parcels : {}
}
