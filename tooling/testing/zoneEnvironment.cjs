const TestEnvironment = require('./leavingEnvironment.cjs')

/** Runs a test file as on a machine in the zone that `testEnvironmentOptions.zone` names. */
module.exports = class ZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    const before = process.env.TZ
    const { zone } = config.projectConfig.testEnvironmentOptions
    // Before the tests get their copy of process.
    process.env.TZ = zone
    super(config, context)
    this.before = before
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (timeZone !== zone)
      throw new Error(`this machine knows no zone ${zone}: it is in ${timeZone}`)
  }

  async teardown() {
    // The worker goes on with another file, which may be of another zone.
    if (this.before === undefined) delete process.env.TZ
    else process.env.TZ = this.before
    await super.teardown()
  }
}
