import { bareText } from './bareText'

test.each([
  ['AA 123 456 785 br', 'AA123456785BR'],
  ['\ufeffAA\u0000123\u200b\t\r\n\u0085', 'AA123'],
  ['11.222-3/4', '11.222-3/4'],
  [' \u0000\u200b\u009f', ''],
])('%j is %j', (text, bare) => expect(bareText(text)).toBe(bare))
