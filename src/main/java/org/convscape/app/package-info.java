/** The composition root: picks the engine, wires the parts, reports crashes. May use everything. */
package org.convscape.app;
