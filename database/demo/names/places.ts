import type { Random } from '../random.ts'

export interface DemoAddress {
  street: string | null
  house: string
  flat: string | null
  postalCode: string
  city: string
}

/** Streets that Lublin has; numbers and flats are invented. Blocks of flats first. */
const streets: [string, string, 'flats' | 'houses'][] = [
  ['ul. Nałkowskich', '20-470', 'flats'],
  ['ul. Zana', '20-601', 'flats'],
  ['ul. Wajdeloty', '20-604', 'flats'],
  ['ul. Balladyny', '20-601', 'flats'],
  ['ul. Braci Wieniawskich', '20-844', 'flats'],
  ['ul. Kleeberga', '20-243', 'flats'],
  ['ul. Lwowska', '20-128', 'flats'],
  ['ul. Krańcowa', '20-320', 'flats'],
  ['ul. Kunickiego', '20-422', 'flats'],
  ['ul. Nadbystrzycka', '20-501', 'flats'],
  ['ul. Jana Sawy', '20-632', 'flats'],
  ['ul. Szaserów', '20-553', 'flats'],
  ['ul. Bohaterów Monte Cassino', '20-705', 'flats'],
  ['ul. Pana Balcera', '20-631', 'flats'],
  ['ul. Juranda', '20-629', 'flats'],
  ['ul. Startowa', '20-352', 'flats'],
  ['ul. Kruczkowskiego', '20-468', 'flats'],
  ['ul. Gęsia', '20-719', 'flats'],
  ['ul. Koncertowa', '20-843', 'flats'],
  ['ul. Paderewskiego', '20-860', 'flats'],
  ['ul. Organowa', '20-882', 'flats'],
  ['ul. Harnasie', '20-857', 'flats'],
  ['ul. Tumidajskiego', '20-247', 'flats'],
  ['ul. Daszyńskiego', '20-250', 'flats'],
  ['ul. Okrzei', '20-128', 'flats'],
  ['ul. Niepodległości', '20-246', 'flats'],
  ['ul. Młodej Polski', '20-863', 'flats'],
  ['ul. Radości', '20-530', 'flats'],
  ['ul. Dziewanny', '20-539', 'flats'],
  ['ul. Granatowa', '20-514', 'flats'],
  ['ul. Jutrzenki', '20-538', 'flats'],
  ['ul. Leonarda', '20-625', 'flats'],
  ['al. Racławickie', '20-037', 'flats'],
  ['ul. Narutowicza', '20-016', 'flats'],
  ['ul. Lipowa', '20-020', 'flats'],
  ['ul. Wieniawska', '20-071', 'flats'],
  ['ul. Czechowska', '20-072', 'flats'],
  ['ul. Grodzka', '20-112', 'flats'],
  ['ul. Bronowicka', '20-301', 'flats'],
  ['ul. Pogodna', '20-333', 'flats'],
  ['ul. Skalista', '20-357', 'houses'],
  ['ul. Sławinkowska', '20-810', 'houses'],
  ['ul. Baśniowa', '20-802', 'houses'],
  ['ul. Główna', '20-717', 'houses'],
  ['ul. Głuska', '20-380', 'houses'],
  ['ul. Krężnicka', '20-518', 'houses'],
  ['ul. Nałęczowska', '20-831', 'houses'],
  ['ul. Wojciechowska', '20-704', 'houses'],
  ['ul. Abramowicka', '20-442', 'houses'],
  ['ul. Strojnowskiego', '20-403', 'houses'],
  ['ul. Poligonowa', '20-817', 'houses'],
  ['ul. Bluszczowa', '20-543', 'houses'],
  ['ul. Zbożowa', '20-827', 'houses'],
  ['ul. Ponikwoda', '20-135', 'houses'],
]

const around: [string, string, string | null][] = [
  ['Świdnik', '21-040', 'ul. Racławicka'],
  ['Świdnik', '21-040', 'ul. Kościuszki'],
  ['Łęczna', '21-010', 'ul. Górnicza'],
  ['Lubartów', '21-100', 'ul. Cicha'],
  ['Bychawa', '23-100', 'ul. Piłsudskiego'],
  ['Kraśnik', '23-210', 'ul. Słowackiego'],
  ['Piaski', '21-050', 'ul. Lubelska'],
  ['Bełżyce', '24-200', 'ul. Przemysłowa'],
  ['Nałęczów', '24-140', 'ul. Lipowa'],
  ['Jakubowice Konińskie', '21-003', null],
  ['Motycz', '21-030', null],
  ['Wólka', '20-258', null],
  ['Strzyżewice', '23-107', null],
  ['Krzczonów', '23-110', null],
  ['Garbów', '21-080', null],
]

/** An invented address in Lublin, or in a town or village around it. */
export function address(random: Random, outside: boolean): DemoAddress {
  if (outside) {
    const [city, postalCode, street] = random.pick(around)
    const flat = street && random.chance(0.5) ? String(random.int(1, 45)) : null
    return { street, house: String(random.int(1, street ? 60 : 180)), flat, postalCode, city }
  }
  const [street, postalCode, kind] = random.pick(streets)
  const house = `${random.int(1, kind === 'flats' ? 48 : 140)}${random.chance(0.12) ? random.pick(['A', 'B']) : ''}`
  return {
    street,
    house,
    flat: kind === 'flats' ? String(random.int(1, 72)) : null,
    postalCode,
    city: 'Lublin',
  }
}
