import type { EditIntent } from '../domain/journal/intent'
import { instantAt } from '../domain/values/instant'
import { enter, takeBack } from './journalEntries'
import { World } from './testing/world'

const ID = '1400-01'
const OF = { orderId: ID, name: 'UpdatePartialInvoice' }

/** One edit that was written down before its send, and taken back. */
function begin() {
  const world = new World()
  const edit: EditIntent = {
    id: 'e-1',
    invoiceNumber: 'NF-1',
    sentAt: instantAt(world.clock.now()),
    tracking: { courier: 'Sedex' },
  }
  const write = (one = edit) =>
    enter(world.ports(), ID, [
      { edit: one, happened: 'EDIT_WRITTEN', actor: 'ana', summary: 'courier' },
    ])
  const back = () =>
    takeBack(world.ports(), OF, 'e-1', { edit, happened: 'EDIT_TAKEN_BACK', before: null })
  return { world, edit, write, back, left: () => world.journal(ID).edits ?? [] }
}

describe('what was written down for a send and is taken back', () => {
  it('is gone: nothing will come of it', async () => {
    const { write, back, left } = begin()
    await write()
    expect(await back()).toBe(true)
    expect(left()).toEqual([])
  })

  it('was never written where nobody has begun to tell of it: nothing will come of it either', async () => {
    const { write, back, edit } = begin()
    await write({ ...edit, id: 'e-2', invoiceNumber: 'NF-2' })
    expect(await back()).toBe(true)
  })

  it('may come where it was begun and somebody has taken it up already', async () => {
    const { world, write, back, edit } = begin()
    await write()
    await enter(world.ports(), ID, [{ edit, happened: 'EDIT_SHOWN' }])
    expect(await back()).toBe(false)
  })

  it.each([true, false])(
    'may come where the journal does not say that it is gone, which is logged (saved: %s)',
    async (afterCommit) => {
      const { world, write, back } = begin()
      await write()
      world.journalFault = { afterCommit, at: 2 }
      expect(await back()).toBe(false)
      expect(world.logs).toEqual([
        { flow: 'UpdatePartialInvoice', orderId: ID, detail: 'VBASE Journal: unknown' },
      ])
    }
  )

  it('hides no mistake of ours', async () => {
    const { world, back } = begin()
    world.journalFault = { at: 1, afterCommit: false, killed: true }
    await expect(back()).rejects.toThrow('killed')
  })
})
