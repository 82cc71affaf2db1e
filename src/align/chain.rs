//! The heaviest increasing chain: the largest part of the pairs that kept its order.
//!
//! ```text
//! OLD  1 2 3 4 5          pairs 1-1 2-2 3-5 4-3 5-4
//! NEW  1 2 4 5 3          chain 1-1 2-2 4-3 5-4, and 3 has moved
//! ```
//!
//! A Fenwick tree over NEW holds the best chain that ends before each place: O(n log n).

/// A pair of places with its weight, in billionths so that ties are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Place in OLD.
    pub i: usize,
    /// Place in NEW.
    pub j: usize,
    /// Weight, positive.
    pub weight: i64,
}

impl Cell {
    /// A cell with a weight that is rounded to nine places.
    pub fn new(i: usize, j: usize, weight: f64) -> Self {
        Cell { i, j, weight: (weight * 1e9).round() as i64 }
    }
}

/// The cells of the heaviest chain in which both places rise, in order. Of equally heavy chains
/// the one whose cells come first, by (i, j), counted from the end.
pub(super) fn heaviest(cells: &[Cell]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = cells.iter().copied().filter(|cell| cell.weight > 0).collect();
    // Within one place of OLD from right to left, so that no cell continues one of its own row.
    cells.sort_unstable_by(|a, b| a.i.cmp(&b.i).then(b.j.cmp(&a.j)));
    let width = cells.iter().map(|cell| cell.j + 1).max().unwrap_or(0);
    let mut tree: Vec<Option<usize>> = vec![None; width + 1];
    let mut total: Vec<i64> = Vec::with_capacity(cells.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(cells.len());
    let better = |total: &[i64], a: usize, b: usize| {
        total[a] > total[b] || total[a] == total[b] && (cells[a].i, cells[a].j) < (cells[b].i, cells[b].j)
    };
    for (at, cell) in cells.iter().enumerate() {
        let mut best: Option<usize> = None;
        let mut place = cell.j; // the tree counts from 1: places before j are 1..=j
        while place > 0 {
            if let Some(other) = tree[place]
                && best.is_none_or(|best| better(&total, other, best))
            {
                best = Some(other);
            }
            place &= place - 1;
        }
        total.push(cell.weight + best.map_or(0, |best| total[best]));
        before.push(best);
        let mut place = cell.j + 1;
        while place <= width {
            if tree[place].is_none_or(|other| better(&total, at, other)) {
                tree[place] = Some(at);
            }
            place += place & place.wrapping_neg();
        }
    }
    let mut end = None;
    for at in 0..cells.len() {
        if end.is_none_or(|end| better(&total, at, end)) {
            end = Some(at);
        }
    }
    let mut chain = Vec::new();
    while let Some(at) = end {
        chain.push(cells[at]);
        end = before[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(cells: &[(usize, usize, i64)]) -> Vec<(usize, usize)> {
        let cells: Vec<Cell> = cells.iter().map(|&(i, j, weight)| Cell { i, j, weight }).collect();
        heaviest(&cells).iter().map(|cell| (cell.i, cell.j)).collect()
    }

    #[test]
    fn the_heavier_side_of_a_crossing_stays() {
        assert_eq!(chain(&[(0, 1, 5), (1, 0, 9), (2, 2, 1)]), [(1, 0), (2, 2)]);
        assert_eq!(chain(&[]), []);
    }

    #[test]
    fn one_place_is_used_once() {
        assert_eq!(chain(&[(0, 0, 2), (0, 1, 2), (1, 1, 2), (1, 2, 1)]), [(0, 0), (1, 1)]);
    }
}
