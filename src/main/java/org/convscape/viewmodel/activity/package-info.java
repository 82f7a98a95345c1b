/**
 * What goes on beside the screen and takes long: a list of it, each with name, progress and, where it can be stopped, a
 * way to stop it. Without a toolkit.
 */
package org.convscape.viewmodel.activity;
