import fc from 'fast-check'
import { addressOfPage, matchPage, outer, queryOf, searchOf, type Page } from './locations'

const pages: Page[] = [
  { id: 'queue', component: 'Queue', path: '/admin/app/x' },
  { id: 'order', component: 'Order', path: '/admin/app/x/order/:orderId' },
]

test('a page is found by the address of the Admin and by that of routes.json', () => {
  expect(matchPage(pages, '/admin/x')?.page.id).toBe('queue')
  expect(matchPage(pages, '/admin/app/x/')?.page.id).toBe('queue')
  expect(matchPage(pages, '/admin/x/order/1-01')).toMatchObject({ params: { orderId: '1-01' } })
  expect(matchPage(pages, '/admin/x/order')).toBeNull()
  expect(matchPage(pages, '/admin/y')).toBeNull()
  expect(outer('/admin/app/x/order/1')).toBe('/admin/x/order/1')
})

test('whatever a parameter holds comes back from the address made with it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (orderId) => {
      const address = addressOfPage(pages, 'order', { orderId })
      expect(matchPage(pages, address)?.params).toEqual({ orderId })
    })
  )
})

test('a query comes back from the search made with it, empty values left out', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]+$/), fc.string()), (query) => {
      const kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
      expect(queryOf(searchOf(query))).toEqual(kept)
    })
  )
})

test('an unknown page and a missing parameter are named', () => {
  expect(() => addressOfPage(pages, 'none')).toThrow('none')
  expect(() => addressOfPage(pages, 'order')).toThrow('orderId')
})
