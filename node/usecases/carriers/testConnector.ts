import { keptBody } from '../../domain/carriers/keptBody'
import { LEAST_SECRET } from '../../domain/carriers/secret'
import { linkNamed } from '../../domain/connectors/linkNamed'
import { carrierLinks, isAsked } from '../../domain/connectors/links'
import { readMessage } from '../../domain/connectors/readMessage'
import { problem } from '../../domain/problem/problems'
import { acceptMessage } from './acceptMessage'
import { askedOnce } from './asking/askedOnce'
import { decodeOptions } from './decodeOptions'
import { nudge } from './nudge'
import type { CarrierPorts } from './ports'
import { unknownConnector, type ConnectorResult } from './saveConnector'

/** How long the answer waits for the handler: it comes with what became of the message, where that is quick. */
const WAIT_MS = 6_000
const LOOK_EVERY_MS = 300

/**
 * A made-up message of the connector's form goes the way of a real one from behind the check of its secret, which is kept
 * in a form that proves others and cannot be shown: decoded, stored, called for by an event, found by its handler and
 * told. A handler sends nothing of a test to OMS. A carrier that is asked is asked once, about a parcel that is nobody's.
 */
export async function testConnector(ports: CarrierPorts, name: string): Promise<ConnectorResult> {
  const of = linkNamed(name, carrierLinks)
  if (of === null) return unknownConnector(['name'])
  const settings = await ports.connectors.read(name)
  const connector = { of, settings }
  if (isAsked(of)) return { connector, problems: await askedOnce(ports, of, settings) }
  if (settings.secrets.length === 0) {
    const facts = { min: LEAST_SECRET }
    return { connector, problems: [problem('CONNECTOR_SECRET_WEAK', { facts, field: ['name'] })] }
  }
  const body = readMessage(Buffer.from(of.example))
  const decoded = of.decode(body, decodeOptions(of, settings, ports.clock.now()))
  const place = await acceptMessage(ports, {
    connector: name,
    decoded,
    body: keptBody(body, decoded.parcels),
    isTest: true,
  })
  await nudge(ports, { lane: place.lane })
  const until = ports.clock.now() + WAIT_MS
  while (ports.clock.now() < until && (await ports.messages.read(place)) !== null)
    await ports.clock.sleep(LOOK_EVERY_MS)
  return { connector, problems: decoded.problems }
}
