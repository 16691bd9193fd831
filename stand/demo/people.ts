/** Invented customers: nobody real, every check digit right. */
import { cnpj, cpf } from './checkDigits'

export interface Customer {
  firstName: string
  lastName: string
  email: string
  documentType: string
  document: string
  phone: string
  company?: { name: string; document: string; stateInscription: string }
  address: {
    street: string
    number: string
    complement: string | null
    neighborhood: string
    city: string
    state: string
    postalCode: string
    country: string
  }
}

/** The store itself, as the issuer of its invoices. */
export const ISSUER = {
  cnpj: cnpj('445512300001'),
  name: 'Storeops Comercio de Utilidades Ltda',
  tradeName: 'Storeops',
  stateInscription: '149626224113',
  street: 'Avenida das Oficinas',
  number: '1200',
  neighborhood: 'Vila Leopoldina',
  cityCode: '3550308',
  city: 'Sao Paulo',
  state: 'SP',
  postalCode: '05310000',
}

function person(
  firstName: string,
  lastName: string,
  document: string,
  documentType: string,
  phone: string,
  address: [
    street: string,
    number: string,
    complement: string | null,
    neighborhood: string,
    city: string,
    state: string,
    postalCode: string,
    country: string,
  ]
): Customer {
  const [street, number, complement, neighborhood, city, state, postalCode, country] = address
  const mailbox = `${firstName}.${lastName}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
  return {
    firstName,
    lastName,
    email: `${mailbox}@example.com`,
    documentType,
    document,
    phone,
    address: { street, number, complement, neighborhood, city, state, postalCode, country },
  }
}

export const ANA = person('Ana', 'Figueira', cpf('315226804'), 'cpf', '+5511955550101', [
  'Rua dos Jasmins',
  '45',
  'Apto 12',
  'Jardim Aurora',
  'São Paulo',
  'SP',
  '04012-080',
  'BRA',
])
export const BENTO = person('Bento', 'Quaresma', cpf('708113925'), 'cpf', '+5521955550102', [
  'Avenida da Enseada',
  '310',
  null,
  'Praia Mansa',
  'Rio de Janeiro',
  'RJ',
  '22040-002',
  'BRA',
])
export const CELIA = person('Célia', 'Montenegro', cpf('246908713'), 'cpf', '+5531955550103', [
  'Rua do Ouro Velho',
  '1188',
  'Casa 2',
  'Serra Alta',
  'Belo Horizonte',
  'MG',
  '30220-000',
  'BRA',
])
export const DARIO = person('Dário', 'Peçanha', cpf('590337148'), 'cpf', '+5541955550104', [
  'Rua das Araucárias',
  '77',
  null,
  'Batel Novo',
  'Curitiba',
  'PR',
  '80420-090',
  'BRA',
])
export const EUNICE = person(
  'Eunice',
  'Salgado Vasconcellos de Albuquerque Bragança',
  cpf('163720594'),
  'cpf',
  '+5571955550105',
  ['Ladeira do Farol', '9', 'Fundos', 'Barra Velha', 'Salvador', 'BA', '40140-110', 'BRA']
)

export const OFICINA: Customer = {
  ...person('Flávia', 'Trindade', cpf('482615037'), 'cpf', '+5511955550106', [
    'Rua do Torno',
    '500',
    'Galpão B',
    'Mooca Nova',
    'São Paulo',
    'SP',
    '03104-010',
    'BRA',
  ]),
  company: {
    name: 'Oficina Trindade Manutenção Ltda',
    document: cnpj('302174560001'),
    stateInscription: '110042490114',
  },
}

/** A company of the new kind: letters in its CNPJ (oms §9). */
export const PADARIA: Customer = {
  ...person('Gil', 'Carvalhosa', cpf('927450316'), 'cpf', '+5551955550107', [
    'Rua do Fermento',
    '21',
    null,
    'Cidade Baixa',
    'Porto Alegre',
    'RS',
    '90050-002',
    'BRA',
  ]),
  company: {
    name: 'Padaria Pão & Prosa SA',
    document: cnpj('P4D7R1A20001'),
    stateInscription: 'ISENTO',
  },
}

export const HERNAN = person(
  'Hernán',
  'Restrepo Uribe',
  '1019077412',
  'cedulaCOL',
  '+573105550108',
  ['Carrera 43A', '18-95', 'Oficina 701', 'El Poblado', 'Medellín', 'Antioquia', '050021', 'COL']
)
export const ISIDORA = person('Isidora', 'Valdés', '17.402.336-5', 'rut', '+56955550109', [
  'Los Leones',
  '1422',
  'Depto 504',
  'Providencia',
  'Santiago',
  'Región Metropolitana',
  '7510000',
  'CHL',
])
export const JUANA = person('Juana', 'Ocampo', 'OALJ850212MDF', 'rfc', '+525555550110', [
  'Calle Durango',
  '263',
  null,
  'Roma Norte',
  'Ciudad de México',
  'CDMX',
  '06700',
  'MEX',
])
export const KEVIN = person('Kevin', 'Whitlock', '', 'other', '+13055550111', [
  'Orchard Street',
  '812',
  'Unit 3',
  '',
  'Miami',
  'FL',
  '33130',
  'USA',
])
