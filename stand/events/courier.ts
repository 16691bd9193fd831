import { json, type Incoming, type Outcome } from '../http/exchange'
import type { EventQueue } from './queue'

const ADDRESS = /^\/([^/]+)\/([^/]+)\/events\/(.+)$/

export interface CourierOptions {
  readonly account: string
  readonly workspace: string
  /** `{vendor}.{app}` of whoever holds the credential. */
  readonly sender: string
  readonly queue: EventQueue
}

/** The courier as `clients.events` calls it. `rest` is the path behind `/courier/v0`. */
export function answerAsCourier(
  request: Incoming,
  rest: string,
  { account, workspace, sender, queue }: CourierOptions
): Outcome | null {
  const address = ADDRESS.exec(rest)
  if (!address || request.method !== 'PUT') return null
  if (address[1] !== account || address[2] !== workspace) {
    return json(403, { code: 'Forbidden', message: 'The credential is of another workspace.' })
  }
  const key = decodeURIComponent(address[3]!)
  const event = { key, sender, body: request.body }
  const fault = queue.switches.take(event)
  if (!isForUs(request.query.get('resource') ?? '', sender)) return { status: 204 }
  switch (fault?.kind) {
    case 'status500':
      if (fault.afterCommit) queue.send(event)
      return json(500, { message: 'A fault set at /local/events/behaviour.' })
    case 'timeout':
      if (fault.afterCommit) queue.send(event)
      return 'hang'
    default:
      queue.send(event, fault)
      return { status: 204 }
  }
}

/** No resource: any app that listens. Else a VRN that ends with the app's id, with or without version. */
function isForUs(resource: string, app: string): boolean {
  const [, id] = /:\/apps\/([^@]+)(@.*)?$/.exec(resource) ?? []
  return resource === '' || id === app
}
