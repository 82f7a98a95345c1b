/** Charts in the window: in the colours of the theme, zoomed, pointed at, opened large and written to files. */
package org.convscape.ui.chart;
