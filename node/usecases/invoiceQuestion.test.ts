import { EMPTY_JOURNAL } from '../domain/journal/journal'
import { nfe, nfeProc } from '../domain/fiscal/fixtures/documents'
import { cfdi } from '../domain/fiscal/fixtures/foreign'
import { documentHash } from '../domain/fiscal/identity'
import { Fault } from '../domain/problem/fault'
import { problem } from '../domain/problem/problems'
import { someIntent } from '../domain/testing/someIntent'
import type { TrackingRead } from '../domain/tracking/trackingEdit'
import { DEFAULT_SETTINGS } from '../domain/values/settings'
import { askInvoice, otherOrderOf, readDocument, type QuestionParts } from './invoiceQuestion'
import { someInvoice, someOrder } from './testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const KEY = '31170758731662018088550010006437971006437976'
const byKey = (key: string) => documentHash({ key, issuerId: null, series: null, number: null })

const ask = (here: World, parts: Partial<QuestionParts> = {}, accept: readonly never[] = []) =>
  askInvoice(
    here.ports(),
    {
      order: here.oms.peek(ID),
      journal: EMPTY_JOURNAL,
      settings: DEFAULT_SETTINGS,
      command: someInvoice(),
      document: null,
      replaceVersion: null,
      otherOrder: null,
      ...parts,
    },
    accept
  )
const asked = (here: World) => here.oms.sent.map(({ call }) => call)

describe('the document of a command', () => {
  it('is known again by itself, else by the key that stands for it', () => {
    const { document, hash } = readDocument(someInvoice({ embeddedInvoice: nfeProc() }))
    expect(document?.kind).toBe('NFE')
    expect(hash).toBe(documentHash(document!))
    expect(readDocument(someInvoice({ invoiceKey: KEY }))).toEqual({
      document: null,
      hash: byKey(KEY),
    })
    expect(readDocument(someInvoice({ invoiceKey: `NFe${KEY}` })).hash).toBe(byKey(KEY))
  })

  it('is known by the key beside it where it tells too little', () => {
    const silent = nfe({ key: null, number: '' })
    const { document, hash } = readDocument(
      someInvoice({ embeddedInvoice: silent, invoiceKey: KEY })
    )
    expect(document?.kind).toBe('NFE')
    expect(hash).toBe(byKey(KEY))
  })

  it.each([
    [null, null],
    ['', null],
    ['  ', KEY.slice(1)],
    [null, 'F001-123'],
  ])('is none in %j with the key %j', (embeddedInvoice, invoiceKey) => {
    const read = readDocument(someInvoice({ embeddedInvoice, invoiceKey }))
    expect(read).toEqual({ document: null, hash: null })
  })
})

describe('the register of documents', () => {
  const withRegister = (orderOf: (hash: string) => Promise<string | null>) => {
    const here = new World()
    const ports = here.ports()
    return { here, ports: { ...ports, documents: { ...ports.documents, orderOf } } }
  }

  it('is asked for what is known alone', async () => {
    const { ports } = withRegister(async (hash) => `order of ${hash}`)
    expect(await otherOrderOf(ports, 'h')).toBe('order of h')
    expect(await otherOrderOf(ports, null)).toBeNull()
  })

  it('stops nothing where it cannot be read, and says so in the log', async () => {
    const down = new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Read' })
    const { here, ports } = withRegister(async () => {
      throw down
    })
    expect(await otherOrderOf(ports, 'h')).toBeNull()
    expect(here.logs).toEqual([{ flow: 'Documents', detail: 'VBASE Read: unavailable' }])
  })

  it('hides no mistake of ours', async () => {
    const { ports } = withRegister(async () => {
      throw new TypeError('ours')
    })
    await expect(otherOrderOf(ports, 'h')).rejects.toThrow('ours')
  })
})

describe('the zone of a document’s date', () => {
  const embeddedInvoice = cfdi()
  const command = someInvoice({ embeddedInvoice, invoiceNumber: '481' })
  const issuanceDate = async (timeZone: string | null, given = command) => {
    const here = new World(someOrder({ timeZone }))
    const { document } = readDocument(given)
    const { decision } = await ask(here, { command: given, document })
    return decision.verdict === 'JUDGED' ? decision.draft.issuanceDate : decision.verdict
  }
  const now = '2026-03-10T12:00:00.000Z'

  it('is the store’s where the document leaves it open, and nobody’s where that is unknown', async () => {
    expect(await issuanceDate('America/Monterrey')).toBe('2026-03-01T14:05:09-06:00')
    expect(await issuanceDate('America/Tijuana')).toBe('2026-03-01T14:05:09-08:00')
    expect(await issuanceDate(null)).toBe(now)
  })

  it('is the document’s own where it tells', async () => {
    const own = someInvoice({ embeddedInvoice: nfeProc(), invoiceNumber: '481' })
    expect(await issuanceDate('America/Tijuana', own)).toBe('2026-03-01T14:05:09-03:00')
    expect(await issuanceDate('America/Tijuana', someInvoice())).toBe(now)
  })
})

describe('a change of the order', () => {
  const changing = () => {
    const here = new World(someOrder({ carriesChanges: true }))
    here.oms.changeStates.set(ID, { inProgress: true, requestId: 'r' })
    return here
  }

  it('is asked for where nothing else stops the invoice, and stops it then', async () => {
    const here = changing()
    const { decision, changes } = await ask(here)
    expect(asked(here)).toEqual(['changes'])
    expect(changes).toEqual({ inProgress: true, requestId: 'r' })
    expect(decision).toMatchObject({ problems: [{ code: 'ORDER_CHANGE_IN_PROGRESS' }] })
  })

  it('that is over leaves the judgement as it was', async () => {
    const here = new World(someOrder({ carriesChanges: true }))
    const { decision, changes } = await ask(here)
    expect(changes).toEqual({ inProgress: false, requestId: null })
    expect(decision).toMatchObject({ verdict: 'JUDGED', problems: [] })
  })

  it('is not asked for where the invoice is stopped anyway, or there is nothing to judge', async () => {
    const here = changing()
    const stopped = await ask(here, { command: someInvoice({ invoiceNumber: '' }) })
    expect(stopped.changes).toBeNull()
    const intents = [
      someIntent({
        invoiceNumber: 'NF-1',
        sentAt: new Date(here.clock.now()).toISOString() as never,
      }),
    ]
    const journal = { ...EMPTY_JOURNAL, intents }
    expect((await ask(here, { journal })).decision.verdict).not.toBe('JUDGED')
    expect(asked(here)).toEqual([])
  })

  it('that OMS does not tell stops the call', async () => {
    const here = changing()
    here.oms.fail({ call: 'changes', kind: 'unreadable' })
    await expect(ask(here)).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('tracking that goes along with an invoice', () => {
  const tracking = { trackingNumber: 'AA1', courier: 'Correios' }
  const sentWith = async (carried: TrackingRead | null) => {
    const { decision } = await ask(new World(someOrder()), { carried })
    return decision.verdict === 'JUDGED' && decision.invoice
  }

  it('goes along where it is right, and is left out where it has problems', async () => {
    const plain = await sentWith(null)
    expect(plain).toMatchObject({ invoiceNumber: 'NF-1', trackingNumber: null, courier: null })
    expect(await sentWith({ tracking, problems: [] })).toMatchObject(tracking)
    expect(await sentWith({ tracking, problems: [problem('URL_INVALID')] })).toEqual(plain)
  })
})
