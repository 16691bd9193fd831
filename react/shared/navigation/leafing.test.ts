import { hasLeafed, leaf } from './leafing'

const go = jest.fn()

test('who leafs stays leafing until the next thing that is done', () => {
  expect(hasLeafed()).toBe(false)
  leaf(go)
  expect([hasLeafed(), go.mock.calls.length]).toEqual([true, 1])
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))
  expect(hasLeafed()).toBe(false)
})

test('a key that leafs again goes on leafing', () => {
  const onKey = () => leaf(go)

  document.addEventListener('keydown', onKey)
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  expect(hasLeafed()).toBe(true)
  document.removeEventListener('keydown', onKey)
  document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
  expect(hasLeafed()).toBe(false)
})
