// Kept to syntax that old versions of Node can read, so that they can say what is wrong.

/** What is wrong with this version of Node, in one line; null where it serves. */
export function wrongNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  if (major === 20 ? minor >= 9 : major >= 22) return null
  return `Node ${version.replace(/^v/, '')} is not supported: install Node 20 (20.9 or newer) or Node 22 or newer, then run this again.`
}
