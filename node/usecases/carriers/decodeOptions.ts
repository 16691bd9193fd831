import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import type { Connector, DecodeOptions } from '../../domain/connectors/connector'
import { instantAt } from '../../domain/values/instant'

/**
 * What a store has set goes before what the connector says of itself.
 * @param nowMs when the message came, in epoch milliseconds
 */
export function decodeOptions(
  { defaultTimeZone }: Pick<Connector, 'defaultTimeZone'>,
  { timeZone, codes }: ConnectorSettings,
  nowMs: number
): DecodeOptions {
  return {
    timeZone: timeZone ?? defaultTimeZone,
    receivedAt: instantAt(nowMs),
    codes: new Map(codes.map(({ code, state }) => [code, state])),
  }
}
