import { carrierLink, carriersOf, isLink, linkFrom, numberInLink } from './carrier'

const STORE = [
  {
    name: 'Loggi',
    urlTemplate: 'https://loggi.example/t/{trackingNumber}/see',
    numberPattern: 'LG\\d{6}',
  },
  {
    name: 'Correios',
    urlTemplate: 'https://our.example/c?o={trackingNumber}',
    numberPattern: null,
  },
  { name: 'Jadlog', urlTemplate: null, numberPattern: 'JD\\d{4,8}' },
  { name: 'Jamef', urlTemplate: null, numberPattern: 'J.\\d{6}' },
  { name: 'Broken', urlTemplate: null, numberPattern: '([' },
]

describe('carriersOf', () => {
  test.each([
    ['LG123456', ['Loggi']],
    [' lg 123456 ', ['Loggi']],
    ['XLG123456', []],
    ['JD123456', ['Jadlog', 'Jamef']],
    ['AA123456785BR', ['Correios']],
    ['AA123456784BR', []],
    ['RB123456785GB', ['Royal Mail Group plc']],
    ['1Z999AA10123456784', ['UPS']],
    ['', []],
    ['9'.repeat(61), []],
  ])('%s belongs to %p', (number, couriers) => {
    expect(carriersOf(number, STORE).map((fit) => fit.courier)).toEqual(couriers)
  })

  test('a pattern that would stop a browser fits or not, at once', () => {
    const trap = [{ name: 'Trap', numberPattern: '(A+)+B' }]
    const started = Date.now()
    expect(carriersOf('A'.repeat(60), trap)).toEqual([])
    expect(carriersOf(`${'A'.repeat(59)}B`, trap).map((fit) => fit.courier)).toEqual(['Trap'])
    expect(Date.now() - started).toBeLessThan(1000)
  })

  test('a pattern from outside that the panel does not run fits nothing', () => {
    expect(carriersOf('AB1', [{ name: 'Odd', numberPattern: '(?=A)AB1' }])).toEqual([])
  })

  test("a carrier found in the world's list takes the store's own link", () => {
    expect(carriersOf('AA123456785BR', STORE)[0].urlTemplate).toBe(
      'https://our.example/c?o={trackingNumber}'
    )
    expect(carriersOf('AA123456785BR', [])[0].urlTemplate).toContain('correios.com.br')
  })
})

describe('linkFrom', () => {
  test('encodes the number, so that it cannot leave its place', () => {
    expect(linkFrom('https://a.example/{trackingNumber}', '../b?x=1&y#z')).toBe(
      'https://a.example/..%2Fb%3Fx%3D1%26y%23z'
    )
  })
  test.each([
    [null, 'A1', ''],
    ['https://a.example/', 'A1', ''],
    ['https://a.example/{trackingNumber}', '  ', ''],
  ])('%p with %p gives no link', (template, number, link) => {
    expect(linkFrom(template, number)).toBe(link)
  })
})

describe('numberInLink', () => {
  test.each([
    ['https://loggi.example/t/LG123456/see', { trackingNumber: 'LG123456', courier: 'Loggi' }],
    ['http://www.loggi.example/t/LG123456?utm=1', { trackingNumber: 'LG123456', courier: 'Loggi' }],
    [
      'https://rastreamento.correios.com.br/app/index.php?objetos=AA123456785BR',
      { trackingNumber: 'AA123456785BR', courier: 'Correios' },
    ],
    ['https://elsewhere.example/AA123456785BR', null],
    ['https://loggi.example/t/', null],
    ['https://loggi.example/t/%E0%A4%A', null],
  ])('%s', (link, found) => {
    expect(numberInLink(link, STORE)).toEqual(found)
  })
})

test.each([
  ['https://a.example/1', true],
  ['javascript:alert(1)', false],
  ['AA123456785BR', false],
])('isLink(%s) is %p', (text, expected) => {
  expect(isLink(text)).toBe(expected)
})

describe('carrierLink', () => {
  const LOGGI = {
    name: 'Loggi',
    urlTemplate: 'https://l.example/{trackingNumber}',
    numberPattern: 'LG\\d{6}',
  }

  test.each([
    ['the named carrier of the store', 'loggi', 'LG 123', 'https://l.example/LG123'],
    ['nobody else’s where a carrier is named', 'Own van', 'LG123456', null],
    ['the only carrier whose number it is', null, 'LG123456', 'https://l.example/LG123456'],
    ['nobody’s where no carrier knows it', null, '7', null],
  ])('is that of %s', (_name, courier, number, link) => {
    expect(carrierLink(courier, number, [LOGGI])).toBe(link)
  })
})
