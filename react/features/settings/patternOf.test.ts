import { readPattern } from '../../shared/tracking/numberPattern'
import { patternOf, samplesIn } from './patternOf'

test.each([
  ['AA123456785BR', 'QB987654321BR', '[A-Z]{2}[0-9]{9}BR'],
  ['lg123456', 'LG 654 321', 'LG[0-9]{6}'],
  ['1234567890', '123456789012', '[0-9]{10,12}'],
  ['MX-12.5', 'MX-3456.7', 'MX\\-[0-9]{2,4}\\.[0-9]{1}'],
])('%s and %s are built as %s', (one, other, pattern) => {
  expect(patternOf(one, other)).toBe(pattern)
})

test.each([
  ['AA123456785BR', '123456789'],
  ['LG1', 'LG1A'],
  ['A-1', 'A.1'],
  ['', ''],
])('%p and %p have nothing in common', (one, other) => {
  expect(patternOf(one, other)).toBeNull()
})

test('a pattern can be used, and fits both numbers that it was made of', () => {
  let seed = 7
  const random = (most: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % most
  }
  const number = (shape: string) =>
    shape.replace(/[LD]/g, (sign) =>
      sign === 'D' ? String(random(10)) : String.fromCharCode(65 + random(26))
    )
  for (let turn = 0; turn < 200; turn += 1) {
    const shape = Array.from({ length: 1 + random(12) }, () => 'LD-./_'[random(6)]).join('')
    const [one, other] = [number(shape), number(shape)]
    const pattern = patternOf(one, other) || ''
    const read = readPattern(pattern)
    expect([one, other, pattern, read && read.fits(one) && read.fits(other)]).toEqual([
      one,
      other,
      pattern,
      true,
    ])
  }
})

test.each([
  ['AA1 AA2', ['AA1', 'AA2']],
  ['AA 1, AA 2', ['AA1', 'AA2']],
  ['AA1\nAA2\n', ['AA1', 'AA2']],
  ['AA1', ['AA1']],
])('%j holds the numbers %j', (text, numbers) => {
  expect(samplesIn(text)).toEqual(numbers)
})
