import type { Sex } from '../../../app/values/pesel.ts'

export type Generation = 'child' | 'parent' | 'grandparent'

const list = (names: string) => names.trim().split(/\s+/)

/** Given names by generation, the frequent ones first. */
const polish: Record<Generation, Record<Sex, string[]>> = {
  child: {
    F: list(`Zofia Zuzanna Hanna Maja Julia Laura Oliwia Alicja Lena Pola Maria Emilia Antonina Amelia Iga Helena
      Aleksandra Wiktoria Natalia Nikola Liliana Kornelia Gabriela Marcelina Nadia Michalina Jagoda Anna Barbara Klara
      Łucja Nina Milena Weronika Blanka Kaja Lilianna Róża Martyna Karolina Magdalena Dominika Kinga Julianna
      Patrycja Aniela Matylda Ewa Stefania Kalina Elżbieta Żaneta Bianka Tola Adrianna`),
    M: list(`Antoni Jan Aleksander Nikodem Franciszek Jakub Leon Mikołaj Stanisław Szymon Filip Ignacy Wojciech Adam
      Kacper Marcel Tymon Wiktor Oliwier Michał Maksymilian Igor Piotr Julian Tymoteusz Bartosz Alan Tomasz Miłosz
      Oskar Dawid Natan Dominik Kajetan Gabriel Krzysztof Fabian Hubert Karol Mateusz Kuba Henryk Ksawery Patryk
      Konrad Kamil Łukasz Borys Jerzy Witold Maciej Bruno Rafał Sebastian Stefan Tadeusz Błażej Gustaw Olaf Artur`),
  },
  parent: {
    F: list(`Anna Katarzyna Agnieszka Magdalena Monika Joanna Małgorzata Aleksandra Karolina Marta Justyna Ewelina Ewa
      Natalia Beata Paulina Sylwia Izabela Dorota Kamila Edyta Aneta Iwona Barbara Patrycja Renata Weronika Dominika
      Żaneta Emilia Olga Elżbieta Kinga Urszula Ilona Marzena Milena Angelika Agata Maria Aldona Bożena Wioletta
      Lidia Diana Anita Mariola Daria Bernadeta`),
    M: list(`Tomasz Marcin Piotr Paweł Michał Łukasz Krzysztof Grzegorz Adam Marek Mariusz Rafał Robert Jacek Jakub
      Mateusz Wojciech Dariusz Sebastian Kamil Dawid Bartosz Artur Przemysław Konrad Sławomir Radosław Daniel Maciej
      Damian Arkadiusz Jarosław Andrzej Jan Hubert Adrian Karol Szymon Dominik Zbigniew Cezary Norbert Wiesław Leszek
      Błażej Emil Kajetan Ireneusz`),
  },
  grandparent: {
    F: list(`Maria Krystyna Barbara Teresa Elżbieta Janina Zofia Danuta Halina Jadwiga Irena Bożena Grażyna Helena
      Wanda Stanisława Urszula Genowefa Czesława Alicja Lucyna Wiesława Mirosława Bogumiła Łucja Regina Kazimiera`),
    M: list(`Jan Stanisław Andrzej Józef Tadeusz Jerzy Zbigniew Ryszard Henryk Kazimierz Marian Zdzisław Janusz
      Wiesław Mieczysław Eugeniusz Bogdan Edward Czesław Wacław Lech Bolesław Zygmunt Władysław Ludwik Zenon Mirosław`),
  },
}

const ukrainian: Record<Sex, string[]> = {
  F: list(`Sofiia Anastasiia Mariia Anna Daryna Polina Solomiia Yeva Viktoriia Yuliia Olena Iryna Oksana Natalia
    Tetiana Svitlana Khrystyna Kateryna Zlata Uliana`),
  M: list(`Maksym Artem Oleksandr Dmytro Mykhailo Bohdan Andrii Danylo Matvii Vladyslav Tymofii Nazar Ivan Yaroslav
    Serhii Volodymyr Oleh Vasyl Taras Ostap`),
}

export const givenNames = (sex: Sex, generation: Generation, fromUkraine = false): string[] =>
  fromUkraine ? ukrainian[sex] : polish[generation][sex]
