import { faultOf, faultOfBody } from './fault'

const answer = (status: number, data: unknown = '', headers: Record<string, string> = {}) => ({
  response: { status, data, headers },
})
const error = (code: string) => Object.assign(new Error(code), { code })
const PAGE = '<!DOCTYPE html><html><body>Sign in</body></html>'

describe('faultOf', () => {
  it.each([
    ['401', answer(401), 'forbidden', 'forbidden'],
    ['403', answer(403), 'forbidden', 'forbidden'],
    [
      'a redirect to the login page',
      answer(302, '', { location: 'https://store.myvtex.com/_v/segment/admin-login/v1/login' }),
      'forbidden',
      'forbidden',
    ],
    ['a redirect to elsewhere', answer(303, '', { location: '/orders/1' }), 'forbidden', 'unknown'],
    ['a redirect to nowhere', answer(302), 'forbidden', 'unknown'],
    ['404 of OMS', answer(404, { error: { code: 'OMS007' } }), 'notFound', 'notFound'],
    ['404 of something in between', answer(404, PAGE), 'unavailable', 'unknown'],
    ['400', answer(400), 'rejected', 'rejected'],
    ['409', answer(409), 'rejected', 'rejected'],
    ['413 with a page', answer(413, PAGE), 'rejected', 'rejected'],
    ['429', answer(429), 'rateLimited', 'rateLimited'],
    ['412', answer(412), 'rejected', 'rejected'],
    ['499 of a proxy that hung up', answer(499), 'unavailable', 'unknown'],
    ['503', answer(503, '', { 'retry-after': '3' }), 'unavailable', 'unknown'],
    ['408', answer(408), 'unavailable', 'unknown'],
    ['500', answer(500), 'unavailable', 'unknown'],
    ['502 with a page', answer(502, PAGE), 'unavailable', 'unknown'],
    ['a timeout', error('ECONNABORTED'), 'unavailable', 'unknown'],
    ['a reset', error('ECONNRESET'), 'unavailable', 'unknown'],
    ['a refused connection', error('ECONNREFUSED'), 'unavailable', 'unavailable'],
    ['an unknown host', error('ENOTFOUND'), 'unavailable', 'unavailable'],
    ['no error at all', undefined, 'unavailable', 'unknown'],
  ])('%s', (_name, thrown, onRead, onWrite) => {
    expect(faultOf(thrown, 'GetOrder', 'read').kind).toBe(onRead)
    expect(faultOf(thrown, 'NotifyInvoice', 'write').kind).toBe(onWrite)
  })

  it.each([
    [
      { error: { code: 'OMS003', message: 'Order status should be …', exception: null } },
      'Order status should be …',
    ],
    [{ Message: 'An error\n has   occurred' }, 'An error has occurred'],
    [{ title: 'Bad Request', status: 400 }, 'Bad Request'],
    [{ detail: 'invoiceValue', title: 'Bad Request' }, 'invoiceValue'],
    [
      {
        title: 'Validation errors',
        errors: { courier: ['The courier field is required.'], x: [] },
      },
      'Validation errors courier: The courier field is required.',
    ],
    [
      { Message: 'Invalid.', ModelState: { 'tracking.dispatchedDate': ['Required'] } },
      'Invalid. tracking.dispatchedDate: Required',
    ],
    [
      { errors: ['courier is missing', { message: 'trackingUrl too' }] },
      'courier is missing trackingUrl too',
    ],
    ['Invoice Not Found', 'Invoice Not Found'],
    ['x'.repeat(1000), 'x'.repeat(300)],
    [PAGE, null],
    ['', null],
    [null, null],
  ])('reads the words of %p', (body, message) => {
    expect(faultOf(answer(400, body), 'NotifyInvoice', 'write').upstreamMessage).toBe(message)
  })

  it.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': 'Tue, 03 Mar 2026 10:01:00 GMT', date: 'Tue, 03 Mar 2026 10:00:18 GMT' }, 42],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('reads the wait in %p', (headers, seconds) => {
    const fault = faultOf(answer(429, '', headers as Record<string, string>), 'GetOrder', 'read')
    expect(fault.retryAfterSeconds).toBe(seconds)
  })

  it('keeps nothing of the request', () => {
    const thrown = {
      ...answer(500, { error: { message: 'no' } }),
      config: { headers: { vtexidclientautcookie: 'secret-token' } },
    }
    const fault = faultOf(thrown, 'NotifyInvoice', 'write')
    expect(JSON.stringify([fault, fault.message, fault.stack])).not.toContain('secret-token')
  })
})

describe('faultOfBody', () => {
  it('takes a page for the login on a read, and for no answer at all on a write', () => {
    expect(faultOfBody(PAGE, 'GetOrder', 'read').kind).toBe('forbidden')
    expect(faultOfBody('ok', 'GetOrder', 'read').kind).toBe('unreadable')
    expect(faultOfBody(PAGE, 'NotifyInvoice', 'write').kind).toBe('unknown')
    expect(faultOfBody('', 'NotifyInvoice', 'write').kind).toBe('unknown')
  })
})
