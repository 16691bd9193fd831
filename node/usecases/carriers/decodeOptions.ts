import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import type { Connector, DecodeOptions } from '../../domain/connectors/connector'

/** What a store has set goes before what the connector says of itself. */
export function decodeOptions(
  { defaultTimeZone }: Connector,
  { timeZone, codes }: ConnectorSettings
): DecodeOptions {
  return {
    timeZone: timeZone ?? defaultTimeZone,
    codes: new Map(codes.map(({ code, state }) => [code, state])),
  }
}
