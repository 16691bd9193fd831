import { isNumberPattern } from './numberPattern'

describe('a pattern of tracking numbers', () => {
  it.each([
    '^[A-Z]{2}\\d{9}BR$',
    '[\\d]+',
    '[^\\w]',
    '[\\-.]+',
    '\\.',
    '(?:a|b)+?',
    'a{2,}',
    'a{12}',
    'a{10,120}?',
    'a{1}',
  ])('%s is one that the panel can run', (text) => expect(isNumberPattern(text)).toBe(true))

  it.each(['(', '[z-a]', '[\\b]', '\\b', '(?=a)', '(?<n>a)', '\\1', '\\u0041', 'a{2'])(
    '%s is not',
    (text) => expect(isNumberPattern(text)).toBe(false)
  )
})
