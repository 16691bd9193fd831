import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Incoming } from '../http/exchange'
import type { World } from '../world'
import { readNavigation } from './appFiles'
import { answerAsAdmin, signIn } from './pages'
import type { ShellConfig } from './shell/config'

const get = (target: string, headers: Record<string, string> = {}): Incoming => {
  const url = new URL(target, 'http://localhost')
  return {
    method: 'GET',
    host: 'localhost',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.from(''),
  }
}
const world = { account: 'storeops', workspace: 'master' } as World
const page = (target: string, headers?: Record<string, string>) =>
  answerAsAdmin(get(target, headers), { world, panelDirectory: '/nowhere' })

describe('signing in', () => {
  test('sets person and language, and goes where it was asked to', () => {
    const answer = signIn(get('/local/sign-in?as=local-viewer&locale=pt&to=/admin/x?queue=LATE'))
    expect(answer.headers!.location).toBe('/admin/x?queue=LATE')
    expect(answer.cookies).toEqual([
      'VtexIdclientAutCookie=local-viewer; HttpOnly; Path=/; SameSite=Lax',
      'stand_language=pt; Path=/; SameSite=Lax',
    ])
  })

  test('as nobody takes the cookie away', () => {
    expect(signIn(get('/local/sign-in?as=')).cookies![0]).toContain('Max-Age=0')
  })

  test.each([
    ['?as=stranger', 'stranger'],
    ['?locale=fr', 'fr'],
    ['?to=https://evil.example', 'to:'],
    ['?to=//evil.example', 'to:'],
    ['?to=/%5Cevil.example', 'to:'],
  ])('%s is refused', (search, word) => {
    const answer = signIn(get(`/local/sign-in${search}`))
    expect(answer.status).toBe(400)
    expect(String(answer.body)).toContain(word)
  })
})

describe('pages', () => {
  test('come in the language of the cookie, else of the browser, else English', () => {
    const language = (headers: Record<string, string>) =>
      /lang="(\w+)"/.exec(String(page('/admin/x', headers)!.body))![1]
    expect(language({ cookie: 'stand_language=es', 'accept-language': 'pt-BR' })).toBe('es')
    expect(language({ 'accept-language': 'pt-BR,pt;q=0.9' })).toBe('pt')
    expect(language({ 'accept-language': 'fr', cookie: 'stand_language=fr' })).toBe('en')
  })

  test('hold their data so that no token can close the script', () => {
    const body = String(page('/admin/x', { cookie: 'VtexIdclientAutCookie=</script><b>' })!.body)
    expect(body).not.toContain('</script><b>')
    expect(body).toContain('\\u003c/script>')
  })

  test('scripts and styles are kept by a browser until the next build', () => {
    const panelDirectory = mkdtempSync(join(tmpdir(), 'stand-panel-'))
    const build = (script: string, at: number): void => {
      const path = join(panelDirectory, 'vendor.js')
      writeFileSync(path, script)
      utimesSync(path, at, at)
    }
    const ask = (target: string) => answerAsAdmin(get(target), { world, panelDirectory })!
    const address = () => /src="([^"]*vendor\.js[^"]*)"/.exec(String(ask('/admin/x').body))![1]!
    build('one', 1_000)
    const first = address()
    expect(String(ask(first).body)).toBe('one')
    expect(ask(first).headers!['cache-control']).toContain('immutable')
    build('two', 2_000)
    expect(address()).not.toBe(first)
    expect(ask('/_stand/vendor.js').headers!['cache-control']).toBe('no-cache')
    rmSync(panelDirectory, { recursive: true })
  })

  test('each root file of react/ is a bundle of its own, with the chunks that it shares', () => {
    const panelDirectory = mkdtempSync(join(tmpdir(), 'stand-panel-'))
    const ask = (target: string) => answerAsAdmin(get(target), { world, panelDirectory })!
    mkdirSync(join(panelDirectory, 'pages'))
    for (const name of ['InvoiceTrackingQueuePage.js', 'shared-A1B2.js']) {
      writeFileSync(join(panelDirectory, 'pages', name), name)
    }
    const [, told] = /__standConfig = (.*?)<\/script>/.exec(String(ask('/admin/x').body))!
    const { bundles } = JSON.parse(told!) as ShellConfig
    const { script, style } = bundles.InvoiceTrackingQueuePage!
    expect(style).toBeNull()
    expect(bundles.InvoiceTrackingOrderPage).toBeNull()
    expect(String(ask(script).body)).toBe('InvoiceTrackingQueuePage.js')
    for (const address of [script, '/_stand/pages/shared-A1B2.js']) {
      expect(ask(address).headers!['cache-control']).toContain('immutable')
    }
    rmSync(panelDirectory, { recursive: true })
  })

  test('the scripts come from the build, and nothing else comes from it', () => {
    expect(page('/_stand/vendor.js')).toMatchObject({ status: 404 })
    expect(page('/_stand/../package.json')).toBeNull()
    expect(page('/_stand/other.js')).toBeNull()
  })
})

describe('navigation.json', () => {
  let root: string
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'stand-admin-'))))
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const write = (value: unknown): void => {
    mkdirSync(join(root, 'admin'), { recursive: true })
    writeFileSync(join(root, 'admin', 'navigation.json'), JSON.stringify(value))
  }

  test('is read in both of the Admin’s forms', () => {
    write({ section: 'orders', titleId: 't', path: '/admin/x' })
    expect(readNavigation(root)).toMatchObject([
      { section: 'orders', items: [{ label: 't', path: '/admin/x' }] },
    ])
    write([
      {
        adminVersion: 4,
        section: 'orders',
        titleId: 'g',
        subSectionItems: [{ labelId: 'l', path: '/admin/x' }],
      },
    ])
    expect(readNavigation(root)).toEqual([
      { section: 'orders', label: 'g', items: [{ label: 'l', path: '/admin/x' }] },
    ])
  })

  test('names what is wrong', () => {
    write([{ titleId: 't' }])
    expect(() => readNavigation(root)).toThrow(/navigation\.json/)
  })
})
