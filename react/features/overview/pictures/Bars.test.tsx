import { fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { runtime } from '../../../__mocks__/vtex.render-runtime'
import { firstQueueState, pages, queueHref } from '../../../shared/navigation/urls'
import { render } from '../../../shared/testing/render'
import { Bars } from './Bars'
import { keptFile } from './testing/keptFile'

const columns: [string, string] = ['Reason', 'Orders']
const late = queueHref({ ...firstQueueState, queue: 'LATE' })

beforeEach(() => runtime.navigate.mockReset())

test('a row says its label, number and note, and draws its share of the largest', () => {
  const rows = [
    { label: 'Late', value: 1200 },
    { label: 'Lost', value: 300, note: '2 new' },
    { label: 'Returned', value: 0 },
  ]
  const view = render(<Bars title="Attention" rows={rows} columns={columns} />)
  const texts = Array.from(view.container.querySelectorAll('tr')).map((row) =>
    Array.from(row.children).map((cell) => cell.textContent)
  )
  expect(texts).toEqual([columns, ['Late', '1,200'], ['Lost', '300 · 2 new'], ['Returned', '0']])
  const widths = Array.from(view.container.querySelectorAll('rect')).map((bar) =>
    Number(bar.getAttribute('width'))
  )
  expect(widths).toEqual([100, 25, 0])
})

test('rows of nothing but zero have no bars', () => {
  const view = render(<Bars title="t" rows={[{ label: 'a', value: 0 }]} columns={columns} />)
  expect(view.container.querySelector('rect')!.getAttribute('width')).toBe('0')
})

test('a link of the panel opens in place, with its real address', () => {
  const rows = [{ label: 'Late', value: 3, href: late }]
  const view = render(<Bars title="t" rows={rows} columns={columns} />)
  const link = view.getByText('Late') as HTMLAnchorElement
  expect(link.getAttribute('href')).toBe(late)
  expect(fireEvent.click(link)).toBe(false)
  expect(runtime.navigate).toHaveBeenCalledWith({ page: pages.queue, query: 'queue=LATE' })
})

test('with a key held it opens in another tab, as links do', () => {
  const rows = [{ label: 'Late', value: 3, href: late }]
  const view = render(<Bars title="t" rows={rows} columns={columns} />)
  let isLeft: boolean | undefined
  const onClick = (event: Event) => {
    isLeft = !event.defaultPrevented
    // jsdom opens nothing.
    event.preventDefault()
  }
  window.addEventListener('click', onClick, { once: true })
  fireEvent.click(view.getByText('Late'), { ctrlKey: true })
  expect(isLeft).toBe(true)
  expect(runtime.navigate).not.toHaveBeenCalled()
})

test('an address outside the panel is left to the browser', () => {
  const rows = [{ label: 'Elsewhere', value: 3, href: '#elsewhere' }]
  const view = render(<Bars title="t" rows={rows} columns={columns} />)
  expect(fireEvent.click(view.getByText('Elsewhere'))).toBe(true)
  expect(runtime.navigate).not.toHaveBeenCalled()
})

test('no focus falls into what screen readers do not see', () => {
  const rows = [{ label: 'Late', value: 3, href: late }]
  const view = render(<Bars title="t" rows={rows} columns={columns} />)
  expect(view.container.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1)
  expect(view.container.querySelector('[aria-hidden=true] a')).toBeNull()
})

test('no rows are said in words', () => {
  const view = render(<Bars title="Attention" rows={[]} columns={columns} />)
  expect(view.getByText('Nothing to count here.')).toBeTruthy()
  expect(view.container.querySelector('svg, table, button')).toBeNull()
})

test('no cell of the file is a formula, whoever named the carrier', async () => {
  const rows = [
    { label: '=HYPERLINK("http://x")', value: 2, note: '+1' },
    { label: '@SUM(A1)', value: 1 },
    { label: '-1; and more', value: 1 },
  ]
  const view = render(<Bars title="On time" rows={rows} columns={columns} />)
  const [, text] = await keptFile(() => {
    fireEvent.click(view.getByLabelText('CSV: On time'))
  })
  expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
    'Reason;Orders;Note',
    `"'=HYPERLINK(""http://x"")";2;'+1`,
    `'@SUM(A1);1;`,
    `"'-1; and more";1;`,
    '',
  ])
})
