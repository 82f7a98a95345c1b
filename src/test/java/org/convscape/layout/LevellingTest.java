package org.convscape.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.convscape.document.Point;
import org.convscape.layout.Levelling.Segment;
import org.junit.jupiter.api.Test;

class LevellingTest {

    @Test
    void stepsOfAStaircaseAreBroughtIntoTheBandOfTheFirstHighOne() {
        List<Segment> stairs = List.of(
                new Segment(0, 1, 140, 40), // a small one, in the band as it is
                new Segment(1, 4, 100, 100),
                new Segment(4, 7, 60, 100),
                new Segment(7, 8, 90, 40), // goes along with the one before
                new Segment(8, 9, 20, 100));

        assertArrayEquals(new double[] {0, 0, 0, 0, 40, 40, 40, 40, 80}, Levelling.of(stairs, 9));
    }

    @Test
    void whereLittleWouldBeSavedEveryConnectionStaysStraight() {
        List<Segment> nearlyLevel = List.of(new Segment(0, 1, 100, 100), new Segment(1, 2, 85, 100));

        assertArrayEquals(new double[] {0, 0}, Levelling.of(nearlyLevel, 2));
    }

    @Test
    void aRouteTakesTheDifferenceUpWhereItTurnsOrElseWhereItsSiblingsDo() {
        Columns.Gap gap = new Columns.Gap(10, 30);
        List<Point> turning = List.of(new Point(10, 0), new Point(20, 0), new Point(20, 50), new Point(40, 50));
        List<Point> straight = List.of(new Point(10, 0), new Point(40, 0));
        Point none = new Point(0, 0);
        Point down = new Point(0, 7);

        assertEquals(
                List.of(new Point(10, 0), new Point(20, 0), new Point(20, 57), new Point(40, 57)),
                new Bend(turning, none, down).in(gap, gap.middle()));
        assertEquals(
                List.of(new Point(10, 0), new Point(25, 0), new Point(25, 7), new Point(40, 7)),
                new Bend(straight, none, down).in(gap, 25));
    }
}
