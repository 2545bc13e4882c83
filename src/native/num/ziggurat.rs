//! The tables of the ziggurat method, computed as Marsaglia and Tsang do ("The Ziggurat Method for Generating Random
//! Variables", 2000).

use std::sync::LazyLock;

use super::{exp, log};

/// One strip of a ziggurat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Random numbers below it are surely below the density.
    pub sure: u32,
    /// What a random number is multiplied by.
    pub scale: f32,
    /// The density at the strip's edge.
    pub density: f32,
}

/// Strip i of 128 of the normal distribution; `None` for another i.
pub fn norm_strip(i: usize) -> Option<Strip> {
    static TABLE: LazyLock<Vec<Strip>> = LazyLock::new(|| {
        let density = |x: f64| exp(-0.5 * x * x);
        let inverse = |y: f64| (-2.0 * log(y)).sqrt();
        strips(128, 2_147_483_648.0, 3.442619855899, 9.91256303526217e-3, density, inverse)
    });
    TABLE.get(i).copied()
}

/// Strip i of 256 of the exponential distribution; `None` for another i.
pub fn exp_strip(i: usize) -> Option<Strip> {
    static TABLE: LazyLock<Vec<Strip>> = LazyLock::new(|| {
        let density = |x: f64| exp(-x);
        let inverse = |y: f64| -log(y);
        strips(256, 4_294_967_296.0, 7.697_117_470_131_05, 3.949659822581572e-3, density, inverse)
    });
    TABLE.get(i).copied()
}

/// `count` strips of equal `area` under a density, whose tail begins at `tail`, for random numbers below `range`.
fn strips(
    count: usize,
    range: f64,
    tail: f64,
    area: f64,
    density: impl Fn(f64) -> f64,
    inverse: impl Fn(f64) -> f64,
) -> Vec<Strip> {
    let mut table = vec![Strip { sure: 0, scale: 0.0, density: 0.0 }; count];
    // The lowest strip includes the tail.
    let width = area / density(tail);
    table[0] = Strip { sure: (tail / width * range) as u32, scale: (width / range) as f32, density: 1.0 };
    let mut x = tail;
    for i in (1..count).rev() {
        table[i].scale = (x / range) as f32;
        table[i].density = density(x) as f32;
        let above = inverse(area / x + density(x));
        if i > 1 {
            table[i].sure = (above / x * range) as u32;
        }
        x = above;
    }
    table
}
