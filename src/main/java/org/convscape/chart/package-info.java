/**
 * What charts show, as data without a toolkit: files and screens draw the same. A test of the numbers needs neither.
 */
package org.convscape.chart;
