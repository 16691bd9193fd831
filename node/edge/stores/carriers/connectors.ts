import { UNTOUCHED, type ConnectorSettings } from '../../../domain/carriers/connectorSettings'
import { Fault } from '../../../domain/problem/fault'
import type { ConnectorsPort } from '../../../usecases/carriers/ports'
import { LostMatch } from '../../clients/fileStore'
import { isSurelyAbsent, unseen } from '../creating'
import { changeSeeded, type SeededParts } from '../seeded'
import { tried } from '../tries'

const PATH = 'carriers/connectors.json'
/** A sender waits for it, and some never send again. */
const TRIES = 3
const NONE: ConnectorsFile = { connectors: {} }

interface ConnectorsFile {
  readonly connectors: Readonly<Record<string, ConnectorSettings>>
}

/** What the store has set for its carriers, secrets among it: one small file under If-Match. */
export class ConnectorStore implements ConnectorsPort {
  constructor(private readonly parts: SeededParts) {}

  async read(connector: string): Promise<ConnectorSettings> {
    return (await this.readAll([connector]))[0]
  }

  async readAll(connectors: readonly string[]): Promise<readonly ConnectorSettings[]> {
    const { files } = this.parts
    const file = await tried(TRIES, async () => (await files.read(PATH)) ?? files.read(PATH))
    if (file) return connectors.map((connector) => settingsIn(file.data, connector))
    // Taken for off, it would turn a sender away who may never come again.
    if (await isSurelyAbsent(files, PATH)) return connectors.map(() => UNTOUCHED)
    throw unseen('Connectors')
  }

  async change(
    connector: string,
    change: (settings: ConnectorSettings) => ConnectorSettings
  ): Promise<ConnectorSettings> {
    const changed: { settings: ConnectorSettings } = { settings: UNTOUCHED }
    try {
      await changeSeeded(this.parts, PATH, NONE, (newest) => {
        const before = settingsIn(newest, connector)
        changed.settings = change(before)
        if (JSON.stringify(changed.settings) === JSON.stringify(before)) return null
        return {
          connectors: { ...fileIn(newest).connectors, [connector]: changed.settings },
        }
      })
    } catch (error) {
      throw error instanceof LostMatch ? unseen('Connectors') : error
    }
    return changed.settings
  }
}

function settingsIn(data: unknown, connector: string): ConnectorSettings {
  const { connectors } = fileIn(data)
  return Object.prototype.hasOwnProperty.call(connectors, connector)
    ? { ...UNTOUCHED, ...connectors[connector] }
    : UNTOUCHED
}

/** @errors Fault unreadable: taken for empty, saving one connector would lose the others' secrets */
function fileIn(data: unknown): ConnectorsFile {
  const file = data as Partial<ConnectorsFile> | null
  if (typeof file?.connectors !== 'object' || !file.connectors)
    throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: 'Connectors' })
  return file as ConnectorsFile
}
