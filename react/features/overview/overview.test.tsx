import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { runtime } from '../../__mocks__/vtex.render-runtime'
import VIEWER from '../../shared/graphql/viewer.graphql'
import { render } from '../../shared/testing/render'
import FOUNDATION from './foundation.graphql'
import OVERVIEW from './overview.graphql'
import { overviewQuery, periods, readOverviewState } from './overviewState'
import { OverviewView } from './OverviewView'

const NOW = Date.parse('2026-03-10T15:00:00Z')
const queues = ['TO_HANDLE', 'TO_INVOICE', 'TO_SHIP', 'IN_TRANSIT', 'LATE', 'ATTENTION']

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  runtime.query = {}
  runtime.navigate.mockClear()
})
afterEach(() => jest.restoreAllMocks())

/** As a server gives it: Apollo asks each object for its type. */
const typed = (data: unknown): unknown =>
  Array.isArray(data)
    ? data.map(typed)
    : data && typeof data === 'object'
      ? Object.keys(data).reduce<object>(
          (all, key) => ({ ...all, [key]: typed((data as Record<string, unknown>)[key]) }),
          { __typename: 'T' }
        )
      : data

const told = {
  asOf: '2026-03-10T13:42:00Z',
  orders: 4812,
  tiles: queues.map((queue, at) => ({
    queue,
    count: 1000 + at,
    yesterday: [990, 1001, 1013, null, 1004, 1005][at],
  })),
  ageing: [0, 1, 2, 4].map((fromDays) => ({ stage: 'TO_SHIP', fromDays, count: 7 + fromDays })),
  days: [],
  leadTimes: [],
  onTime: [
    { by: 'CARRIER', name: 'Total Express', delivered: 201, onTime: 200, openLate: 12 },
    { by: 'CARRIER', name: '*', delivered: 0, onTime: 0, openLate: 3 },
    { by: 'MARKETPLACE', name: '', delivered: 4, onTime: 1, openLate: 5 },
  ],
  attention: [
    { code: 'LATE', count: 1004 },
    { code: 'ORDER_STUCK', count: 2 },
  ],
}
const listed = {
  ...told,
  asOf: null,
  orders: 0,
  tiles: queues.map((queue, at) => ({ queue, count: at < 2 ? 8 + at : null, yesterday: null })),
  ageing: [],
  onTime: [],
  attention: [],
}
const reads = (overview: object, filters: object = {}, from = '2026-02-09T15:00:00.000Z') => ({
  request: {
    query: OVERVIEW,
    variables: { from, carrier: null, marketplace: null, ...filters },
  },
  result: { data: typed({ overview }) },
})
const zone = {
  request: { query: VIEWER, variables: {} },
  result: {
    data: typed({ viewer: { timeZone: 'America/Sao_Paulo' } }),
  },
}
const rests = (readModel: object) => ({
  request: { query: FOUNDATION, variables: {} },
  result: {
    data: typed({
      readModel: { isOn: false, fill: 'IDLE', filled: 0, toFill: null, ...readModel },
    }),
  },
})
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 30)))

async function show(...mocks: object[]) {
  const view = render(<OverviewView />, { mocks: [zone, ...mocks] as never[] })
  await settle()
  await settle()
  return view
}
/** What the numbers rest on, as the header says it. */
const restOf = (page: Element) => {
  const time = page.querySelector('header time')
  return time && time.parentElement && time.parentElement.textContent
}
const textsOf = (all: NodeListOf<Element>) => Array.from(all).map(({ textContent }) => textContent)

test('each tile has its count, its change, and leads into its queue', async () => {
  const view = await show(reads(told))
  const tiles = view.container.querySelectorAll('.it-tile')
  expect(textsOf(tiles)).toEqual([
    'To handle 1,000 +10 since yesterday',
    'To invoice 1,001 As yesterday',
    'To ship 1,002 −11 since yesterday',
    'In transit 1,003 ',
    'Late 1,004 As yesterday',
    'Attention 1,005 As yesterday',
  ])
  expect(tiles[2].getAttribute('href')).toBe('/admin/invoice-tracking?queue=TO_SHIP')
  expect(restOf(view.container)).toBe('4,812 orders, as of 10 Mar, 10:42')
})

