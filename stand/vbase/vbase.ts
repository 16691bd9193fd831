import { gunzipSync } from 'node:zlib'
import { header, json, type Answer, type Incoming, type Outcome } from '../http/exchange'
import type { Clock } from '../clock'
import { SLOW_MS, type VBaseFault, type VBaseSwitches } from './behaviour'
import { STALE_MS } from './past'
import type { Bucket, FileStore, StoredFile } from './store'

const ADDRESS = /^\/([^/]+)\/([^/]+)\/buckets\/([^/]+)\/([^/]+)(\/files)?(?:\/(.+))?$/
const LIST_LIMIT = 100

export interface VBaseOptions {
  readonly account: string
  readonly workspace: string
  readonly appName: () => string
  readonly store: FileStore
  readonly switches: VBaseSwitches
  readonly clock: Pick<Clock, 'sleep'>
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

  const call: Call = { request, bucket, path: files ? path : undefined, hasFiles: Boolean(files) }
  const fault = options.switches.take(request.method, `${name}/${path ?? ''}`, (one) =>
    canMeet(one, call, options)
  )
  return fault ? answerWith(fault, call, options) : answer(call, options)
}

interface Call {
  readonly request: Incoming
  readonly bucket: Bucket
  /** Undefined: the call is about the bucket. */
  readonly path: string | undefined
  readonly hasFiles: boolean
}

function answer({ request, bucket, path, hasFiles }: Call, options: VBaseOptions): Answer | null {
  if (!hasFiles) return describe(request, bucket, options.store)
  return path === undefined
    ? answerForBucket(request, bucket, options.store)
    : answerForFile(request, bucket, path, options)
}

/** Whether a fault changes anything about this call: one that does not is kept for the next. */
function canMeet(
  { kind }: VBaseFault,
  { request, bucket, path }: Call,
  { store, switches }: VBaseOptions
): boolean {
  if (kind === 'missing') return path !== undefined && store.get(bucket, path) !== undefined
  if (kind === 'stale') {
    const isFresh = /\bno-cache\b/i.test(header(request.headers, 'cache-control') ?? '')
    return path !== undefined && (!isFresh || switches.get().staleOutlivesNoCache)
  }
  return true
}

async function answerWith(
  { kind, afterCommit, slowMs = SLOW_MS }: VBaseFault,
  call: Call,
  options: VBaseOptions
): Promise<Outcome | null> {
  const { store, clock } = options
  switch (kind) {
    case 'slow': {
      const before = afterCommit ? answer(call, options) : null
      await clock.sleep(slowMs)
      return before ?? answer(call, options)
    }
    case 'late': {
      const { generation } = store
      const takeEffect = (): void => {
        // A reset lies between: its files are of another world.
        if (store.generation === generation) answer(call, options)
      }
      // A body that cannot be read changes nothing, and nobody is there to be told.
      void clock
        .sleep(slowMs)
        .then(takeEffect)
        .catch(() => undefined)
      return 'hang'
    }
    case 'missing':
      return notFound(call.bucket, call.path!)
    case 'stale': {
      const older = store.getOlder(call.bucket, call.path!, STALE_MS)
      return readOf(older, call.request, call.bucket, call.path!)
    }
    default:
      if (afterCommit) answer(call, options)
      return failure(kind)
  }
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
      return readOf(stored, request, bucket, path)
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

// If-None-Match is not looked at: VBase is not documented to answer 304.
function readOf(
  file: StoredFile | undefined,
  request: Incoming,
  bucket: Bucket,
  path: string
): Answer {
  return file ? content(file, request.method === 'HEAD') : notFound(bucket, path)
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
  const found = store.list(bucket, prefix, after, limit + 1)
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
