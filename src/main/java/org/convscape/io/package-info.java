/**
 * Files: documents, tables of costs and figures in several formats, drawings and charts, all made without a display.
 * May use everything below the screens; the only package that knows JSON.
 */
package org.convscape.io;
