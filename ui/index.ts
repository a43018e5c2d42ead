// All that pages may use. Nothing of Mantine, Inertia or Chart.js is imported elsewhere.
export { AppRoot } from './app_root.tsx'
export { Shell } from './shell/shell.tsx'
export { PublicLayout } from './shell/public_layout.tsx'
export { useShortcut } from './shell/shortcuts.tsx'
export { usePhone } from './shell/use_phone.ts'
export { useStored } from './shell/storage.ts'
export { addPasskey, logInWithPasskey } from './shell/passkey.ts'
export { requestJson, RequestFailed } from './shell/request.ts'
export { useShared } from './shared_props.ts'
export type { SharedProps, Place, Role, Unit, MenuEntry, MenuSection, Flash } from './shared_props.ts'

export { I18nProvider, useFormats, useT } from './i18n/provider.tsx'
export { extendMessages } from './i18n/messages.ts'
export type { Messages } from './i18n/messages.ts'
export type { Translate } from './i18n/translate.ts'
export type { State } from './theme/tokens.ts'

export { PageHeader } from './page/page_header.tsx'
export type { PageAction } from './page/page_action.ts'
export type { PageHeaderProps } from './page/page_header.tsx'
export { PublicHeader } from './page/public_header.tsx'
export { EmptyState } from './page/empty_state.tsx'
export { ErrorState } from './page/error_state.tsx'
export { Card, StatTile } from './page/card.tsx'
export { JobProgress } from './page/job_progress.tsx'
export { DecisionPanel } from './page/decision_panel.tsx'
export { Timeline } from './page/timeline.tsx'
export type { TimelineEntry } from './page/timeline.tsx'
export { KeyValue } from './page/key_value.tsx'
export { Icon } from './page/icon.tsx'
export { StateBadge } from './state/state_badge.tsx'
export { StateShape } from './state/state_shape.tsx'

export { DataTable } from './data_table/data_table.tsx'
export type { BulkAction, Column, DataTableProps, FilterDef } from './data_table/types.ts'

export { Form } from './forms/form.tsx'
export { ErrorSummary } from './forms/error_summary.tsx'
export { CheckboxField } from './forms/checkbox_field.tsx'
export { DateField } from './forms/date_field.tsx'
export { FileField } from './forms/file_field.tsx'
export { SelectField } from './forms/select_field.tsx'
export { TextField } from './forms/text_field.tsx'
export { TextareaField } from './forms/textarea_field.tsx'
export { useUniaForm } from './forms/use_unia_form.ts'
export type { UniaForm } from './forms/use_unia_form.ts'
export { useLeaveGuard } from './forms/use_leave_guard.ts'

export { useConfirm } from './feedback/confirm.tsx'
export { toast, undoToast } from './feedback/toast.ts'

export { Chart } from './charts/chart.tsx'
export { YearGrid } from './calendar/year_grid.tsx'
export type { GridDay, GridMonth } from './calendar/year_grid.tsx'
export { Sparkline } from './charts/sparkline.tsx'
export type { ChartProps, Point, Series } from './charts/types.ts'
export { useLive } from './live/use_live.ts'
export { LiveBadge } from './live/live_badge.tsx'
export type { LiveHandlers, LiveStatus } from './live/use_live.ts'

export { Deferred, Head, Link, router, usePage, usePoll } from '@inertiajs/react'
export {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Box,
  Button,
  Center,
  Checkbox,
  Code,
  Container,
  Divider,
  Drawer,
  Fieldset,
  Flex,
  Grid,
  Group,
  Kbd,
  List,
  Loader,
  Menu,
  Modal,
  NativeSelect,
  Paper,
  PasswordInput,
  Popover,
  Progress,
  Radio,
  ScrollArea,
  SegmentedControl,
  Select,
  SimpleGrid,
  Skeleton,
  Space,
  Stack,
  Switch,
  Tabs,
  Text,
  TextInput,
  Textarea,
  Title,
  Tooltip,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
