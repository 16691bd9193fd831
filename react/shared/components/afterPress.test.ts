import { afterPress, onceReleased } from './afterPress'

const act = jest.fn()
const tell = (type: string) => document.body.dispatchEvent(new MouseEvent(type, { bubbles: true }))

beforeEach(() => act.mockClear())

test('happens at once where nothing is pressed', () => {
  afterPress(act)
  expect(act).toHaveBeenCalledTimes(1)
})

test.each(['pointerup', 'pointercancel'])('waits for the press to end (%s)', (end) => {
  jest.useFakeTimers()
  tell('pointerdown')
  afterPress(act)
  expect(act).not.toHaveBeenCalled()
  tell(end)
  // The click of this press comes first.
  expect(act).not.toHaveBeenCalled()
  jest.runAllTimers()
  expect(act).toHaveBeenCalledTimes(1)
  afterPress(act)
  expect(act).toHaveBeenCalledTimes(2)
  jest.useRealTimers()
})

test.each([
  ['a menu of the browser opens', () => tell('contextmenu')],
  ['another window comes to the front', () => window.dispatchEvent(new Event('blur'))],
  ['the mouse comes back with no button down', () => tell('pointermove')],
])('waits for no release that nobody hears: %s', (_, end) => {
  jest.useFakeTimers()
  tell('pointerdown')
  afterPress(act)
  end()
  jest.runAllTimers()
  expect(act).toHaveBeenCalledTimes(1)
  jest.useRealTimers()
})

test('an answer is shown once nothing is pressed', async () => {
  expect(onceReleased('at once')).toBe('at once')
  tell('pointerdown')
  const seen: string[] = []
  const later = Promise.resolve(onceReleased('later')).then((came) => seen.push(came))

  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(seen).toEqual([])
  tell('pointerup')
  await later
  expect(seen).toEqual(['later'])
})
