import { test } from '@japa/runner'
import { readTenantFiles } from '../../../app/tenancy/files/index.ts'
import { ageOn, checkName, checkPesel, checkPhone } from '../../../app/values/index.ts'
import { cityRosters, planCity, planUnit, pupilKeys, rosterOf } from '../../../database/demo/index.ts'
import type { SectionPlan, UnitPlan } from '../../../database/demo/index.ts'

const { tenants, problems } = await readTenantFiles(new URL('../../../tenants/', import.meta.url))
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const guest = ({ members }: SectionPlan) => members !== null
const sizes = (plans: UnitPlan[], keep: (section: SectionPlan) => boolean) =>
  sum(
    plans.flatMap(({ sections }) =>
      sections.filter((one) => !guest(one) && keep(one)).map(({ size }) => size)
    )
  )

test.group('The city’s own files', () => {
  test('162 units and the city office are read without a problem', ({ assert }) => {
    assert.deepEqual(problems, [])
    assert.lengthOf(tenants, 163)
    assert.lengthOf(
      tenants.filter(({ parent }) => parent === null),
      153
    )
  })

  test('91 units have a device and a link, 34 of them were the pilot, none of it verified', ({ assert }) => {
    const networks = tenants.flatMap(({ network, parent }) => (network && parent === null ? [network] : []))
    assert.lengthOf(networks, 91)
    assert.lengthOf(
      networks.filter(({ pilotGroup }) => pilotGroup),
      34
    )
    assert.isFalse(networks.some(({ edge, link }) => edge.verified || link.verified))
  })
})

test.group('The full demo city', (group) => {
  group.tap((one) => one.timeout(60_000))
  const near = (actual: number, wanted: number) => Math.abs(actual - wanted) / wanted < 0.03

  test('36,000 pupils, 7,000 preschool children, 86,000 guardians, 8,000 staff', ({ assert }) => {
    const plans = planCity(tenants, 1)
    const preschool = sizes(plans, ({ kind }) => kind === 'preschool_group')
    const school = sizes(plans, ({ kind }) => kind !== 'preschool_group')
    assert.isTrue(near(preschool, 7000), `preschool ${preschool}`)
    assert.isTrue(near(school, 36_000), `school ${school}`)
    const [pesels, guardians, mails] = [new Set<string>(), new Set<string>(), new Set<string>()]
    let [pupils, staff, people] = [0, 0, 0]
    for (const roster of cityRosters(plans)) {
      pupils += roster.pupils.length
      staff += roster.staff.length
      const fresh = roster.guardians.filter(({ key }) => !guardians.has(key))
      for (const { key } of fresh) guardians.add(key)
      for (const person of [...roster.pupils, ...roster.staff, ...fresh]) {
        people++
        pesels.add(person.pesel)
        mails.add(person.email ?? person.key)
      }
    }
    assert.equal(pupils, preschool + school)
    assert.isTrue(near(pupils, 43_000), `pupils ${pupils}`)
    assert.isTrue(near(guardians.size, 86_000), `guardians ${guardians.size}`)
    assert.isTrue(near(staff, 8000), `staff ${staff}`)
    assert.equal(pesels.size, people, 'every PESEL is given once')
    assert.equal(mails.size, people, 'every address is given once')
  })

  test('boarders and members of circles are pupils of the city’s schools, each boarder once', ({
    assert,
  }) => {
    const plans = planCity(tenants, 1)
    const sections = plans.flatMap((plan) => plan.sections)
    const known = new Set(sections.filter((one) => !guest(one)).flatMap(pupilKeys))
    const members = sections.filter(guest).flatMap((one) => one.members!)
    assert.isTrue(members.every((key) => known.has(key)))
    const boarders = sections.filter(({ kind }) => kind === 'boarding_group').flatMap((one) => one.members!)
    assert.equal(new Set(boarders).size, boarders.length)
    assert.isTrue(near(boarders.length, 1300), `boarders ${boarders.length}`)
  })

  test('sections have keys of their own and sizes as in life', ({ assert }) => {
    const sections = planCity(tenants, 1).flatMap((plan) => plan.sections)
    assert.equal(new Set(sections.map(({ key }) => key)).size, sections.length)
    assert.isTrue(sections.every(({ symbol }) => /^[a-zA-Z0-9]{1,4}$/.test(symbol)))
    assert.isTrue(sections.every(({ kind, size }) => kind !== 'preschool_group' || size <= 25))
    const general = sections.filter(({ kind }) => kind === 'general')
    assert.isTrue(general.every(({ size }) => size >= 14 && size <= 32))
    assert.isAbove(general.filter(({ size }) => size >= 20 && size <= 30).length / general.length, 0.9)
  })
})

