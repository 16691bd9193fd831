import fc from 'fast-check'
import { grantsOf, parseManifest } from './manifest'
import { allowsOutbound } from './outboundAccess'

const manifest = (...policies: unknown[]) =>
  parseManifest(JSON.stringify({ vendor: 'v', name: 'a', version: '1.0.0', policies }))
const entry = (host: string, path: string) => ({ name: 'outbound-access', attrs: { host, path } })
const allows = (policies: unknown[], host: string, path: string) =>
  allowsOutbound(manifest(...policies), 'storeops', { host, path })

describe('outbound-access', () => {
  test.each([
    ['h.com', '/a/*', 'h.com', '/a/b/c', true],
    ['h.com', '/a/*', 'h.com', '/a', false],
    ['h.com', '/a', 'h.com', '/a/b', false],
    ['h.com', '/a.b', 'h.com', '/aXb', false],
    ['*.h.com', '/*', 'x.h.com', '/', true],
    ['*.h.com', '/*', 'h.com', '/', false],
    ['h.com', '/*', 'evil-h.com', '/', false],
    ['{{account}}.h.com', '/{{account}}/*', 'storeops.h.com', '/storeops/x', true],
    ['{{account}}.h.com', '/*', 'other.h.com', '/x', false],
  ])('%s %s, called as %s %s: %s', (host, path, calledHost, calledPath, expected) => {
    expect(allows([entry(host, path)], calledHost, calledPath)).toBe(expected)
  })

  const part = fc.stringMatching(/^[a-z0-9.()+-]{1,8}$/)

  test('without a star an entry allows its own path and no longer one', () => {
    fc.assert(
      fc.property(part, part, part, (host, path, more) => {
        const own = [entry(host, `/${path}`)]
        expect(allows(own, host, `/${path}`)).toBe(true)
        expect(allows(own, host, `/${path}${more}`)).toBe(false)
        expect(allows(own, `${more}${host}`, `/${path}`)).toBe(false)
      })
    )
  })

  test('an entry more never takes an access away', () => {
    fc.assert(
      fc.property(part, part, part, (host, path, other) => {
        const one = [entry(host, `/${path}/*`)]
        const called = `/${path}/${other}`
        expect(allows(one, host, called)).toBe(true)
        expect(allows([entry(other, '/*'), ...one], host, called)).toBe(true)
      })
    )
  })

  test('an entry without host or path allows nothing', () => {
    expect(allows([{ name: 'outbound-access' }], 'h.com', '/')).toBe(false)
    expect(allows([{ name: 'outbound-access', attrs: { host: 'h.com' } }], 'h.com', '/')).toBe(
      false
    )
  })
})

describe('manifest', () => {
  test('the app’s own token has the keys that it names, and NotifyInvoice is none', () => {
    const grants = grantsOf(manifest({ name: 'ShippingAction' }, { name: 'NotifyInvoice' }))
    expect([...grants]).toEqual(['19:ShippingAction'])
  })

  test.each([
    ['{', 'not JSON'],
    ['{"vendor":"v","name":"a","version":"1"}', 'version'],
    ['{"vendor":"v","name":"a","version":"1.0.0","policies":[{}]}', 'policies'],
  ])('%s is refused with its reason', (text, words) => {
    expect(() => parseManifest(text)).toThrow(words)
  })
})
