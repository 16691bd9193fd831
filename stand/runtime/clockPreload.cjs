// Shifts what the worker takes for now, so that leases, waits and lateness are tested without sleeping.
// Timers keep their own pace.
const channel = require('./channel.cjs')

const RealDate = Date
const realNow = RealDate.now.bind(RealDate)
let offset = Number(process.env.STAND_CLOCK_OFFSET_MS || 0)

const now = () => realNow() + offset
RealDate.now = now

const Shifted = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
})
RealDate.prototype.constructor = Shifted
globalThis.Date = Shifted

channel.onMessage((message) => {
  if (typeof message.clockOffsetMs !== 'number') return
  offset = message.clockOffsetMs
  channel.send({ clockOffsetMs: offset })
})
