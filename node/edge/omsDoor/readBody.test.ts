import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { readJson } from './readBody'

function requestOf(bytes: Buffer): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.push(bytes)
  request.push(null)
  return request
}

it.each([
  ['UTF-8', Buffer.from('{"courier":"São"}'), { courier: 'São' }],
  ['UTF-8 with its mark', Buffer.from('\uFEFF{"courier":"São"}'), { courier: 'São' }],
  ['nothing', Buffer.from(' \n'), {}],
])('reads %s', async (_name, bytes, body) => {
  expect(await readJson(requestOf(bytes))).toEqual(body)
})

it.each([
  // OMS would keep the broken letters for good.
  ['Latin-1', Buffer.from('{"courier":"São"}', 'latin1')],
  ['UTF-16', Buffer.from('{"courier":"São"}', 'utf16le')],
])('refuses what is written in %s', async (_name, bytes) => {
  await expect(readJson(requestOf(bytes))).rejects.toMatchObject({
    extensions: { code: 'BODY_NOT_JSON' },
  })
})
