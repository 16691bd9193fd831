import { header, type Incoming, type Outcome } from '../http/exchange'
import { keysOfProduct } from '../identity/directory'
import type { TokenOwner } from '../identity/owners'
import type { OmsDouble } from '../oms'

const OMS_PRODUCT = '19'

/** Hands a request to OMS with what its owner may do there. `caller` null: not authenticated. */
export async function askOms(
  request: Incoming,
  caller: TokenOwner | null,
  oms: OmsDouble
): Promise<Outcome> {
  const headers: Record<string, string | undefined> = {}
  for (const name of Object.keys(request.headers)) headers[name] = header(request.headers, name)
  const answer = await oms.handle({
    method: request.method,
    path: request.path,
    query: request.query,
    headers,
    body: request.body.toString('utf8'),
    caller: caller && {
      kind: caller.kind,
      id: caller.id,
      rights: keysOfProduct(caller.grants, OMS_PRODUCT),
    },
  })
  return answer.kind === 'answer'
    ? { status: answer.status, headers: answer.headers, body: answer.body }
    : answer.kind
}
