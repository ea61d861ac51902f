//! Repeatable chance: one number, printed by the test, decides every draw. Not for anything secret.

use std::time::{SystemTime, UNIX_EPOCH};

/// A SplitMix64 generator.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for the same `start`.
    #[must_use]
    pub fn new(start: u64) -> Self {
        Self(start)
    }

    /// Dice started from `SATCHEL_SEED`, or from the clock where it is not set; the number is printed so that a
    /// failing run can be had again.
    #[must_use]
    pub fn announced(test: &str) -> Self {
        let start = match std::env::var("SATCHEL_SEED") {
            Ok(text) => text.trim().parse().expect("SATCHEL_SEED is a whole number"),
            Err(_) => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| since.as_secs() ^ u64::from(since.subsec_nanos())),
        };
        println!("{test}: SATCHEL_SEED={start}");
        Self(start)
    }

    /// Other dice, independent of what is drawn from these afterwards.
    pub fn fork(&mut self) -> Self {
        Self(self.bits())
    }

    /// Any 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.bits()) * (end as u128);
        (wide >> 64) as usize
    }

    /// True in `parts` of 256 cases.
    pub fn chance(&mut self, parts: u32) -> bool {
        (self.bits() >> 56) < u64::from(parts)
    }

    /// One of the choices.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}
