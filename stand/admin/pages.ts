import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cookie, header, json, type Answer, type Incoming } from '../http/exchange'
import { AUTH_COOKIE } from '../identity/directory'
import { PEOPLE } from '../identity/owners'
import type { World } from '../world'
import { readNavigation, readPages } from './appFiles'
import type { Bundle, ShellConfig } from './shell/config'

const ROOT = join(__dirname, '..', '..')
const LANGUAGES = ['en', 'pt', 'es']
const LANGUAGE_COOKIE = 'stand_language'
const ASSET = /^\/_stand\/((?:vendor|pages\/[\w-]+)\.(?:js|css)(?:\.map)?)$/
/** A chunk that several pages share bears its contents in its name. */
const SHARED = /^pages\/shared-/
/** The parameter by which the address of a script or style changes with each build. */
const BUILD = 'build'
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
}

/** The Admin's frame, its scripts, and signing in; null for another path. */
export function answerAsAdmin(
  request: Incoming,
  { world, panelDirectory }: { world: World; panelDirectory: string }
): Answer | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  if (request.path === '/') return redirect('/admin')
  if (request.path === '/admin') {
    const [first] = readNavigation(ROOT).flatMap((group) => group.items)
    return first ? redirect(first.path) : page(request, world, panelDirectory)
  }
  if (request.path.startsWith('/admin/')) return page(request, world, panelDirectory)
  const asset = ASSET.exec(request.path)
  if (!asset) return null
  const isOfOneBuild = request.query.has(BUILD) || SHARED.test(asset[1]!)
  return file(join(panelDirectory, asset[1]!), isOfOneBuild)
}

/** `?as=` a person (empty: nobody), `?locale=` a language, `?to=` where to go then; each may be left out. */
export function signIn(request: Incoming): Answer {
  const as = request.query.get('as')
  const language = request.query.get('locale')
  const to = request.query.get('to') ?? '/admin'
  if (as !== null && as !== '' && !(PEOPLE as readonly string[]).includes(as)) {
    return json(400, { message: `as: nobody is called ${as}; people: ${PEOPLE.join(', ')}` })
  }
  if (language !== null && !LANGUAGES.includes(language)) {
    return json(400, { message: `locale: ${language} is none of ${LANGUAGES.join(', ')}` })
  }
  if (!/^\/(?![/\\])/.test(to)) return json(400, { message: 'to: a path of this stand is needed' })
  const cookies = [
    ...(as === null ? [] : [`${AUTH_COOKIE}=${as}; HttpOnly${as === '' ? '; Max-Age=0' : ''}`]),
    ...(language === null ? [] : [`${LANGUAGE_COOKIE}=${language}`]),
  ].map((one) => `${one}; Path=/; SameSite=Lax`)
  return { ...redirect(to), cookies }
}

const redirect = (to: string): Answer => ({
  status: 302,
  headers: { location: to, 'cache-control': 'no-store' },
})

function page(request: Incoming, world: World, panelDirectory: string): Answer {
  const chosen = cookie(request.headers, LANGUAGE_COOKIE)
  const language = LANGUAGES.find((one) => one === chosen) ?? preferred(request)
  const asset = (name: string): string => addressOfAsset(panelDirectory, name)
  const bundleOf = (component: string): Bundle | null => {
    const [script, style] = [`pages/${component}.js`, `pages/${component}.css`]
    const isBuilt = (name: string): boolean => existsSync(join(panelDirectory, name))
    return isBuilt(script)
      ? { script: asset(script), style: isBuilt(style) ? asset(style) : null }
      : null
  }
  const pages = readPages(ROOT)
  const config: ShellConfig = {
    account: world.account,
    workspace: world.workspace,
    user: cookie(request.headers, AUTH_COOKIE) ?? '',
    users: PEOPLE,
    language,
    pages,
    bundles: Object.fromEntries(pages.map(({ component }) => [component, bundleOf(component)])),
    navigation: readNavigation(ROOT),
    messages: messages(language),
  }
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Admin, ${world.account}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${asset('vendor.css')}">
<script>window.__standConfig = ${JSON.stringify(config).replace(/</g, '\\u003c')}</script>
<script defer src="${asset('vendor.js')}"></script>
<script>window.__standImport = (address) => import(address)</script>
</head>
<body><div id="stand-root"></div></body>
</html>
`,
  }
}

function preferred(request: Incoming): string {
  const wanted = (header(request.headers, 'accept-language') ?? '').slice(0, 2).toLowerCase()
  return LANGUAGES.includes(wanted) ? wanted : 'en'
}

function messages(language: string): Record<string, string> {
  const path = join(ROOT, 'messages', `${language}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {}
}

// The frame's scripts are 3.5 MB, which a browser compiles anew wherever it has to ask for them.
function addressOfAsset(panelDirectory: string, name: string): string {
  const written = statSync(join(panelDirectory, name), { throwIfNoEntry: false })
  return `/_stand/${name}${written ? `?${BUILD}=${Math.round(written.mtimeMs)}` : ''}`
}

function file(path: string, isOfOneBuild: boolean): Answer {
  const type = TYPES[path.split('.').at(-1)!]!
  // A panel without own styles has no stylesheet: that is no failure to report in the console.
  const body = existsSync(path)
    ? readFileSync(path)
    : path.endsWith('.css')
      ? Buffer.from('')
      : null
  if (body === null) return json(404, { message: 'Not built: run npm run build.' })
  const keeping = isOfOneBuild ? 'max-age=31536000, immutable' : 'no-cache'
  return { status: 200, headers: { 'content-type': type, 'cache-control': keeping }, body }
}
