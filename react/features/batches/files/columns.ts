/** What a column can be read as. The first names are those that OMS's own bodies use. */
export type Field =
  | 'orderId'
  | 'notes'
  | 'recipientId'
  | 'type'
  | 'invoiceNumber'
  | 'issuanceDate'
  | 'invoiceValue'
  | 'invoiceKey'
  | 'invoiceUrl'
  | 'embeddedInvoice'
  | 'itemId'
  | 'itemQuantity'
  | 'itemPrice'
  | 'itemDescription'
  | 'courier'
  | 'trackingNumber'
  | 'trackingUrl'
  | 'dispatchedDate'
  | 'isDelivered'
  | 'deliveredDate'
  | 'eventDate'
  | 'eventDescription'
  | 'eventCity'
  | 'eventState'
  | 'issuerId'
  | 'series'

export type FieldKind = 'ID' | 'TEXT' | 'MONEY' | 'COUNT' | 'DATE' | 'YES_NO' | 'TYPE'

export const KIND_OF: Record<Field, FieldKind> = {
  orderId: 'ID',
  notes: 'TEXT',
  recipientId: 'ID',
  type: 'TYPE',
  invoiceNumber: 'ID',
  issuanceDate: 'DATE',
  invoiceValue: 'MONEY',
  invoiceKey: 'ID',
  invoiceUrl: 'TEXT',
  embeddedInvoice: 'TEXT',
  itemId: 'ID',
  itemQuantity: 'COUNT',
  itemPrice: 'MONEY',
  itemDescription: 'TEXT',
  courier: 'TEXT',
  trackingNumber: 'ID',
  trackingUrl: 'TEXT',
  dispatchedDate: 'DATE',
  isDelivered: 'YES_NO',
  deliveredDate: 'DATE',
  eventDate: 'DATE',
  eventDescription: 'TEXT',
  eventCity: 'TEXT',
  eventState: 'TEXT',
  issuerId: 'ID',
  series: 'TEXT',
}

export const FIELDS = Object.keys(KIND_OF) as Field[]

/** What each column is read as, by its place; null is not read. */
export type Mapping = Array<Field | null>

/**
 * Headings that people and systems write, folded: OMS's bodies, then Portuguese, Spanish and
 * English, then the exports of ERPs and other shops, and what this page calls a column itself. A heading stands at one field only.
 */
