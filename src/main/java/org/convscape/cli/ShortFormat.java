package org.convscape.cli;

/** How lists and runs are written. */
enum ShortFormat {
    TABLE,
    JSON
}
