import fc from 'fast-check'
import { credentialsIn } from './credentials'

const value = fc.stringMatching(/^[a-zA-Z0-9._@-]{1,12}$/)
const password = fc.stringMatching(/^[a-zA-Z0-9:]{1,12}$/)

it('reads what was joined by colons, whatever colons the second holds', () => {
  fc.assert(
    fc.property(value, password, value, (user, code, card) => {
      expect(credentialsIn(`${user}:${code}:${card}`, ['user', 'code', 'card'])).toEqual({
        user,
        code,
        card,
      })
      expect(credentialsIn(`${user}:${code}`, ['user', 'code'])).toEqual({ user, code })
      expect(credentialsIn(code, ['token'])).toEqual({ token: code })
    })
  )
})

it('says where one is missing, and needs none where none are named', () => {
  expect(credentialsIn('ana', ['user', 'password'])).toBeNull()
  expect(credentialsIn('ana:', ['user', 'password'])).toBeNull()
  expect(credentialsIn('ana:1: ', ['user', 'password', 'payerId'])).toBeNull()
  expect(credentialsIn('', ['token'])).toBeNull()
  expect(credentialsIn('a:b:c', ['a', 'b', 'c', 'd', 'e', 'f'])).toBeNull()
  expect(credentialsIn('', [])).toEqual({})
})
