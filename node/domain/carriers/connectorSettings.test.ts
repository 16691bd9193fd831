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
})

it('what is left out stays, what is null goes', () => {
  const codes = [{ code: '1', state: 'LOST' as const }]
  const before = { ...UNTOUCHED, codes, timeZone: 'America/Bogota' }
  expect(changedSettings(SHOWN, before, change(), 's')).toMatchObject({
    codes,
    timeZone: 'America/Bogota',
  })
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
