import React, { useRef } from 'react'
import { act, render } from '@vtex/test-tools/react'
import { useTightness } from './useTightness'

/** Content of each layout, widest first, at the house's letters. @unit pixels */
const NEEDS = [900, 700, 300]

let letters = 1
let looks: Array<() => void> = []

/** The browser's part: how wide the content of the layout in force is, and that it tells of a change. */
function withBrowser() {
  const stepsOf = (box: Element) => Number(box.getAttribute('data-steps'))
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(750)
  jest.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(function needed(
    this: Element
  ) {
    return Math.max(750, NEEDS[stepsOf(this)] * letters)
  })
  class Observer {
    private readonly look: () => void
    constructor(look: () => void) {
      this.look = look
    }

    observe() {
      looks.push(this.look)
    }

    disconnect() {
      looks = looks.filter((one) => one !== this.look)
    }
  }
  ;(window as unknown as { ResizeObserver: unknown }).ResizeObserver = Observer
}

const LINES = ['order']

function List({ most, lines = LINES }: { most: number; lines?: readonly unknown[] }) {
  const box = useRef<HTMLElement>(null)
  const steps = useTightness(box, lines, 750, most)
  return (
    <section ref={box} data-steps={steps}>
      <table />
    </section>
  )
}

const stepsIn = (container: Element) =>
  container.querySelector('section')?.getAttribute('data-steps')

const fontArrives = (size: number) =>
  act(() => {
    letters = size
    looks.slice().forEach((look) => look())
  })

beforeEach(() => {
  letters = 1
  looks = []
  withBrowser()
})
afterEach(() => {
  jest.restoreAllMocks()
  delete (window as unknown as { ResizeObserver?: unknown }).ResizeObserver
})

test('goes down to the first layout that these rows fit into', () => {
  const { container } = render(<List most={2} />)
  expect(stepsIn(container)).toBe('1')
})

test('goes on down where wide letters leave that one no room either', () => {
  letters = 1.2
  const { container } = render(<List most={2} />)
  expect(stepsIn(container)).toBe('2')
})

test('never below the last layout there is', () => {
  letters = 1.2
  const { container } = render(<List most={1} />)
  expect(stepsIn(container)).toBe('1')
})

test('looks again when the font comes after the rows', () => {
  const { container } = render(<List most={2} />)
  fontArrives(1.2)
  expect(stepsIn(container)).toBe('2')
  // Nothing is left to step down to: nothing is watched any more.
  expect(looks).toEqual([])
})

test('tries the widest again with other rows', () => {
  letters = 1.2
  const { container, rerender } = render(<List most={2} />)
  letters = 0.8
  rerender(<List most={2} lines={['another order']} />)
  expect(stepsIn(container)).toBe('0')
})
