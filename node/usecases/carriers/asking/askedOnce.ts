import type { ConnectorSettings } from '../../../domain/carriers/connectorSettings'
import { credentialsIn } from '../../../domain/carriers/credentials'
import { secretProblems } from '../../../domain/carriers/secretRules'
import { askedParcelOf } from '../../../domain/connectors/pull/adapters'
import type { PullAdapter } from '../../../domain/connectors/pull/pullAdapter'
import { dayIn } from '../../../domain/parcel/localMoment'
import type { Problem } from '../../../domain/problem/problem'
import { problem } from '../../../domain/problem/problems'
import { decodeOptions } from '../decodeOptions'
import type { CarrierPorts } from '../ports'
import { CarrierCall } from './carrierCall'
import { secretIn } from './secretIn'

/** Well-formed, and no parcel's. */
const NOBODYS = askedParcelOf({
  courier: null,
  trackingNumber: 'AA000000005BR',
  invoiceKey: '35261111222333000181550010000000011000000019',
})

/** Asks a carrier once, keeps nothing of its answer, and tells what is wrong with the line to it. */
export async function askedOnce(
  ports: Pick<CarrierPorts, 'line' | 'tokens' | 'clock'>,
  adapter: PullAdapter,
  settings: ConnectorSettings
): Promise<readonly Problem[]> {
  const secret = secretIn(settings)
  const credentials = credentialsIn(secret, adapter.credentials)
  if (credentials === null) return secretProblems(adapter, settings, { isOn: true })
  const now = ports.clock.now()
  const day = dayIn(now, adapter.defaultTimeZone)
  const call = new CarrierCall(ports, adapter, credentials, secret)
  const result = await call.ask([NOBODYS], day, decodeOptions(adapter, settings, now))
  const facts = { carrier: adapter.title }
  switch (result.kind) {
    case 'READ':
      return []
    case 'UNAUTHORISED':
      return [problem('CONNECTOR_REFUSED', { field: ['name'], facts })]
    default:
      return [problem('CONNECTOR_AWAY', { field: ['name'], facts })]
  }
}
