import { Fault } from '../../domain/problem/fault'
import { problem } from '../../domain/problem/problems'
import { instantAt } from '../../domain/values/instant'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import type { Ports } from '../ports'
import { World } from '../testing/world'
import { orderNotFound, refuse, type Attempt, type Flow, type StepEnd } from './step'
import { logEnd, noteEnd, recordEnds } from './telling'

const ID = '1400-01'

function flowOf(world: World, changes: Partial<Flow> = {}): Flow {
  return {
    orderId: ID,
    startedAt: world.clock.now(),
    operation: 'NOTIFY_INVOICE',
    name: 'NotifyInvoice',
    invoiceNumber: 'NF-1',
    type: 'OUTPUT',
    ...changes,
  }
}
const applied = (changes: Partial<Attempt> = {}): Attempt => ({
  outcome: 'APPLIED',
  order: null,
  summary: '1 unit of Chair',
  ...changes,
})
const endOf = (world: World, attempt: Attempt): StepEnd => ({ flow: flowOf(world), attempt })
const mistake = new TypeError('undefined is not a function')
const vbaseDown = () => new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })

/** A journal that nothing can be written into. */
function unwritable(world: World, error: Error, beside?: Error): Ports {
  const ports = world.ports()
  const update = async () => {
    throw error
  }
  const tellBeside: Ports['journals']['tellBeside'] = async (...asked) => {
    if (beside) throw beside
    return ports.journals.tellBeside(...asked)
  }
  return { ...ports, journals: { ...ports.journals, update, tellBeside } }
}

describe('the activity of a call', () => {
  it('says who did what when, and what came of it', async () => {
    const world = new World()
    const receipt = { date: instantAt(0), orderId: null, receipt: 'r-1' }
    const journal = await recordEnds(world.ports(), [endOf(world, applied({ receipt }))])
    expect(journal?.activity).toEqual([
      {
        id: 'id-1',
        at: instantAt(world.clock.now()),
        actor: 'ana@store.com',
        operation: 'NOTIFY_INVOICE',
        invoiceNumber: 'NF-1',
        type: 'OUTPUT',
        outcome: 'APPLIED',
        receipt: 'r-1',
        summary: '1 unit of Chair',
      },
    ])
  })

  it('bears the number under which the invoice was registered, and no type where there is none', async () => {
    const world = new World()
    const flow = flowOf(world, { type: undefined })
    const attempt = applied({ invoiceNumber: 'NF-9' })
    const journal = await recordEnds(world.ports(), [{ flow, attempt }])
    expect(journal?.activity[0]).toMatchObject({ invoiceNumber: 'NF-9', receipt: null })
    expect(journal?.activity[0]).not.toHaveProperty('type')
  })

  it.each([
    ['what was sent', applied(), '1 unit of Chair'],
    [
      'and what stood against it',
      { ...refuse(null, problem('OMS_UNAVAILABLE'), problem('VALUE_LEAVES_REMAINDER')) },
      'OMS_UNAVAILABLE, VALUE_LEAVES_REMAINDER',
    ],
    [
      'both, where both are there',
      applied({ problems: [problem('INVOICE_AMBIGUOUS')] }),
      '1 unit of Chair; INVOICE_AMBIGUOUS',
    ],
    [
      'that nothing was to do',
      applied({ summary: undefined }),
      'nothing to send: OMS holds it already',
    ],
  ])('tells %s', async (_, attempt, summary) => {
    const world = new World()
    const journal = await recordEnds(world.ports(), [endOf(world, attempt)])
    expect(journal?.activity[0].summary).toBe(summary)
  })

  it('is none of an order that is none, and none of what the step before has told', async () => {
    const world = new World()
    const ends = [orderNotFound(ID), applied({ isToldBefore: true })].map((attempt) =>
      endOf(world, attempt)
    )
    expect(await recordEnds(world.ports(), ends)).toBeNull()
    expect(world.journalWrites).toBe(0)
  })
})

describe('activity that the journal does not take', () => {
  it('is told beside it and in the log; the call has its answer', async () => {
    const world = new World()
    const ends = [endOf(world, applied()), endOf(world, refuse(null, problem('OMS_UNAVAILABLE')))]
    const ports = unwritable(world, vbaseDown())
    expect(await recordEnds(ports, ends)).toBeNull()
    const beside = await ports.journals.toldBeside(ID)
    expect(beside.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'REFUSED'])
    const logged = { flow: 'NotifyInvoice', orderId: ID, detail: 'VBASE Journal: unavailable' }
    expect(world.logs).toEqual([
      { ...logged, outcome: 'APPLIED' },
      { ...logged, outcome: 'REFUSED' },
    ])
  })

  it('is in the log alone where nothing can be told beside it either', async () => {
    const world = new World()
    const ports = unwritable(world, vbaseDown(), vbaseDown())
    expect(await recordEnds(ports, [endOf(world, applied())])).toBeNull()
    expect(world.logs[1]).toEqual({
      flow: 'Activity',
      orderId: ID,
      detail: 'VBASE Journal: unavailable',
    })
  })

  it.each([
    ['in the journal', mistake, undefined],
    ['beside it', vbaseDown(), mistake],
  ])('hides no mistake of ours: %s', async (_, error, beside) => {
    const world = new World()
    const ports = unwritable(world, error, beside)
    await expect(recordEnds(ports, [endOf(world, applied())])).rejects.toBe(mistake)
  })
})

