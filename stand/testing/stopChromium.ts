import './startChromium'

/** After the last browser test of a run. */
export default async function stopChromium(): Promise<void> {
  await globalThis.chromiumOfTestRun?.close()
}
