package org.convscape.io;

/**
 * One column of a table.
 *
 * @param name what stands in it, in lower case
 * @param unit of its numbers, such as {@code ms}; empty where the name says it or there is none
 * @param derived true for what follows from other columns and is shown in a terminal for convenience
 */
record Column(String name, String unit, Kind kind, boolean derived) {

    /** What the cells of a column are; numbers stand to the right. */
    enum Kind {
        TEXT,
        SHAPE,
        COUNT,
        BYTES,
        MILLISECONDS,
        SHARE,
        RATE,
        VALUE;

        boolean numeric() {
            return this != TEXT && this != SHAPE;
        }
    }

    static Column of(Kind kind, String name) {
        return new Column(name, "", kind, false);
    }

    static Column of(Kind kind, String name, String unit) {
        return new Column(name, unit, kind, false);
    }

    static Column text(String name) {
        return of(Kind.TEXT, name);
    }

    static Column shape(String name) {
        return of(Kind.SHAPE, name);
    }

    static Column count(String name) {
        return of(Kind.COUNT, name);
    }

    /** The same column as one that follows from others. */
    Column asDerived() {
        return new Column(name, unit, kind, true);
    }

    /** Name and unit: {@code median ms}. */
    String heading() {
        return (name + " " + unit).strip();
    }
}
