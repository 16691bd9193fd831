import { readdirSync, readFileSync } from 'fs'
import { parse } from 'intl-messageformat-parser'
import { join } from 'path'
import { remedies } from './remedies'

const react = join(__dirname, '..', '..')
const root = join(react, '..')
const APP = 'admin/invoice-tracking.'

type Messages = Record<string, string>
const read = (name: string): Messages =>
  JSON.parse(readFileSync(join(root, 'messages', `${name}.json`), 'utf8'))
const context = read('context')
const languages: Record<string, Messages> = { en: read('en'), pt: read('pt'), es: read('es') }
const keys = Object.keys(languages.en)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).reduce<string[]>((all, entry) => {
    if (['node_modules', '__mocks__', 'typings'].includes(entry.name)) return all
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return [...all, ...sources(path)]
    return /\.tsx?$/.test(entry.name) && !/\.test\.|generated/.test(entry.name)
      ? [...all, path]
      : all
  }, [])
}

const code = sources(react)
  .map((path) => readFileSync(path, 'utf8'))
  .concat(readFileSync(join(root, 'admin', 'navigation.json'), 'utf8'))
  .join('\n')

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every literal of the code, and every template with its holes as "anything". */
const literals = new Set<string>()
code.replace(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g, (whole, single, double) => {
  literals.add((single === undefined ? double : single).replace(APP, ''))
  return whole
})
const families: RegExp[] = []
code.replace(/`([a-z][\w-]*\.[\w.-]*\$\{[^`\s]*)`/g, (whole, template) => {
  families.push(
    new RegExp(
      `^${template
        .split(/\$\{[^}]*\}/)
        .map(escape)
        .join('[^.]+')}$`
    )
  )
  return whole
})

interface Part {
  type: number
  value?: string
  options?: Record<string, { value: Part[] }>
}

/** Names of the values that a message takes; plural and select options are looked into. */
function argumentsOf(parts: Part[]): string[] {
  const found = parts.reduce<string[]>((names, part) => {
    const inner = part.options
      ? Object.keys(part.options).reduce<string[]>(
          (all, option) => [
            ...all,
            ...argumentsOf((part.options as NonNullable<Part['options']>)[option].value),
          ],
          []
        )
      : []
    const isArgument = part.type !== 0 && part.type !== 7
    return [...names, ...(isArgument && part.value ? [part.value] : []), ...inner]
  }, [])
  return Array.from(new Set(found)).sort()
}

const formOf = (message: string) => argumentsOf(parse(message) as unknown as Part[])

describe('messages', () => {
  test('every key stands in each language and is explained', () => {
    for (const language of Object.keys(languages))
      expect(Object.keys(languages[language])).toEqual(keys)
    expect(Object.keys(context)).toEqual(keys)
    const empty = [context, languages.en, languages.pt, languages.es].map((all) =>
      keys.filter((key) => !all[key] || !all[key].trim())
    )
    expect(empty).toEqual([[], [], [], []])
  })

  test('keys are sorted and under the name of the app', () => {
    expect(keys).toEqual([...keys].sort())
    expect(keys.filter((key) => !key.startsWith(APP))).toEqual([])
  })

  test.each(keys)('%s is well formed and takes the same values in each language', (key) => {
    const [en, pt, es] = ['en', 'pt', 'es'].map((language) => formOf(languages[language][key]))
    expect(pt).toEqual(en)
    expect(es).toEqual(en)
  })

  test('a sentence is translated: five words that read as in English are forgotten ones', () => {
    const long = keys.filter((key) => languages.en[key].split(/\s+/).length > 4)
    expect(long.filter((key) => languages.en[key] === languages.pt[key])).toEqual([])
    expect(long.filter((key) => languages.en[key] === languages.es[key])).toEqual([])
  })

  test('a sentence stands under one key: two would be mended apart', () => {
    const sentences = keys.filter((key) => languages.en[key].split(/\s+/).length > 3)
    const told = (key: string) => ['en', 'pt', 'es'].map((one) => languages[one][key]).join(' | ')
    const first = new Map<string, string>()
    sentences.forEach((key) => first.has(told(key)) || first.set(told(key), key))
    expect(sentences.filter((key) => first.get(told(key)) !== key)).toEqual([])
  })

  // What people of three countries stumbled over when they used the panel, and inner words that say nothing to them.
  test.each<[string, RegExp]>([
    [
      'en',
      /all the same|to settle|needs you\b|\ba guess\b|worth of|\bremains?\b|stands still|denies|the way of|(?:look|read) again|\ba page\b|in change|in point|still ahead|\b(?:journal|intent|claim|payload|token|OMS)\b(?! -)/i,
    ],
    [
      'pt',
      /palpite|faturar o recusa|\bnota d[oa] pedido|ainda perguntando|de novo, sozinho|atrasados antes|\bsomas\b|\bresta\b(?! nada)|retirada em ponto|\btua?s?\b/i,
    ],
    [
      'es',
      /^queda$|promesa|te necesita|aún preguntando|en punto|suposición|\bustede?s?\b|\bsuyo\b/i,
    ],
  ])('%s has no word that its readers stumbled over', (language, odd) => {
    expect(keys.map((key) => languages[language][key]).filter((text) => odd.test(text))).toEqual([])
  })

  test('quotes and apostrophes are those of print, in every language', () => {
    const straight = keys.filter((key) =>
      ['en', 'pt', 'es'].some((language) => /['"]/.test(languages[language][key]))
    )
    expect(straight).toEqual([])
  })

  test('the code asks for no key that is missing', () => {
    const asked: string[] = []
    code.replace(/\bwords\(\s*'([^'\n]+)'/g, (whole, key) => {
      asked.push(key)
      return whole
    })
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !keys.includes(APP + key))).toEqual([])
    expect(
      families
        .filter((family) => !keys.some((key) => family.test(key.slice(APP.length))))
        .map(String)
    ).toEqual([])
  })

  test('no key is left over', () => {
    const isUsed = (key: string) => literals.has(key) || families.some((family) => family.test(key))
    expect(keys.map((key) => key.slice(APP.length)).filter((key) => !isUsed(key))).toEqual([])
  })

  test('every problem of the contract has a sentence, and every link of it does something', () => {
    const generated = readFileSync(join(react, 'shared', 'graphql', 'generated.ts'), 'utf8')
    const listed =
      (/export type ProblemCode =([\s\S]*?);\n\n/.exec(generated) || ['', ''])[1].match(
        /'[A-Z_]+'/g
      ) || []
    const codes = listed.map((name) => name.replace(/'/g, ''))
    expect(codes.length).toBeGreaterThan(45)
    expect(codes.filter((one) => !keys.includes(`${APP}problem.${one}`))).toEqual([])
    const starred = codes.filter((one) =>
      [`problem.${one}`, `problem.${one}.remedy`].some((key) =>
        (languages.en[APP + key] || '').includes('*')
      )
    )
    expect(starred.filter((one) => !remedies[one])).toEqual([])
    expect(Object.keys(remedies).filter((one) => !starred.includes(one))).toEqual([])
  })

  test('the link of a sentence is marked in each language alike', () => {
    const stars = (text: string) => text.split('*').length
    const uneven = keys.filter((key) =>
      ['pt', 'es'].some((language) => stars(languages[language][key]) !== stars(languages.en[key]))
    )
    expect(uneven).toEqual([])
  })
})
