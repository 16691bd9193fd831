/** NF-e (model 55) and NFC-e (model 65), layout 4.00 (oms §9). */
import { createHash } from 'node:crypto'
import type { WireClient } from '../../oms'
import { ISSUER } from '../people'
import {
  digits,
  SAO_PAULO_OFFSET_MS,
  type DocumentLine,
  type FiscalContent,
  type InvoiceXmlOptions,
} from './document'
import { element, group, reais } from './xml'

const NAMESPACE = 'http://www.portalfiscal.inf.br/nfe'
const TEST_NAME = 'NF-E EMITIDA EM AMBIENTE DE HOMOLOGACAO - SEM VALOR FISCAL'

/** The document alone, or with SEFAZ's protocol around it. */
export function nfeXml(content: FiscalContent, options: InvoiceXmlOptions): string {
  const declaration = `<?xml version="1.0" encoding="${options.encoding ?? 'UTF-8'}"?>`
  const nfe = `<NFe xmlns="${NAMESPACE}"><infNFe Id="NFe${content.key}" versao="4.00">${[
    identification(content),
    issuer(content),
    recipient(content),
    ...content.lines.map((line, index) => detail(line, index, content)),
    totals(content),
    group('transp', element('modFrete', content.freight > 0 ? '0' : '9')),
    group('pag', group('detPag', element('tPag', '03'), element('vPag', reais(content.value)))),
    group('infAdic', element('infCpl', `Pedido ${content.order.orderId}`)),
  ].join('')}</infNFe>${supplement(content)}${signature(content)}</NFe>`
  if (options.bare) return `${declaration}${nfe}`
  return `${declaration}<nfeProc versao="4.00" xmlns="${NAMESPACE}">${nfe}${protocol(content, options.cStat ?? '100')}</nfeProc>`
}

function localTime(at: number): string {
  return `${new Date(at + SAO_PAULO_OFFSET_MS).toISOString().slice(0, 19)}-03:00`
}

function identification(content: FiscalContent): string {
  const sameState =
    content.order.clientProfileData !== null && addressOf(content).state === ISSUER.state
  return group(
    'ide',
    element('cUF', '35'),
    element('cNF', content.randomCode),
    element('natOp', 'VENDA DE MERCADORIA'),
    element('mod', content.kind === 'nfce' ? '65' : '55'),
    element('serie', content.series),
    element('nNF', content.number),
    element('dhEmi', localTime(content.issuedAt)),
    element('tpNF', '1'),
    element('idDest', sameState ? '1' : '2'),
    element('cMunFG', ISSUER.cityCode),
    element('tpImp', content.kind === 'nfce' ? '4' : '1'),
    element('tpEmis', '1'),
    element('cDV', content.key.slice(-1)),
    element('tpAmb', content.testEnvironment ? '2' : '1'),
    element('finNFe', '1'),
    element('indFinal', '1'),
    element('indPres', '2'),
    element('indIntermed', '0'),
    element('procEmi', '0'),
    element('verProc', 'storeops-erp 7.2')
  )
}

function issuer(content: FiscalContent): string {
  return group(
    'emit',
    element('CNPJ', content.issuerCnpj),
    element('xNome', ISSUER.name),
    element('xFant', ISSUER.tradeName),
    group(
      'enderEmit',
      element('xLgr', ISSUER.street),
      element('nro', ISSUER.number),
      element('xBairro', ISSUER.neighborhood),
      element('cMun', ISSUER.cityCode),
      element('xMun', ISSUER.city),
      element('UF', ISSUER.state),
      element('CEP', ISSUER.postalCode),
      element('cPais', '1058'),
      element('xPais', 'Brasil')
    ),
    element('IE', ISSUER.stateInscription),
    element('CRT', '3')
  )
}

function addressOf({ order }: FiscalContent): Record<string, string> {
  return (order.shippingData?.address ?? {}) as Record<string, string>
}

function recipient(content: FiscalContent): string {
  const client = content.order.clientProfileData
  // Consumer's document: may go to nobody in particular.
  if (!client) return ''
  const address = addressOf(content)
  const name = client.corporateName || `${client.firstName} ${client.lastName}`
  return group(
    'dest',
    document(client),
    element('xNome', content.testEnvironment ? TEST_NAME : name.slice(0, 60)),
    group(
      'enderDest',
      element('xLgr', address.street),
      element('nro', address.number),
      element('xCpl', address.complement),
      element('xBairro', address.neighborhood || 'Centro'),
      element('cMun', address.state === 'SP' ? ISSUER.cityCode : '9999999'),
      element('xMun', address.city),
      element('UF', address.country === 'BRA' ? address.state : 'EX'),
      element('CEP', address.postalCode?.replace(/\D/g, '').slice(0, 8).padEnd(8, '0')),
      element('cPais', address.country === 'BRA' ? '1058' : '9999'),
      element('xPais', address.country === 'BRA' ? 'Brasil' : address.country)
    ),
    element('indIEDest', '9'),
    element('email', client.email)
  )
}

