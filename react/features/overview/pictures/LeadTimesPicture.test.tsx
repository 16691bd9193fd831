import { fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../../../shared/testing/render'
import { LeadTimesPicture, LeadTime } from './LeadTimesPicture'
import { keptFile } from './testing/keptFile'

const took = (
  step: LeadTime['step'],
  day: number,
  medianHours: number | null,
  p90Hours = medianHours
): LeadTime => ({ step, day: `2020-03-0${day}`, medianHours, p90Hours })

const leadTimes = [
  took('PAID_TO_INVOICED', 1, 2.25, 7),
  took('PAID_TO_INVOICED', 2, 3, 9),
  took('PAID_TO_INVOICED', 3, null),
  took('PAID_TO_INVOICED', 4, 2, 1250.5),
  took('PAID_TO_INVOICED', 5, null),
  took('SHIPPED_TO_DELIVERED', 1, null),
  took('SHIPPED_TO_DELIVERED', 2, 40, 70),
]
const pathsOf = (root: HTMLElement) =>
  Array.from(root.querySelectorAll('svg[role=img] path')).map((path) => ({
    parts: (path.getAttribute('d') || '').match(/M/g)!.length,
    isOuter: path.classList.contains('it-picture__line--outer'),
  }))

test('the table holds every number, by step and day, and says where no order was', () => {
  const view = render(<LeadTimesPicture leadTimes={leadTimes} />)
  const rows = Array.from(view.container.querySelectorAll('tbody tr')).map((row) =>
    Array.from(row.children).map((cell) => cell.textContent)
  )
  expect(rows).toEqual([
    ['Authorized to invoiced', '1 Mar 2020', '2.3', '7'],
    ['Authorized to invoiced', '2 Mar 2020', '3', '9'],
    ['Authorized to invoiced', '3 Mar 2020', 'no order', 'no order'],
    ['Authorized to invoiced', '4 Mar 2020', '2', '1,250.5'],
    ['Authorized to invoiced', '5 Mar 2020', 'no order', 'no order'],
    ['Shipped to delivered', '1 Mar 2020', 'no order', 'no order'],
    ['Shipped to delivered', '2 Mar 2020', '40', '70'],
  ])
})

test('lines break where no order was; a day between two gaps is a dot', () => {
  const view = render(<LeadTimesPicture leadTimes={leadTimes} />)
  expect(pathsOf(view.container)).toEqual([
    { parts: 2, isOuter: false },
    { parts: 2, isOuter: true },
    { parts: 1, isOuter: false },
    { parts: 1, isOuter: true },
  ])
  expect(view.container.querySelectorAll('circle')).toHaveLength(4)
})

test('a step without orders says so beside the others', () => {
  const view = render(<LeadTimesPicture leadTimes={leadTimes} />)
  expect(view.getAllByText('No order finished this step in these days.')).toHaveLength(1)
})

test('both lines are named, and end with their hours, apart from each other', () => {
  const close = [took('INVOICED_TO_SHIPPED', 1, 5, 5.1), took('INVOICED_TO_SHIPPED', 2, 5, 5.1)]
  const view = render(<LeadTimesPicture leadTimes={close} />)
  expect(view.getByText(/^Median: half of/)).toBeTruthy()
  expect(view.getByText(/^90th percentile: nine of ten/)).toBeTruthy()
  const y = (text: string) => Number(view.getByText(text).getAttribute('y'))
  expect(y('5 h') - y('5.1 h')).toBeGreaterThanOrEqual(13)
})

test.each([
  ['nothing', []],
  ['nothing but gaps', [took('PAID_TO_INVOICED', 1, null), took('SHIPPED_TO_DELIVERED', 1, null)]],
])('%s is said in words', (_, none) => {
  const view = render(<LeadTimesPicture leadTimes={none} />)
  expect(view.getByText('No order finished any step in these days.')).toBeTruthy()
  expect(view.container.querySelector('svg, table, button')).toBeNull()
})

test('the file leaves gaps empty, and writes hours as the language does', async () => {
  const view = render(<LeadTimesPicture leadTimes={leadTimes} />, { language: 'pt' })
  const [, text] = await keptFile(() => {
    fireEvent.click(view.getByLabelText('CSV: Horas por etapa'))
  })
  const lines = text.split('\r\n')
  expect(lines[1]).toMatch(/^Da autorização ao faturamento;2020-03-01;2[.,]25;7$/)
  expect(lines[3]).toBe('Da autorização ao faturamento;2020-03-03;;')
})
