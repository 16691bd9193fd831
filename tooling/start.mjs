// npm start: installs what is missing, builds, starts the local stand.
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { wrongNode } from './nodeVersion.mjs'

const wrong = wrongNode(process.version)
if (wrong) end(wrong)

main().catch((error) => end(error.message))

async function main() {
  const port = numberFrom('PORT', 3000, 65535)
  const replicas = numberFrom('REPLICAS', 1, 16)
  const ofSeason = numberFrom('DEMO_ORDERS', 0, 50_000)
  // Before the build, so that nobody waits for it in vain.
  if (!(await isFree(port))) end(inUse(port))

  const { installMissing } = await import('./install.mjs')
  await installMissing()
  const { buildAll, outputFolder } = await import('./build.mjs')
  await buildAll({ keepGoing: process.argv.includes('--keep-going') })

  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  const { startStand } = require('../stand/index.ts')
  const { printWelcome } = require('../stand/bin/welcome.ts')
  const { plantSeason } = require('./season/plantSeason.ts')
  // A season is made anew in seconds, and written down with every change it would take longer than that.
  const memory = ofSeason > 0 || process.env.STAND_STATE === 'memory'
  let stand
  let stopping = false
  const stop = async (signal) => {
    if (stopping) return
    stopping = true
    if (stand) await stand.stop()
    process.exit(signal === 'SIGINT' ? 130 : 0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    stand = await startStand({
      port,
      replicas,
      state: memory ? 'memory' : join(outputFolder(), 'state', String(port)),
      env: process.env,
      ...(ofSeason > 0 && { ofSeason, plant: plantSeason }),
      onLog: process.env.STAND_LOGS
        ? (replica, text) => console.log(`[${replica}] ${text}`)
        : undefined,
    })
  } catch (error) {
    if (!stopping) end(error.code === 'EADDRINUSE' ? inUse(port) : error.message)
    return
  }
  if (stopping) return void stand.stop()
  printWelcome(stand)
}

function numberFrom(name, standard, most) {
  const text = process.env[name]
  if (text === undefined || text === '') return standard
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  return end(`${name} must be a whole number from 1 to ${most}, not "${text}".`)
}

const inUse = (port) =>
  `Port ${port} is in use: stop what listens there, or start with another one, for example PORT=${port + 1} npm start.`

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function end(line) {
  console.error(line)
  process.exit(1)
}
