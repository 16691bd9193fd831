import {
  changedSettings,
  problemsOfChange,
  type ConnectorChange,
  type ConnectorSettings,
} from '../../domain/carriers/connectorSettings'
import { linkNamed } from '../../domain/connectors/linkNamed'
import { carrierLinks, type CarrierLink } from '../../domain/connectors/links'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import type { CarrierPorts } from './ports'

export interface ConnectorResult {
  readonly connector: { readonly of: CarrierLink; readonly settings: ConnectorSettings } | null
  readonly problems: readonly Problem[]
}

/**
 * @param version as it was read: refused with SETTINGS_CHANGED where somebody has saved since, and with what is stored then;
 *   null: whatever is stored is changed
 * @errors Fault VBASE
 */
export async function saveConnector(
  { connectors, newId, log }: Pick<CarrierPorts, 'connectors' | 'newId' | 'log'>,
  name: string,
  change: ConnectorChange,
  version: string | null = null
): Promise<ConnectorResult> {
  const of = linkNamed(name, carrierLinks)
  if (of === null) return unknownConnector(['connector', 'name'])
  let problems: readonly Problem[] = []
  const [salt, nextVersion] = [newId(), newId()]
  const settings = await connectors.change(name, (newest) => {
    problems = []
    // What this very call has saved, though the save was answered as failed.
    if (newest.version === nextVersion) return newest
    problems =
      version !== null && version !== newest.version
        ? [problem('SETTINGS_CHANGED', { field: ['connector', 'version'] })]
        : problemsOfChange(of, newest, change)
    if (problems.length > 0) return newest
    const next = changedSettings(of, newest, change, salt)
    return JSON.stringify(next) === JSON.stringify(newest)
      ? newest
      : { ...next, version: nextVersion }
  })
  const outcome = problems.length > 0 ? 'REFUSED' : 'APPLIED'
  log.info({ flow: 'SaveConnector', outcome, detail: name, problems: problems.map((p) => p.code) })
  return { problems, connector: { of, settings } }
}

export function unknownConnector(field: readonly string[]): ConnectorResult {
  return { connector: null, problems: [problem('CONNECTOR_UNKNOWN', { field })] }
}
