import { drafts } from '../../../shared/sending/drafts'
import { sends } from '../../../shared/sending/sends'
import { SEVERAL, SINGLE } from '../../../shared/sending/draftNames'
import { severalDraft } from './severalDraft'

const document = (number: string) =>
  ({ fileName: `${number}.xml`, xml: '', read: { number } }) as never
const items = (remainingQuantity: number) => [{ itemIndex: 0, remainingQuantity }] as never
const states = (orderId: string) => severalDraft.read(orderId).map(({ state }) => state)
const numbers = (orderId: string) =>
  severalDraft.read(orderId).map((one) => one.document.read.number)

test('what comes late keeps the list once the ones before it are taken', () => {
  const [first, second] = [document('1'), document('2')]

  severalDraft.add('late', [first], items(3))
  severalDraft.mark('late', first, 'TAKEN')
  expect(severalDraft.isOver('late')).toBe(true)
  severalDraft.addLate('late', [second], items(3))
  expect(severalDraft.isOver('late')).toBe(false)
  severalDraft.clearIfOver('late')
  expect(states('late')).toEqual(['TAKEN', 'UNSENT'])
  expect(severalDraft.said('late')).toBe('LATE')
  expect(severalDraft.isAside('late')).toBe(false)
  severalDraft.remove('late', second)
  expect(drafts.get('late', SEVERAL)).toBeNull()
})

test('an unanswered send that a look finds ends the list only with its last document', async () => {
  const [first, second] = [document('1'), document('2')]

  severalDraft.add('found', [first, second], items(3))
  const send = await sends.start({
    orderId: 'found',
    object: { kind: 'invoice', number: '1' },
    run: () => Promise.reject(new Error('gone')),
  })

  severalDraft.mark('found', first, 'STOPPED')
  expect(states('found')).toEqual(['UNSURE', 'UNSENT'])
  sends.settle(send!.id, 'done')
  expect(states('found')).toEqual(['TAKEN', 'UNSENT'])
  expect(severalDraft.isOver('found')).toBe(false)
  severalDraft.mark('found', second, 'TAKEN')
  expect(severalDraft.isOver('found')).toBe(true)
})

test('one that is opened in the form leaves the others, which come back with the order as it is then', () => {
  const [first, second, third] = [document('1'), document('2'), document('3')]

  severalDraft.add('form', [first, second, third], items(3))
  severalDraft.mark('form', first, 'TAKEN')
  drafts.put('form', SINGLE, { document: second })
  severalDraft.openInForm('form', second)
  expect(severalDraft.isAside('form')).toBe(true)
  severalDraft.add('form', [document('4')], items(2))
  expect(severalDraft.isAside('form')).toBe(true)
  drafts.clear('form', SINGLE)
  expect(severalDraft.isAside('form')).toBe(false)
  severalDraft.comeBack('form', items(1))
  expect(numbers('form')).toEqual(['3', '4'])
  expect(severalDraft.items('form')).toEqual(items(1))
})

test('the last of them in the form leaves no list', () => {
  const only = document('1')

  severalDraft.add('only', [only], items(3))
  severalDraft.openInForm('only', only)
  expect(drafts.has('only')).toBe(false)
})

test('what comes while the form is sent waits behind it', () => {
  drafts.put('behind', SINGLE, {})
  severalDraft.addLate('behind', [document('1')], items(3))
  expect(severalDraft.isAside('behind')).toBe(true)
  drafts.clear('behind', SINGLE)
  expect(severalDraft.isAside('behind')).toBe(false)
  expect(numbers('behind')).toEqual(['1'])
})

test('a document that another file cancels does not go out, and holds no list open', () => {
  const keyed = (key: string) => ({ fileName: `${key}.xml`, xml: '', read: { number: key, key } })
  const [first, second] = [keyed('1'), keyed('2')] as never[]

  severalDraft.add('cancelled', [first, second], items(3))
  severalDraft.markCancelled('cancelled', new Set(['1']))
  expect(states('cancelled')).toEqual(['CANCELED', 'UNSENT'])
  severalDraft.mark('cancelled', second, 'SENDING')
  severalDraft.markCancelled('cancelled', new Set(['2']))
  // What is on its way is told by its answer.
  expect(states('cancelled')).toEqual(['CANCELED', 'SENDING'])
  severalDraft.mark('cancelled', second, 'TAKEN')
  expect(severalDraft.isOver('cancelled')).toBe(true)
})
