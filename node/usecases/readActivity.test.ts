import { EMPTY_JOURNAL } from '../domain/journal/journal'
import { someIntent } from '../domain/testing/someIntent'
import type { ActivityEntry, Intent, Journal } from './ports'
import { readActivity } from './readActivity'
import { moment } from './testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const at = (minute: number) => moment(new Date(Date.UTC(2026, 2, 10, 11, minute)).toISOString())
const entry = (minute: number, changes: Partial<ActivityEntry> = {}): ActivityEntry => ({
  at: at(minute),
  actor: 'ana',
  operation: 'NOTIFY_INVOICE',
  invoiceNumber: 'NF-1',
  outcome: 'APPLIED',
  receipt: null,
  summary: `minute ${minute}`,
  ...changes,
})

async function shown(
  journal: Partial<Journal>,
  { beside = [], first = 50 }: { beside?: readonly ActivityEntry[]; first?: number } = {}
) {
  const { journals } = new World().ports()
  const read = async () => ({ ...EMPTY_JOURNAL, ...journal })
  const toldBeside = async () => beside
  return readActivity({ journals: { ...journals, read, toldBeside } }, ID, first)
}
const summaries = (entries: readonly ActivityEntry[]) => entries.map(({ summary }) => summary)

describe('what was done to an order', () => {
  it('is told newest first, of one moment the later written first', async () => {
    const activity = [entry(1), entry(3, { summary: 'a' }), entry(3, { summary: 'b' }), entry(2)]
    expect(summaries(await shown({ activity }))).toEqual(['b', 'a', 'minute 2', 'minute 1'])
    expect(summaries(await shown({ activity }, { beside: [entry(4)] }))[0]).toBe('minute 4')
  })

  it('is told as far as it is asked for, five hundred entries at most', async () => {
    const activity = Array.from({ length: 600 }, (_, index) => entry(index % 60))
    expect(await shown({ activity }, { first: 3 })).toHaveLength(3)
    expect(await shown({ activity }, { first: 1_000 })).toHaveLength(500)
    expect(await shown({ activity }, { first: 0 })).toEqual([])
    expect(await shown({ activity }, { first: -1 })).toEqual([])
  })

  it('is nothing of what cannot be the id of an order', async () => {
    const { journals } = new World().ports()
    expect(await readActivity({ journals }, 'x'.repeat(201), 50)).toEqual([])
  })
})

describe('a send whose end was not written down', () => {
  const open = (changes: Partial<Intent>) => shown({ intents: [someIntent(changes)] })

  it('is told by its intent: taken, or nobody knows', async () => {
    expect(await open({ state: 'ACCEPTED' })).toMatchObject([
      { outcome: 'ACCEPTED', invoiceNumber: 'NF-2' },
    ])
    expect(await open({ state: 'UNANSWERED' as Intent['state'] })).toMatchObject([
      { outcome: 'UNKNOWN', invoiceNumber: 'NF-2' },
    ])
  })

  it('is told once: by its intent, and not by the entry from before the send', async () => {
    const begun = entry(1, { id: 'i', isOpen: true })
    const other = entry(2, { id: 'other', isOpen: true })
    const intents = [someIntent()]
    expect(summaries(await shown({ intents, activity: [begun, other] }))).toHaveLength(2)
    expect(summaries(await shown({ intents, activity: [begun, other] }))).not.toContain('minute 1')
    expect(summaries(await shown({ intents, activity: [entry(1, { id: 'i' })] }))).toContain(
      'minute 1'
    )
  })

  it('is told by its entry alone once that says how it ended', async () => {
    const intents = [someIntent({ isRecorded: true })]
    expect(summaries(await shown({ intents, activity: [entry(1, { id: 'i' })] }))).toEqual([
      'minute 1',
    ])
    const begun = entry(1, { id: 'i', isOpen: true })
    expect(summaries(await shown({ intents, activity: [begun] }))).toEqual(['minute 1'])
  })
})
