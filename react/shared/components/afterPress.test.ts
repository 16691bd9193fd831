import { afterPress } from './afterPress'

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
