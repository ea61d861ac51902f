//! The C side: a VFS that stands before the default one, forwards every call and notes writes, truncations, syncs
//! and deletions on a [`Tape`]. It changes nothing: no error is invented, no sync is skipped.
//!
//! Beside a line that sets an environment variable (`src-tauri/src/surface.rs`) this is the only unsafe code of the project. Its three assumptions are SQLite's own contract
//! (<https://sqlite.org/c3ref/vfs.html>): `xOpen` gets `szOsFile` bytes of zeroed or reused memory that stay put
//! until `xClose`; the methods of a file are called only between the two; a registered VFS is never moved or freed
//! (it is leaked here on purpose: a process has a handful of recorders).
#![expect(unsafe_code, reason = "a SQLite VFS is a C table of function pointers; there is no safe way to offer one")]

use std::ffi::{CStr, CString, c_char, c_int, c_void};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use super::tape::{FileId, FileKind, Recording, Tally, Tape};

/// A registered recording VFS. Open a database with [`Recorder::name`] as its VFS and everything SQLite does to the
/// files is on the tape.
#[derive(Debug)]
pub struct Recorder {
    name: String,
    shim: &'static Shim,
}

/// What the C functions find behind `pAppData`.
#[derive(Debug)]
struct Shim {
    real: *mut sqlite3_vfs,
    tape: Tape,
}

// SAFETY: `real` is SQLite's own static VFS, made for use from all threads; the tape is a mutex.
unsafe impl Sync for Shim {}

impl Recorder {
    /// Registers a recorder under a name that no other one of this process has.
    ///
    /// # Panics
    /// If SQLite has no default VFS or refuses the registration (out of memory).
    #[must_use]
    pub fn install(name: &str) -> Self {
        let c_name: &'static CStr =
            Box::leak(CString::new(name).expect("a VFS name has no zero byte").into_boxed_c_str());
        // SAFETY: initialising SQLite is allowed at any time; the default VFS it then has lives as long as the process.
        let real = unsafe {
            ffi::sqlite3_initialize();
            ffi::sqlite3_vfs_find(std::ptr::null())
        };
        assert!(!real.is_null(), "SQLite has a default VFS on this platform");
        let shim: &'static Shim = Box::leak(Box::new(Shim { real, tape: Tape::default() }));
        // SAFETY: `real` was just checked; the struct behind it is not written after registration.
        let behind = unsafe { &*real };
        let ours: &'static mut sqlite3_vfs = Box::leak(Box::new(sqlite3_vfs {
            // Version 3 adds replaceable system calls, which a recorder has no use for.
            iVersion: behind.iVersion.min(2),
            szOsFile: c_int::try_from(REAL_AT).expect("a small struct") + behind.szOsFile,
            mxPathname: behind.mxPathname,
            pNext: std::ptr::null_mut(),
            zName: c_name.as_ptr(),
            pAppData: std::ptr::from_ref(shim).cast_mut().cast(),
            xOpen: Some(x_open),
            xDelete: Some(x_delete),
            xAccess: Some(x_access),
            xFullPathname: Some(x_full_pathname),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(x_randomness),
            xSleep: Some(x_sleep),
            xCurrentTime: Some(x_current_time),
            xGetLastError: Some(x_get_last_error),
            xCurrentTimeInt64: Some(x_current_time_int64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: `ours` is complete and leaked, so it outlives every connection; 0 keeps the default VFS the default.
        let code = unsafe { ffi::sqlite3_vfs_register(ours, 0) };
        assert_eq!(code, ffi::SQLITE_OK, "SQLite registers the recorder");
        Self { name: name.to_owned(), shim }
    }

    /// The name to open databases with.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Notes on the tape that the application has just said "saved" to action `k`.
    pub fn mark(&self, k: i64) {
        self.shim.tape.mark(k);
    }

    /// The counts since the recorder was installed.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.shim.tape.tally()
    }

    /// Takes the tape out and starts an empty one. Call it when no connection is open, or the new tape misses what is
    /// still unsynced.
    #[must_use]
    pub fn take(&self) -> Recording {
        self.shim.tape.take()
    }
}

/// Our part of an open file. The real VFS's own file struct follows [`REAL_AT`] bytes after its start.
#[repr(C)]
struct ShimFile {
    base: sqlite3_file,
    shim: &'static Shim,
    kind: FileKind,
    id: Option<FileId>,
}

/// Where the real file begins: behind ours, on the 8-byte border that SQLite gives to its own allocations.
const REAL_AT: usize = size_of::<ShimFile>().next_multiple_of(8);
const _: () = assert!(align_of::<ShimFile>() <= 8, "SQLite aligns file memory to 8 bytes");

/// SAFETY: `file` must be memory that SQLite gave to this VFS's `xOpen`.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` counts `REAL_AT` bytes for us and the rest for the real file.
    unsafe { file.cast::<u8>().add(REAL_AT).cast() }
}

