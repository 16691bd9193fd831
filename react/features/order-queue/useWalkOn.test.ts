import { onward } from './useWalkOn'

const line = (orderId: string, kind: 'order' | 'unreadable' = 'order') => ({ orderId, kind })

test.each([
  ['an order moved up onto the page', [line('1'), line('26')], ['1', '2'], true, { open: '26' }],
  ['all of the page was walked through', [line('1'), line('2')], ['1', '2'], true, { page: 2 }],
  ['the page has emptied, the list goes on', [], ['1', '2'], true, { page: 2 }],
  ['nothing is left', [line('1')], ['1', '2'], false, 'NOWHERE'],
  ['the next one cannot be read', [line('3', 'unreadable'), line('4')], [], true, { open: '4' }],
] as const)('where %s', (_name, lines, walked, hasNextPage, to) => {
  expect(onward(lines, walked, 1, hasNextPage)).toEqual(to)
})
