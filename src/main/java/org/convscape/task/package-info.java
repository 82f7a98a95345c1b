/**
 * The only place that makes threads: runners, cancellation, progress. Knows no other package.
 */
package org.convscape.task;
