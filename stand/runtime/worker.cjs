// Starts the real @vtex/api worker on the service of the working directory, as the platform does.
const { createRequire } = require('node:module')
const { join } = require('node:path')
const channel = require('./channel.cjs')

const service = createRequire(join(process.cwd(), 'service', 'src', 'node', 'index.js'))
const { getServiceJSON } = service('@vtex/api/lib/service/loaders')
const { startWorker } = service('@vtex/api/lib/service/worker')

const server = startWorker(getServiceJSON()).listen(0, '127.0.0.1', () => {
  channel.send({ listening: server.address().port })
})
