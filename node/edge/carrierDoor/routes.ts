import { connectors } from '../../domain/connectors/connectors'
import { linkNamed } from '../../domain/connectors/linkNamed'
import type { ConnectorSettings } from '../../domain/carriers/connectorSettings'
import { keptBody } from '../../domain/carriers/keptBody'
import type { Connector } from '../../domain/connectors/connector'
import { readMessage } from '../../domain/connectors/readMessage'
import { acceptMessage } from '../../usecases/carriers/acceptMessage'
import { decodeOptions } from '../../usecases/carriers/decodeOptions'
import { nudge } from '../../usecases/carriers/nudge'
import { doorPortsOf } from '../carrierPorts'
import type { Context } from '../context'
import { exposed } from '../exit'
import { readRaw } from '../readRaw'
import {
  failed,
  METHOD_NOT_ALLOWED,
  NOTHING_TO_DO,
  NOT_JSON,
  taken,
  TOO_LARGE,
  UNAUTHENTICATED,
  unreadable,
  type CarrierAnswer,
} from './answers'
import { isAuthentic } from './authenticate'

/** A night of one parcel's history has a few KB. @unit bytes */
const MOST_BYTES = 256 * 1024

/**
 * The carrier door: a message is authenticated, made durable, and answered; whoever works it off is called afterwards.
 * Nothing is asked of OMS here, for senders give up after seconds.
 */
export const carrierDoor = {
  carrierMessages: async (ctx: Context): Promise<void> => {
    const { status, headers, body } = await answered(ctx)
    ctx.set({ ...headers, 'Cache-Control': 'no-store' })
    ctx.type = 'application/json'
    ctx.status = status
    ctx.body = JSON.stringify(body)
  },
}

async function answered(ctx: Context): Promise<CarrierAnswer> {
  try {
    const { connector: name = '' } = ctx.vtex.route.params as Record<string, string>
    const connector = linkNamed(name, connectors)
    const method = ctx.method.toUpperCase()
    if (method !== 'POST')
      return isAskedBy(connector, method, null) ? NOTHING_TO_DO : METHOD_NOT_ALLOWED
    const raw = await readRaw(ctx.req, MOST_BYTES, ctx.get('content-length') || undefined)
    if (raw === 'TOO_LARGE') return TOO_LARGE
    if (raw === 'BROKEN') return NOT_JSON
    return await posted(ctx, name, connector, raw)
  } catch (error) {
    const { extensions, message } = exposed(error, 'carrierDoor', ctx)
    return failed(extensions.code, message)
  }
}

async function posted(
  ctx: Context,
  name: string,
  connector: Connector | null,
  raw: Buffer
): Promise<CarrierAnswer> {
  const ports = doorPortsOf(ctx)
  // Of an unknown one, too: it must take as long as a wrong secret does.
  const settings = await ports.connectors.read(name)
  const body = raw.length === 0 ? null : readMessage(raw)
  if (!connector || !mayCome(connector, settings, ctx, raw))
    return isAskedBy(connector, 'POST', body) ? NOTHING_TO_DO : UNAUTHENTICATED
  const decoded = connector.decode(body, decodeOptions(connector, settings, ports.clock.now()))
  const { parcels, problems } = decoded
  if (parcels.length === 0) {
    if (typeof body === 'string' && meansJson(body, ctx)) return NOT_JSON
    return problems.length > 0 ? unreadable(problems) : NOTHING_TO_DO
  }
  const place = await acceptMessage(ports, {
    decoded,
    connector: name,
    body: keptBody(body, parcels),
    isTest: false,
  })
  // Nobody waits for it: where it is lost, the message is found by the next that comes, or by a look.
  void nudge(ports, { lane: place.lane })
  return taken(place.id, parcels.length, problems)
}

function mayCome(
  connector: Connector,
  settings: ConnectorSettings,
  ctx: Context,
  raw: Buffer
): boolean {
  const isTrue = isAuthentic(connector, settings, ctx.req.headers, raw)
  return isTrue && settings.isOn
}

/** What a provider asks while its webhook is set up, before it has a secret to sign with. */
function isAskedBy(connector: Connector | null, method: string, body: unknown): boolean {
  const probe = connector?.probe
  return (
    probe !== undefined &&
    probe.methods.some((one) => one === method) &&
    (method !== 'POST' || probe.isProbe(body))
  )
}

function meansJson(body: string, ctx: Context): boolean {
  return /^\s*[[{]/.test(body) || Boolean(ctx.is('json'))
}
