/**
 * The choice of published weights in a window: what there is, what of it is here, and fetching it when a person says
 * so. Without a toolkit.
 */
package org.convscape.viewmodel.published;
