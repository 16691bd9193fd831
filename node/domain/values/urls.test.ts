import { cleanUrl, isSafeUrl, urlFlaw } from './urls'

describe('links', () => {
  it.each([
    'https://track.example/AA1',
    'http://a.b:8080/x?y=1#z',
    'HTTPS://A.COM',
    'https://a.com/@name',
    'https://[2001:db8::1]/x',
    'https://a.com/ação',
    'https://correios.com.br/?objeto=AA%20BB',
    'https://rastreio.são-paulo.example/AA1',
    `https://a.com/${'x'.repeat(5000)}`,
  ])('%s may be followed', (url) => {
    expect(isSafeUrl(url)).toBe(true)
  })

  it.each([
    ['javascript:alert(1)', 'SCHEME'],
    ['www.correios.com.br', 'SCHEME'],
    ['https://u:p@a.com', 'CREDENTIALS'],
    ['https://a.com/a b', 'SIGNS'],
    ['https://a.com/\u200bb', 'SIGNS'],
    ['https://', 'HOST'],
    ['https://a.com:x', 'HOST'],
    ['https://a.com', null],
    ['https://[::1]:80', null],
    ['xhttps://a.com', 'SCHEME'],
    ['see https://a.com', 'SIGNS'],
    ['https://a.com:000080', 'HOST'],
    ['https://[::1]:000080', 'HOST'],
    ['https://a.com:', 'HOST'],
  ])('%j: %s is what is wrong', (url, flaw) => expect(urlFlaw(url)).toBe(flaw))

  it.each([
    ' https://a.com/x',
    '\u200bhttps://a.com/x\n',
    '\ufeffhttps://a.com/x\u00a0',
    '  https://a.com/x \n',
  ])('%j is the link without what stands around it', (url) =>
    expect(cleanUrl(url)).toBe('https://a.com/x')
  )

  it('keep a blank inside, so that it is told and not mended', () =>
    expect(cleanUrl(' https://a.com/a b c ')).toBe('https://a.com/a b c'))

  it.each([
    'javascript:alert(1)',
    'ftp://a.com',
    '//a.com',
    'https://',
    'https:///a',
    'https://user@a.com',
    'https://u:p@a.com',
    'https://a.com\\@b.com',
    'https://a.com/a b',
    'https://a.com/\u0000',
    ' https://a.com',
    'https://a.com:x',
    'https://a.com:99999',
    'https://a<b>.com',
    'https://good.com%40evil.com/',
    'https://a.com/\u00a0b',
    'https://a.com/\u2028b',
    'https://a.com/\u202egnp.exe',
    'https://a.com/\u200bb',
    'https://\u3000.com',
    'data:text/html,x',
    'https:a.com',
    'JaVaScRiPt://a.com/%0aalert(1)',
  ])('%j may not', (url) => {
    expect(isSafeUrl(url)).toBe(false)
  })
})
