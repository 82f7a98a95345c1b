/**
 * What can be done in a window, as a list without a toolkit: id, name, keys, when it is possible and why it is not.
 * Menus, keys, the toolbar, the search and the sheet of keys are made from it, and whatever performs an action knows
 * its id alone.
 */
package org.convscape.viewmodel.action;
