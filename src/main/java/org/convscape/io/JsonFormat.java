package org.convscape.io;

/** Reports as JSON, in which every number is a field of its own. */
final class JsonFormat {
    private JsonFormat() {}

    static String write(Report report) {
        return Json.text(report.json());
    }
}
