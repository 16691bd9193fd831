import { json, type Answer, type Incoming } from '../http/exchange'
import type { Directory } from './directory'
import { sessionOfAppKey } from './owners'

const DAY_S = 24 * 60 * 60

/** The three addresses of VTEX ID that apps and ERPs use; null where VTEX ID has no such address here. */
export function answerAsVtexId(request: Incoming, directory: Directory): Answer | null {
  const at = `${request.method} ${request.path.replace(/\/$/, '')}`
  switch (at) {
    case 'GET /api/vtexid/pub/authenticated/user':
      return authenticatedUser(request.query.get('authToken') ?? undefined, directory)
    case 'POST /api/vtexid/credential/validate':
      return validateCredential(request, directory)
    case 'POST /api/vtexid/apptoken/login':
      return login(request)
    default:
      return null
  }
}

// VTEX ID answers 200 with `null` for a token that is nobody's, and @auth relies on it.
function authenticatedUser(token: string | undefined, directory: Directory): Answer {
  const owner = directory.ownerOf(token)
  if (!owner) return json(200, null)
  return json(200, {
    userId: owner.id,
    user: owner.id,
    account: owner.account,
    audience: owner.kind === 'person' ? 'admin' : owner.kind,
    tokenType: owner.kind === 'person' ? 'user' : owner.kind,
  })
}

function validateCredential(request: Incoming, directory: Directory): Answer {
  const owner = directory.ownerOf(text(bodyOf(request), 'token'))
  if (!owner) return json(401, { authStatus: 'InvalidToken' })
  return json(200, {
    authStatus: 'Success',
    id: owner.id,
    user: owner.id,
    account: owner.account,
    audience: owner.kind === 'person' ? 'admin' : owner.kind,
  })
}

function login(request: Incoming): Answer {
  const body = bodyOf(request)
  if (body === null) {
    return json(400, {
      error: { code: '400', message: 'Body must be JSON: {"appkey","apptoken"}' },
    })
  }
  const token = sessionOfAppKey(text(body, 'appkey'), text(body, 'apptoken'))
  return token === null
    ? json(401, { authStatus: 'InvalidCredentials', token: null, expires: 0 })
    : json(200, { authStatus: 'Success', token, expires: DAY_S })
}

function bodyOf(request: Incoming): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function text(body: Record<string, unknown> | null, name: string): string | undefined {
  const value = body?.[name]
  return typeof value === 'string' ? value : undefined
}
