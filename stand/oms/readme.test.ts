import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUGS } from './bugs'
import { READINGS } from './readings'

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8')
const block = (name: string) =>
  new RegExp(`<!-- ${name} -->\\n([^]*)<!-- /${name} -->`).exec(readme)?.[1]?.trim()

/** Tables without the padding that a formatter gives them. */
const plain = (table = '') =>
  table.replace(/ +/g, ' ').replace(/-{3,}/g, '---').replace(/\| -/g, '|-').replace(/- \|/g, '-|')

/** The tables of the README as the code has them: a failing test prints what to paste. */
const readings = Object.entries(READINGS).map(([name, reading]) => {
  const values =
    'values' in reading
      ? reading.values.map((value) => `\`${value}\``).join(', ')
      : `${reading.standard}; ${reading.least} to ${reading.most}`
  return `| \`${name}\` | ${values} | ${reading.says} |`
})
const bugs = Object.entries(BUGS).map(
  ([slug, { on, says }]) => `| \`${slug}\`${on ? ' (on)' : ''} | ${says} |`
)

it('README lists every reading', () => {
  expect(plain(block('readings'))).toBe(
    plain(['| reading | values | about |', '|---|---|---|', ...readings].join('\n'))
  )
})

it('README lists every bug', () => {
  expect(plain(block('bugs'))).toBe(
    plain(['| slug | what it does |', '|---|---|', ...bugs].join('\n'))
  )
})
