//! How the web view paints. Without a graphics card WebKitGTK would have one imitated by the processor: the first picture
//! then takes twice as long and the window half as much memory again as painting plainly.

/// Chooses plain painting where no card could help. Call before anything else runs; what the environment says already stands.
pub fn choose() {
    #[cfg(target_os = "linux")]
    linux::choose();
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{env, fs, path::Path};

    /// WebKitGTK's own switch.
    const PLAIN: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    /// Where the kernel shows what can render.
    const DEVICES: &str = "/dev/dri";

    #[expect(unsafe_code, reason = "the environment is written while the process has one thread")]
    pub fn choose() {
        if env::var_os(PLAIN).is_none() && !has_card(Path::new(DEVICES)) {
            // SAFETY: `main` calls this first; no other thread exists that could read the environment meanwhile.
            unsafe { env::set_var(PLAIN, "1") };
        }
    }

    pub fn has_card(devices: &Path) -> bool {
        fs::read_dir(devices)
            .is_ok_and(|found| found.flatten().any(|one| one.file_name().to_string_lossy().starts_with("renderD")))
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::linux::has_card;

    #[test]
    fn a_card_is_what_can_render() {
        let devices = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&devices.path().join("dri")), "no folder");
        std::fs::write(devices.path().join("card0"), "").expect("a screen without a renderer");
        assert!(!has_card(devices.path()));
        std::fs::write(devices.path().join("renderD128"), "").expect("a renderer");
        assert!(has_card(devices.path()));
    }
}
