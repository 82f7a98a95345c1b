/**
 * The window: assembles the areas under one toolbar, and carries commands, files, banners. May use everything but the
 * app.
 */
package org.convscape.ui.shell;
