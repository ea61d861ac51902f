/** Every picture of the interface under the name of what it means, so that one thing has one picture everywhere. */
import type { IconNode } from 'lucide';
import Archive from 'lucide/dist/esm/icons/archive.mjs';
import ArchiveRestore from 'lucide/dist/esm/icons/archive-restore.mjs';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowDownUp from 'lucide/dist/esm/icons/arrow-down-up.mjs';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import ArrowLeftRight from 'lucide/dist/esm/icons/arrow-left-right.mjs';
import ArrowRight from 'lucide/dist/esm/icons/arrow-right.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Banknote from 'lucide/dist/esm/icons/banknote.mjs';
import BuildingComplex from 'lucide/dist/esm/icons/building-complex.mjs';
import Calendar from 'lucide/dist/esm/icons/calendar.mjs';
import CalendarCheck from 'lucide/dist/esm/icons/calendar-check.mjs';
import CalendarClock from 'lucide/dist/esm/icons/calendar-clock.mjs';
import CalendarPlus from 'lucide/dist/esm/icons/calendar-plus.mjs';
import Car from 'lucide/dist/esm/icons/car.mjs';
import ChartColumn from 'lucide/dist/esm/icons/chart-column.mjs';
import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import ChevronUp from 'lucide/dist/esm/icons/chevron-up.mjs';
import ChevronsLeftRight from 'lucide/dist/esm/icons/chevrons-left-right.mjs';
import ChevronsRightLeft from 'lucide/dist/esm/icons/chevrons-right-left.mjs';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import CircleSlash from 'lucide/dist/esm/icons/circle-slash.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import Columns3 from 'lucide/dist/esm/icons/columns-3.mjs';
import Contrast from 'lucide/dist/esm/icons/contrast.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import CornerDownLeft from 'lucide/dist/esm/icons/corner-down-left.mjs';
import Download from 'lucide/dist/esm/icons/download.mjs';
import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import FileSpreadsheet from 'lucide/dist/esm/icons/file-spreadsheet.mjs';
import FileText from 'lucide/dist/esm/icons/file-text.mjs';
import Flag from 'lucide/dist/esm/icons/flag.mjs';
import FolderInput from 'lucide/dist/esm/icons/folder-input.mjs';
import FolderOpen from 'lucide/dist/esm/icons/folder-open.mjs';
import Funnel from 'lucide/dist/esm/icons/funnel.mjs';
import GitMerge from 'lucide/dist/esm/icons/git-merge.mjs';
import Globe from 'lucide/dist/esm/icons/globe.mjs';
import GripVertical from 'lucide/dist/esm/icons/grip-vertical.mjs';
import Hash from 'lucide/dist/esm/icons/hash.mjs';
import RotateCcwClock from 'lucide/dist/esm/icons/rotate-ccw-clock.mjs';
import Hourglass from 'lucide/dist/esm/icons/hourglass.mjs';
import Inbox from 'lucide/dist/esm/icons/inbox.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import Keyboard from 'lucide/dist/esm/icons/keyboard.mjs';
import Languages from 'lucide/dist/esm/icons/languages.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import List from 'lucide/dist/esm/icons/list.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MapPin from 'lucide/dist/esm/icons/map-pin.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import Monitor from 'lucide/dist/esm/icons/monitor.mjs';
import Moon from 'lucide/dist/esm/icons/moon.mjs';
import Package from 'lucide/dist/esm/icons/package.mjs';
import Paperclip from 'lucide/dist/esm/icons/paperclip.mjs';
import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import Percent from 'lucide/dist/esm/icons/percent.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Redo2 from 'lucide/dist/esm/icons/redo-2.mjs';
import RotateCcw from 'lucide/dist/esm/icons/rotate-ccw.mjs';
import Rows2 from 'lucide/dist/esm/icons/rows-2.mjs';
import Rows3 from 'lucide/dist/esm/icons/rows-3.mjs';
import Search from 'lucide/dist/esm/icons/search.mjs';
import Settings2 from 'lucide/dist/esm/icons/settings-2.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import SquareCheck from 'lucide/dist/esm/icons/square-check.mjs';
import SquareKanban from 'lucide/dist/esm/icons/square-kanban.mjs';
import Split from 'lucide/dist/esm/icons/split.mjs';
import Star from 'lucide/dist/esm/icons/star.mjs';
import StickyNote from 'lucide/dist/esm/icons/sticky-note.mjs';
import Sun from 'lucide/dist/esm/icons/sun.mjs';
import Tag from 'lucide/dist/esm/icons/tag.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import Upload from 'lucide/dist/esm/icons/upload.mjs';
import User from 'lucide/dist/esm/icons/user.mjs';
import UserRoundPlus from 'lucide/dist/esm/icons/user-round-plus.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import Zap from 'lucide/dist/esm/icons/zap.mjs';

