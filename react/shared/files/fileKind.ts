/** What a file is that holds no XML, by its first bytes. */
export type FileKind = 'PDF' | 'ZIP' | 'SHEET' | 'PICTURE'

const SIGNS: Array<[readonly number[], FileKind]> = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP'],
  [[0x52, 0x61, 0x72, 0x21], 'ZIP'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'ZIP'],
  [[0x1f, 0x8b], 'ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'SHEET'],
  [[0x89, 0x50, 0x4e, 0x47], 'PICTURE'],
  [[0xff, 0xd8, 0xff], 'PICTURE'],
  [[0x47, 0x49, 0x46, 0x38], 'PICTURE'],
]

/** Null where it may be text. A PDF may have signs before its own; a workbook is a ZIP of a name of its own. */
export function fileKind(buffer: ArrayBuffer, fileName: string): FileKind | null {
  const bytes = new Uint8Array(buffer)
  const begins = (signs: readonly number[], at = 0) =>
    signs.every((sign, place) => bytes[at + place] === sign)
  const found = SIGNS.find(([signs]) => begins(signs))

  if (!found) return [1, 2, 3].some((at) => begins(SIGNS[0][0], at)) ? 'PDF' : null

  return found[1] === 'ZIP' && /\.(xlsx|xlsm|ods)$/i.test(fileName) ? 'SHEET' : found[1]
}
