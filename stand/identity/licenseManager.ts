import { header, json, type Answer, type Incoming } from '../http/exchange'
import type { Directory } from './directory'

const GRANTED =
  /^\/api\/license-manager\/pvt\/accounts\/([^/]+)\/products\/([^/]+)\/logins\/([^/]+)\/resources\/([^/]+)\/granted$/
const ACCESS = /^\/api\/license-manager\/resources\/([^/]+)\/access$/

/** License Manager as `@auth` and `clients.licenseManager` ask it; null where it has no such address here. */
export function answerAsLicenseManager(request: Incoming, directory: Directory): Answer | null {
  if (request.method !== 'GET') return null
  const granted = GRANTED.exec(request.path)
  if (granted) {
    const [, account, product, login, key] = granted.map((part) => decodeURIComponent(part))
    const asker = directory.ownerOf(bearer(request))
    if (asker?.kind !== 'app') {
      return json(401, { message: 'Authorization must carry the credential of an app.' })
    }
    const owner = account === directory.account ? directory.ownerById(login!) : null
    return json(200, owner?.account === account && owner!.grants.has(`${product!}:${key!}`))
  }
  const access = ACCESS.exec(request.path)
  if (access) {
    const key = decodeURIComponent(access[1]!)
    const owner = directory.callerOf(request.headers)
    if (!owner) return json(401, { message: 'VtexIdclientAutCookie is missing or not valid.' })
    const has = [...owner.grants].some((grant) => grant.endsWith(`:${key}`))
    return has ? json(200, { key }) : json(403, { message: `No access to resource ${key}.` })
  }
  return null
}

function bearer(request: Incoming): string | undefined {
  return header(request.headers, 'authorization')?.replace(/^bearer\s+/i, '')
}
