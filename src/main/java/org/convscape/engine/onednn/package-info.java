/**
 * oneDNN, called itself through JavaCPP's presets on memory that others own: the only importer of {@code
 * org.bytedeco.dnnl}. Everything here is used by one thread; may use operations' windows and what follows a verb.
 */
package org.convscape.engine.onednn;
