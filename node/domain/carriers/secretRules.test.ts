import { keptSecret, secretProblems } from './secretRules'

const HOLDER = { title: 'Jadlog', credentials: ['user', 'password'] }
const OPEN = { title: 'SSW', credentials: [] as string[] }
const NOTHING = { secrets: [] }
const SET = { secrets: [keptSecret(HOLDER, 'ana:1', 'salt')] }

const found = (
  of: typeof HOLDER,
  before: Parameters<typeof secretProblems>[1],
  change: Parameters<typeof secretProblems>[2]
) =>
  secretProblems(of, before, change).map(({ code, field, facts }) => [
    code,
    field.join('.'),
    ...facts.map(({ value }) => value),
  ])

/** What a store types in for a carrier that is asked is the carrier's own: short, with few signs, and shown again. */
describe('the credentials for a carrier that is asked', () => {
  const WRONG = [['SETTINGS_INVALID', 'connector.secret', 'it is typed in as user:password']]

  it('are kept as they are, for the carrier wants to see them', () =>
    expect(keptSecret(HOLDER, 'ana:1', 'salt')).toEqual({ kind: 'PLAIN', secret: 'ana:1' }))

  it('may be as short as the carrier gave them, and need not be typed in again', () => {
    expect(found(HOLDER, NOTHING, { isOn: true, secret: 'ana:1' })).toEqual([])
    expect(found(HOLDER, SET, { isOn: true })).toEqual([])
    expect(found(HOLDER, SET, { isOn: true, secret: 'ana:2' })).toEqual([])
    expect(found(HOLDER, NOTHING, { isOn: false })).toEqual([])
  })

  it('are wrong where one is missing, on or off', () => {
    expect(found(HOLDER, SET, { isOn: true, secret: 'ana' })).toEqual(WRONG)
    expect(found(HOLDER, NOTHING, { isOn: false, secret: 'ana' })).toEqual(WRONG)
  })

  it('are missing where it is on without any', () =>
    expect(found(HOLDER, NOTHING, { isOn: true })).toEqual(WRONG))

  it('are none where the carrier answers everybody', () => {
    expect(found(OPEN, NOTHING, { isOn: true })).toEqual([])
    expect(found(OPEN, NOTHING, { isOn: true, secret: 'ana:1' })).toEqual([
      ['SETTINGS_INVALID', 'connector.secret', 'SSW is asked without credentials'],
    ])
  })
})
