/** CF-e SAT (model 59), layout 0.08: the receipt of a till (oms §9). */
import { ISSUER } from '../people'
import { cnpj } from '../checkDigits'
import { SAO_PAULO_OFFSET_MS, type FiscalContent } from './document'
import { element, group, reais } from './xml'

/** Stands in ide/CNPJ, and is not the issuer. */
const SOFTWARE_HOUSE = cnpj('551908740001')

/** The signed document; a date in it has no offset, and the number is padded with zeros. */
export function cfeXml(content: FiscalContent): string {
  const local = new Date(content.issuedAt + SAO_PAULO_OFFSET_MS).toISOString()
  const client = content.order.clientProfileData
  const goods = content.lines.reduce((sum, { gross }) => sum + gross, 0)
  const off = content.lines.reduce((sum, { discount }) => sum + discount, content.discount)
  const buyer = client?.corporateDocument
    ? element('CNPJ', client.corporateDocument)
    : element('CPF', client?.documentType === 'cpf' ? client.document : null)
  return `<?xml version="1.0" encoding="UTF-8"?><CFe><infCFe Id="CFe${content.key}" versao="0.08" versaoDadosEnt="0.08" versaoSB="010300">${[
    group(
      'ide',
      element('cUF', '35'),
      element('cNF', content.randomCode),
      element('mod', '59'),
      element('nserieSAT', content.key.slice(22, 31)),
      element('nCFe', content.key.slice(31, 37)),
      element('dEmi', local.slice(0, 10).replace(/-/g, '')),
      element('hEmi', local.slice(11, 19).replace(/:/g, '')),
      element('cDV', content.key.slice(-1)),
      element('tpAmb', content.testEnvironment ? '2' : '1'),
      element('CNPJ', SOFTWARE_HOUSE),
      element('signAC', 'SGR-SAT SISTEMA DE GESTAO E RETAGUARDA DO SAT'),
      element('assinaturaQRCODE', 'c3RvcmVvcHM='),
      element('numeroCaixa', '001')
    ),
    group(
      'emit',
      element('CNPJ', content.issuerCnpj),
      element('xNome', ISSUER.name),
      element('xFant', ISSUER.tradeName),
      group(
        'enderEmit',
        element('xLgr', ISSUER.street),
        element('nro', ISSUER.number),
        element('xBairro', ISSUER.neighborhood),
        element('xMun', ISSUER.city),
        element('CEP', ISSUER.postalCode)
      ),
      element('IE', ISSUER.stateInscription),
      element('cRegTrib', '3'),
      element('indRatISSQN', 'N')
    ),
    group('dest', buyer, element('xNome', client?.corporateName ?? null)),
    ...content.lines.map(
      ({ item, quantity, gross, discount }, index) =>
        `<det nItem="${index + 1}">${group(
          'prod',
          element('cProd', item.id),
          element('cEAN', item.ean as string | null),
          element('xProd', item.name),
          element('NCM', item.taxCode as string),
          element('CFOP', '5102'),
          element('uCom', item.measurementUnit === 'kg' ? 'KG' : 'UN'),
          element('qCom', (quantity * (item.unitMultiplier || 1)).toFixed(4)),
          element('vUnCom', (item.price / 100).toFixed(3)),
          element('vProd', reais(gross)),
          element('indRegra', 'A'),
          discount > 0 ? element('vDesc', reais(discount)) : '',
          element('vItem', reais(gross - discount))
        )}${group('imposto', group('ICMS', group('ICMS40', element('Orig', '0'), element('CST', '41'))))}</det>`
    ),
    group(
      'total',
      group(
        'ICMSTot',
        element('vICMS', '0.00'),
        element('vProd', reais(goods)),
        element('vDesc', reais(off)),
        element('vPIS', '0.00'),
        element('vCOFINS', '0.00'),
        element('vOutro', reais(content.other + content.freight))
      ),
      element('vCFe', reais(content.value))
    ),
    group(
      'pgto',
      group('MP', element('cMP', '03'), element('vMP', reais(content.value))),
      element('vTroco', '0.00')
    ),
  ].join('')}</infCFe></CFe>`
}
