package org.convscape.cli;

/** How times are written. */
enum TimeFormat {
    TABLE,
    JSON,
    CSV
}
