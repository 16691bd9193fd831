import { isSafeUrl } from './urls'

describe('links', () => {
  it.each([
    'https://track.example/AA1',
    'http://a.b:8080/x?y=1#z',
    'HTTPS://A.COM',
    'https://a.com/@name',
    'https://[2001:db8::1]/x',
    'https://a.com/ação',
  ])('%s may be followed', (url) => {
    expect(isSafeUrl(url)).toBe(true)
  })

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
  ])('%j may not', (url) => {
    expect(isSafeUrl(url)).toBe(false)
  })
})