/// SAFETY: `file` must be open through this VFS: SQLite calls a file's methods at no other time.
unsafe fn ours<'a>(file: *mut sqlite3_file) -> &'a ShimFile {
    // SAFETY: `x_open` filled the whole struct before it set `pMethods`; nobody writes it until `x_close`.
    unsafe { &*file.cast::<ShimFile>() }
}

/// Calls the real file's method of the same name.
macro_rules! on_real_file {
    ($file:ident . $method:ident ( $($argument:expr),* ) else $missing:expr) => {{
        // SAFETY: called by SQLite on a file open through this VFS; `x_open` checked that the real methods are there,
        // and the table chosen there offers no method of a version that the real file does not have.
        unsafe {
            let inner = real($file);
            match (*(*inner).pMethods).$method {
                Some(method) => method(inner, $($argument),*),
                None => $missing,
            }
        }
    }};
}

/// Methods that only pass through.
macro_rules! pass_through {
    ($($name:ident = $method:ident ( $($argument:ident : $kind:ty),* ) else $missing:expr;)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file, $($argument: $kind),*) -> c_int {
            on_real_file!(file.$method($($argument),*) else $missing)
        }
    )*};
}

pass_through! {
    x_read = xRead(into: *mut c_void, amount: c_int, offset: sqlite3_int64) else ffi::SQLITE_IOERR;
    x_file_size = xFileSize(size: *mut sqlite3_int64) else ffi::SQLITE_IOERR;
    x_lock = xLock(level: c_int) else ffi::SQLITE_IOERR;
    x_unlock = xUnlock(level: c_int) else ffi::SQLITE_IOERR;
    x_check_reserved_lock = xCheckReservedLock(answer: *mut c_int) else ffi::SQLITE_IOERR;
    x_file_control = xFileControl(operation: c_int, argument: *mut c_void) else ffi::SQLITE_NOTFOUND;
    x_sector_size = xSectorSize() else 0;
    x_device_characteristics = xDeviceCharacteristics() else 0;
    x_shm_map = xShmMap(page: c_int, size: c_int, extend: c_int, at: *mut *mut c_void) else ffi::SQLITE_IOERR;
    x_shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int) else ffi::SQLITE_IOERR;
    x_shm_unmap = xShmUnmap(delete: c_int) else ffi::SQLITE_OK;
    x_fetch = xFetch(offset: sqlite3_int64, amount: c_int, at: *mut *mut c_void) else ffi::SQLITE_IOERR;
    x_unfetch = xUnfetch(offset: sqlite3_int64, at: *mut c_void) else ffi::SQLITE_IOERR;
}

unsafe extern "C" fn x_shm_barrier(file: *mut sqlite3_file) {
    on_real_file!(file.xShmBarrier() else ());
}

unsafe extern "C" fn x_close(file: *mut sqlite3_file) -> c_int {
    on_real_file!(file.xClose() else ffi::SQLITE_OK)
}

unsafe extern "C" fn x_write(file: *mut sqlite3_file, from: *const c_void, amount: c_int, offset: i64) -> c_int {
    let code = on_real_file!(file.xWrite(from, amount, offset) else ffi::SQLITE_IOERR);
    if code == ffi::SQLITE_OK {
        // SAFETY: SQLite hands over `amount` readable bytes, which the call above has just read.
        let (file, bytes) =
            unsafe { (ours(file), std::slice::from_raw_parts(from.cast::<u8>(), amount.unsigned_abs() as usize)) };
        file.shim.tape.written(file.kind, file.id, offset.unsigned_abs(), bytes);
    }
    code
}

unsafe extern "C" fn x_truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    let code = on_real_file!(file.xTruncate(size) else ffi::SQLITE_IOERR);
    if code == ffi::SQLITE_OK {
        // SAFETY: as above, an open file of ours.
        let file = unsafe { ours(file) };
        file.shim.tape.truncated(file.kind, file.id, size.unsigned_abs());
    }
    code
}

/// Noted before the real call, so that a write of another thread during the sync does not count as covered by it.
unsafe extern "C" fn x_sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    {
        // SAFETY: as above, an open file of ours.
        let file = unsafe { ours(file) };
        file.shim.tape.synced(file.kind, file.id);
    }
    on_real_file!(file.xSync(flags) else ffi::SQLITE_IOERR)
}

/// SAFETY: `vfs` must be the struct that `install` registered.
unsafe fn shim_of(vfs: *mut sqlite3_vfs) -> &'static Shim {
    // SAFETY: `install` put a leaked `Shim` there.
    unsafe { &*(*vfs).pAppData.cast::<Shim>() }
}

/// SAFETY: `path` must be null or a C string.
unsafe fn path_bytes<'a>(path: *const c_char) -> Option<&'a [u8]> {
    // SAFETY: checked for null; the caller vouches for the rest.
    (!path.is_null()).then(|| unsafe { CStr::from_ptr(path) }.to_bytes())
}

