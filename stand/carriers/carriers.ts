import { json, type Incoming, type Outcome } from '../http/exchange'
import { braspress } from './braspress'
import type { CarrierFault, CarrierSwitches } from './behaviour'
import { correios } from './correios'
import { jadlog } from './jadlog'
import { ssw } from './ssw'
import type { CarrierSystem } from './system'
import { totalExpress } from './totalExpress'

const SYSTEMS: readonly CarrierSystem[] = [correios, ssw, totalExpress, jadlog, braspress]
const SLOW_MS = 10_000

export function isCarrierHost(host: string): boolean {
  return SYSTEMS.some((system) => system.host === host.toLowerCase())
}

/** Null: no carrier's system has that address. */
export async function answerAsCarrier(
  request: Incoming,
  switches: CarrierSwitches
): Promise<Outcome | null> {
  const system = SYSTEMS.find(({ host }) => host === request.host.toLowerCase())
  if (!system) return null
  if (request.headers['x-vtex-use-https'] !== 'true')
    return json(301, { message: 'Moved to https' }, { location: `https://${request.host}` })
  const answer = system.answer(request, switches.parcelsOf(system.name))
  const fault = answer && switches.faultOf(system.name)
  if (!fault) return answer
  if (fault.kind !== 'slow') return spoilt(fault, system)
  await new Promise((resolve) => setTimeout(resolve, fault.slowMs ?? SLOW_MS))
  return answer
}

function spoilt({ kind, retryAfterSeconds }: CarrierFault, { error }: CarrierSystem): Outcome {
  const page = (status: number, words: string): Outcome => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!DOCTYPE html><html><body><h1>${words}</h1></body></html>`,
  })
  switch (kind) {
    case 'away':
      return page(503, 'Service Unavailable')
    case 'html':
      return page(200, 'Acesse sua conta')
    case 'empty':
      return { status: 200 }
    case 'refused':
      return { status: 401 }
    case 'reset':
      return 'reset'
    case 'tooFast':
      return {
        status: 429,
        headers: retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {},
      }
    default:
      return error
  }
}