test.group('The small demo city', () => {
  const plans = planCity(tenants, 0.05)

  test('it has 2,500 to 3,500 pupils', ({ assert }) => {
    const pupils = sizes(plans, () => true)
    assert.isAtLeast(pupils, 2500)
    assert.isAtMost(pupils, 3500)
  })

  test('every school and preschool has a class, full in size', ({ assert }) => {
    for (const { parent, kind, slug, status } of tenants) {
      if (parent !== null || status === 'merged') continue
      const plan = plans.find((one) => one.tenant === slug)!
      const expected = !['counselling', 'shared_service', 'city_office'].includes(kind) && slug !== 'ssm'
      assert.equal(plan.sections.length > 0, expected, slug)
      if (kind === 'primary') assert.isAtLeast(plan.sections[0]!.size, 15, slug)
    }
  })

  test('a complex has a class in every unit it contains', ({ assert }) => {
    const units = new Set(plans.find(({ tenant }) => tenant === 'zs-12')!.sections.map(({ unit }) => unit))
    assert.deepEqual([...units].sort(), ['p-86', 'zs-12'])
  })

  test('every unit with classes has a director, a secretary and tutors for all classes', ({ assert }) => {
    for (const roster of cityRosters(plans)) {
      const roles = new Set(roster.staff.map(({ role }) => role))
      assert.isTrue(roles.has('director'), roster.plan.tenant)
      const tutored = roster.staff.flatMap(({ tutorOf }) => tutorOf ?? [])
      const classes = roster.plan.sections.filter(({ kind }) => kind !== 'circle').map(({ key }) => key)
      assert.deepEqual(tutored.sort(), classes.sort(), roster.plan.tenant)
    }
  })

  test('pupils are of the age of their class', ({ assert }) => {
    for (const { plan, pupils } of cityRosters(plans)) {
      const sections = new Map(plan.sections.map((section) => [section.key, section]))
      for (const { section, birthDate } of pupils) {
        const { birthYears } = sections.get(section)!
        const born = Number(birthDate.slice(0, 4))
        assert.isTrue(born >= birthYears.from - 1 && born <= birthYears.to, `${section} ${birthDate}`)
      }
    }
  })

  test('numbers, names and telephones are valid, and PESEL agrees with the person', ({ assert }) => {
    for (const { pupils, guardians, staff } of cityRosters(plans)) {
      for (const person of [...pupils, ...guardians, ...staff]) {
        const { pesel, birthDate, sex, surname, givenName, phone } = person
        assert.deepEqual(checkPesel(pesel), { ok: true, value: { number: pesel, birthDate, sex } })
        assert.deepEqual(checkName(surname), { ok: true, value: surname })
        assert.deepEqual(checkName(givenName), { ok: true, value: givenName })
        if (phone) assert.isTrue(checkPhone(phone).ok, phone)
      }
    }
  })

  test('brothers and sisters share home and guardians, and are twins or ten months apart', ({ assert }) => {
    let [shared, twins] = [0, 0]
    for (const { pupils, links } of cityRosters(plans)) {
      const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
      for (const [, family] of Map.groupBy(links, ({ guardian }) => guardian)) {
        const children = family.map(({ pupil }) => byKey.get(pupil)!)
        if (children.length < 2) continue
        shared++
        assert.equal(new Set(children.map(({ address }) => address)).size, 1)
        const days = children.map(({ birthDate }) => Date.parse(birthDate) / 86_400_000).sort((a, b) => a - b)
        for (let nth = 1; nth < days.length; nth++) {
          const apart = days[nth]! - days[nth - 1]!
          if (apart <= 1) twins++
          assert.isTrue(apart <= 1 || apart >= 300, `${apart} days apart`)
        }
      }
    }
    assert.isAbove(shared, 50)
    assert.isAbove(twins, 0)
  })

  test('some families have children in two units', ({ assert }) => {
    const units = new Map<string, Set<string>>()
    for (const { plan, guardians } of cityRosters(plans)) {
      for (const { key } of guardians) units.set(key, (units.get(key) ?? new Set()).add(plan.tenant))
    }
    assert.isAbove([...units.values()].filter(({ size }) => size > 1).length, 100)
  })

  test('a guardian in two units is the same person in both', ({ assert }) => {
    const seen = new Map<string, unknown>()
    for (const { guardians } of cityRosters(plans)) {
      for (const one of guardians) {
        if (seen.has(one.key)) assert.deepEqual(one, seen.get(one.key) as typeof one)
        seen.set(one.key, one)
      }
    }
  })

  test('parents are grown up when their children are born', ({ assert }) => {
    for (const { pupils, guardians, links } of cityRosters(plans)) {
      const children = new Map(pupils.map((pupil) => [pupil.key, pupil]))
      const adults = new Map(guardians.map((guardian) => [guardian.key, guardian]))
      for (const { pupil, guardian, kinship } of links) {
        if (kinship !== 'mother') continue
        const age = ageOn(adults.get(guardian)!.birthDate, children.get(pupil)!.birthDate)
        assert.isTrue(age >= 19 && age <= 48, `mother of ${age}`)
      }
    }
  })

  test('none, one, two and more guardians all occur', ({ assert }) => {
    const counts = new Set<number>()
    for (const { pupils, links } of cityRosters(plans)) {
      const byPupil = Map.groupBy(links, ({ pupil }) => pupil)
      for (const { key } of pupils) counts.add(byPupil.get(key)?.length ?? 0)
    }
    assert.includeMembers([...counts], [0, 1, 2, 3, 4])
  })
})

