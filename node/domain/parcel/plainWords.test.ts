import fc from 'fast-check'
import { plainWords } from './plainWords'

it.each([
  ['ENTREGA REALIZADA NORMALMENTE', 'ENTREGA REALIZADA NORMALMENTE'],
  ['  Saiu\tpara\r\n entrega ', 'Saiu para entrega'],
  ['Recebido na portaria', 'Recebido na portaria'],
  ['AVENIDA ZERO, RECEBEDOR AUSENTE', 'AVENIDA ZERO, RECEBEDOR AUSENTE'],
  ['Previsao de entrega: 12/11/26.', 'Previsao de entrega: 12/11/26.'],
  ['Agendado para 09/11/2026 13:52', 'Agendado para 09/11/2026 13:52'],
  ['Agendado para 2026-11-09', 'Agendado para 2026-11-09'],
  ['NF 4711 / serie 1', 'NF 4711 / serie 1'],
  ['Fale com ana.b@example.com.br hoje', 'Fale com … hoje'],
  ['CPF 123.456.789-09 conferido', 'CPF … conferido'],
  ['CNPJ 11.222.333/0001-81', 'CNPJ …'],
  ['CNPJ 12ABC34501DE35', 'CNPJ …'],
  ['Ligar (11) 91234-5678 antes', 'Ligar … antes'],
  ['Ligar +55 11 91234-5678', 'Ligar …'],
  ['Tel. 5512345678', 'Tel. …'],
  ['Recebido por Maria da Silva. Obrigado', 'Recebido por …. Obrigado'],
  ['Entregue. Recebedor: MARIA DA SILVA; RG 12.345.678-9', 'Entregue. Recebedor: …; RG …'],
  ['Received by: JOHN DOE', 'Received by …'],
  ['Signed for by JOHN DOE', 'Signed for by …'],
  ['Recibido por JUAN PEREZ, C.C. 1.234.567.890', 'Recibido por …'],
  ['Recebida por Ana', 'Recebida por …'],
  ['Recebedora: Ana', 'Recebedora: …'],
  ['Receptor: Ana', 'Receptor: …'],
  ['Receptora: Ana', 'Receptora: …'],
  ['Recibida por Ana', 'Recibida por …'],
  ['Recibio: Ana', 'Recibio: …'],
  ['Recibió: Ana', 'Recibió: …'],
  ['Recebeu: Ana', 'Recebeu: …'],
  ['Assinada por Ana', 'Assinada por …'],
  ['Assinado por Ana', 'Assinado por …'],
  ['Firmado por Ana', 'Firmado por …'],
  ['Firmada por Ana', 'Firmada por …'],
  ['Signed by Ana', 'Signed by …'],
  ['Nome: Ana', 'Nome: …'],
  ['Nome:Ana', 'Nome: …'],
  ['Nombre: Ana', 'Nombre: …'],
  ['name:: Ana', 'name: …'],
  ['Documento: A-7', 'Documento: …'],
  ['DNI: A-7', 'DNI: …'],
  ['Sobrenome: nada', 'Sobrenome: nada'],
  ['Recebido por J. R. Silva. Obrigado', 'Recebido por …. Obrigado'],
  ['Recebido por SR.SILVA. Obrigado', 'Recebido por …. Obrigado'],
  ['Recebido por Ana\nna portaria', 'Recebido por …'],
  ['CNPJ 11222333000181', 'CNPJ …'],
  ['Lote 99ABC34501DE99', 'Lote 99ABC34501DE99'],
  ['Pedido 1234567', 'Pedido 1234567'],
  ['Pedido 12345678', 'Pedido …'],
  ['Objeto OY000047110BR', 'Objeto OY000047110BR'],
  ['Objeto 00004711012BR', 'Objeto 00004711012BR'],
  ['Ligar 11 (9) 1234-5678', 'Ligar …'],
  ['Dia 2026.11.09 e 9.11.2026', 'Dia 2026.11.09 e 9.11.2026'],
  ['Dia 09/11/2026 13', 'Dia 09/11/2026 13'],
  ['Dia 09/11/2026 135', 'Dia …'],
  ['Dia 1-09/11/2026', 'Dia …'],
  ['Fale com <ana@example.com>, hoje', 'Fale com <…>, hoje'],
  ['A\u200Bna', 'A na'],
  ['Recebido por\nAna', 'Recebido por …'],
  ['RG:\n\nA-7', 'RG: …'],
  ['Caixa \u{1F4E6} aberta', 'Caixa \u{1F4E6} aberta'],
])('%j becomes %j', (text, words) => expect(plainWords(text)).toBe(words))

it.each([null, '', ' \n\u0000 '])('%j says nothing', (text) => expect(plainWords(text)).toBeNull())

it('ends at what OMS takes, never in half a sign', () => {
  expect(plainWords('a'.repeat(6000))).toHaveLength(5000)
  expect(plainWords(`${'a'.repeat(4999)}\u{1F4E6}`)).toBe('a'.repeat(4999))
})

it('leaves no e-mail and no number of eight digits that is no day, and changes nothing twice', () => {
  const pieces = fc.constantFrom('a@b.co', '12345678', '123.456.789-09', ' ', 'x', ',', '(11)', 'é')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const words = plainWords(parts.join(' '))
      if (words === null) return
      expect(words).not.toMatch(/\w@\w|\d{8}/)
      expect(plainWords(words)).toBe(words)
    })
  )
})

it('takes a time that grows with the text alone', () => {
  for (const unit of ['1 ', '@', 'a@', '1-', 'recebido por '])
    expect(() => plainWords(unit.repeat(100_000))).not.toThrow()
}, 5_000)
