//! The words of events: how bodies meet, what people come together for, how a thing is put off.

mod acting;
mod holding;
mod naming;

pub use acting::*;
pub use holding::*;
pub use naming::*;
