//! How drafts set alternatives side by side in brackets.

/// What may stand between two alternatives, in lower case; nothing too.
pub const JOINTS: [&str; 8] = ["", "/", "or", "and/or", ",", ", or", ";", "; or"];

/// The first word of a label before an alternative, in lower case: "Alt 1:", "Option A:".
pub const LABELS: [&str; 7] =
    ["alt", "alternative", "option", "variant", "version", "formulation", "proposal"];
