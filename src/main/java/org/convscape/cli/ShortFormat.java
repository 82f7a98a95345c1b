package org.convscape.cli;

/** How lists are written. */
enum ShortFormat {
    TABLE,
    JSON
}