test.group('Names of the demo', () => {
  const school = tenants.find(({ slug }) => slug === 'sp-30')!

  test('the same unit always gets the same people', ({ assert }) => {
    assert.deepEqual(rosterOf(planUnit(school, 0.2)), rosterOf(planUnit(school, 0.2)))
  })

  test('roll numbers follow Polish order', ({ assert }) => {
    const { pupils, plan } = rosterOf(planUnit(school, 1))
    for (const { key } of plan.sections) {
      const list = pupils.filter(({ section }) => section === key)
      assert.deepEqual(
        list.map(({ rollNumber }) => rollNumber),
        list.map((_, index) => index + 1)
      )
      const names = list.map(({ surname }) => surname)
      assert.deepEqual(names, names.toSorted(new Intl.Collator('pl').compare))
    }
  })

  test('surnames have gender endings, Polish letters, hyphens, and guests from Ukraine', ({ assert }) => {
    const { pupils } = rosterOf(planUnit(school, 1))
    assert.isFalse(pupils.some(({ sex, surname }) => sex === 'F' && /[sc]ki\b/.test(surname)))
    assert.isFalse(pupils.some(({ sex, surname }) => sex === 'M' && /[sc]ka\b/.test(surname)))
    const text = pupils.map(({ givenName, surname }) => givenName + surname).join('')
    for (const letter of 'ąćęłńóśźż') assert.include(text.toLowerCase(), letter)
    assert.isTrue(pupils.some(({ surname }) => surname.includes('-')))
    const share = pupils.filter(({ citizenship }) => citizenship === 'UA').length / pupils.length
    assert.isTrue(share > 0.02 && share < 0.12, String(share))
    assert.isAbove(new Set(pupils.map(({ surname }) => surname)).size, 150)
  })

  test('more units than PESEL blocks are refused', ({ assert }) => {
    assert.throws(() => rosterOf(planUnit(school, 0.1, { block: 166 })), /E_TOO_MANY_UNITS/)
  })
})