describe('a note on the order’s timeline', () => {
  const wanted = { ...DEFAULT_SETTINGS, noteOnOrder: true }
  const note = (world: World, attempt: Attempt, settings = wanted) =>
    noteEnd(world.ports(), endOf(world, attempt), settings)
  const notes = (world: World) => world.oms.bodies<string>('addInteraction')

  it.each([
    ['NotifyInvoice · NF-1 · 1 unit of Chair · by ana@store.com', applied()],
    [
      'NotifyInvoice · NF-9 · by ana@store.com',
      applied({ outcome: 'ACCEPTED', invoiceNumber: 'NF-9', summary: undefined }),
    ],
  ])('reads: %s', async (words, attempt) => {
    const world = new World()
    await note(world, attempt)
    expect(notes(world)).toEqual([words])
  })

  it.each([
    ['the store wants none', applied(), DEFAULT_SETTINGS],
    ['the step before has told it', applied({ isToldBefore: true }), wanted],
    ['nothing changed', applied({ outcome: 'ALREADY_APPLIED' }), wanted],
    ['nobody knows yet', applied({ outcome: 'UNKNOWN' }), wanted],
  ])('is not written where %s', async (_, attempt, settings) => {
    const world = new World()
    await note(world, attempt, settings)
    expect(notes(world)).toEqual([])
  })

  it('that fails is logged, and fails nothing', async () => {
    const world = new World()
    world.oms.fail({ call: 'addInteraction', kind: 'forbidden' })
    await note(world, applied())
    expect(world.logs).toEqual([
      { flow: 'NotifyInvoice', orderId: ID, detail: 'OMS addInteraction: forbidden' },
    ])
  })

  it('says no more of a mistake of ours than that it failed', async () => {
    const world = new World()
    const ports = world.ports()
    const addInteraction = async () => {
      throw mistake
    }
    const orders = Object.assign(Object.create(world.oms) as Ports['orders'], { addInteraction })
    await noteEnd({ ...ports, orders }, endOf(world, applied()), wanted)
    expect(world.logs).toMatchObject([{ detail: 'the note failed' }])
  })

  it('holds the answer no longer than three seconds', async () => {
    const world = new World()
    world.oms.latencyMs = 60_000
    const before = world.clock.now()
    await note(world, applied())
    expect(world.clock.now() - before).toBe(3_000)
  })
})

describe('the log of a call', () => {
  /** With the channel that an entry went into. */
  function logged(attempt: Attempt, changes: Partial<Flow> = {}) {
    const world = new World()
    const entries: unknown[] = []
    const into = (channel: string) => (entry: unknown) => void entries.push([channel, entry])
    const log = { info: into('info'), warn: into('warn'), error: into('error') }
    const flow = flowOf(world, changes)
    world.clock.advance(1_234)
    logEnd({ ...world.ports(), log }, { flow, attempt })
    return entries
  }

  it('says how it ended, what stood against it and how long it took', () => {
    const problems = [problem('OMS_UNAVAILABLE')]
    expect(logged(applied({ problems, invoiceNumber: 'NF-9' }))).toEqual([
      [
        'info',
        {
          flow: 'NotifyInvoice',
          orderId: ID,
          invoiceNumber: 'NF-9',
          outcome: 'APPLIED',
          durationMs: 1_234,
          problems: ['OMS_UNAVAILABLE'],
        },
      ],
    ])
    const [[, entry]] = logged(applied()) as [[string, { problems: unknown }]]
    expect(entry.problems).toEqual([])
  })

  it.each([
    ['APPLIED', 'info'],
    ['ACCEPTED', 'info'],
    ['ALREADY_APPLIED', 'info'],
    ['REFUSED', 'info'],
    ['UNKNOWN', 'warn'],
    ['FAILED', 'warn'],
  ] as const)('of %s is for whoever reads %s', (outcome, channel) => {
    expect(logged(applied({ outcome }))).toMatchObject([[channel, { outcome }]])
  })

  it('shortens a text that no honest caller sends', () => {
    const long = 'x'.repeat(1_000)
    expect(logged(applied(), { orderId: long, invoiceNumber: long })).toMatchObject([
      ['info', { orderId: `${'x'.repeat(500)}…`, invoiceNumber: `${'x'.repeat(500)}…` }],
    ])
    expect(logged(applied(), { invoiceNumber: null })).toMatchObject([
      ['info', { invoiceNumber: null }],
    ])
  })

  it('does not repeat what the step before has told', () => {
    expect(logged(applied({ isToldBefore: true }))).toEqual([])
  })
})