unsafe extern "C" fn x_open(
    vfs: *mut sqlite3_vfs,
    path: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes at `file`; the real VFS gets its own part and its own VFS pointer.
    unsafe {
        let shim = shim_of(vfs);
        (*file).pMethods = std::ptr::null();
        let inner = real(file);
        (*inner).pMethods = std::ptr::null();
        let Some(open) = (*shim.real).xOpen else {
            return ffi::SQLITE_CANTOPEN;
        };
        let code = open(shim.real, path, inner, flags, flags_out);
        // SQLite calls `xClose` whenever `pMethods` is set, after a failed open too: so it mirrors the real file's.
        if let Some(methods) = (*inner).pMethods.as_ref() {
            let (kind, id) = match path_bytes(path) {
                Some(path) => shim.tape.file(path, kind_of(flags)),
                None => (FileKind::Other, None),
            };
            let version = methods.iVersion.clamp(1, 3).unsigned_abs() as usize;
            let base = sqlite3_file { pMethods: &raw const METHODS[version - 1] };
            file.cast::<ShimFile>().write(ShimFile { base, shim, kind, id });
        }
        code
    }
}

fn kind_of(flags: c_int) -> FileKind {
    match flags {
        _ if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 => FileKind::Db,
        _ if flags & ffi::SQLITE_OPEN_WAL != 0 => FileKind::Wal,
        _ if flags & ffi::SQLITE_OPEN_MAIN_JOURNAL != 0 => FileKind::Journal,
        _ => FileKind::Other,
    }
}

/// Calls the real VFS's function of the same name.
macro_rules! on_real_vfs {
    ($vfs:ident . $method:ident ( $($argument:expr),* ) else $missing:expr) => {{
        // SAFETY: called by SQLite with the VFS that `install` registered; the real one lives as long as the process.
        unsafe {
            let real = shim_of($vfs).real;
            match (*real).$method {
                Some(method) => method(real, $($argument),*),
                None => $missing,
            }
        }
    }};
}

unsafe extern "C" fn x_delete(vfs: *mut sqlite3_vfs, path: *const c_char, sync_directory: c_int) -> c_int {
    let code = on_real_vfs!(vfs.xDelete(path, sync_directory) else ffi::SQLITE_IOERR);
    if code == ffi::SQLITE_OK {
        // SAFETY: SQLite passes a C string; the VFS is ours.
        if let (shim, Some(path)) = unsafe { (shim_of(vfs), path_bytes(path)) } {
            shim.tape.deleted(path, sync_directory != 0);
        }
    }
    code
}

unsafe extern "C" fn x_access(vfs: *mut sqlite3_vfs, path: *const c_char, flags: c_int, answer: *mut c_int) -> c_int {
    on_real_vfs!(vfs.xAccess(path, flags, answer) else ffi::SQLITE_IOERR)
}

unsafe extern "C" fn x_full_pathname(
    vfs: *mut sqlite3_vfs,
    path: *const c_char,
    size: c_int,
    into: *mut c_char,
) -> c_int {
    on_real_vfs!(vfs.xFullPathname(path, size, into) else ffi::SQLITE_IOERR)
}

unsafe extern "C" fn x_randomness(vfs: *mut sqlite3_vfs, size: c_int, into: *mut c_char) -> c_int {
    on_real_vfs!(vfs.xRandomness(size, into) else 0)
}

unsafe extern "C" fn x_sleep(vfs: *mut sqlite3_vfs, microseconds: c_int) -> c_int {
    on_real_vfs!(vfs.xSleep(microseconds) else 0)
}

unsafe extern "C" fn x_current_time(vfs: *mut sqlite3_vfs, into: *mut f64) -> c_int {
    on_real_vfs!(vfs.xCurrentTime(into) else ffi::SQLITE_ERROR)
}

unsafe extern "C" fn x_current_time_int64(vfs: *mut sqlite3_vfs, into: *mut sqlite3_int64) -> c_int {
    on_real_vfs!(vfs.xCurrentTimeInt64(into) else ffi::SQLITE_ERROR)
}

unsafe extern "C" fn x_get_last_error(vfs: *mut sqlite3_vfs, size: c_int, into: *mut c_char) -> c_int {
    on_real_vfs!(vfs.xGetLastError(size, into) else 0)
}

/// The file methods by version: 1 plain, 2 with shared memory (WAL), 3 with memory mapping.
static METHODS: [sqlite3_io_methods; 3] = [methods(1), methods(2), methods(3)];

const fn methods(version: c_int) -> sqlite3_io_methods {
    sqlite3_io_methods {
        iVersion: version,
        xClose: Some(x_close),
        xRead: Some(x_read),
        xWrite: Some(x_write),
        xTruncate: Some(x_truncate),
        xSync: Some(x_sync),
        xFileSize: Some(x_file_size),
        xLock: Some(x_lock),
        xUnlock: Some(x_unlock),
        xCheckReservedLock: Some(x_check_reserved_lock),
        xFileControl: Some(x_file_control),
        xSectorSize: Some(x_sector_size),
        xDeviceCharacteristics: Some(x_device_characteristics),
        xShmMap: Some(x_shm_map),
        xShmLock: Some(x_shm_lock),
        xShmBarrier: Some(x_shm_barrier),
        xShmUnmap: Some(x_shm_unmap),
        xFetch: Some(x_fetch),
        xUnfetch: Some(x_unfetch),
    }
}
