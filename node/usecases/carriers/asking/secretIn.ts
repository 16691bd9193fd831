import type { ConnectorSettings } from '../../../domain/carriers/connectorSettings'

/** What a carrier is asked with is kept as it is, for it has to be shown again. "" where none is needed, or set. */
export function secretIn({ secrets: [newest] }: Pick<ConnectorSettings, 'secrets'>): string {
  return newest?.kind === 'PLAIN' ? newest.secret : ''
}
