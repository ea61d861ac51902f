//! What a machine needs before Satchel can be built, run or tested on it, and getting it there.

pub mod debian;
mod elsewhere;

use crate::Outcome;

/// What the packages are needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Compiling the application.
    Build,
    /// A window without a screen, and a picture of it.
    Screen,
    /// Driving the page in a browser and the real window.
    Drive,
}

pub const ALL: [Need; 3] = [Need::Build, Need::Screen, Need::Drive];

/// Installs what is missing for `needs`, or says what to install.
///
/// # Errors
/// When something is missing and cannot be installed from here.
pub fn ensure(needs: &[Need]) -> Outcome {
    if debian::is_here() { debian::ensure(needs) } else { elsewhere::ensure(needs) }
}
