import {
  changedSettings,
  problemsOfChange,
  type ConnectorChange,
  type ConnectorSettings,
} from '../../domain/carriers/connectorSettings'
import { carrierLinkNamed, type CarrierLink } from '../../domain/connectors/links'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import type { CarrierPorts } from './ports'

export interface ConnectorResult {
  readonly connector: { readonly of: CarrierLink; readonly settings: ConnectorSettings } | null
  readonly problems: readonly Problem[]
}

/** @errors Fault VBASE */
export async function saveConnector(
  { connectors, newId, log }: Pick<CarrierPorts, 'connectors' | 'newId' | 'log'>,
  name: string,
  change: ConnectorChange
): Promise<ConnectorResult> {
  const of = carrierLinkNamed(name)
  if (of === null) return unknownConnector(['connector', 'name'])
  let problems: readonly Problem[] = []
  const salt = newId()
  const settings = await connectors.change(name, (newest) => {
    problems = problemsOfChange(of, newest, change)
    return problems.length > 0 ? newest : changedSettings(of, newest, change, salt)
  })
  const outcome = problems.length > 0 ? 'REFUSED' : 'APPLIED'
  log.info({ flow: 'SaveConnector', outcome, detail: name, problems: problems.map((p) => p.code) })
  return { problems, connector: { of, settings } }
}

export function unknownConnector(field: readonly string[]): ConnectorResult {
  return { connector: null, problems: [problem('CONNECTOR_UNKNOWN', { field })] }
}
