//! Where the window stood last and which theme it had: a small file beside the data, never part of it.
//! A lost or damaged file costs nothing but the memory of a size.

use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};

const FILE: &str = "window.json";

/// The smallest useful window, in logical pixels.
pub const MIN_WIDTH: f64 = 720.0;
pub const MIN_HEIGHT: f64 = 480.0;
/// How much of the window must lie on a screen for its place to be kept.
const VISIBLE: f64 = 120.0;

/// Logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    Light,
    Dark,
}

/// What is remembered. Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    pub area: Option<Area>,
    pub maximized: bool,
    /// None follows the system.
    pub theme: Option<Theme>,
}

/// Reads what was remembered in `dir`; anything unreadable is as if it had never been.
pub fn load(dir: &Path) -> Place {
    fs::read(dir.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Remembers `place`, whole or not at all.
///
/// # Errors
/// When the directory cannot be written.
pub fn save(dir: &Path, place: &Place) -> io::Result<()> {
    let fresh = dir.join("window.json.new");
    fs::write(&fresh, serde_json::to_vec(place)?)?;
    fs::rename(fresh, dir.join(FILE))
}

/// The usual size, within `screen`.
pub fn usual(screen: Option<&Area>) -> (f64, f64) {
    let (width, height) = (1440.0, 900.0);
    screen.map_or((width, height), |screen| {
        ((screen.width * 0.92).min(width).max(MIN_WIDTH), (screen.height * 0.92).min(height).max(MIN_HEIGHT))
    })
}

/// `area` made to fit `screens`: kept where it can be seen and grasped, else None (the system then chooses the
/// spot); never larger than the screen it is on, never smaller than the least.
pub fn clamp(area: Area, screens: &[Area]) -> Option<Area> {
    let finite = [area.x, area.y, area.width, area.height].iter().all(|number| number.is_finite());
    let screen = screens.iter().filter(|_| finite).find(|screen| {
        let overlap = (area.x + area.width).min(screen.x + screen.width) - area.x.max(screen.x);
        // The title bar must be reachable: its top edge lies on the screen.
        overlap >= VISIBLE && area.y >= screen.y - 8.0 && area.y <= screen.y + screen.height - VISIBLE
    })?;
    Some(Area {
        width: area.width.min(screen.width).max(MIN_WIDTH),
        height: area.height.min(screen.height).max(MIN_HEIGHT),
        ..area
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area { x, y, width, height }
    }

    const SCREENS: [Area; 2] = [area(0.0, 0.0, 1920.0, 1080.0), area(1920.0, 0.0, 1280.0, 1024.0)];

    #[test]
    fn a_place_that_can_be_seen_is_kept() {
        let (left, right) = (area(10.0, 20.0, 1200.0, 800.0), area(2000.0, 100.0, 1000.0, 700.0));
        assert_eq!(clamp(left, &SCREENS), Some(left));
        assert_eq!(clamp(right, &SCREENS), Some(right), "the second screen counts as well");
    }

    #[test]
    fn a_place_on_a_screen_that_is_gone_is_forgotten() {
        assert_eq!(clamp(area(2000.0, 100.0, 1000.0, 700.0), &SCREENS[..1]), None);
        assert_eq!(clamp(area(100.0, -400.0, 1000.0, 700.0), &SCREENS), None, "the title bar would be out of reach");
        assert_eq!(clamp(area(f64::NAN, 0.0, 1000.0, 700.0), &SCREENS), None);
        assert_eq!(clamp(area(0.0, 0.0, 1000.0, 700.0), &[]), None);
    }

    #[test]
    fn a_window_is_never_larger_than_its_screen_nor_too_small_to_use() {
        assert_eq!(clamp(area(0.0, 0.0, 5000.0, 4000.0), &SCREENS[..1]), Some(area(0.0, 0.0, 1920.0, 1080.0)));
        assert_eq!(clamp(area(0.0, 0.0, 200.0, 10.0), &SCREENS), Some(area(0.0, 0.0, MIN_WIDTH, MIN_HEIGHT)));
    }

    #[test]
    fn what_was_saved_is_loaded_and_damage_is_forgotten() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let place = Place { area: Some(area(1.0, 2.0, 800.0, 600.0)), maximized: true, theme: Some(Theme::Dark) };
        save(dir.path(), &place).expect("saved");
        assert_eq!(load(dir.path()), place);
        fs::write(dir.path().join(FILE), "{ damaged").expect("written");
        assert_eq!(load(dir.path()), Place::default());
    }
}
