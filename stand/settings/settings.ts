import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { json, type Answer, type Incoming } from '../http/exchange'

const ADDRESS = /^\/([^/]+)\/([^/]+)\/apps\/([^/]+)\/settings$/

/** Settings by app and major, as the platform keeps them. Written through to `file` when there is one. */
export class SettingsStore {
  private saved: Record<string, unknown> = {}

  constructor(private readonly file: string | null) {
    try {
      if (file) this.saved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    } catch {
      this.saved = {}
    }
  }

  get(app: string): unknown {
    return this.saved[app] ?? {}
  }

  put(app: string, settings: unknown): void {
    this.saved = { ...this.saved, [app]: settings }
    if (!this.file) return
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(this.file, JSON.stringify(this.saved, null, 2))
  }

  everything(): Readonly<Record<string, unknown>> {
    return this.saved
  }

  clear(): void {
    this.saved = {}
    if (this.file) rmSync(this.file, { force: true })
  }
}

/** `clients.apps.getAppSettings` and `saveAppSettings`. `rest` is the path behind `/apps/v0`. */
export function answerAsApps(
  request: Incoming,
  rest: string,
  options: { account: string; workspace: string; appName: string; store: SettingsStore }
): Answer | null {
  const address = ADDRESS.exec(rest)
  if (!address) return null
  const [account, workspace, id] = address.slice(1).map(decodeURIComponent) as [
    string,
    string,
    string,
  ]
  const [app = '', version = '0'] = id.split('@')
  if (account !== options.account || workspace !== options.workspace || app !== options.appName) {
    return json(403, { code: 'Forbidden', message: `No access to the settings of ${id}.` })
  }
  const key = `${app}@${version.split('.')[0]}.x`
  if (request.method === 'GET') return json(200, options.store.get(key))
  if (request.method !== 'PUT') return null
  try {
    options.store.put(key, JSON.parse(request.body.toString('utf8')))
  } catch {
    return json(400, { code: 'BadRequest', message: 'Settings must be JSON.' })
  }
  return json(200, options.store.get(key))
}
