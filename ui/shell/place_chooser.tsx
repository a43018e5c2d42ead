import { useState } from 'react'
import { router } from '@inertiajs/react'
import { Combobox, UnstyledButton, VisuallyHidden, useCombobox } from '@mantine/core'
import { useT } from '../i18n/provider.tsx'
import { Icon } from '../page/icon.tsx'
import { useShared } from '../shared_props.ts'
import type { Place, Role } from '../shared_props.ts'
import classes from './shell.module.css'

const fold = (text: string) =>
  text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

function enter(place: Place, role: Role, current: string | undefined) {
  if (place.roles.length === 1 && place.slug !== current) return router.visit(`/${place.slug}`)
  router.post(`/${place.slug}/acting-role`, { role: role.id })
}

/** Where we are and as whom; always visible, opens a list of every place and role of the person. */
export function PlaceChooser({ narrow }: { narrow?: boolean }) {
  const t = useT()
  const { unit, role, places } = useShared()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('')
      combobox.resetSelectedOption()
      combobox.focusTarget()
    },
  })
  const wanted = fold(search.trim())
  const found = places.filter((place) => fold(`${place.shortName} ${place.name}`).includes(wanted))
  const choose = (value: string) => {
    const [slug, roleId] = value.split(' ')
    const place = places.find((candidate) => candidate.slug === slug)!
    combobox.closeDropdown()
    enter(
      place,
      place.roles.find(({ id }) => id === roleId)!,
      unit?.slug
    )
  }
  const label = unit ? `${unit.name}, ${role?.label ?? ''}` : t('ui.place.choose')

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={340}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.place}
          data-narrow={narrow || undefined}
          title={unit?.name}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.placeMark} aria-hidden>
            {initials(unit?.shortName ?? 'U')}
          </span>
          {!narrow && (
            <span className={classes.placeText}>
              <span className={classes.placeName}>{unit?.shortName ?? t('ui.place.choose')}</span>
              {role && <span className={classes.placeRole}>{role.label}</span>}
            </span>
          )}
          <VisuallyHidden>{t('ui.place.label', { label })}</VisuallyHidden>
          {!narrow && <Icon name="chevron-down" size={16} />}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('ui.place.search')}
          aria-label={t('ui.place.search')}
        />
        <Combobox.Options mah={400} style={{ overflowY: 'auto' }} aria-label={t('ui.place.list')}>
          {found.slice(0, 60).map((place) => (
            <Combobox.Group
              key={place.slug}
              label={place.shortName === place.name ? place.name : `${place.shortName} · ${place.name}`}
            >
              {place.roles.map((option) => {
                const here = place.slug === unit?.slug && option.id === role?.id
                return (
                  <Combobox.Option
                    key={option.id}
                    value={`${place.slug} ${option.id}`}
                    active={here}
                    className={classes.placeOption}
                  >
                    {option.label}
                    {here && <Icon name="check" size={16} />}
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('ui.nothing_found')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** `SP 21` → `21`, `Przedszkole nr 5` → `5`, `Miasto` → `M`. */
function initials(shortName: string): string {
  return shortName.match(/\d+/)?.[0] ?? shortName.slice(0, 1).toLocaleUpperCase('pl')
}