const HEADINGS: Record<Field, string> = {
  orderId:
    'orderid order pedido numerodopedido numeropedido npedido nopedido nrpedido idpedido iddopedido pedidoid pedidovtex ' +
    'ordernumber orderno ordername orderreference numerodeorden ordennumero numeroorden idorden orden numerodepedido ' +
    'numerodopedidonoecommerce numeropedidoecommerce numerodopedidomultiloja numeroloja numeropedidocanalvenda ' +
    'numpedweb clientorderref incrementid salesorder marketplaceorderid pedidomarketplace sequence sequencia secuencia oc name',
  notes:
    'observacoes observacao obs observaciones notes notas origin informacoescomplementares infcpl notesthatnametheorder observacoescomopedido notasquenombranelpedido',
  recipientId:
    'cpfcnpj cpfcnpjcliente cnpjcpf cpf documentocliente documentodocliente clientdocument customerdocument recipientid ' +
    'documento documentodelcliente cpfoucnpjdocliente',
  type: 'type tipo tipodanota tipodenota invoicetype tipodefactura saleorreturn vendaoudevolucao ventaodevolucion',
  invoiceNumber:
    'invoicenumber invoice numero numerodanota numeronota numeronf numeronotafiscal numerodanotafiscal notafiscal nota nf nfe ' +
    'nnf numeronfe numerodanfe numerodefactura numerofactura factura nrofactura facturanumero f2doc invoiceno documentnumber',
  issuanceDate:
    'issuancedate issuedate invoicedate dataemissao datadeemissao datadaemissao emissao emissaonf fechadeemision fechaemision fechafactura ' +
    'fechadefactura f2emissao datadanota datanota dhemi',
  invoiceValue:
    'invoicevalue value valor valortotal valordanota valornota valornf totalfaturado valortotaldanota vnf total valortotalnota ' +
    'invoiceamount amount importe importetotal valordefactura valorfactura f2valbrut totalnota valordelafactura',
  invoiceKey:
    'invoicekey accesskey chavedeacesso chave chavenfe chavedanfe chavenf chaveacesso clavedeacceso claveacceso f2chvnfe chnfe cufe uuid',
  invoiceUrl:
    'invoiceurl urldanota urlnota linkdanota linknota danfe linkdanfe urlfactura urldelafactura linkfactura invoicelink enlacedelafactura',
  embeddedInvoice:
    'embeddedinvoice embededinvoice xml xmldanota xmlnota xmlnfe invoicexml xmlfactura xmldelafactura',
  itemId:
    'itemid itemsid sku skuid codigosku itemcodigo linesku lineitemsku iddosku idsku codigodoproduto codigodeproducto itemsku skudoitem skudelarticulo',
  itemQuantity:
    'itemquantity itemsquantity quantity qty quantidade qtd itemquantidade quantidadedeprodutos cantidad linequantity qtde unidades units quantidadedoitem cantidaddelarticulo',
  itemPrice:
    'itemprice itemsprice price itemvalorunitario valorunitario precounitario preciounitario unitprice preco precio precodoitem preciodelarticulo',
  itemDescription:
    'itemdescription itemsdescription itemdescricao descricaodoproduto nomedoproduto produto product productname producto descripciondelproducto itemname nomedoitem nombredelarticulo',
  courier:
    'courier carrier transportadora transportador transportista shippingcarrier trackingcompany fulfillmenttrackingcompany ' +
    'trackingprovider carriercode shipmethod f2transp formadeenvio empresadetransporte mensajeria',
  trackingNumber:
    'trackingnumber tracking rastreio codigorastreio codigoderastreio codigoderastreamento rastreamento numeroderastreio ' +
    'numeroderastreamento objeto awb numerodeseguimiento seguimiento guia numerodeguia codigodeseguimiento ' +
    'fulfillmenttrackingnumber carriertrackingref tracknumber etiqueta trackingcode',
  trackingUrl:
    'trackingurl urlderastreio urlrastreio linkderastreio linkrastreio urlderastreamento linkderastreamento urldeseguimiento linkdeseguimiento ' +
    'fulfillmenttrackingurl trackinglink enlacedeseguimiento',
  dispatchedDate:
    'dispatcheddate dispatchdate dateshipped shipdate shippeddate datadespacho datadedespacho datadeenvio dataenvio datadesaida datasaida ' +
    'fechadedespacho fechadespacho fechadeenvio fechaenvio',
  isDelivered:
    'isdelivered delivered entregue entregado deliveredyesorno entreguesimounao entregadosiono',
  deliveredDate:
    'delivereddate deliverydate dataentrega datadeentrega datadaentrega entregueem fechadeentrega fechaentrega entregadoel deliveredat',
  eventDate:
    'eventdate date eventsdate data datadoevento dataevento dataocorrencia datadaocorrencia datastatus fecha fechadelevento fechaevento eventtime',
  eventDescription:
    'eventdescription eventsdescription description status descricao ocorrencia descricaodaocorrencia evento situacao estado descripcion ' +
    'descripciondelevento event statusdescription',
  eventCity:
    'eventcity eventscity city cidade ciudad municipio local cidadedoevento ciudaddelevento',
  eventState: 'eventstate eventsstate uf provincia departamento ufdoevento provinciadelevento',
  issuerId:
    'issuerid cnpjemitente cnpjemissor emitente cnpjdoemitente issuerdocument documentodelemisor',
  series: 'series serie f2serie seriedanota serienota invoiceseries seriedelafactura',
}

const FIELD_OF = new Map<string, Field>()

FIELDS.forEach((field) => HEADINGS[field].split(' ').forEach((name) => FIELD_OF.set(name, field)))

/** A heading without case, accents, blanks and signs: "Nº do Pedido" is "nodopedido". */
export function folded(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** The field of a heading by itself; null for one that is not known. */
export function fieldOf(heading: string): Field | null {
  const name = folded(heading)

  return (
    FIELD_OF.get(name) ??
    FIELD_OF.get(name.replace(/^(nr|nro|no|num)(?=d[aoe]|pedido|nota)/, 'numero')) ??
    null
  )
}

/** What the columns are read as by their headings alone. Of two columns for one field the first is read. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<Field>()

  return header.map((heading) => {
    const field = fieldOf(heading)

    if (field === null || taken.has(field)) return null
    taken.add(field)

    return field
  })
}

/** Tells files of the same kind: what was said of one mapping holds for the next file with these headings. */
export function headingSet(header: readonly string[]): string {
  return header.map(folded).join('|')
}

/** Rows above the headings that titles and logos take. */
const MOST_TITLES = 20

/** The row of the headings: the first that holds most known ones. Files of people bear titles above. */
export function headerRow(rows: ReadonlyArray<{ cells: readonly string[] }>): number {
  let best = 0
  let most = 0

  rows.slice(0, MOST_TITLES).forEach(({ cells }, index) => {
    const known = new Set(cells.map(fieldOf).filter((field) => field !== null)).size

    if (known > most) {
      most = known
      best = index
    }
  })

  return best
}
