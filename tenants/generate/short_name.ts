const named: Record<string, string> = {
  szm: 'Szkoła Muzyczna',
  psbig: 'PSBiG',
  zsb: 'ZS Budowlanych',
  zschips: 'ZSChiPS',
  'zse-vetter': 'ZSE Vetterów',
  'zs-elektronik': 'ZS Elektronicznych',
  'zs-energetyk': 'ZS Energetycznych',
  zsow: 'ZSO-W',
  zss: 'ZS Samochodowych',
  zstk: 'ZSTK',
  lckziu: 'LCKZiU',
  mos: 'MOS',
  ssm: 'Schronisko Młodzieżowe',
  lceao: 'LCEAO',
  'p-11': 'PS 11',
  'sosw-nieslyszacy': 'SOSW dla Niesłyszących',
  'sosw-sekowska': 'SOSW im. Sękowskiej',
  'mdk-akacja': 'MDK „Pod Akacją”',
}

const upper = new Set(['sp', 'p', 'zs', 'zp', 'zso', 'cku', 'sosw', 'sps', 'ppp', 'bs', 'mdk'])

/** `sp-21` → `SP 21`, `lo-1` → `I LO`; the rest has names in use. */
export function shortName(slug: string, name: string): string {
  if (named[slug]) return named[slug]
  const [prefix, number] = slug.split('-') as [string, string]
  if (prefix === 'lo') return `${name.split(' ')[0]} LO`
  if (upper.has(prefix)) return `${prefix.toUpperCase()} ${number}`
  throw new Error(`E_NO_SHORT_NAME: ${slug}`)
}
