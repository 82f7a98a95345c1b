/**
 * The picture that runs through the networks: samples, files, and what a network sees of it. May use everything
 * {@code viewmodel} may.
 */
package org.convscape.viewmodel.picture;
