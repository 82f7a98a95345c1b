/** Charts as JFreeChart draws them, for files and for the window: the one place that gives data its look. */
package org.convscape.io.chart;
