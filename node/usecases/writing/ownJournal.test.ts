import { begun } from '../../domain/journal/activity'
import { withRecord } from '../../domain/journal/record'
import { step } from '../../domain/journal/step'
import type { Journal } from '../ports'
import { World } from '../testing/world'
import { OwnJournal } from './ownJournal'

const ID = '1400-01'
const noted =
  (invoiceNumber: string) =>
  (journal: Journal): Journal => ({
    ...journal,
    invoices: withRecord(journal.invoices, {
      invoiceNumber,
      wroteInvoice: false,
      descriptions: [],
      dispatchedDate: null,
    }),
  })

function begin(): {
  readonly others: World['ports']
  readonly own: OwnJournal
  readonly world: World
} {
  const world = new World()
  return { world, others: () => world.ports('others'), own: new OwnJournal(world.ports().journals) }
}

describe('the journal of one call', () => {
  it('is known to be as the call left it, through every kind of save', async () => {
    const { own } = begin()
    const read = await own.read(ID)
    expect(own.latest).toBe(read)
    const decided = await own.updateDecided(ID, read, noted('A'))
    expect(own.latest).toBe(decided)
    const updated = await own.update(ID, noted('B'))
    expect(own.latest).toBe(updated)
    expect(updated.invoices).toHaveLength(2)
  })

  it('is not known before it was read', async () => {
    const { own } = begin()
    await own.update(ID, noted('A'))
    expect(own.latest).toBeNull()
  })

  it('is not known once somebody else has written, not even after further saves, until it is read again', async () => {
    const { own, others } = begin()
    await own.read(ID)
    await others().journals.update(ID, noted('X'))
    await own.update(ID, noted('A'))
    await own.update(ID, noted('B'))
    expect(own.latest).toBeNull()
    const read = await own.read(ID)
    expect([own.latest, read.invoices.length]).toEqual([read, 3])
  })

  it('is not known after a save that was decided on an older one', async () => {
    const { own, others } = begin()
    const read = await own.read(ID)
    await others().journals.update(ID, noted('X'))
    expect(await own.updateDecided(ID, read, noted('A'))).toBeNull()
    expect(own.latest).toBeNull()
  })

  it.each([true, false])(
    'is not known after a save that failed, committed: %s',
    async (afterCommit) => {
      const { own, world } = begin()
      await own.read(ID)
      world.journalFault = { afterCommit, at: 1 }
      await expect(own.update(ID, noted('A'))).rejects.toThrow()
      expect(own.latest).toBeNull()
    }
  )

  it('is not known where a save that was done again comes back with what others wrote after it', async () => {
    const { world, others } = begin()
    const { journals } = world.ports()
    const own = new OwnJournal({
      ...journals,
      update: async (orderId, change) => {
        await journals.update(orderId, change)
        return others().journals.update(orderId, noted('X'))
      },
    })
    await own.read(ID)
    await own.update(ID, noted('A'))
    expect(own.latest).toBeNull()
  })

  it('may lose its oldest activity in a save: decisions do not stand on that', async () => {
    const { world } = begin()
    const { journals } = world.ports()
    const own = new OwnJournal({
      ...journals,
      update: async (...args) => ({ ...(await journals.update(...args)), activity: [] }),
    })
    await own.read(ID)
    const entry = {
      actor: 'a',
      invoiceNumber: null,
      operation: 'NOTIFY_INVOICE',
      summary: '',
    } as const
    const told = begun({ ...entry, at: '2026-03-10T00:00:00Z' as never })
    await own.update(ID, (journal) => step(journal, { happened: 'TOLD', entry: told }))
    expect(own.latest).not.toBeNull()
  })

  it('is not known after a save that came to nothing in the end', async () => {
    const { world } = begin()
    const { journals } = world.ports()
    const own = new OwnJournal({
      ...journals,
      // Another writer came between two tries.
      updateDecided: async (_orderId, decidedOn, change) => {
        change(decidedOn)
        return null
      },
    })
    const read = await own.read(ID)
    expect(await own.updateDecided(ID, read, noted('A'))).toBeNull()
    expect(own.latest).toBeNull()
  })

  it.each(['tracking', 'edits', 'givenUp'] as const)(
    'is not known where a save came back with what others have on their way: %s',
    async (list) => {
      const { world } = begin()
      const { journals } = world.ports()
      const others = [{ id: 'theirs', invoiceNumber: 'NF-1' }] as never
      const coming = (back: Partial<Journal>) =>
        new OwnJournal({
          ...journals,
          update: async (...args) => ({ ...(await journals.update(...args)), ...back }),
        })
      const own = coming({ [list]: others })
      await own.read(ID)
      await own.update(ID, noted('A'))
      expect(own.latest).toBeNull()
      // No list and an empty one are the same.
      const same = coming({ [list]: [] })
      await same.read(ID)
      await same.update(ID, noted('B'))
      expect(same.latest).not.toBeNull()
    }
  )

  it('passes on what is told beside it', async () => {
    const { own, world } = begin()
    const entry = { id: 'e-1' } as never
    await own.tellBeside(ID, entry)
    expect(await world.ports().journals.toldBeside(ID)).toEqual([entry])
    expect(await own.toldBeside(ID)).toEqual([entry])
  })
})
