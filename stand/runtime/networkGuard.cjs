// Nothing leaves the worker but through the egress proxy: a client that ignores http_proxy would
// otherwise pass the manifest's rules unseen.
const net = require('node:net')
const channel = require('./channel.cjs')

const proxyPort = Number(new URL(process.env.http_proxy).port)
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function guarded(...args) {
  const [options] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args)
  const host = options.host || 'localhost'
  if (options.path || Number(options.port) === proxyPort) return connect.apply(this, args)
  // Probes of the runtime itself (tracing agent, sidecar) look for the local host only.
  if (!/^(localhost|127\.|0\.0\.0\.0$|::1$)/.test(host)) {
    channel.send({ bypassed: { host, port: Number(options.port) } })
  }
  const error = Object.assign(
    new Error(
      `${host}:${options.port} was called past http_proxy; the platform lets no such call out`
    ),
    { code: 'ECONNREFUSED' }
  )
  process.nextTick(() => this.destroy(error))
  return this
}
