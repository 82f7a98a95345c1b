/**
 * The state of the screens as observable properties, without a scene graph: every area of the window shows it and
 * changes it through its methods. Lives on the screen's thread; results of other threads come in through an executor. May
 * use everything below the window except a particular engine.
 */
package org.convscape.viewmodel;
