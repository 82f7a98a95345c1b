package org.convscape.cli;

import org.convscape.analysis.CostTable;

/** What one row of a cost table stands for, as the command line names it. */
enum Grouping {
    NODE(CostTable.Grouping.NODE),
    BLOCK(CostTable.Grouping.BLOCK),
    TOTAL(CostTable.Grouping.TOTAL);

    final CostTable.Grouping rows;

    Grouping(CostTable.Grouping rows) {
        this.rows = rows;
    }
}
