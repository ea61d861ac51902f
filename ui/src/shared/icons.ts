/** Every picture of the interface under the name of what it means, so that one thing has one picture everywhere. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowDownUp from '@lucide/svelte/icons/arrow-down-up';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Banknote from '@lucide/svelte/icons/banknote';
import Building2 from '@lucide/svelte/icons/building-2';
import Calendar from '@lucide/svelte/icons/calendar';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import Car from '@lucide/svelte/icons/car';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import ChevronsLeftRight from '@lucide/svelte/icons/chevrons-left-right';
import ChevronsRightLeft from '@lucide/svelte/icons/chevrons-right-left';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleHelp from '@lucide/svelte/icons/circle-help';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Contrast from '@lucide/svelte/icons/contrast';
import Copy from '@lucide/svelte/icons/copy';
import CornerDownLeft from '@lucide/svelte/icons/corner-down-left';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import FolderInput from '@lucide/svelte/icons/folder-input';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Funnel from '@lucide/svelte/icons/funnel';
import GitMerge from '@lucide/svelte/icons/git-merge';
import Globe from '@lucide/svelte/icons/globe';
import GripVertical from '@lucide/svelte/icons/grip-vertical';
import Hash from '@lucide/svelte/icons/hash';
import History from '@lucide/svelte/icons/history';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import Lock from '@lucide/svelte/icons/lock';
import Mail from '@lucide/svelte/icons/mail';
import MapPin from '@lucide/svelte/icons/map-pin';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Package from '@lucide/svelte/icons/package';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Percent from '@lucide/svelte/icons/percent';
import Phone from '@lucide/svelte/icons/phone';
import Plus from '@lucide/svelte/icons/plus';
import Redo2 from '@lucide/svelte/icons/redo-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Rows2 from '@lucide/svelte/icons/rows-2';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Search from '@lucide/svelte/icons/search';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Sparkles from '@lucide/svelte/icons/sparkles';
import SquareCheck from '@lucide/svelte/icons/square-check';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import Split from '@lucide/svelte/icons/split';
import Star from '@lucide/svelte/icons/star';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Sun from '@lucide/svelte/icons/sun';
import Tag from '@lucide/svelte/icons/tag';
import Trash2 from '@lucide/svelte/icons/trash-2';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import User from '@lucide/svelte/icons/user';
import UserRoundPlus from '@lucide/svelte/icons/user-round-plus';
import Users from '@lucide/svelte/icons/users';
import UsersRound from '@lucide/svelte/icons/users-round';
import X from '@lucide/svelte/icons/x';
import Zap from '@lucide/svelte/icons/zap';

export const icons = {
  inbox: Inbox,
  contacts: UsersRound,
  trash: Trash2,
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
  history: History,
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
  organization: Building2,
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
  help: CircleHelp,
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
  lead: UserRoundPlus,
  value: Banknote,
  activity: CalendarCheck,
  group: Rows2,
  zap: Zap,
  lock: Lock,
  swap: ArrowLeftRight,
} as const;

export type IconName = keyof typeof icons;
