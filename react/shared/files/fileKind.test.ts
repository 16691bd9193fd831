import { fileKind } from './fileKind'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)).buffer

test.each([
  ['%PDF-1.7', 'danfe.pdf', 'PDF'],
  ['\xef\xbb\xbf%PDF-1.4', 'danfe.xml', 'PDF'],
  ['PK\x03\x04', 'notas.zip', 'ZIP'],
  ['PK\x03\x04', 'notas.xlsx', 'SHEET'],
  ['Rar!', 'notas.rar', 'ZIP'],
  ['\xd0\xcf\x11\xe0', 'notas.xls', 'SHEET'],
  ['\x89PNG', 'foto.png', 'PICTURE'],
  ['\xff\xd8\xff\xe0', 'foto.jpg', 'PICTURE'],
  ['<?xml version="1.0"?><nfeProc/>', 'nfe.pdf', null],
  ['\xef\xbb\xbf<nfeProc/>', 'nfe.xml', null],
  ['', 'empty.xml', null],
])('%j named %s', (text, name, kind) => {
  expect(fileKind(bytes(text), name)).toBe(kind)
})
