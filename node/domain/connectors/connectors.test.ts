import type { Connector } from './connector'
import { connectors } from './connectors'
import { linkNamed } from './linkNamed'
import { readMessage } from './readMessage'

describe('the list', () => {
  it('has names that fit into an address, each once', () => {
    const names = connectors.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  it('finds by name, and nothing else', () => {
    expect(linkNamed('generic', connectors)?.name).toBe('generic')
    expect(linkNamed('Generic', connectors)).toBeNull()
    expect(linkNamed('constructor', connectors)).toBeNull()
  })

  it('takes one more by one more line', () => {
    const own: Connector = {
      name: 'own',
      title: 'A carrier of ours',
      authentication: [{ kind: 'SHARED_HEADER', header: 'x-carrier-key' }],
      secretFrom: 'STORE',
      defaultTimeZone: 'America/Sao_Paulo',
      codes: { source: 'this test', states: { D: 'DELIVERED' } },
      decode: () => ({ parcels: [], problems: [] }),
      example: '{}',
      cannot: [],
    }
    expect(linkNamed('own', [...connectors, own])).toBe(own)
  })
})

describe.each(connectors)('$name', (connector) => {
  const { defaultTimeZone, decode, example } = connector
  const options = { timeZone: defaultTimeZone, codes: new Map() }

  it('has an example that it reads without a problem, a zone that there is, a source of its codes', () => {
    const { parcels, problems } = decode(readMessage(Buffer.from(example)), options)
    expect(problems).toEqual([])
    expect(parcels.length).toBeGreaterThan(0)
    for (const { events } of parcels) expect(events.length).toBeGreaterThan(0)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: defaultTimeZone })).not.toThrow()
    expect(connector.codes.source).toMatch(/\S/)
  })

  it('says what a store has to know before it relies on it', () => {
    expect(connector.cannot.length).toBeGreaterThan(0)
    for (const words of connector.cannot) expect(words).toMatch(/\.$/)
  })

  it('is authenticated by headers in the letters that Node gives', () => {
    expect(connector.authentication.length).toBeGreaterThan(0)
    for (const way of connector.authentication)
      if (way.kind !== 'BASIC') expect(way.header).toBe(way.header.toLowerCase())
  })
})
