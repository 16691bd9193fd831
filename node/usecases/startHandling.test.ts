import { startHandling } from './startHandling'
import { someOrder } from './testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const ready = (changes = {}): World =>
  new World(someOrder({ status: 'ready-for-handling', ...changes }))

describe('start handling', () => {
  it('moves a ready order on, and answers ALREADY_APPLIED after that', async () => {
    const here = ready()
    expect(await startHandling(here.ports(), ID)).toMatchObject({
      outcome: 'APPLIED',
      receipt: null,
      view: { order: { status: 'handling' }, stage: 'TO_INVOICE' },
    })
    expect((await startHandling(here.ports(), ID)).outcome).toBe('ALREADY_APPLIED')
    expect(here.oms.bodies('startHandling')).toHaveLength(1)
  })

  it.each(['payment-pending', 'canceled', 'payment-approved'])(
    'refuses %s with status and operation',
    async (status) => {
      const { problems } = await startHandling(ready({ status }).ports(), ID)
      expect(problems).toEqual([
        expect.objectContaining({
          code: 'ORDER_STATE_FORBIDS',
          facts: [
            { name: 'status', value: status },
            { name: 'operation', value: 'START_HANDLING' },
          ],
        }),
      ])
    }
  )

  it('refuses an incomplete order', async () => {
    const { problems } = await startHandling(ready({ isComplete: false }).ports(), ID)
    expect(problems.map(({ code }) => code)).toEqual(['ORDER_INCOMPLETE'])
  })

  it('counts a success without effect as accepted, not applied', async () => {
    const here = ready()
    here.oms.applyDelayMs = 60_000
    expect((await startHandling(here.ports(), ID)).outcome).toBe('ACCEPTED')
  })

  it('reads where OMS refuses what somebody else has done meanwhile', async () => {
    const here = ready()
    const ports = here.ports()
    const first = {
      ...ports,
      orders: Object.assign(Object.create(here.oms) as typeof here.oms, {
        startHandling: async (orderId: string) => {
          here.oms.change(orderId, () => ({ status: 'handling' }))
          await here.oms.startHandling(orderId)
        },
      }),
    }
    expect((await startHandling(first, ID)).outcome).toBe('ALREADY_APPLIED')
  })

  it('is FAILED where OMS refused it and cannot be read after that: it was sent, and nothing changed', async () => {
    const here = ready()
    const ports = here.ports()
    const orders = Object.assign(Object.create(here.oms) as typeof here.oms, {
      startHandling: async (orderId: string) => {
        here.oms.fail({ call: 'startHandling', kind: 'rejected', status: 400, message: 'OMS003' })
        here.oms.fail({ call: 'get', kind: 'unavailable', times: 20 })
        await here.oms.startHandling(orderId)
      },
    })
    const { outcome, problems, view } = await startHandling({ ...ports, orders }, ID)
    expect([outcome, problems.map(({ code }) => code)]).toEqual(['FAILED', ['OMS_REJECTED']])
    expect(view?.order.status).toBe('ready-for-handling')
    expect(here.journal(ID).activity).toMatchObject([{ outcome: 'FAILED' }])
  })

  it('names the right that OMS asks for', async () => {
    const here = ready()
    here.oms.fail({ call: 'startHandling', kind: 'forbidden', status: 403 })
    const { outcome, problems } = await startHandling(here.ports(), ID)
    expect(outcome).toBe('FAILED')
    expect(problems[0].facts[0].value).toBe('Change order workflow status (WorkflowAction)')
  })

  it.each(['handling', 'invoice', 'invoiced'])(
    'answers ALREADY_APPLIED for %s, without a call',
    async (status) => {
      const here = ready({ status })
      expect((await startHandling(here.ports(), ID)).outcome).toBe('ALREADY_APPLIED')
      expect(here.oms.bodies('startHandling')).toEqual([])
    }
  )

  it('sends nothing once its claim is lost, and says so', async () => {
    const here = ready()
    here.claimIsLost = true
    const { outcome, problems } = await startHandling(here.ports(), ID)
    expect([outcome, problems.map(({ code }) => code)]).toEqual(['REFUSED', ['IN_PROGRESS']])
    expect(here.oms.bodies('startHandling')).toEqual([])
    expect(here.journal(ID).activity).toMatchObject([{ outcome: 'REFUSED' }])
  })

  it('does not know where no answer came and OMS does not show it', async () => {
    const here = ready()
    here.oms.applyDelayMs = 60_000
    here.oms.fail({ call: 'startHandling', kind: 'unknown', afterCommit: true })
    const { outcome, problems } = await startHandling(here.ports(), ID)
    expect([outcome, problems.map(({ code }) => code)]).toEqual([
      'UNKNOWN',
      ['OMS_OUTCOME_UNKNOWN'],
    ])
  })

  it('is applied where no answer came and OMS shows it', async () => {
    const here = ready()
    here.oms.fail({ call: 'startHandling', kind: 'unknown', afterCommit: true })
    expect((await startHandling(here.ports(), ID)).outcome).toBe('APPLIED')
  })

  it('reads the order again only where OMS refused, and hides no mistake of ours there', async () => {
    const here = ready()
    here.oms.fail({ call: 'startHandling', kind: 'forbidden', status: 403 })
    const gets = () => here.oms.sent.filter(({ call }) => call === 'get').length
    await startHandling(here.ports(), ID)
    expect(gets()).toBe(1)
    here.oms.fail({ call: 'startHandling', kind: 'rejected', status: 400 })
    let read = 0
    const get = async (orderId: string) => {
      read += 1
      if (read > 1) throw new TypeError('ours')
      return here.oms.get(orderId)
    }
    const orders = Object.assign(Object.create(here.oms) as typeof here.oms, { get })
    await expect(startHandling({ ...here.ports(), orders }, ID)).rejects.toThrow('ours')
  })

  it('is refused where it cannot be written down before it is sent, and nothing is sent', async () => {
    const here = ready()
    here.journalFault = { at: 1, afterCommit: false }
    const { outcome, problems } = await startHandling(here.ports(), ID)
    expect([outcome, problems.map(({ code }) => code)]).toEqual(['REFUSED', ['OMS_UNAVAILABLE']])
    expect(here.oms.bodies('startHandling')).toEqual([])
  })

  it('tells the end of the same entry where it was written down all the same', async () => {
    const here = ready()
    here.journalFault = { at: 1, afterCommit: true }
    await startHandling(here.ports(), ID)
    expect(here.journal(ID).activity).toMatchObject([{ outcome: 'REFUSED' }])
  })

  it('hides no mistake of ours where it is written down', async () => {
    const here = ready()
    here.journalFault = { at: 1, afterCommit: false, killed: true }
    await expect(startHandling(here.ports(), ID)).rejects.toThrow('killed')
  })
})
