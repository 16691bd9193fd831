/** The frame's own words; the panel's come from messages/. */
export interface Words {
  readonly language: string
  readonly user: string
  readonly nobody: string
  readonly skip: string
  readonly menu: string
  readonly absent: string
  readonly broken: string
  readonly sections: Readonly<Record<string, string>>
}

export const LANGUAGES = [
  { code: 'en', locale: 'en-US', name: 'English' },
  { code: 'pt', locale: 'pt-BR', name: 'Português' },
  { code: 'es', locale: 'es', name: 'Español' },
] as const

export const WORDS: Readonly<Record<string, Words>> = {
  en: {
    language: 'Language',
    user: 'Signed in as',
    nobody: 'nobody',
    skip: 'Skip to the content',
    menu: 'Admin menu',
    absent: 'This page is not in admin/routes.json, or it has not been built.',
    broken: 'The page broke. Its error is in the console.',
    sections: { orders: 'Orders', apps: 'Apps', other: 'Other' },
  },
  pt: {
    language: 'Idioma',
    user: 'Conectado como',
    nobody: 'ninguém',
    skip: 'Pular para o conteúdo',
    menu: 'Menu do Admin',
    absent: 'Esta página não está em admin/routes.json ou não foi construída.',
    broken: 'A página falhou. O erro está no console.',
    sections: { orders: 'Pedidos', apps: 'Aplicativos', other: 'Outros' },
  },
  es: {
    language: 'Idioma',
    user: 'Conectado como',
    nobody: 'nadie',
    skip: 'Saltar al contenido',
    menu: 'Menú del Admin',
    absent: 'Esta página no está en admin/routes.json o no fue construida.',
    broken: 'La página falló. El error está en la consola.',
    sections: { orders: 'Pedidos', apps: 'Aplicaciones', other: 'Otros' },
  },
}
