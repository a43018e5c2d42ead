import { systemClient } from '../tenancy/tenancy.ts'

/** In this session the person acts in this place as this role; a new log-in proposes the highest one again. */
export const chooseRole = (sessionId: string, slug: string, role: string) =>
  systemClient().rawQuery(
    `update core.identity_sessions set acting_roles = acting_roles || jsonb_build_object(?::text, ?::text) where id = ?`,
    [slug, role, sessionId]
  )