const icons = {
  inbox: Inbox,
  contacts: UsersRound,
  trash: Trash,
  settings: Settings2,
  search: Search,
  down: ChevronDown,
  up: ChevronUp,
  left: ChevronLeft,
  right: ChevronRight,
  plus: Plus,
  more: Ellipsis,
  close: X,
  board: SquareKanban,
  list: List,
  hourglass: Hourglass,
  clock: Clock,
  move: FolderInput,
  lost: CircleX,
  won: CircleCheck,
  closed: CircleSlash,
  filter: Funnel,
  unfold: ChevronsLeftRight,
  fold: ChevronsRightLeft,
  grip: GripVertical,
  undo: Undo2,
  redo: Redo2,
  history: RotateCcwClock,
  edit: Pencil,
  call: Phone,
  mail: Mail,
  visit: Car,
  meeting: Users,
  task: SquareCheck,
  calendar: Calendar,
  'calendar-plus': CalendarPlus,
  reschedule: CalendarClock,
  label: Tag,
  organization: BuildingComplex,
  person: User,
  place: MapPin,
  file: FileText,
  attachment: Paperclip,
  note: StickyNote,
  check: Check,
  'arrow-right': ArrowRight,
  'arrow-left': ArrowLeft,
  'arrow-up': ArrowUp,
  'arrow-down': ArrowDown,
  warning: TriangleAlert,
  info: Info,
  copy: Copy,
  merge: GitMerge,
  split: Split,
  archive: Archive,
  unarchive: ArchiveRestore,
  restore: RotateCcw,
  open: ExternalLink,
  import: Upload,
  export: Download,
  sun: Sun,
  moon: Moon,
  system: Monitor,
  language: Languages,
  keyboard: Keyboard,
  star: Star,
  link: Link,
  web: Globe,
  flag: Flag,
  product: Package,
  folder: FolderOpen,
  table: FileSpreadsheet,
  help: CircleQuestionMark,
  seen: Eye,
  unseen: EyeOff,
  rows: Rows3,
  sort: ArrowDownUp,
  sample: Sparkles,
  message: MessageSquare,
  enter: CornerDownLeft,
  percent: Percent,
  number: Hash,
  contrast: Contrast,
  columns: Columns3,
  chart: ChartColumn,
  lead: UserRoundPlus,
  value: Banknote,
  activity: CalendarCheck,
  group: Rows2,
  zap: Zap,
  lock: Lock,
  swap: ArrowLeftRight,
} as const satisfies Record<string, IconNode>;

export type IconName = keyof typeof icons;

const drawn = new Map<IconName, DocumentFragment>();

/** Draws a picture into its `svg`. The shapes are made once and copied: a page has hundreds of them. */
export function draw(name: IconName): (svg: SVGElement) => void {
  return (svg) => {
    const known = drawn.get(name) ?? shapes(icons[name]);
    drawn.set(name, known);
    svg.replaceChildren(known.cloneNode(true));
  };
}

function shapes(nodes: IconNode): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const [tag, attributes] of nodes) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) shape.setAttribute(key, String(value));
    made.append(shape);
  }
  return made;
}
