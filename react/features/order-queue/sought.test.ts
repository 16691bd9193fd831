import { soughtAs } from './sought'

const KEY = '35260311222333000181550010000047111123456785'

test.each([
  [KEY, 'KEY'],
  [`NFe${KEY}`, 'KEY'],
  [KEY.replace(/(....)/g, '$1 '), 'KEY'],
  ['ana4711@example.com', 'EMAIL'],
  ['315.226.804-11', 'DOCUMENT'],
  ['31522680411', 'DOCUMENT'],
  ['11.222.333/0001-81', 'DOCUMENT'],
  ['1300010000101-01', 'NUMBER'],
  ['AA123456785BR', 'NUMBER'],
  ['4711', 'NUMBER'],
  ['Ana Figueira', 'NAME'],
  ['Loja 12', 'NAME'],
  ['ABCDEFGHIJKL12', 'NAME'],
])('%s is looked for as %s', (search, as) => expect(soughtAs(search)).toBe(as))