test('ages stand by stage, and a reason of attention leads to where its orders are', async () => {
  const view = await show(reads(told))
  expect(textsOf(view.container.querySelectorAll('#ageing tbody tr'))).toEqual(['To ship78911'])
  const reasons = view.container.querySelectorAll('#attention tbody a')
  expect(textsOf(reasons)).toEqual(['Late', 'Stuck'])
  expect(Array.from(reasons).map((one) => one.getAttribute('href'))).toEqual([
    '/admin/invoice-tracking?queue=LATE',
    '/admin/invoice-tracking?queue=ATTENTION',
  ])
})

test('what is late of a carrier leads into the late queue of that carrier; others and nobody have none', async () => {
  const view = await show(reads(told))
  const links = view.container.querySelectorAll('[id^=on-time] tbody a')
  expect(Array.from(links).map((one) => one.getAttribute('href'))).toEqual([
    '/admin/invoice-tracking?queue=LATE&carrier=Total%20Express',
  ])
  expect(links[0].getAttribute('aria-label')).toBe('12 late orders: Total Express')
  // One that was late of 201 is not none.
  expect(textsOf(view.container.querySelectorAll('[id^=on-time] tbody tr'))).toEqual([
    'Total Express20199%12',
    'Others0–3',
    'No marketplace425%5',
  ])
})

test('filters stand in the address and go with every link', async () => {
  runtime.query = { days: '7', marketplace: 'Mercado Livre' }
  const view = await show(reads(told, { marketplace: 'Mercado Livre' }, '2026-03-04T15:00:00.000Z'))
  expect((view.getByLabelText('Marketplace') as HTMLInputElement).value).toBe('Mercado Livre')
  expect(view.getByLabelText('12 late orders: Total Express').getAttribute('href')).toBe(
    '/admin/invoice-tracking?queue=LATE&carrier=Total%20Express&marketplace=Mercado%20Livre'
  )
  fireEvent.change(view.getByLabelText('Period'), { target: { value: '60' } })
  expect(runtime.navigate).toHaveBeenCalledWith({
    page: 'admin.app.invoice-tracking.overview',
    query: 'days=60&marketplace=Mercado%20Livre',
  })
})

test.each(periods)('a period of %s days is read again as it was written', (days) => {
  const state = { days, carrier: 'A & B', marketplace: '' }
  expect(readOverviewState(overviewQuery(state))).toEqual(state)
})

test('without complete queues two queues are counted, and the settings are offered', async () => {
  const view = await show(reads(listed), rests({}))
  expect(textsOf(view.container.querySelectorAll('.it-tile'))).toEqual([
    'To handle 8 ',
    'To invoice 9 ',
    'To ship Not counted ',
    'In transit Not counted ',
    'Late Not counted ',
    'Attention Not counted ',
  ])
  expect(view.getByText('See it in Settings').getAttribute('href')).toBe(
    '/admin/invoice-tracking/settings#read-model'
  )
  expect(view.queryByLabelText('Carrier')).toBeNull()
  expect(view.container.querySelector('table')).toBeNull()
})

test('while orders are collected it says how many, and offers no switch', async () => {
  const view = await show(
    reads(listed),
    rests({ isOn: true, fill: 'FILLING', filled: 3, toFill: 9 })
  )
  expect(
    view.getByText(/collected\. You can leave this page\. 3 of 9 orders collected\./)
  ).toBeTruthy()
  expect(view.queryByText('See it in Settings')).toBeNull()
})

test('what does not answer can be asked again', async () => {
  const fails = {
    ...reads({}),
    result: { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  }
  const view = await show(fails, reads(told))
  act(() => void fireEvent.click(view.getByText('Try again')))
  await settle()
  expect(restOf(view.container)).toBe('4,812 orders, as of 10 Mar, 10:42')
  expect(view.queryByText('Try again')).toBeNull()
})
