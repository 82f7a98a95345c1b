package org.convscape.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Numbers in tables, with what holds for all of them, which can be written in every {@link TableFormat}. A report knows
 * its typed columns and no format; a format knows no report.
 */
public interface Report {

    /** For people: tables by page, in the order in which they are read. */
    List<Page> pages();

    /** For spreadsheets: one flat table of whole records, each with all that it depends on. */
    Table records();

    /** For programs: the same numbers as a tree. */
    JsonNode json();

    /** The report as text. */
    default String write(TableFormat format) {
        return format.write(this);
    }
}
