//! The rota: fairness, the cases of the design by name, and laws over generated histories.

mod assignment;
mod cases;
mod hostile;
mod laws;
mod moved;
mod moves;
mod speed;
