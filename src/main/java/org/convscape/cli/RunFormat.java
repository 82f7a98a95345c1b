package org.convscape.cli;

/** How runs and their times are written. */
enum RunFormat {
    TABLE,
    CSV,
    JSON
}
