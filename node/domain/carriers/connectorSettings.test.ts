import fc from 'fast-check'
import type { Authentication } from '../connectors/connector'
import {
  changedSettings,
  problemsOfChange,
  UNTOUCHED,
  type ConnectorChange,
  type ConnectorSettings,
} from './connectorSettings'
import { isSecret } from './secret'

const SHOWN = { authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }] } as const
const SIGNED = { authentication: [{ kind: 'HMAC', header: 'x-s', encoding: 'hex' }] } as const
const BASIC: { authentication: readonly Authentication[] } = { authentication: [{ kind: 'BASIC' }] }

const change = (more: Partial<ConnectorChange> = {}): ConnectorChange => ({
  isOn: true,
  dropOldSecret: false,
  ...more,
})
const secretOf = (number: number) => `secret-number-${number}-of-the-store`
const isValid = ({ secrets }: ConnectorSettings, secret: string) =>
  secrets.some((kept) => isSecret(kept, secret))

it('of any secrets in a row, the newest two are valid, or the newest alone where it was said so', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ number: fc.nat(5), drops: fc.boolean() }), { minLength: 1 }),
      (given) => {
        let settings = UNTOUCHED
        let valid: readonly number[] = []
        for (const { number, drops } of given) {
          const asked = change({ secret: secretOf(number), dropOldSecret: drops })
          settings = changedSettings(SHOWN, settings, asked, `salt-${number}`)
          if (valid[0] !== number) valid = [number, ...valid]
          valid = valid.slice(0, drops ? 1 : 2)
        }
        const held = [0, 1, 2, 3, 4, 5].filter((number) => isValid(settings, secretOf(number)))
        expect(held).toEqual([...new Set(valid)].sort())
      }
    )
  )
})

it('a change that is made again changes nothing', () => {
  const asked = change({ secret: secretOf(1), timeZone: 'America/Bogota', codes: [] })
  const once = changedSettings(SHOWN, UNTOUCHED, asked, 'salt')
  expect(changedSettings(SHOWN, once, asked, 'another salt')).toEqual(once)
})

it('of a secret that is shown nothing is kept that shows it; one that signs is kept as it is', () => {
  const asked = change({ secret: secretOf(1) })
  const shown = changedSettings(SHOWN, UNTOUCHED, asked, 'salt')
  expect(JSON.stringify(shown)).not.toContain(secretOf(1))
  const signed = changedSettings(SIGNED, UNTOUCHED, asked, 'salt')
  expect(signed.secrets).toEqual([{ kind: 'PLAIN', secret: secretOf(1) }])
  for (const settings of [shown, signed]) {
    expect(isValid(settings, secretOf(1))).toBe(true)
    expect(isValid(settings, secretOf(2))).toBe(false)
  }
  const either = { authentication: [...SIGNED.authentication, ...BASIC.authentication] }
  expect(changedSettings(either, UNTOUCHED, asked, 'salt').secrets).toEqual(signed.secrets)
  const salted = changedSettings(SHOWN, UNTOUCHED, asked, 'another salt')
  expect(salted.secrets).not.toEqual(shown.secrets)
})

it('what is left out stays, what is null goes', () => {
  const codes = [{ code: '1', state: 'LOST' as const }]
  const before = { ...UNTOUCHED, codes, timeZone: 'America/Bogota' }
  expect(changedSettings(SHOWN, before, change(), 's')).toMatchObject({
    codes,
    timeZone: 'America/Bogota',
  })
  expect(changedSettings(SHOWN, UNTOUCHED, change(), 's').secrets).toEqual([])
  const withSecret = changedSettings(SHOWN, before, change({ secret: secretOf(1) }), 's')
  expect(changedSettings(SHOWN, withSecret, change(), 't').secrets).toEqual(withSecret.secrets)
  const gone = changedSettings(SHOWN, before, change({ timeZone: null, codes: [] }), 's')
  expect(gone).toMatchObject({ codes: [], timeZone: null })
})

it.each<[string, Pick<typeof BASIC, 'authentication'>, Partial<ConnectorChange>, string | null]>([
  ['15 signs', SHOWN, { secret: 'abcdefghijklmno' }, 'secret'],
  ['16 signs', SHOWN, { secret: 'abcdefghijklmnop' }, null],
  ['few different ones', SHOWN, { secret: 'ababababababababab' }, 'secret'],
  ['a book', SHOWN, { secret: 'abcdef'.repeat(100) }, 'secret'],
  ['no pair for Basic', BASIC, { secret: 'abcdefghijklmnop' }, 'secret'],
  ['a pair for Basic', BASIC, { secret: 'user:abcdefghijklmnop' }, null],
  ['on without one', SHOWN, {}, 'secret'],
  ['off without one', SHOWN, { isOn: false }, null],
  ['no zone', SHOWN, { isOn: false, timeZone: 'Brasília' }, 'timeZone'],
  ['a code of blanks', SHOWN, { isOn: false, codes: [{ code: ' ', state: 'LOST' }] }, 'codes'],
])('%s', (_name, connector, given, field) => {
  const found = problemsOfChange(connector, UNTOUCHED, change(given))
  expect(found.map((one) => one.field[1])).toEqual(field === null ? [] : [field])
})