function document(client: WireClient): string {
  if (client.corporateDocument) return element('CNPJ', client.corporateDocument)
  if (client.documentType === 'cpf') return element('CPF', client.document)
  return element('idEstrangeiro', client.document || 'NAO INFORMADO')
}

function detail(line: DocumentLine, index: number, content: FiscalContent): string {
  const { item, quantity, gross, discount } = line
  const commercial = (quantity * (item.unitMultiplier || 1)).toFixed(4)
  const unitPrice = (item.price / 100).toFixed(10)
  const unit = item.measurementUnit === 'kg' ? 'KG' : 'UN'
  const ean = (item.ean as string | null) ?? 'SEM GTIN'
  // Freight, other charges and what reduces the whole order stand on the first line.
  const first = index === 0 ? content : { freight: 0, other: 0, discount: 0 }
  return `<det nItem="${index + 1}">${group(
    'prod',
    element('cProd', item.id),
    element('cEAN', ean),
    element('xProd', item.name),
    element('NCM', item.taxCode as string),
    element('CFOP', addressOf(content).state === ISSUER.state ? '5102' : '6108'),
    element('uCom', unit),
    element('qCom', commercial),
    element('vUnCom', unitPrice),
    element('vProd', reais(gross)),
    element('cEANTrib', ean),
    element('uTrib', unit),
    element('qTrib', commercial),
    element('vUnTrib', unitPrice),
    first.freight > 0 ? element('vFrete', reais(first.freight)) : '',
    discount + first.discount > 0 ? element('vDesc', reais(discount + first.discount)) : '',
    first.other > 0 ? element('vOutro', reais(first.other)) : '',
    element('indTot', '1'),
    element('xPed', content.order.orderId.slice(0, 15)),
    element('nItemPed', index + 1)
  )}${TAXES}</det>`
}

const TAXES = group(
  'imposto',
  group('ICMS', group('ICMS40', element('orig', '0'), element('CST', '41'))),
  group('PIS', group('PISNT', element('CST', '07'))),
  group('COFINS', group('COFINSNT', element('CST', '07')))
)

function totals(content: FiscalContent): string {
  const goods = content.lines.reduce((sum, { gross }) => sum + gross, 0)
  const off = content.lines.reduce((sum, { discount }) => sum + discount, content.discount)
  const none = ['vBC', 'vICMS', 'vICMSDeson', 'vFCP', 'vBCST', 'vST', 'vFCPST', 'vFCPSTRet']
  return group(
    'total',
    group(
      'ICMSTot',
      ...none.map((name) => element(name, '0.00')),
      element('vProd', reais(goods)),
      element('vFrete', reais(content.freight)),
      element('vSeg', '0.00'),
      element('vDesc', reais(off)),
      ...['vII', 'vIPI', 'vIPIDevol', 'vPIS', 'vCOFINS'].map((name) => element(name, '0.00')),
      element('vOutro', reais(content.other)),
      element('vNF', reais(content.value))
    )
  )
}

/** NFC-e alone: what its QR code holds. */
function supplement({ kind, key, testEnvironment }: FiscalContent): string {
  if (kind !== 'nfce') return ''
  const address = 'https://www.homologacao.nfce.example.com/qrcode'
  return group(
    'infNFeSupl',
    element(
      'qrCode',
      `${address}?p=${key}|2|${testEnvironment ? 2 : 1}|1|${digest(key, 'hex').slice(0, 40)}`
    ),
    element('urlChave', 'https://www.nfce.example.com/consulta')
  )
}

/** In the shape of a signature; nobody holds the key of an invented company. */
function signature({ key }: FiscalContent): string {
  return `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/><Reference URI="#NFe${key}"><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><DigestValue>${digest(key, 'base64')}</DigestValue></Reference></SignedInfo><SignatureValue>${digest(`signed:${key}`, 'base64')}</SignatureValue></Signature>`
}

function protocol(content: FiscalContent, cStat: string): string {
  const granted = cStat === '100' || cStat === '150'
  const reasons: Record<string, string> = {
    '100': 'Autorizado o uso da NF-e',
    '150': 'Autorizado o uso da NF-e, autorizacao fora de prazo',
    '110': 'Uso Denegado',
  }
  return `<protNFe versao="4.00">${group(
    'infProt',
    element('tpAmb', content.testEnvironment ? '2' : '1'),
    element('verAplic', 'SP_NFE_PL009_V4'),
    element('chNFe', content.key),
    element('dhRecbto', localTime(content.issuedAt + 4_000)),
    granted ? element('nProt', `135${content.key.slice(2, 4)}${digits(content.key, 10)}`) : '',
    element('digVal', digest(content.key, 'base64')),
    element('cStat', cStat),
    element('xMotivo', reasons[cStat] ?? 'Rejeicao')
  )}</protNFe>`
}

function digest(text: string, form: 'hex' | 'base64'): string {
  return createHash('sha1').update(text).digest(form)
}
