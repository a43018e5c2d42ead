import type { SectionKind } from './plan.ts'

const preschoolGroups = [
  ['Biedronki', 'Motylki', 'Krasnale', 'Misie', 'Żabki', 'Smyki'],
  ['Pszczółki', 'Jeżyki', 'Wiewiórki', 'Słoneczka', 'Kotki', 'Tygryski'],
  ['Sówki', 'Delfinki', 'Zajączki', 'Stokrotki', 'Pingwinki', 'Promyczki'],
  ['Mądre Sowy', 'Odkrywcy', 'Lwy', 'Żurawie', 'Kangurki', 'Gwiazdki'],
]
const trades = ['TI', 'TE', 'TL', 'TM', 'TR', 'TG', 'TH', 'TP', 'TW', 'TB', 'TD', 'TK']
const letters = [...'abcdefghijklmnop']

/** Symbol and name of the nth section of a level; for preschools the level is the age. */
export function sectionName(kind: SectionKind, level: number, nth: number): { symbol: string; name: string } {
  switch (kind) {
    case 'preschool_group': {
      const groups = preschoolGroups[level - 3]!
      const again = Math.floor(nth / groups.length)
      return {
        symbol: `${level}${letters[nth]!}`,
        name: `${groups[nth % groups.length]}${again ? ` ${again + 1}` : ''}`,
      }
    }
    case 'boarding_group':
      return { symbol: String(nth + 1), name: `Grupa ${nth + 1}` }
    case 'circle':
      return { symbol: String(nth + 1), name: `Koło ${nth + 1}` }
    case 'technical': {
      const symbol = trades[nth] ?? `T${nth + 1}`
      return { symbol, name: `${level}${symbol}` }
    }
    case 'vocational':
      return { symbol: `B${letters[nth]}`, name: `${level}B${letters[nth]}` }
    default:
      return { symbol: letters[nth]!, name: `${level}${letters[nth]}` }
  }
}
