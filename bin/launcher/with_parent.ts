// Preloaded into every child of the launcher with --import, so that entry points need not know about it.
import { exitWithParent } from '../child.ts'

exitWithParent()
