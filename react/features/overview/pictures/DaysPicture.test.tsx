import { fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../../../shared/testing/render'
import { DaysPicture } from './DaysPicture'
import { keptFile } from './testing/keptFile'

const days = [
  { day: '2020-03-02', authorised: 1200, invoiced: 9, shipped: 8, delivered: 0 },
  { day: '2020-03-01', authorised: 12, invoiced: 11, shipped: 10, delivered: 7 },
  { day: '2020-03-04', authorised: 5, invoiced: 4, shipped: 3, delivered: 2 },
]
const rowsOf = (root: HTMLElement) =>
  Array.from(root.querySelectorAll('tr')).map((row) =>
    Array.from(row.children).map((cell) => cell.textContent)
  )
const pathsOf = (root: HTMLElement) =>
  Array.from(root.querySelectorAll('figure svg[role=img] path')).map(
    (path) => path.getAttribute('d') || ''
  )

test('the table holds every number, by day', () => {
  const view = render(<DaysPicture days={days} />)
  expect(rowsOf(view.container)).toEqual([
    ['Day', 'Authorized', 'Invoiced', 'Shipped', 'Delivered'],
    ['1 Mar 2020', '12', '11', '10', '7'],
    ['2 Mar 2020', '1,200', '9', '8', '0'],
    ['4 Mar 2020', '5', '4', '3', '2'],
  ])
})

test('a line a stage, named with its sum, and broken on a day that is missing', () => {
  const view = render(<DaysPicture days={days} />)
  const paths = pathsOf(view.container)
  expect(paths).toHaveLength(4)
  paths.forEach((path) => expect(path.match(/M/g)).toHaveLength(2))
  expect(view.getByText('Authorized · 1,217 in all')).toBeTruthy()
  expect(view.getByText('Delivered · 9 in all')).toBeTruthy()
})

const many = Array.from({ length: 92 }, (_, at) => ({
  day: new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
  authorised: at,
  invoiced: 92 - at,
  shipped: (at * 7) % 92,
  delivered: 1,
}))

test('92 days fit: no number leaves the drawing, the first and the last day are named', () => {
  const view = render(<DaysPicture days={many} />)
  const svg = view.container.querySelector('svg[role=img]')!
  const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number)
  const points = pathsOf(view.container)
    .join('')
    .split(/[ML]/)
    .filter(Boolean)
    .map((point) => point.replace('Z', '').split(',').map(Number))
  expect(points).toHaveLength(4 * 92)
  points.forEach(([x, y]) => {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(height)
  })
  const named = Array.from(svg.querySelectorAll('text')).filter((text) =>
    / (Jan|Feb|Mar|Apr) /.test(text.textContent || '')
  )
  expect(named[0].textContent).toBe('1 Jan 2020')
  expect(named[named.length - 1].textContent).toBe('1 Apr 2020')
})

/** jsdom lays nothing out: without this every box is 0 px wide, and drawings have their least width. */
function withWidth(width: number, run: () => void) {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'clientWidth')!
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => width })
  try {
    run()
  } finally {
    Object.defineProperty(Element.prototype, 'clientWidth', own)
  }
}

test.each([
  ['en', 360, 2],
  ['pt', 360, 2],
  ['es', 360, 2],
  ['en', 1000, 6],
  ['pt', 1000, 5],
  ['es', 1000, 6],
])('days on the axis do not run into each other (%s, %i px)', (language, pixels, least) => {
  withWidth(pixels, () => expectDaysApart(language, least))
})

function expectDaysApart(language: string, least: number) {
  const view = render(<DaysPicture days={many} />, { language })
  const words = Array.from(view.container.querySelectorAll('svg[role=img] text')).filter((text) =>
    /2020/.test(text.textContent || '')
  )
  expect(words.length).toBeGreaterThanOrEqual(least)
  // 12 px letters are 6 px wide on average, digits 6.7.
  const reaches = words.map((word) => {
    const width = (word.textContent || '').length * 6.7
    const x = Number(word.getAttribute('x'))
    const part = { start: 0, middle: width / 2, end: width }[
      word.getAttribute('text-anchor') as 'start' | 'middle' | 'end'
    ]
    return { from: x - part, to: x - part + width }
  })
  reaches.slice(1).forEach(({ from }, at) => expect(from).toBeGreaterThan(reaches[at].to))
}

test('resting on a day tells its number', () => {
  const view = render(<DaysPicture days={days} />)
  const told = Array.from(view.container.querySelectorAll('svg title')).map(
    (one) => one.textContent
  )
  expect(told.slice(0, 4)).toEqual([
    '1 Mar 2020: 12',
    '2 Mar 2020: 1,200',
    '3 Mar 2020',
    '4 Mar 2020: 5',
  ])
})

test('the drawing is hidden from screen readers, the table is theirs always and opened by a button', () => {
  const view = render(<DaysPicture days={days} />)
  expect(view.container.querySelector('svg[role=img]')!.getAttribute('aria-hidden')).toBe('true')
  const button = view.getByLabelText('Table: Orders per day')
  const table = document.getElementById(button.getAttribute('aria-controls')!)!
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(table.querySelector('table')).toBeTruthy()
  expect(table.className).toBe('it-clip')
  fireEvent.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(table.className).not.toBe('it-clip')
  expect(table.tabIndex).toBe(0)
})

test.each([
  ['no days', []],
  ['days on which nothing moved', [{ ...days[0], authorised: 0, invoiced: 0, shipped: 0 }]],
])('%s are said in words', (_, none) => {
  const view = render(<DaysPicture days={none} />)
  expect(view.getByText('No order moved in these days.')).toBeTruthy()
  expect(view.container.querySelector('svg, table, button')).toBeNull()
})

test('the file has days and numbers as a spreadsheet takes them', async () => {
  const view = render(<DaysPicture days={days} />)
  const [name, text] = await keptFile(() => {
    fireEvent.click(view.getByLabelText('CSV: Orders per day'))
  })
  expect(name).toMatch(/^orders-per-day-\d{4}-\d\d-\d\d\.csv$/)
  expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
    'Day;Authorized;Invoiced;Shipped;Delivered',
    '2020-03-01;12;11;10;7',
    '2020-03-02;1200;9;8;0',
    '2020-03-04;5;4;3;2',
    '',
  ])
})
