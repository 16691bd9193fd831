import { UNTOUCHED, type ConnectorSettings } from '../../../domain/carriers/connectorSettings'
import { Fault } from '../../../domain/problem/fault'
import type { ConnectorsPort } from '../../../usecases/carriers/ports'
import { orUnseen, readSurely } from '../creating'
import { changeSeeded, type SeededParts } from '../seeded'

const PATH = 'carriers/connectors.json'
const OPERATION = 'Connectors'
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
    // Taken for off, it would turn a sender away who may never come again.
    const file = await readSurely(this.parts.files, PATH, OPERATION)
    return connectors.map((connector) => (file ? settingsIn(file.data, connector) : UNTOUCHED))
  }

  async change(
    connector: string,
    change: (settings: ConnectorSettings) => ConnectorSettings
  ): Promise<ConnectorSettings> {
    const changed: { settings: ConnectorSettings } = { settings: UNTOUCHED }
    const saving = changeSeeded(this.parts, PATH, NONE, (newest) => {
      const before = settingsIn(newest, connector)
      changed.settings = change(before)
      if (JSON.stringify(changed.settings) === JSON.stringify(before)) return null
      return {
        connectors: { ...fileIn(newest).connectors, [connector]: changed.settings },
      }
    })
    await orUnseen(OPERATION, saving)
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
