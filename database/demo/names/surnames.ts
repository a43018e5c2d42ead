import type { Sex } from '../../../app/values/pesel.ts'

const list = (names: string) => names.trim().split(/\s+/)

/** Masculine forms, the frequent ones first; those of the Lublin region are mixed in. */
export const polishSurnames =
  list(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański
  Woźniak Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski
  Pawłowski Michalski Król Nowakowski Wieczorek Wróbel Jabłoński Dudek Adamczyk Majewski Stępień Olszewski Jaworski
  Malinowski Pawlak Górski Sikora Witkowski Walczak Rutkowski Baran Michalak Szewczyk Ostrowski Tomaszewski Zalewski
  Wróblewski Pietrzak Marciniak Jasiński Duda Sadowski Bąk Zawadzki Jakubowski Wilk Chmielewski Włodarczyk Sokołowski
  Borkowski Czarnecki Sawicki Kucharski Szczepański Kubiak Maciejewski Kalinowski Mazurek Wysocki Kołodziej Kaźmierczak
  Czerwiński Sobczak Konieczny Głowacki Urban Zakrzewski Krajewski Sikorski Laskowski Gajewski Mróz Ziółkowski Szulc
  Makowski Brzeziński Przybylski Kaczmarczyk Baranowski Borowski Cieślak Błaszczyk Adamski Górecki Szczepaniak
  Chojnacki Leszczyński Lipiński Kowalewski Kozak Czajkowski Andrzejewski Mikołajczyk Zięba Wasilewski Janik Cieślik
  Tomczyk Markowski Kania Pająk Ziemba Łukasik Bielecki Polak Domański Wójtowicz Stachurski Kopeć Kurek Dziedzic
  Łuczak Lis Słowik Żak Matusiak Gutowski Pietras Rybak Wrona Banaszek Stasiak Łoś Zając Kosiński Świderski Żukowski
  Gołębiowski Ćwik Olejnik Świątek Socha Misztal Kot Wójcicki Guz Kuśmierz Chołuj Pyda Skiba Oleszczuk Prokopiuk
  Iwaniuk Tarasiuk Panasiuk Litwiniuk Marczuk Bartoszek Ścibor Gębka Wartacz Grądz Szwed Bochniarz Klimek Szymczak
  Pikuła Sagan Dobosz Grzegorczyk Wawrzyszak Wnuk Rejmak Stefaniak Sędzielski Żyśko Ziółek Ździebło Źrebiec Brzęk
  Krzyżanowski Szczęsny Trześniewski Brzęczyszczykiewicz Dzięciołowski`)

const ukrainianSurnames =
  list(`Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Boiko Kovalchuk Oliinyk Shevchuk
  Polishchuk Lysenko Savchenko Rudenko Marchenko Petrenko Melnyk Moroz Kravchuk Klymenko Pavlenko Hnatiuk Vasylenko
  Panchenko Tymoshenko Bilous Kostiuk Romaniuk Hordiienko`)

export const surnames = (fromUkraine: boolean): string[] => (fromUkraine ? ukrainianSurnames : polishSurnames)

/** The form a woman bears: adjectives end in -a (Kowalska, Konieczna), nouns stay. */
export const surnameFor = (sex: Sex, masculine: string): string =>
  sex === 'M' ? masculine : masculine.replace(/([scd]k|dzk)i$/, '$1a').replace(/^(Konieczn|Szczęsn)y$/, '$1a')