describe('what may not be saved', () => {
  const found = (
    given: Partial<ConnectorChange>,
    connector: Pick<typeof BASIC, 'authentication'> = SHOWN,
    before = UNTOUCHED
  ) =>
    problemsOfChange(connector, before, change({ isOn: false, ...given })).map(
      ({ code, field }) => [code, field.join('.')]
    )
  const own = (code: string) => ({ code, state: 'LOST' as const })
  const secret = (length: number) => 'abcdef'.repeat(100).slice(0, length)

  it('is a secret of fewer than 16 signs, of fewer than six different ones, or of more than 500', () => {
    const weak = [['CONNECTOR_SECRET_WEAK', 'connector.secret']]
    expect(found({ secret: secret(15) })).toEqual(weak)
    expect(found({ secret: 'abcdeabcdeabcdeabcde' })).toEqual(weak)
    expect(found({ secret: 'abcdefabcdefabcdef' })).toEqual([])
    expect(found({ secret: secret(500) })).toEqual([])
    expect(found({ secret: secret(501) })).toEqual([['SETTINGS_INVALID', 'connector.secret']])
    const [problem] = problemsOfChange(SHOWN, UNTOUCHED, change({ secret: 'short' }))
    expect(problem.facts).toEqual([{ name: 'min', value: '16' }])
  })

  it('is a connector that is on without a secret, now or before', () => {
    const before = changedSettings(SHOWN, UNTOUCHED, change({ secret: secretOf(1) }), 's')
    expect(found({ isOn: true })).toEqual([['CONNECTOR_SECRET_WEAK', 'connector.secret']])
    expect(found({ isOn: true }, SHOWN, before)).toEqual([])
    expect(found({ isOn: true, secret: secretOf(2) })).toEqual([])
  })

  it('is a secret without user and password where nothing but a pair is taken', () => {
    const invalid = [['SETTINGS_INVALID', 'connector.secret']]
    expect(found({}, BASIC)).toEqual([])
    const wrong = [
      'no-colon-anywhere',
      ':password-of-16-signs',
      'user-of-16-signs:',
      ':user:password-16',
    ]
    for (const no of wrong) expect(found({ secret: no }, BASIC)).toEqual(invalid)
    const either = { authentication: [...BASIC.authentication, ...SHOWN.authentication] }
    expect(found({ secret: 'no-colon-anywhere' }, either)).toEqual([])
    expect(found({ secret: secret(501) }, BASIC)).toEqual(invalid)
  })

  it('is a zone that no one knows, and none is known', () => {
    expect(found({ timeZone: 'Brasília' })).toEqual([['SETTINGS_INVALID', 'connector.timeZone']])
    expect(found({ timeZone: 'America/Sao_Paulo' })).toEqual([])
    expect(found({ timeZone: null })).toEqual([])
  })

  it('is a code that is blank, too long, or named twice, each at its place', () => {
    const place = (index: number) => ['SETTINGS_INVALID', `connector.codes.${index}.code`]
    expect(
      found({ codes: [own('1'), own(' '), own('c'.repeat(101)), own('c'.repeat(100))] })
    ).toEqual([place(1), place(2)])
    expect(found({ codes: [own('1'), own('2'), own('1')] })).toEqual([place(2)])
  })

  it('are more than five hundred codes', () => {
    const codes = (count: number) => Array.from({ length: count }, (_, code) => own(String(code)))
    expect(found({ codes: codes(500) })).toEqual([])
    expect(found({ codes: codes(501) })).toEqual([['SETTINGS_INVALID', 'connector.codes']])
  })
})

it('the words of what is wrong say what to do', () => {
  const words = (
    given: Partial<ConnectorChange>,
    connector: Pick<typeof BASIC, 'authentication'> = SHOWN
  ) => problemsOfChange(connector, UNTOUCHED, change({ isOn: false, ...given }))[0].facts
  expect(words({ secret: 'abcdef'.repeat(100) })).toEqual([
    { name: 'problem', value: 'at most 500 characters' },
  ])
  expect(words({ timeZone: 'Brasília' })).toEqual([
    { name: 'problem', value: 'a time zone has a name such as America/Sao_Paulo' },
  ])
})
