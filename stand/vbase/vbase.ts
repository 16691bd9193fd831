import { gunzipSync } from 'node:zlib'
import { header, json, type Answer, type Incoming, type Outcome } from '../http/exchange'
import type { VBaseSwitches } from './behaviour'
import type { Bucket, FileStore, StoredFile } from './store'

const ADDRESS = /^\/([^/]+)\/([^/]+)\/buckets\/([^/]+)\/([^/]+)(\/files)?(?:\/(.+))?$/
const LIST_LIMIT = 100

export interface VBaseOptions {
  readonly account: string
  readonly workspace: string
  readonly appName: () => string
  readonly store: FileStore
  readonly switches: VBaseSwitches
}

/** VBase v2 as `clients.vbase` calls it. `rest` is the path behind `/vbase/v2`. */
export async function answerAsVBase(
  request: Incoming,
  rest: string,
  options: VBaseOptions
): Promise<Outcome | null> {
  const address = ADDRESS.exec(rest)
  if (!address) return null
  const [, account, workspace, app, name, files, path] = address.map((part) => part && decode(part))
  if (account !== options.account || workspace !== options.workspace) {
    return json(403, { code: 'Forbidden', message: 'The credential is of another workspace.' })
  }
  if (app !== options.appName()) {
    return json(403, { code: 'Forbidden', message: `${options.appName()} may not read ${app}.` })
  }
  const bucket: Bucket = { account: account!, workspace: workspace!, app: app!, name: name! }

  const fault = options.switches.take(request.method, `${name}/${path ?? ''}`)
  if (fault && !fault.afterCommit) return failure(fault.kind)
  const answer = !files
    ? describe(request, bucket, options.store)
    : path === undefined
      ? answerForBucket(request, bucket, options.store)
      : answerForFile(request, bucket, path, options)
  return fault ? failure(fault.kind) : answer
}

function answerForFile(
  request: Incoming,
  bucket: Bucket,
  path: string,
  { store, switches }: VBaseOptions
): Answer | null {
  const stored = store.get(bucket, path)
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      // If-None-Match is not looked at: VBase is not documented to answer 304.
      return stored ? content(stored, request.method === 'HEAD') : notFound(bucket, path)
    case 'PUT': {
      if (lost(request, stored)) return conflict(switches)
      const file = store.put(bucket, path, unzipped(request))
      return json(200, [{ path, hash: file.hash }], { etag: `"${file.hash}"` })
    }
    case 'DELETE':
      if (lost(request, stored)) return conflict(switches)
      if (!stored) return notFound(bucket, path)
      store.delete(bucket, path)
      return { status: 204 }
    default:
      return null
  }
}

function answerForBucket(request: Incoming, bucket: Bucket, store: FileStore): Answer | null {
  if (request.method === 'DELETE') {
    for (const { path } of store.list(bucket)) store.delete(bucket, path)
    return { status: 204 }
  }
  if (request.method !== 'GET') return null
  const prefix = request.query.get('prefix') ?? ''
  const after = request.query.get('_next') ?? ''
  const limit = Number(request.query.get('limit')) || LIST_LIMIT
  const found = store.list(bucket).filter((f) => f.path.startsWith(prefix) && f.path > after)
  const page = found.slice(0, limit)
  return json(200, { data: page, next: found.length > limit ? page.at(-1)!.path : '' })
}

function describe(request: Incoming, bucket: Bucket, store: FileStore): Answer | null {
  if (request.method !== 'GET') return null
  return json(200, {
    state: 'committed',
    hash: store
      .list(bucket)
      .map((f) => f.hash)
      .join(''),
  })
}

// An absent file has no version, so no If-Match can name it.
function lost(request: Incoming, stored: StoredFile | undefined): boolean {
  const wanted = header(request.headers, 'if-match')
  if (wanted === undefined) return false
  const hash = wanted.replace(/^W\//, '').replace(/^"|"$/g, '')
  return stored === undefined || (hash !== '*' && hash !== stored.hash)
}

function conflict(switches: VBaseSwitches): Answer {
  return json(switches.get().conflictStatus, {
    code: 'Conflict',
    message: 'The file changed since the version that If-Match names.',
  })
}

const notFound = (bucket: Bucket, path: string): Answer =>
  json(404, { code: 'FileNotFound', message: `No file ${path} in bucket ${bucket.name}.` })

function content(file: StoredFile, headOnly: boolean): Answer {
  return {
    status: 200,
    headers: { 'content-type': typeOf(file.body), etag: `"${file.hash}"` },
    body: headOnly ? undefined : file.body,
  }
}

function typeOf(body: Buffer): string {
  try {
    JSON.parse(body.toString('utf8'))
    return 'application/json'
  } catch {
    return 'application/octet-stream'
  }
}

const unzipped = (request: Incoming): Buffer =>
  header(request.headers, 'content-encoding') === 'gzip' ? gunzipSync(request.body) : request.body

function failure(kind: 'status500' | 'timeout' | 'reset'): Outcome {
  if (kind === 'timeout') return 'hang'
  if (kind === 'reset') return 'reset'
  return json(500, {
    code: 'InternalServerError',
    message: 'A fault set at /local/vbase/behaviour.',
  })
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
