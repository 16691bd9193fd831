// The line to the stand: JSON lines over file descriptor 3. Not IPC, because the worker of @vtex/api
// listens to `process.on('message')` itself and takes every message for its master's.
const { Socket } = require('node:net')

const socket = new Socket({ fd: 3, readable: true, writable: true })
const listeners = []
let rest = ''

socket.setEncoding('utf8')
socket.on('data', (text) => {
  const lines = (rest + text).split('\n')
  rest = lines.pop()
  for (const line of lines) for (const listener of listeners) listener(JSON.parse(line))
})
// The stand is gone: a worker must not outlive it.
socket.on('close', () => process.exit(0))
socket.on('error', () => process.exit(0))

module.exports = {
  send: (message) => socket.write(`${JSON.stringify(message)}\n`),
  onMessage: (listener) => listeners.push(listener),
}
